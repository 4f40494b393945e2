"""Reads the day of the event from the first paragraphs; a missing year is completed from the date of publication."""

import re
from datetime import date, timedelta

from archive.extract.draft import Draft
from archive.extract.shape import has_digit
from archive.patterns import pattern

NEWS = timedelta(days=60)
"""How long after the day of an event reports on it are printed at most."""
REACH = 700
"""Characters of the lead that are read."""

_SIGN = pattern(r"[/.\-]\s?\d{1,2}(?!\d)")
_MONTH = pattern(r"tháng\s+\d")
"""One of these stands in every day: a sign or a word in front of the month."""
_EVENT = pattern(
    r"(?<![^\W\d_])(?:(?:Rạng )?[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]rưa|[Nn]gày|[Hh]ôm nay|[Ll]úc|[Đđ]êm|[Tt]ừ|[Cc]hủ nhật"
    r"|[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7]))"
    r"(?: nay| qua)?[,\s]{0,2}(?:\(|ngày |hôm )?\s?(?P<d>\d{1,2})"
    r"(?:\s?(?:[-–,]|và|đến|tới)\s?(?:ngày\s)?\d{1,2}(?=\s?[./-]\d))?"
    r"(?:\s?[./\-]\s?|\s+tháng\s+)(?P<m>\d{1,2})(?!\d|%|\s?(?:giờ|chi bộ|đảng viên|xã))"
    r"(?:(?:\s?[./\-]\s?|\s+năm\s+)(?P<y>(?:19|20)\d\d)(?!\d))?"
)
_DOCUMENT = pattern(
    r"(?:(?<!on )[Ss]ố\s|/[A-ZĐ]|-[A-ZĐ]{2}"
    r"|[Kk]ế hoạch|[Nn]ghị quyết|[Cc]hỉ thị|[Hh]ướng dẫn|[Cc]ông văn|[Cc]hương trình|phát sóng)"
    r"[^.]{0,50}$"
)
_HOUR = pattern(r"(?:rạng )?sáng|trưa|chiều|tối|đêm", re.IGNORECASE)
"""By these no document is told: `Kế hoạch số 5 ngày 2/8/2019 của Thành ủy, tối ngày 3/12/2019 …`."""
_WILL = pattern(r"\ssẽ\s[^.!?]*$")
"""What has not happened yet when it is told."""
_BEFORE = pattern(
    r"(?:trước|đến|hết|kết thúc|(?:chào )?mừng|hướng tới|kỷ niệm[^.]{0,40}|thành lập[^.]{0,30}|sinh)\s*$", re.IGNORECASE
)


def opens_with_day(text: str) -> bool:
    """Whether a text begins with the day of an event, as a story does and hardly a headline: `Chiều 15/4, …`."""
    match = _EVENT.match(text)
    return match is not None and text[match.end() : match.end() + 1] == ","


def event_date(draft: Draft) -> None:
    """The first day that the lead names for what happened. Leaves alone days of documents, anniversaries, deadlines."""
    text = (draft.lead or "")[:REACH]
    if not _may_tell_day(text):
        return
    for match in _EVENT.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        at_hour = before.endswith(", ") and _HOUR.match(match[0])
        if (_DOCUMENT.search(before) and not at_hour) or _BEFORE.search(before):
            continue
        announced = _WILL.search(before) is not None or _is_soon(match, draft.date)
        day = _completed(match["d"], match["m"], match["y"], draft.date, announced)
        if day is None:
            continue
        draft.event_date = day
        piece = next(piece for piece in draft.pieces if piece.owner == "lead")
        draft.note("event_date", day, "event_date", [piece], 0.9 if match["y"] else 0.75)
        if not announced:
            _compare(draft, day, match["y"] is None)
        return


def _may_tell_day(text: str) -> bool:
    """Whether a sign or a word stands in front of a number, as in every day; that there is none is seen soonest."""
    if not has_digit(text):
        return False
    behind = (rest[:2].strip()[:1] for sign in "/.-" for rest in text.split(sign)[1:])
    signed = any(map(str.isdigit, behind)) and _SIGN.search(text) is not None
    return signed or _MONTH.search(text) is not None


def _is_soon(match: re.Match[str], printed: str | None) -> bool:
    """Whether something begins, `Từ ngày 1-6`, on a day that comes soon after publication."""
    if match["y"] or match[0][0] not in "Tt" or not match[0].lower().startswith("từ"):
        return False
    day = _completed(match["d"], match["m"], None, printed, announced=True)
    return day is not None and date.fromisoformat(day) < date.fromisoformat((printed or day)[: len(day)]) + NEWS


def _completed(day: str, month: str, year: str | None, printed: str | None, announced: bool) -> str | None:
    """The day in ISO 8601; without a year, the latest such day that is not after publication, or the first not before
    it when the event is only announced."""
    try:
        if year:
            return date(int(year), int(month), int(day)).isoformat()
        if printed is None or len(printed) < 10:
            return None
        published = date.fromisoformat(printed[:10])
        same = date(published.year, int(month), int(day))
        wrong = same < published if announced else same > published
        return same.replace(year=same.year + (announced or -1) * wrong).isoformat()
    except ValueError:
        return None


def _compare(draft: Draft, day: str, this_year: bool) -> None:
    """An event after its own report means that one of the two days was misread; so does one long before it, when the
    text tells it without a year, as news do."""
    if draft.date is None or len(draft.date) < len(day):
        return
    printed = date.fromisoformat(draft.date[: len(day)])
    if date.fromisoformat(day) > printed:
        draft.doubt("date-before-event", day)
    elif this_year and date.fromisoformat(day) < printed - NEWS:
        draft.doubt("date-after-event", day)
