"""Dates are said in words and read as people write them."""

import unicodedata
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese.dates import WrittenDate, date_words, read_written_date, weekday

CASES = Path(__file__).with_name("written_dates.txt").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("case", CASES)
def test_a_written_date_is_read(case: str) -> None:
    text, answer = (part.strip() for part in case.split("|"))
    iso, _, marked = answer.partition(" ")
    expected = None if iso == "-" else WrittenDate(iso, day_first=marked == "day first")
    assert read_written_date(text) == expected


def test_decomposed_words_are_read() -> None:
    assert read_written_date(unicodedata.normalize("NFD", "ngày 13 tháng 7 năm 2014")) == WrittenDate("2014-07-13")


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2014-07-13T20:16:05", "Chủ nhật, 13 tháng 7 năm 2014, 20:16"),
        ("2014-07-13T20:16", "Chủ nhật, 13 tháng 7 năm 2014, 20:16"),
        ("2013-09-05", "Thứ năm, 5 tháng 9 năm 2013"),
        ("2014-07", "tháng 7 năm 2014"),
        ("2014", "năm 2014"),
    ],
)
def test_a_date_is_said_at_its_own_precision(iso: str, words: str) -> None:
    assert date_words(iso) == words


def test_the_weekday_can_be_left_out() -> None:
    assert date_words("2014-07-13T20:16", weekday=False) == "13 tháng 7 năm 2014, 20:16"
    assert date_words("2014-07", weekday=False) == "tháng 7 năm 2014"


def test_the_days_of_a_week_have_their_names() -> None:
    names = ["Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật"]
    assert [weekday(f"2024-01-0{day}") for day in range(1, 8)] == names
    assert weekday("2024-01-01T23:59") == "Thứ hai"


@given(st.datetimes(min_value=datetime(1000, 1, 1)), st.sampled_from([4, 7, 10, 16]), st.booleans())
def test_a_date_said_in_words_is_read_back(moment: datetime, precision: int, with_weekday: bool) -> None:
    iso = moment.isoformat()[:precision]
    assert read_written_date(date_words(iso, with_weekday)) == WrittenDate(iso)


@given(st.text(), st.text("0123456789-/:.T +Z", max_size=30))
def test_no_text_stops_the_reading(text: str, datelike: str) -> None:
    read_written_date(text)
    read_written_date(datelike)
