"""Publishing a tree over the one that stands there."""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from archive.errors import PublishError
from archive.model.output import OutputFile
from archive.publish import Draft, KeptFile, PublishReport, open_output, publish, read_manifest, stage

Publish = Callable[..., PublishReport]
Standing = Callable[[], dict[str, str]]

SITE = {"index.html": "trang chủ", "bai/2014/a.html": "bài a", "bai/2014/b.html": "bài b", "static/a.css": "p{}"}


def times(output: Path) -> dict[str, int]:
    return {path.as_posix(): path.stat().st_mtime_ns for path in output.rglob("*") if path.is_file()}


def test_a_new_folder_holds_exactly_the_site(put: Publish, standing: Standing) -> None:
    report = put(SITE)
    assert standing() == SITE
    assert (report.total, report.added, report.changed, report.removed) == (4, tuple(sorted(SITE)), (), ())


def test_a_folder_that_is_there_and_empty_is_filled(put: Publish, standing: Standing, output: Path) -> None:
    output.mkdir()
    put(SITE)
    assert standing() == SITE


def test_nothing_of_the_work_stays_behind(put: Publish, output: Path) -> None:
    put(SITE)
    assert sorted(path.name for path in output.parent.iterdir()) == ["public"]
    assert not (output / ".archive-new").exists()


def test_a_page_that_is_no_longer_made_disappears_with_its_folder(
    put: Publish, standing: Standing, output: Path
) -> None:
    put(SITE)
    report = put({"index.html": "trang chủ"})
    assert standing() == {"index.html": "trang chủ"}
    assert not (output / "bai").exists()
    assert report.removed == ("bai/2014/a.html", "bai/2014/b.html", "static/a.css")


def test_the_same_site_again_writes_nothing(put: Publish, output: Path) -> None:
    put(SITE)
    before = times(output)
    report = put(SITE)
    assert times(output) == before
    assert (report.written, report.removed, report.unchanged) == (0, (), 4)


def test_only_the_page_that_changed_is_written(put: Publish, output: Path) -> None:
    put(SITE)
    before = times(output)
    report = put({**SITE, "bai/2014/a.html": "bài a, sửa"})
    after = times(output)
    changed = {Path(path).relative_to(output).as_posix() for path in after if after[path] != before[path]}
    assert changed == {"bai/2014/a.html", "manifest.json"}
    assert (report.total, report.added, report.changed) == (4, (), ("bai/2014/a.html",))


def test_a_page_of_ours_that_somebody_edited_is_put_right(put: Publish, standing: Standing, output: Path) -> None:
    put(SITE)
    (output / "index.html").write_text("trang khác", "utf-8")
    (output / "static/a.css").unlink()
    report = put(SITE)
    assert standing() == SITE
    assert report.changed == ("index.html", "static/a.css")


def test_files_that_are_not_ours_are_left_alone(put: Publish, standing: Standing, output: Path) -> None:
    put(SITE)
    (output / "bai/2014/ghi-chu.txt").write_text("của người khác", "utf-8")
    (output / "CNAME").write_text("vi.example", "utf-8")
    put({"index.html": "mới"})
    assert standing() == {"index.html": "mới", "CNAME": "vi.example", "bai/2014/ghi-chu.txt": "của người khác"}


def test_a_foreign_file_at_a_path_we_need_stops_everything(put: Publish, standing: Standing, output: Path) -> None:
    put(SITE)
    (output / "moi.html").write_text("của người khác", "utf-8")
    with pytest.raises(PublishError) as caught:
        put({"index.html": "mới", "moi.html": "của ta"})
    assert (caught.value.code, caught.value.file) == ("output-foreign-file", "moi.html")
    assert standing() == {**SITE, "moi.html": "của người khác"}


def test_a_foreign_folder_at_the_path_of_a_page_stops_everything(put: Publish, output: Path) -> None:
    put(SITE)
    (output / "moi").mkdir()
    (output / "moi/a.txt").write_text("của người khác", "utf-8")
    with pytest.raises(PublishError) as caught:
        put({**SITE, "moi": "của ta"})
    assert (caught.value.code, caught.value.file) == ("output-foreign-file", "moi/a.txt")


