"""Short forms are learned where an article explains them, and nowhere else."""

from pathlib import Path

import pytest

from archive.search.abbreviations import abbreviation_table, learn

CASES = Path(__file__).parent / "cases"


def cases(name: str, separator: str) -> list[tuple[str, ...]]:
    """The cases of a file: the parts of each line that has the separator, after the blank line under its heading."""
    _, _, lines = (CASES / f"{name}.txt").read_text("utf-8").partition("\n\n")
    return [tuple(part.strip() for part in line.split(separator)) for line in lines.splitlines() if separator in line]


@pytest.mark.parametrize(("text", "learned"), cases("abbreviations", "→"))
def test_a_text_explains_a_short_form(text: str, learned: str) -> None:
    found = " ".join(f"{short} = {long}" for short, long in learn([text]))
    assert (found or "-") == learned


def test_what_editors_write_comes_before_what_was_learned() -> None:
    table = abbreviation_table([(("htn", "hai thôn nho?"), 9)], {"HTN": ["Hội Thử nghiệm"]})
    assert table["htn"] == ["hôi. thư? nghiêm.", "hai thôn nho?"]


def test_what_more_articles_explain_comes_first() -> None:
    table = abbreviation_table([(("xyz", "a b c"), 2), (("xyz", "d e f"), 5)], {})
    assert table["xyz"] == ["d e f", "a b c"]


def test_well_known_short_forms_are_there_from_the_start() -> None:
    assert abbreviation_table([], {})["ubnd"] == ["uy? ban nhân dân"]
