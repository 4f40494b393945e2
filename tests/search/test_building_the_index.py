"""The index is the same bytes whichever way it was made, and every file of it is needed and found."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from archive.search import Change, Index, SearchDocument, Standing, analyse, build_index, list_files, update_index
from archive.search.forms import form
from archive.search.scripts import values_of
from archive.search.shard import Pair, open_shard, read_shard

BASE = "tim-kiem/"


def files_of(
    documents: Iterable[SearchDocument], workspace: Path, executor: ThreadPoolExecutor | None = None
) -> dict[str, bytes]:
    listings = list(documents)
    index = build_index(listings, map(analyse, listings), workspace, executor=executor)
    return {file.path: file.content for file in index.files}


def test_an_index_of_nothing_has_one_empty_shard(tmp_path: Path) -> None:
    files = files_of([], tmp_path)
    assert read_shard(files[BASE + "tu/0.js"]).keys == ""


def test_an_executor_changes_no_byte(tmp_path: Path, documents: list[SearchDocument]) -> None:
    with ThreadPoolExecutor(2) as executor:
        assert files_of(documents, tmp_path, executor) == files_of(documents, tmp_path)


def test_nothing_is_left_in_the_workspace(tmp_path: Path, documents: list[SearchDocument]) -> None:
    files_of(documents, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_every_shard_has_its_file(tmp_path: Path, documents: list[SearchDocument]) -> None:
    many = [replace(document, path=f"{copy}-{document.path}") for copy in range(10) for document in documents]
    files = files_of(many, tmp_path)
    numbers = sorted(int(path[len(BASE + "tu/") : -3]) for path in files if path.startswith(BASE + "tu/"))
    assert numbers == [*range(16)]


def test_each_article_can_be_filtered_by_units_people_and_year(tmp_path: Path, documents: list[SearchDocument]) -> None:
    columns = values_of(files_of(documents, tmp_path)[BASE + "loc.js"])[2:]
    found = [
        [[names[int(number)] for number in numbers.split(",") if number] for numbers in rows.split(";")]
        for names, rows in columns
    ]
    years = [[document.date[:4]] if document.date else [] for document in documents]
    units = [[*dict.fromkeys(name for chain in document.units for name in chain)] for document in documents]
    assert found == [units, [[*document.byline] for document in documents], years]


def test_a_pair_is_found_with_its_article(tmp_path: Path, documents: list[SearchDocument]) -> None:
    files = files_of(documents, tmp_path)
    shards = [read_shard(content) for path, content in files.items() if path.startswith(BASE + "tu/")]
    pairs = {pair for shard in shards for pair in open_shard(shard)}
    assert (form("hòa"), form("giải")) in pairs
    assert (form("dụ"), form("ban")) not in pairs, "words do not join across two texts"


def standing(index: Index, files: dict[str, bytes], documents: Sequence[SearchDocument]) -> Standing:
    """The index as it stands, after its articles have become these documents."""
    head = index.head
    return Standing(head.numbering, head.articles, index.census, files.__getitem__, lambda n: analyse(documents[n]))


EDITS = {
    "a word is changed": lambda d: replace(d, texts=(d.texts[0].replace("kỹ", "chu đáo"), *d.texts[1:])),
    "a text goes": lambda d: replace(d, texts=d.texts[1:]),
    "a text comes": lambda d: replace(d, texts=(*d.texts, "Hội Thử nghiệm (HTN) ra mắt zeppelin.")),
    "the headline is another": lambda d: replace(d, headline="Tên khác hẳn"),
    "the unit is another": lambda d: replace(d, units=(("Đảng ủy xã Khác",),)),
    "nothing is left": lambda d: replace(d, headline="", texts=(), lead="", units=(), byline=()),
    "nothing changes": lambda d: d,
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_updated_index_is_the_index_made_new(tmp_path: Path, documents: list[SearchDocument], edit: str) -> None:
    many = [replace(document, path=f"{copy}-{document.path}") for copy in range(5) for document in documents]
    built = build_index(many, map(analyse, many), tmp_path)
    before = {file.path: file.content for file in built.files}
    changed = [*many]
    changed[8] = EDITS[edit](many[8])
    change = Change(8, analyse(many[8]), analyse(changed[8]))
    updated = update_index(standing(built, before, changed), [change])
    after = build_index(changed, map(analyse, changed), tmp_path)
    remade = (*list_files(changed, built.head.numbering), *updated.files)
    assert before | {file.path: file.content for file in remade} == {file.path: file.content for file in after.files}
    assert updated.head == after.head


def test_a_pair_that_comes_to_tell_its_places_tells_those_of_articles_that_did_not_change(tmp_path: Path) -> None:
    many = [SearchDocument(path=str(number), headline="", texts=("hòa giải",)) for number in range(5000)]
    many[7] = replace(many[7], texts=("một hai ba bốn",))
    built = build_index(many, map(analyse, many), tmp_path)
    before = {file.path: file.content for file in built.files}
    changed = [*many]
    changed[3] = replace(many[3], texts=("lại hai ba bốn",))
    change = Change(3, analyse(many[3]), analyse(changed[3]))
    updated = update_index(standing(built, before, changed), [change])
    after = build_index(changed, map(analyse, changed), tmp_path)
    assert before | {file.path: file.content for file in updated.files} == {
        file.path: file.content for file in after.files
    }


def test_a_list_that_comes_to_be_long_stands_beside_its_shard_until_it_is_short_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.search.sharding.LARGE", 1000)  # long lists are those of 4 articles and more
    many = [SearchDocument(path=str(number), headline="", texts=("hòa giải",)) for number in range(1000)]
    for number in range(3):
        many[number] = replace(many[number], texts=("gió mùa đông bắc",))
    fewer, more = analyse(many[7]), analyse(replace(many[7], texts=("hòa giải khi gió mùa",)))
    first = build_index(many, map(analyse, many), tmp_path)
    few = {file.path: file.content for file in first.files}
    changed = [*many[:7], replace(many[7], texts=("hòa giải khi gió mùa",)), *many[8:]]
    second = build_index(changed, map(analyse, changed), tmp_path)
    long = {file.path: file.content for file in second.files}

    there = update_index(standing(first, few, changed), [Change(7, fewer, more)])
    assert few | {file.path: file.content for file in there.files} == long
    back = update_index(standing(second, long, many), [Change(7, more, fewer)])
    assert long | {file.path: file.content for file in back.files} == few
    pair = form("gió"), form("mùa")
    assert [pair in beside(files) for files in (few, long)] == [False, True]


def beside(files: Mapping[str, bytes]) -> set[Pair]:
    """The pairs whose lists stand beside their shards."""
    contents = (content for path, content in files.items() if path.startswith(BASE + "dai/"))
    return {pair for content in contents for pair in open_shard(read_shard(content))}


def test_an_edit_taken_back_gives_the_first_index_again(tmp_path: Path, documents: list[SearchDocument]) -> None:
    first, second = analyse(documents[0]), analyse(EDITS["a text comes"](documents[0]))
    built = build_index(documents, map(analyse, documents), tmp_path)
    before = {file.path: file.content for file in built.files}
    there = update_index(standing(built, before, documents), [Change(0, first, second)])
    edited = before | {file.path: file.content for file in there.files}
    back = update_index(standing(there, edited, documents), [Change(0, second, first)])
    assert edited | {file.path: file.content for file in back.files} == before
