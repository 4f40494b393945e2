"""Says dates in Vietnamese words, and reads the dates that people write."""

import re
from datetime import date, datetime, timedelta, timezone

from msgspec import Struct

VIETNAM = timezone(timedelta(hours=7))
"""Time in Việt Nam, the whole year round since 13 June 1975."""
WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
"""Names of the days of the week, Monday first as in `date.weekday`."""


class WrittenDate(Struct, frozen=True):
    """A date as a person wrote it, read."""

    iso: str
    """ISO 8601 at the precision written, from `2014` to `2014-07-13T20:16:05`; local time in Việt Nam."""
    day_first: bool = False
    """True when it was written in numbers such as `07/02/2017`, read as day, month, year."""


def date_words(iso: str, weekday: bool = True) -> str:
    """The date in words at its own precision; seconds are not said.

    `iso` is a valid date as in `Record.date`. Without `weekday` the day of the week is left out.

    >>> date_words("2014-07-13T20:16")
    'Chủ nhật, 13 tháng 7 năm 2014, 20:16'
    >>> date_words("2014-07")
    'tháng 7 năm 2014'
    """
    day, _, clock = iso.partition("T")
    words = _day_words(*(int(part) for part in day.split("-")))
    if weekday and len(day) == len("2014-07-13"):
        words = f"{_weekday_name(day)}, {words}"
    return f"{words}, {clock[:5]}" if clock else words


def weekday(iso: str) -> str:
    """The name of the weekday of a full date, with or without a clock: `Chủ nhật`."""
    return _weekday_name(iso[:10])


def read_written_date(text: str) -> WrittenDate | None:
    """The date that a person wrote, or None when it is no date, an impossible one, or has a year of two digits.

    Read are ISO 8601 at any precision (with `T` or a space, single digits allowed, an offset turned to the time in
    Việt Nam), day first numbers (`07/02/2017`, `7-2-2017 20:16`, `20:16 07/02/2017`), a month (`02/2017`), and the
    words that `date_words` gives, with or without the weekday.

    >>> read_written_date("20:16 7/2/2017")
    WrittenDate(iso='2017-02-07T20:16', day_first=True)
    """
    matches = (pattern.fullmatch(text.strip()) for pattern in _FORMS)
    found = next((match.groupdict() for match in matches if match), None)
    iso = _iso(found) if found else None
    return WrittenDate(iso, day_first="numbers" in (found or {})) if iso else None


def _weekday_name(day: str) -> str:
    return WEEKDAYS[date.fromisoformat(day).weekday()]


def _day_words(year: int, month: int = 0, day: int = 0) -> str:
    if not month:
        return f"năm {year}"
    return f"{day} tháng {month} năm {year}" if day else f"tháng {month} năm {year}"


_CLOCK = r"(?P<hour>[0-9]{1,2})[:hg](?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.][0-9]{1,9})?)?"
_OFFSET = r"(?:\s?(?P<offset>Z|(?:GMT|UTC)?[+-][0-9]{1,2}(?::?[0-9]{2})?))?"
_NUMBERS = r"(?P<numbers>(?P<day>[0-9]{1,2})(?P<sign>[/.-])(?P<month>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4}))"
_WEEKDAY = r"(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),? )?"
_WORDS = r"(?:(?:(?:ngày )?(?P<day>[0-9]{1,2}) )?tháng (?P<month>[0-9]{1,2}),? )?năm (?P<year>[0-9]{4})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<year>[0-9]{{4}})(?:-(?P<month>[0-9]{{1,2}})(?:-(?P<day>[0-9]{{1,2}})(?:(?:T|\s){_CLOCK}{_OFFSET})?)?)?",
        rf"{_NUMBERS}(?:,?\s(?:-\s)?{_CLOCK}{_OFFSET})?",
        rf"{_CLOCK},?\s(?:-\s)?{_NUMBERS}",
        r"(?P<month>[0-9]{1,2})[/-](?P<year>[0-9]{4})",
        rf"{_WEEKDAY}{_WORDS}(?:,? {_CLOCK})?",
    )
)


def _iso(found: dict[str, str | None]) -> str | None:
    """ISO 8601 of the parts that a form has found; None when there is no such day or no such time of day."""
    year, month, day, hour, minute, second = (
        int(found.get(part) or 0) for part in ("year", "month", "day", "hour", "minute", "second")
    )
    clock = bool(found.get("hour"))
    if (clock and not found.get("day")) or not _given_parts_are_possible(found):
        return None
    try:
        moment = datetime(year, month or 1, day or 1, hour, minute, second, tzinfo=_zone(found.get("offset")))
        moment = moment.astimezone(VIETNAM)
    except (ValueError, OverflowError):
        return None
    if not clock:
        return moment.date().isoformat()[: 10 if day else 7 if month else 4]
    return moment.replace(tzinfo=None).isoformat(timespec="seconds" if found.get("second") else "minutes")


def _given_parts_are_possible(found: dict[str, str | None]) -> bool:
    return all(int(found.get(part) or 1) > 0 for part in ("year", "month", "day"))


def _zone(offset: str | None) -> timezone:
    """The time zone of `+07:00`, `GMT+7` or `Z`; the one of Việt Nam when none is written."""
    if offset is None:
        return VIETNAM
    sign, digits = offset.upper().removeprefix("GMT").removeprefix("UTC")[:1], re.sub("[^0-9]", "", offset)
    if sign == "Z":
        return timezone(timedelta())
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    return timezone((1 if sign == "+" else -1) * timedelta(hours=hours, minutes=minutes))
