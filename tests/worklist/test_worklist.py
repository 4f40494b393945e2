"""The queue for review opens right in a spreadsheet."""

import csv

import pytest

from archive.messages import use_language
from archive.model.report import Doubt, Waiting
from archive.worklist import worklist

QUEUE = (
    Waiting(
        "articles/b.txt",
        ("x", "y"),
        (Doubt("byline-weak", "byline", 9, "=Hồng; Lĩnh"), Doubt("damaged-text:7", line=7)),
    ),
    Waiting("articles/a, b.txt", ("z",), (Doubt("headline-missing", "headline"),)),
)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    use_language("en")


def test_each_reason_is_a_row_in_the_order_of_the_queue() -> None:
    rows = [*csv.reader(worklist(QUEUE).decode("utf-8-sig").splitlines())]
    assert rows[0] == ["File", "Line", "Field", "Reason", "Value", "Code"]
    assert [(row[0], row[1], row[2], row[5]) for row in rows[1:]] == [
        ("articles/b.txt", "9", "byline", "byline-weak"),
        ("articles/b.txt", "7", "", "damaged-text"),
        ("articles/a, b.txt", "", "headline", "headline-missing"),
    ]
    assert rows[3][3] == "The text has no headline."


def test_no_cell_is_taken_for_a_formula() -> None:
    assert b",'=H" in worklist(QUEUE)


def test_a_spreadsheet_sees_that_it_is_utf_8_with_its_own_line_ends() -> None:
    content = worklist(QUEUE)
    assert content.startswith(b"\xef\xbb\xbfFile,")
    assert content.count(b"\r\n") == content.count(b"\n") == 4


def test_an_empty_queue_has_its_headings() -> None:
    assert worklist(()).count(b"\r\n") == 1


def test_the_headings_speak_the_language_of_the_messages() -> None:
    use_language("vi")
    assert worklist(()).decode("utf-8-sig").startswith("Tệp,Dòng,")
