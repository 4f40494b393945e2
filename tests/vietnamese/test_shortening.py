"""A text that is too long ends at a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese.shortening import shortened


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
