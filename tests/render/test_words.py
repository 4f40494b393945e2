"""Counts, spans and cut sentences read as Vietnamese writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.render.words import number, shortened, span


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


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("Chi bộ họp đúng giờ", 19, "Chi bộ họp đúng giờ"),
        ("Chi bộ họp đúng giờ", 18, "Chi bộ họp đúng…"),
        ("Họp, rồi thôi", 6, "Họp…"),
        ("Nghiêngnghiêng", 6, "Nghiê…"),
    ],
)
def test_a_sentence_is_cut_at_a_word(text: str, limit: int, short: str) -> None:
    assert shortened(text, limit) == short


@given(st.text(), st.integers(min_value=1, max_value=80))
def test_a_cut_sentence_is_never_longer_than_asked(text: str, limit: int) -> None:
    assert len(shortened(text, limit)) <= limit
