"""Rules that read one line are proved by files of lines and answers: dates, bylines, bodies."""

from pathlib import Path

import pytest

from archive.extract import load_vocabulary
from archive.extract.bodies import bodies_in
from archive.extract.credits import read_credit
from archive.extract.dateline import HEADLINE_LEFT, is_date_line, read_line
from archive.extract.unit import is_only_body

CASES = Path(__file__).with_name("cases")
VOCABULARY = load_vocabulary()
NOTHING = "nothing"


def cases(name: str) -> list[tuple[str, str]]:
    """The lines of a file with their answers, remarks and blank lines left out."""
    rows = CASES.joinpath(name).read_text(encoding="utf-8").splitlines()
    pairs = (row.rpartition(" => ") for row in rows if " => " in row and not row.startswith("#"))
    return [(line, answer) for line, _, answer in pairs]


@pytest.mark.parametrize(("line", "answer"), cases("dates.txt"))
def test_a_date_line_is_read(line: str, answer: str) -> None:
    day = read_line(line, VOCABULARY)
    accepted = day is not None and is_date_line(day, line, VOCABULARY) and day.rest != HEADLINE_LEFT
    assert (day.iso if day and accepted else NOTHING) == answer


@pytest.mark.parametrize(("line", "answer"), cases("bylines.txt"))
def test_a_byline_is_read(line: str, answer: str) -> None:
    credit = read_credit(line, VOCABULARY)
    if credit is None:
        assert answer == NOTHING
        return
    parts = [", ".join(credit.people)]
    parts += [f"({credit.office})"] if credit.office else []
    parts += [f"[{': '.join(filter(None, (credit.source, credit.address)))}]"] if credit.source else []
    parts += ["{" + ", ".join(credit.photographers) + "}"] if credit.photographers else []
    assert " ".join(part for part in parts if part) == answer


@pytest.mark.parametrize(("line", "answer"), cases("bodies.txt"))
def test_the_bodies_of_a_sentence_are_named(line: str, answer: str) -> None:
    named = [body for body in bodies_in(line, VOCABULARY) if body.named]
    told = (body.text + (" (post)" if body.post else "") + (" (orders)" if body.directs else "") for body in named)
    assert ("; ".join(told) or NOTHING) == answer


@pytest.mark.parametrize(
    ("line", "is_body"),
    [
        ("CHI BỘ KHU VỰC MẦM ĐO", True),
        ("ĐẢNG BỘ XÃ HÒA THỬ", True),
        ("ĐẢNG BỘ XÃ HÒA THỬ LÀM ĐƯỜNG", False),
        ("ĐẢNG ỦY XÃ TRAO QUÀ", False),
        ("ĐẢNG ỦY XÃ ĐO", False),
        ("CHI BỘ LÀM ĐƯỜNG", False),
    ],
)
def test_only_a_verb_that_ends_a_name_in_capitals_is_a_part_of_it(line: str, is_body: bool) -> None:
    assert is_only_body(line, VOCABULARY) == is_body
