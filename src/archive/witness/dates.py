"""Votes on the order of the figures in a source's dates: which comes first, the day or the month."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from archive.model.examination import Examination
from archive.model.issue import Issue
from archive.patterns import pattern

PROOF = 2
"""Dates that must have the month first, and outnumber those that cannot, before those that tell nothing are doubted."""
UNREADABLE = "date that cannot be read"
"""The reason for which extraction leaves out figures that are no date with the day first."""

Order = Literal["day-first", "month-first", "either"]


class DateLine(Struct, frozen=True, gc=False):
    """A printed date, as far as its figures tell in which order they stand."""

    line: int
    """1-based line of the file."""
    text: str
    """As printed: `11/18/2024`."""
    order: Order
    """`either` when both figures could be a month."""
    day_first: bool
    """Whether the record has the first figure as its day."""
    settled: bool
    """Whether a person wrote the date or looked the record over."""


Dated = tuple[str, DateLine]
"""A file and its date."""


def date_line(one: Examination) -> DateLine | None:
    """The printed date of an article, one that extraction could not read included; None when it tells no order."""
    texts = {line.number: line.text for line in one.text.lines}
    settled = one.source.front.written.checked or "date" in one.article.written
    for number in _printed_on(one):
        match = _FIGURES.search(texts[number])
        order = order_of(int(match[1]), int(match[2])) if match else None
        if match and order:
            return DateLine(number, match[0], order, _is_day_first(one, match), settled)
    return None


def order_of(first: int, second: int) -> Order | None:
    """What two figures of a date tell about their order; None when it makes no difference or they are no date.

    >>> order_of(18, 11), order_of(11, 18), order_of(2, 7), order_of(7, 7), order_of(18, 18)
    ('day-first', 'month-first', 'either', None, None)
    """
    if not (1 <= min(first, second) <= 12 and max(first, second) <= 31) or first == second:
        return None
    if max(first, second) <= 12:
        return "either"
    return "day-first" if first > 12 else "month-first"


def date_contradictions(source: str, dated: Sequence[Dated]) -> Iterator[Issue]:
    """The dates of a source that stand against the others, and those that only the others could explain."""
    day = [one for one in dated if one[1].order == "day-first"]
    month = [one for one in dated if one[1].order == "month-first"]
    if day and month:
        few, many = (day, month) if len(month) > len(day) else (month, day)
        yield from (_against(one, source, len(many)) for one in few if not one[1].settled)
    if len(month) >= max(PROOF, len(day) + 1):
        doubtful = (one for one in dated if one[1].order == "either" and one[1].day_first and not one[1].settled)
        yield from (_doubtful(one, source, len(month)) for one in doubtful)


def _printed_on(one: Examination) -> Iterator[int]:
    """The lines from which the date was read; when there are none, those that could not be read."""
    found = one.extraction
    chosen = [known.chosen for known in found.evidence if known.field == "date"]
    unread = [left.line for left in found.found.discarded if left.reason == UNREADABLE]
    yield from chosen[0].lines if chosen else unread


def _is_day_first(one: Examination, figures: re.Match[str]) -> bool:
    return f"{figures[3]}-{int(figures[2]):02}-{int(figures[1]):02}" == (one.extraction.found.date or "")[:10]


def _against(one: Dated, source: str, others: int) -> Issue:
    file, date = one
    values = {"text": date.text, "source": source, "count": str(others)}
    if date.order == "month-first":
        return Issue("date-only-month-first", file, date.line, values=values)
    return Issue("date-only-day-first", file, date.line, values=values)


def _doubtful(one: Dated, source: str, others: int) -> Issue:
    file, date = one
    values = {"text": date.text, "source": source, "count": str(others)}
    return Issue("date-perhaps-month-first", file, date.line, values=values)


_FIGURES = pattern(r"(?<![\d/])(\d{1,2})\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?((?:19|20)\d\d)(?![\d/])")
