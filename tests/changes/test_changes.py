"""A comparison of two sites says what is new, changed and gone, and why where the records tell."""

from pathlib import Path

import pytest

from archive.changes import FieldChange, PageChange, page_changes, read_site, unchanged
from archive.errors import UsageError
from archive.findings import change_lines
from archive.messages import use_language
from archive.model.report import BuildOptions
from archive.pipeline import build

ARTICLE = """12/03/2015 - 08:15

Đảng bộ xã Vĩnh Tường

{headline}

Sáng 11-3, Đảng bộ xã Vĩnh Tường khánh thành ba con đường do nhân dân góp công làm trong mùa khô vừa rồi.

Mỗi con đường dài hơn một cây số, rộng ba mét, hai bên trồng dừa. Bà con góp hơn một nghìn ngày công để làm.

{author}
"""


def site(folder: Path, name: str, articles: dict[str, str]) -> Path:
    """A site built of these articles, by file name."""
    place = folder / name
    (place / "articles").mkdir(parents=True)
    for file, text in articles.items():
        (place / "articles" / file).write_text(text, "utf-8")
    build(BuildOptions(place, place / "articles", place / "public", place / "site.yml", jobs=1))
    return place / "public"


def article(headline: str, author: str = "Lê Thu") -> str:
    """An article with this headline and author."""
    return ARTICLE.format(headline=headline, author=author)


ROADS, DUCKS = article("Ba con đường mới"), article("Bầy vịt của ấp")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Sites that differ from `before` by one thing each."""
    folder = tmp_path_factory.mktemp("sites")
    changed = {
        "before": {"a.txt": ROADS, "b.txt": DUCKS},
        "again": {"a.txt": ROADS, "b.txt": DUCKS},
        "author": {"a.txt": article("Ba con đường mới", "Trần Mộc"), "b.txt": DUCKS},
        "headline": {"a.txt": article("Bốn con đường"), "b.txt": DUCKS},
        "body": {"a.txt": ROADS.replace("trồng dừa", "trồng cau"), "b.txt": DUCKS},
        "fewer": {"b.txt": DUCKS},
    }
    return {name: site(folder, name, articles) for name, articles in changed.items()}


def changes(sites: dict[str, Path], old: str, new: str) -> dict[str, PageChange]:
    """What differs between two of the sites, by path."""
    return {one.path: one for one in page_changes(read_site(sites[old]), read_site(sites[new]))}


def test_the_same_site_has_no_changes(sites: dict[str, Path]) -> None:
    old, new = read_site(sites["before"]), read_site(sites["again"])
    assert [*page_changes(old, new)] == []
    assert unchanged(old, new) == len(old.files)


def test_a_changed_record_is_told_field_by_field(sites: dict[str, Path]) -> None:
    page = changes(sites, "before", "author")["bai/2015/ba-con-duong-moi.html"]
    assert (page.change, page.title, page.file) == ("changed", "Ba con đường mới", "articles/a.txt")
    assert page.fields == (FieldChange("byline", ("Lê Thu",), ("Trần Mộc",)),)


def test_a_changed_text_is_told_as_one_whose_record_is_the_same(sites: dict[str, Path]) -> None:
    page = changes(sites, "before", "body")["bai/2015/ba-con-duong-moi.html"]
    assert (page.change, page.fields, page.recorded) == ("changed", (), True)


def test_a_page_that_moved_is_told_at_both_places(sites: dict[str, Path]) -> None:
    found = changes(sites, "before", "headline")
    old, new = "bai/2015/ba-con-duong-moi.html", "bai/2015/bon-con-duong.html"
    assert (found[old].change, found[old].moved) == ("gone", new)
    assert (found[new].change, found[new].moved) == ("new", old)
    assert found[new].fields == (FieldChange("headline", "Ba con đường mới", "Bốn con đường"),)


def test_a_page_without_its_source_is_gone_and_its_list_says_because_of_what(sites: dict[str, Path]) -> None:
    found = changes(sites, "before", "fewer")
    gone = found["bai/2015/ba-con-duong-moi.html"]
    assert (gone.change, gone.file, gone.moved) == ("gone", "articles/a.txt", "")
    for listing in ("don-vi/dang-bo-xa-vinh-tuong.html", "nam/2015.html", "tac-gia/le-thu.html"):
        assert gone.path in found[listing].because


def test_a_new_article_is_what_a_gone_one_is_the_other_way_round(sites: dict[str, Path]) -> None:
    there, back = changes(sites, "fewer", "before"), changes(sites, "before", "fewer")
    turned = {"new": "gone", "gone": "new", "changed": "changed"}
    assert {path: turned[one.change] for path, one in there.items()} == {path: one.change for path, one in back.items()}


def test_manifests_alone_tell_which_files_differ(sites: dict[str, Path], tmp_path: Path) -> None:
    places = []
    for name in ("before", "fewer"):
        manifest = tmp_path / f"{name}.json"
        manifest.write_bytes((sites[name] / "manifest.json").read_bytes())
        places.append(manifest)
    found = [*page_changes(read_site(places[0]), read_site(places[1]))]
    assert {one.path: one.change for one in found} == {
        path: one.change for path, one in changes(sites, "before", "fewer").items()
    }
    assert {(one.title, one.file, one.fields) for one in found} == {("", "", ())}


def test_records_of_another_make_are_passed_over(sites: dict[str, Path], tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "records.jsonl").write_text('{"file": 1}\n', "utf-8")
    (tmp_path / "manifest.json").write_bytes((sites["before"] / "manifest.json").read_bytes())
    assert read_site(tmp_path).records == {}


@pytest.mark.parametrize("content", [None, b"", b"{}", b'{"program":"archive","version":1,"files":{"../a":{}}}'])
def test_a_place_without_a_manifest_of_ours_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "manifest.json").write_bytes(content)
    with pytest.raises(UsageError, match="manifest-missing"):
        read_site(tmp_path)


def test_changes_are_told_in_words_articles_first(sites: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    use_language("en")
    found = [*changes(sites, "before", "author").values()]
    lines = ["".join(words for words, _ in line) for line in change_lines(found, 7)]
    place = lines.index("  bai/2015/ba-con-duong-moi.html  Ba con đường mới")
    assert lines[place - 1] == "Changed:"
    assert lines[place + 1] == "    byline: “Lê Thu” → “Trần Mộc”"
    assert lines[-1].endswith(" the same")