def test_a_foreign_file_where_a_folder_is_needed_stops_everything(put: Publish, output: Path) -> None:
    put(SITE)
    (output / "moi").write_text("của người khác", "utf-8")
    with pytest.raises(PublishError) as caught:
        put({**SITE, "moi/a.html": "của ta"})
    assert (caught.value.code, caught.value.file) == ("output-foreign-file", "moi")


def test_a_foreign_file_that_has_our_bytes_is_taken_over(put: Publish, standing: Standing, output: Path) -> None:
    put(SITE)
    (output / "moi.html").write_text("của ta", "utf-8")
    put({**SITE, "moi.html": "của ta"})
    put(SITE)
    assert standing() == SITE


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only some users make links")
def test_a_link_out_of_the_folder_is_not_followed(put: Publish, output: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    put(SITE)
    (output / "nam").symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(PublishError) as caught:
        put({**SITE, "nam/2014.html": "năm"})
    assert (caught.value.code, caught.value.file) == ("output-foreign-file", "nam")
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"nam": "tệp"}, {"nam/2014.html": "trang"}),
        ({"nam/2014.html": "trang", "nam/a/b.html": "trang"}, {"nam": "tệp"}),
        ({"nam/A.html": "trang"}, {"nam/a.html": "trang khác"}),
    ],
    ids=["file to folder", "folder to file", "capital to small letter"],
)
def test_a_path_may_change_its_nature(
    put: Publish, standing: Standing, old: dict[str, str], new: dict[str, str]
) -> None:
    put(old)
    put(new)
    assert standing() == new


def test_a_folder_of_somebody_else_is_refused_untouched(put: Publish, standing: Standing, output: Path) -> None:
    output.mkdir()
    (output / "luan-van.doc").write_text("của người khác", "utf-8")
    with pytest.raises(PublishError) as caught:
        put(SITE)
    assert (caught.value.code, caught.value.values) == ("output-not-ours", {"example": "luan-van.doc"})
    assert standing() == {"luan-van.doc": "của người khác"}


@pytest.mark.parametrize("manifest", ['{"name": "My app", "icons": []}', "", '{"program":"archive","version":1,"fi'])
def test_a_folder_with_another_program_s_manifest_is_refused(put: Publish, output: Path, manifest: str) -> None:
    output.mkdir()
    (output / "manifest.json").write_text(manifest, "utf-8")
    with pytest.raises(PublishError) as caught:
        put(SITE)
    assert caught.value.code == "output-not-ours"


def test_a_manifest_that_points_out_of_the_folder_is_not_believed(put: Publish, output: Path, tmp_path: Path) -> None:
    put(SITE)
    (tmp_path / "precious").write_text("quý", "utf-8")
    manifest = output / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace("index.html", "../precious"), "utf-8")
    with pytest.raises(PublishError) as caught:
        put({"index.html": "mới"})
    assert caught.value.code == "output-not-ours"
    assert (tmp_path / "precious").exists()


def test_a_folder_with_only_dotted_names_counts_as_empty(put: Publish, standing: Standing, output: Path) -> None:
    output.mkdir()
    (output / ".nojekyll").write_text("", "utf-8")
    put(SITE)
    assert standing() == {**SITE, ".nojekyll": ""}


@pytest.mark.parametrize("articles", ["public", "public/tin", "."])
def test_the_articles_are_never_the_output(put: Publish, tmp_path: Path, articles: str) -> None:
    with pytest.raises(PublishError) as caught:
        put(SITE, articles=tmp_path / articles)
    assert caught.value.code == "output-inside-articles"
    assert not (tmp_path / "public").exists()


