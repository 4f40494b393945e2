"""What a person wrote wins key by key, no word is lost by it, and no doubt outlives its answer."""

from pathlib import Path
from typing import Any

import pytest
from msgspec import convert, structs

from archive.model.extraction import Candidate, Evidence, Extraction
from archive.model.issue import Issue
from archive.model.record import Block, Discarded, Record
from archive.model.source import FrontMatter, SourceText, Written
from archive.record import settle
from archive.vietnamese.folding import identity_key

CASES = Path(__file__).with_name("settlings.txt")
AUTHORITY = ("Đảng bộ phường Bến Lụa", "Huyện ủy Bàu Sim")
SPELLINGS = {identity_key(name): name for name in AUTHORITY}
LISTS = ("unit", "byline", "photo_credit", "caption", "review")
BODY = Block("paragraph", "Sáng nay trời mưa.", (3,))


def cases() -> list[object]:
    """Each case of the file: what is given, and the fields of the record."""
    found = [block.partition("\n") for block in CASES.read_text("utf-8").split("\n== ")[1:]]
    return [pytest.param(*text.split("->\n"), id=title) for title, _, text in found]


def value_of(field: str, text: str) -> Any:
    """The value that a case writes."""
    if field == "checked":
        return text == "yes"
    if field in LISTS:
        return () if text == "unknown" else tuple(text.split("; "))
    return None if text == "unknown" else text


def shown(record: Record, field: str) -> str:
    """The value of a field, as a case writes it."""
    value = getattr(record, field)
    if field == "body":
        return "; ".join(f"{block.lines[0]}: {block.text}" for block in value)
    return ("; ".join(value) if isinstance(value, tuple) else value) or "unknown"


def given_fields(given: str, kind: str) -> dict[str, Any]:
    """The fields of one kind of a case's lines: `found`, `written`."""
    lines = [line.removeprefix(f"{kind} ") for line in given.splitlines() if line.startswith(f"{kind} ")]
    parted = [line.partition(" = ") for line in lines]
    return {field: value_of(field, text) for field, _, text in parted}


def evidence_of(given: str) -> tuple[Evidence, ...]:
    """Where the found fields stood."""
    lines = [line.split(" ", 3) for line in given.splitlines() if line.startswith("line ")]
    return tuple(
        Evidence(field, Candidate(words.removeprefix("= "), "rule", (int(number),), 1.0))
        for _, number, field, words in lines
    )


def source(**written: Any) -> SourceText:
    """An article file with that front matter."""
    return SourceText("articles/a.txt", "d1", "utf-8", "", front=FrontMatter(Written(**written)))


@pytest.mark.parametrize(("given", "expected"), cases())
def test_a_record_is_settled_as_the_case_says(given: str, expected: str) -> None:
    found = convert({"file": "articles/a.txt", **given_fields(given, "found")}, Record)
    extraction = Extraction(structs.replace(found, body=(BODY,)), evidence_of(given))
    article = settle(source(**given_fields(given, "written")), extraction, SPELLINGS)
    fields = [line.partition(" = ")[0] for line in expected.splitlines() if line]
    assert [f"{field} = {shown(article.record, field)}" for field in fields] == expected.split("\n")[: len(fields)]


def test_the_article_tells_which_fields_a_person_wrote() -> None:
    written = source(date="2014", headline="Mở đường", slug="mo-duong", checked=True, note="Xem lại ảnh")
    article = settle(written, Extraction(Record("articles/a.txt")))
    assert article.written == ("date", "headline")
    assert article.slug == "mo-duong"


def test_a_text_that_is_no_article_is_set_aside_with_an_issue() -> None:
    article = settle(source(), Extraction(Record("articles/a.txt", kind="not-article")))
    assert article.issues == (Issue("not-an-article", "articles/a.txt"),)


@pytest.mark.parametrize("written", [{"kind": "poem"}, {"headline": "Mở đường"}])
def test_a_text_that_a_person_calls_an_article_is_one_and_keeps_its_words(written: dict[str, str]) -> None:
    left_out = (Discarded(3, "Sáng nay trời mưa.", "not an article"),)
    found = Record("articles/a.txt", kind="not-article", discarded=left_out, review=("not-an-article", "date-missing"))
    article = settle(source(**written), Extraction(found))
    assert article.issues == ()
    assert article.record.kind == written.get("kind", "article")
    assert article.record.body == (BODY,)
    assert article.record.discarded == ()
    assert article.record.review == ("date-missing",)


def test_a_text_that_a_person_calls_no_article_is_none() -> None:
    article = settle(source(headline="Mục lục", kind="not-article"), Extraction(Record("a.txt", kind="not-article")))
    assert article.record.kind == "not-article"


def test_a_file_that_was_refused_is_not_called_no_article_as_well() -> None:
    refused = SourceText("articles/a.txt", "", "", "", issues=(Issue("file-binary", "articles/a.txt", 0, "error"),))
    assert settle(refused, Extraction(Record("articles/a.txt", kind="not-article"))).issues == refused.issues
