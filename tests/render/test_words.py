"""Counts and spans read as Vietnamese writes them."""

import pytest

from archive.render.words import number, span


@pytest.mark.parametrize(("count", "written"), [(0, "0"), (999, "999"), (1234, "1.234"), (1234567, "1.234.567")])
def test_thousands_are_parted_by_points(count: int, written: str) -> None:
    assert number(count) == written


@pytest.mark.parametrize(
    ("years", "words"),
    [
        (["2014"], "1 bài, 2014"),
        (["2021", "2009", "", "2014"], "4 bài, 2009–2021"),
        (["", ""], "2 bài"),
        ([], "0 bài"),
    ],
)
def test_a_span_tells_how_many_articles_over_which_years(years: list[str], words: str) -> None:
    assert span(len(years), years) == words