def test_two_inputs_for_one_path_leave_the_old_site(put: Publish, standing: Standing, output: Path) -> None:
    put(SITE)
    twins = [OutputFile("a.html", b"1", "articles/mot.txt"), OutputFile("A.html", b"2", "articles/hai.txt")]
    with pytest.raises(PublishError) as caught:
        publish(twins, output)
    assert caught.value.values == {"first": "articles/mot.txt", "second": "articles/hai.txt"}
    assert standing() == SITE


def test_a_build_that_fails_leaves_the_old_site_and_no_new_folder(put: Publish, output: Path) -> None:
    with pytest.raises(PublishError):
        put({"con.html": "tên của Windows"})
    assert not output.exists()


def test_kept_files_stay_without_being_made_again(put: Publish, standing: Standing, output: Path) -> None:
    put(SITE)
    listed = read_manifest(output) or {}
    publish([OutputFile("index.html", b"m", "")], output, {path: listed[path] for path in SITE if path != "index.html"})
    assert standing() == {**SITE, "index.html": "m"}


def test_a_kept_file_that_does_not_stand_is_told(put: Publish, output: Path) -> None:
    put(SITE)
    with pytest.raises(PublishError) as caught:
        publish([], output, {"index.html": KeptFile(3, "00")})
    assert (caught.value.code, caught.value.file) == ("output-changed", "index.html")


def test_the_manifest_lists_each_file_by_path(put: Publish, output: Path) -> None:
    put({"b.html": "hai", "a.html": "một"})
    manifest = msgspec.json.decode((output / "manifest.json").read_bytes())
    assert list(manifest["files"]) == ["a.html", "b.html"]
    assert manifest["files"]["b.html"] == {"size": 3, "digest": sha256(b"hai").hexdigest()[:32]}


def test_the_order_of_the_files_does_not_change_the_manifest(put: Publish, output: Path) -> None:
    put(SITE)
    first = (output / "manifest.json").read_bytes()
    (output / "manifest.json").unlink()
    for path in SITE:
        (output / path).unlink()
    for folder in ("bai/2014", "bai", "static"):
        (output / folder).rmdir()
    put(dict(reversed(SITE.items())))
    assert (output / "manifest.json").read_bytes() == first


def test_an_output_that_cannot_be_made_is_an_expected_failure(put: Publish, output: Path) -> None:
    output.write_text("tệp, không phải thư mục", "utf-8")
    with pytest.raises(PublishError) as caught:
        put(SITE)
    assert caught.value.code == "output-not-ours"


def test_a_worker_that_outlives_its_build_does_not_reach_the_next(output: Path) -> None:
    with open_output(output) as killed:
        late = killed.staging
    with open_output(output) as site:
        ready = stage(OutputFile("index.html", "mới".encode(), "site.yml"), site.staging)
        stage(OutputFile("index.html", "cũ".encode(), "site.yml"), late)
        site.replace([ready])
    assert (output / "index.html").read_text("utf-8") == "mới"
    assert not (output / ".archive-new").exists()


def test_the_fingerprint_is_of_the_site_that_stands_whole(put: Publish, output: Path) -> None:
    first = put(SITE).fingerprint
    assert put(SITE).fingerprint == first != put({**SITE, "index.html": "mới"}).fingerprint
    put(SITE)
    with open_output(output) as site:
        assert site.fingerprint == first
    (output / "static/a.css").unlink()
    with open_output(output) as site:
        assert site.fingerprint == ""


def test_a_file_written_part_by_part_is_staged_as_a_whole_one_is(put: Publish, output: Path) -> None:
    put({"data/records.jsonl": "một\nhai\n"})
    for parts in (["một\n", "hai\n"], ["một\n", "ba\n"], []):
        whole = OutputFile("data/records.jsonl", "".join(parts).encode(), "records")
        with open_output(output) as site:
            known = site.standing[whole.path]
            with Draft(whole.path, site.staging) as draft:
                for part in parts:
                    draft.write(part.encode())
                ready = draft.staged(known)
            waits = (site.staging / whole.path).exists()
            assert (ready, waits) == (stage(whole, site.staging, known), ready.changed), parts
