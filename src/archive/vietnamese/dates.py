"""Says dates in Vietnamese words, and reads the dates that people write."""

import re
import unicodedata
from datetime import date, datetime, timedelta, timezone

from msgspec import Struct

from archive.patterns import pattern

VIETNAM = timezone(timedelta(hours=7))
"""The time of Việt Nam, UTC+7 the whole year round."""
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
    """The date that a person wrote; None when it is no date, an impossible one, or one with a year of two digits.

    Read are ISO 8601 at any precision (with `T` or a space, single digits allowed, an offset turned to the time in
    Việt Nam), day first numbers (`07/02/2017`, `7-2-2017 20:16`, `20:16 07/02/2017`), a month (`02/2017`), and the
    words that `date_words` gives, with or without the weekday, which must be the right one.

    >>> read_written_date("20:16 7/2/2017")
    WrittenDate(iso='2017-02-07T20:16', day_first=True)
    """
    if _USUAL.fullmatch(text) and _is_moment(text):
        return WrittenDate(text)
    composed = unicodedata.normalize("NFC", text).strip()
    matches = (pattern.fullmatch(composed) for pattern in _FORMS)
    found = next((match.groupdict() for match in matches if match), None)
    iso = _iso(found) if found else None
    return WrittenDate(iso, day_first="numbers" in (found or {})) if iso else None


def _is_moment(iso: str) -> bool:
    """Whether there is such a day, and such a time of day."""
    try:
        datetime.fromisoformat(iso)
    except ValueError:
        return False
    return True


def _weekday_name(day: str) -> str:
    return WEEKDAYS[date.fromisoformat(day).weekday()]


def _day_words(year: int, month: int = 0, day: int = 0) -> str:
    if not month:
        return f"năm {year}"
    return f"{day} tháng {month} năm {year}" if day else f"tháng {month} năm {year}"


_USUAL = pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T(?:[01][0-9]|2[0-3]):[0-9]{2}(?::[0-9]{2})?)?")
"""A day, with or without a clock, as it is answered."""
_CLOCK = r"(?P<hour>[0-9]{1,2})[:hg](?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.][0-9]{1,9})?)?"
_OFFSET = r"(?:\s?(?P<offset>Z|(?:GMT|UTC)?[+-][0-9]{1,2}(?::?[0-9]{2})?))?"
_NUMBERS = r"(?P<numbers>(?P<day>[0-9]{1,2})(?P<sign>[/.-])(?P<month>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4}))"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}),? )?"
_WORDS = r"(?:(?:(?:ngày )?(?P<day>[0-9]{1,2}) )?tháng (?P<month>[0-9]{1,2}),? )?năm (?P<year>[0-9]{4})"
_FORMS = tuple(
    pattern(form, re.IGNORECASE)
    for form in (
        rf"(?P<year>[0-9]{{4}})(?:-(?P<month>[0-9]{{1,2}})(?:-(?P<day>[0-9]{{1,2}})(?:(?:T|\s){_CLOCK}{_OFFSET})?)?)?",
        rf"{_NUMBERS}(?:,?\s(?:-\s)?{_CLOCK}{_OFFSET})?",
        rf"{_CLOCK},?\s(?:-\s)?{_NUMBERS}",
        r"(?P<month>[0-9]{1,2})[/-](?P<year>[0-9]{4})",
        rf"{_WEEKDAY}{_WORDS}(?:,? {_CLOCK})?",
    )
)


def _iso(found: dict[str, str | None]) -> str | None:
    """ISO 8601 of the parts that a form has found; None when there is no such day, or no such time of day."""
    moment = _moment(found)
    if moment is None or not _agrees(moment, found):
        return None
    if found.get("hour"):
        return moment.isoformat(timespec="seconds" if found.get("second") else "minutes")
    return moment.date().isoformat()[: 10 if found.get("day") else 7 if found.get("month") else 4]


_FIRST = {"year": 1, "month": 1, "day": 1, "hour": 0, "minute": 0, "second": 0}


def _moment(found: dict[str, str | None]) -> datetime | None:
    """The first moment that the parts allow, in the time of Việt Nam."""
    year, month, day, hour, minute, second = (int(found.get(part) or first) for part, first in _FIRST.items())
    offset = found.get("offset")
    try:
        moment = datetime(year, month, day, hour, minute, second)
        return moment.replace(tzinfo=_zone(offset)).astimezone(VIETNAM).replace(tzinfo=None) if offset else moment
    except (ValueError, OverflowError):
        return None


def _agrees(moment: datetime, found: dict[str, str | None]) -> bool:
    """Whether a clock has its day, and a weekday the day that it names."""
    weekday_name = found.get("weekday")
    if not found.get("day"):
        return not (found.get("hour") or weekday_name)
    return weekday_name is None or weekday_name.capitalize() == WEEKDAYS[moment.weekday()]


def _zone(offset: str) -> timezone:
    """The time zone of `+07:00`, `GMT+7` or `Z`."""
    sign, digits = offset.upper().removeprefix("GMT").removeprefix("UTC")[:1], re.sub("[^0-9]", "", offset)
    if sign == "Z":
        return timezone(timedelta())
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    return timezone((1 if sign == "+" else -1) * timedelta(hours=hours, minutes=minutes))
