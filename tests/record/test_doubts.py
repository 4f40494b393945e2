"""A reason for review leads to the line and the value it is about, and nothing in doubt passes for known."""

import pytest

from archive.extract import REVIEW_REASONS
from archive.model.article import Article
from archive.model.extraction import Candidate, Evidence
from archive.model.record import Record
from archive.model.report import Doubt
from archive.record import doubts, without_doubtful
from archive.record.doubts import field_of

RECORD = Record("a.txt", date="2014-07-13", headline="Hàng dừa", byline=("Hồng Lĩnh", "Thu Lê"))
BYLINE = Evidence("byline", Candidate("Hồng Lĩnh; Thu Lê", "name_alone", (9, 10), 0.6))
ABOUT_THE_WHOLE_TEXT = {"damaged-text", "not-an-article"}


@pytest.mark.parametrize("code", REVIEW_REASONS)
def test_every_reason_is_about_a_field_or_about_the_whole_text(code: str) -> None:
    assert bool(field_of(code)) is (code not in ABOUT_THE_WHOLE_TEXT)


@pytest.mark.parametrize(
    ("reason", "doubt"),
    [
        ("byline-weak", Doubt("byline-weak", "byline", 9, "Hồng Lĩnh; Thu Lê")),
        ("date-conflict:2014-07-12", Doubt("date-conflict:2014-07-12", "date", 0, "2014-07-13")),
        ("unit-missing:Mỹ Trâm", Doubt("unit-missing:Mỹ Trâm", "unit", 0, "")),
        ("damaged-text:7", Doubt("damaged-text:7", "", 7, "")),
        ("not-an-article", Doubt("not-an-article")),
    ],
)
def test_a_doubt_has_its_line_and_its_value_where_they_are_known(reason: str, doubt: Doubt) -> None:
    record = Record("a.txt", date="2014-07-13", byline=("Hồng Lĩnh", "Thu Lê"), review=(reason,))
    assert doubts(Article(record, "", evidence=(BYLINE,))) == (doubt,)


def test_without_doubtful_values_the_others_stay() -> None:
    record = Record(
        "a.txt", date="2014-07-13", headline="A", byline=("B",), review=("byline-weak", "weekday-disagrees:Thứ Ba")
    )
    assert without_doubtful(record) == Record("a.txt", headline="A", review=record.review)


def test_a_record_without_doubts_is_whole() -> None:
    assert without_doubtful(RECORD) == RECORD
