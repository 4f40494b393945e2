"""Records come to the reader as they are, though they are written in letters that a browser keeps in one byte."""

from typing import Any
from unicodedata import normalize

import pytest

from archive.search import SearchDocument, list_files
from archive.search.latin import SIGNS, as_latin
from archive.search.scripts import values_of
from archive.vietnamese.slugs import slug

HEADLINES = [
    "Đảng bộ xã Mẫu, 5 năm",
    "Hòa 100%",
    "Chia ½",
    "Ngày 19/5: họp",
    "dài " * 40,
    "x" * 80,
    "Øre",
    "",
    "a-" * 29 + "bc-d",
]


def record_of(path: str, headline: str) -> list[str]:
    """The record of an article at this address, as its file has it."""
    files = list_files([SearchDocument(path=path, headline=headline, teaser="“Đất nước”…")], "5f3a")
    _, _, records = values_of(next(file.content for file in files if "/bai/" in file.path))
    record: list[str] = records[0]
    return record


def test_the_example_of_the_documentation_is_so() -> None:
    document = SearchDocument(path="bai/2014/dang-uy.html", headline="“Đảng ủy”", date="2014-02-05")
    written = next(list_files([document], "5f3a9c01")).content.decode()
    headline, told = "\x84\x81\x97ng u\x8cy\x85", "5 tháng 2 na\x8bm 2014"
    assert written == f'archiveSearch.take("bai/0","5f3a9c01",[["bai/2014","{headline}","{told}",""]]);\n'


def test_no_letter_of_a_file_of_records_is_beyond_one_byte(any_texts: Any) -> None:
    assert as_latin(any_texts(10_000)).encode("latin-1")


def test_no_letter_of_vietnamese_is_escaped() -> None:
    assert "\\" not in as_latin("Ẵ ậ ở ữ đ Đ – “Quỹ” — bờ…")


@pytest.mark.browser
def test_python_and_the_reader_agree_on_ten_thousand_random_texts(reader: Any, any_texts: Any) -> None:
    texts = any_texts(10_000)
    script = "([json, signs]) => { head = { signs }; return JSON.parse(json).map(readable); }"
    assert reader.evaluate(script, [as_latin(texts), SIGNS]) == [normalize("NFC", text) for text in texts]


def test_a_control_character_is_a_blank() -> None:
    assert as_latin("a\x80b\x9fc") == '"a b c"'


def test_a_page_that_is_called_as_its_headline_is_not_named_again() -> None:
    assert record_of("bai/2020/dang-uy-xa-mau.html", "Đảng ủy xã Mẫu")[0] == "bai/2020"


@pytest.mark.parametrize(
    "path", ["bai/2020/dang-uy-xa-mau-1f2e.html", "bai/2020/cong-dang-uy-xa-mau.html", "dang-uy-xa-mau.html"]
)
def test_other_pages_are_named(path: str) -> None:
    assert record_of(path, "Đảng ủy xã Mẫu")[0] == path


@pytest.mark.browser
def test_the_reader_finds_the_page_of_any_headline(reader: Any, any_texts: Any) -> None:
    headlines = [normalize("NFC", text) for text in (*HEADLINES, *any_texts(10_000))]
    paths = [f"bai/2020/{slug(headline)}.html" for headline in headlines]
    records = [record_of(path, headline) for path, headline in zip(paths, headlines, strict=True)]
    script = """async ([records, signs]) => {
        head = { signs, shelf: records.length };
        loaded.set('bai/0', [records]);
        const found = await Promise.all(records.map((_, article) => recordOf(article)));
        loaded.clear();
        return found.map(([path]) => path);
    }"""
    assert reader.evaluate(script, [records, SIGNS]) == paths
