"""Finds the date that the publisher printed for the article, and nothing else that looks like one."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

from msgspec import Struct, structs

from archive.extract.beside import Beside, read_beside
from archive.extract.credits import Credit, read_credit
from archive.extract.draft import Draft, Piece
from archive.extract.shape import SHORT, has_digit, is_closed
from archive.extract.vocabulary import (
    REMEMBERED,
    Vocabulary,
    any_of,
    holds_any,
    label_and_value,
    label_key,
    opens_with,
    words_of,
)
from archive.model.extraction import Candidate
from archive.patterns import pattern
from archive.vietnamese.folding import fold, identity_key
from archive.vietnamese.names import is_name
from archive.vietnamese.numerals import NUMERALS, number_in_words

LONGEST = 140
"""Characters up to which a line is looked at for a date; with a headline in front, up to `SHORT` and this."""
MOST_WORDS = 5
"""Words that may stand beside a date without being known: a section, a place, a name."""
LONGEST_PAPER = 10
"""Words of the longest name of who prints a paper."""
OVER_MENU = 4
"""Lines below the site's own clock among which its menu begins."""
FOOTER = "+ footer"
"""The section of `junk.txt` with what stands at the foot of each page: `Giấy phép số 11 cấp ngày 20/8/2019`."""
FEW = 2
"""Lines between the site's own clock and the date of the article at least."""
RELATED = "+ related or most-read link"
"""The section of `junk.txt` with labels over other articles."""
UNDER_LABEL = 2
"""Lines below such a label among which the date of the first of them stands."""
LONGEST_LEVEL = 20
"""Characters in which the word for the level of a place stands in front of its name."""
SIGNATURE = 4
"""Lines at the end of a page without running text among which place and day stand over the author."""
IN_TEXT = 0.94
"""How sure a date is that opens the text; another day above it is a conflict."""
CLOCK = 0.3
"""How much less sure a date without label is above one that has it."""
NEWS_ON_THE_WEB = 1996
"""No page of the web printed a date behind its headline before."""
FIRST_YEAR = 1930
"""No news of the Party was printed before."""


class Day(Struct, frozen=True):
    """A date read from a text."""

    iso: str
    weekday: int = 0
    """1 for Monday to 7 for Sunday when the text says one, else 0."""
    stamp: bool = False
    """Written by a machine for machines: `2019-03-14 08:15:22.0`."""
    update: bool = False
    """Told as the day of a change."""
    doubtful: bool = False
    """Day and month may have changed places."""
    rest: str = ""
    """What stands on the line beside the date, its clock and its labels."""
    blank_day: bool = False
    """The day was left blank, or only the month is told."""
    words: bool = False
    """Written as `ngày 3 tháng 2 năm 2017`."""
    labelled: bool = False
    """Told as the day of publication: `Ngày đăng: …`."""
    odd_clock: bool = False
    """What stands in the place of the time of day is none: `25:61`."""
    own: bool = False
    """Told as the moment at which the page was shown or printed."""


class Found(Struct, frozen=True):
    """A date and where it was found."""

    piece: Piece
    day: Day
    rule: str
    confidence: float
    above: bool = True
    """Whether it stands above the running text."""


def dateline(draft: Draft) -> None:
    """Finds the date line, claims it, and gives what else stands on it to the field it belongs to.

    Leaves alone every date in running text, in tables and in numbers of documents. Of two dates the one that is not
    told as a change wins; two that disagree without a label are a conflict.
    """
    candidates = sorted(_candidates(draft), key=lambda one: -one.confidence)
    for one in candidates:
        if one.day.own:
            draft.discard(one.piece, "page widget")
    found = [one for one in candidates if not one.day.own]
    if len(found) > 1:  # only beside another is a date less sure
        found = _without_clocks(draft, _below_mail_head(draft, found))
    if not found:
        _unreadable(draft)
        return
    best = found[0]
    for one in found:
        if one.rule != "date_in_text" and one.confidence > 0.5 and (one is best or one.above):
            _claim(draft, one)
        late = not one.above and (one.day.update or (best.day.labelled and not one.day.labelled and not one.day.rest))
        if one is not best and ((one.above and _is_site_clock(one, best)) or late):
            draft.discard(one.piece, "page widget")
        elif not one.piece.owner and one is not best and one.day.iso == best.day.iso and not one.day.rest:
            draft.discard(one.piece, "printed again")
    draft.date, draft.date_status = best.day.iso, "stamp" if best.day.stamp and not best.day.labelled else "printed"
    draft.note("date", best.day.iso, best.rule, [best.piece], best.confidence)
    draft.beaten("date", [Candidate(one.day.iso, one.rule, one.piece.lines, one.confidence) for one in found[1:]])
    _doubt(draft, best, found[1:])


def _without_clocks(draft: Draft, found: list[Found]) -> list[Found]:
    """The dates, those that stand beside a labelled one without a label of their own less sure.

    Above it they are the site's own clock; below the text they tell when it was written or changed.
    """
    labelled = [one for one in found if one.day.labelled and not one.day.update]
    if not labelled:
        return _without_later(_below_clock(draft, found))
    above = [one.piece.lines for one in labelled if one.above]
    below = len(above) < len(labelled)
    first = min(above, default=())

    def may_be_clock(one: Found) -> bool:
        return not one.day.labelled and (one.piece.lines < first if one.above else below)

    return _less_sure(found, may_be_clock)


def _less_sure(found: list[Found], doubtful: Callable[[Found], bool]) -> list[Found]:
    """The dates, surest first, the doubtful ones less sure than they were."""
    weighed = (
        structs.replace(one, confidence=round(one.confidence - CLOCK, 2)) if doubtful(one) else one for one in found
    )
    return sorted(weighed, key=lambda one: -one.confidence)


def _below_clock(draft: Draft, found: list[Found]) -> list[Found]:
    """The dates, that on the first line less sure where a line further down, yet above the text, tells an earlier day
    with its hour: the site's own clock tells today.
    """
    first = next((one for one in found if one.piece is draft.pieces[0] and one.above), None)
    if first is None or not any(_is_earlier(one, first) for one in found):
        return found
    return _less_sure(found, lambda one: one is first)


def _is_earlier(one: Found, first: Found) -> bool:
    """Whether a date with its hour is earlier than that of the first line and stands some lines below it."""
    below = one.above and one.piece.lines[0] > first.piece.lines[0] + FEW
    return below and "T" in one.day.iso and one.day.iso[:10] < first.day.iso[:10]


def _below_mail_head(draft: Draft, found: list[Found]) -> list[Found]:
    """The dates, that of a mail less sure where what it carries has its own above its text."""
    labels = draft.vocabulary.mail_labels

    def is_sent(one: Found) -> bool:
        parts = label_and_value(one.piece.text)
        return parts is not None and parts[0] in labels

    sent = [is_sent(one) for one in found]
    has_own = any(one.above and not its for one, its in zip(found, sent, strict=True))
    return _less_sure(found, is_sent) if any(sent) and has_own and _is_mail(draft) else found


def _is_mail(draft: Draft) -> bool:
    return any(piece.reason == "mail head" for piece in draft.pieces[: draft.first_prose])


def _without_later(found: list[Found]) -> list[Found]:
    """The dates without those above the day of a change below them that are later: the site's own clock tells today."""
    changes = [one for one in found if one.day.update and one.above]
    return [
        one
        for one in found
        if one.day.update
        or not any(one.piece.lines < change.piece.lines and one.day.iso[:10] > change.day.iso for change in changes)
    ]


def _unreadable(draft: Draft) -> None:
    """Discards a line of numbers that looks like a date and is none that the calendar has, and tells a person."""
    for piece in draft.pieces[: draft.first_prose]:
        if not (piece.owner or piece.text[0].isalpha()) and len(piece.text) < 40 and _LIKE_A_DATE.fullmatch(piece.text):
            draft.discard(piece, "date that cannot be read")
            draft.doubt("date-unreadable", piece.text)


def _is_site_clock(one: Found, best: Found) -> bool:
    return one.confidence < best.confidence - 0.1 and one.piece.lines < best.piece.lines and not one.day.words


def _doubt(draft: Draft, best: Found, others: list[Found]) -> None:
    rivals = [one for one in others if one.day.iso[:10] != best.day.iso[:10] and not one.day.update]
    if any(one.confidence >= best.confidence - 0.05 for one in rivals):
        draft.date_status = "conflict"
        draft.doubt("date-conflict", rivals[0].day.iso)
    day = best.day
    if day.weekday and len(day.iso) >= 10 and date.fromisoformat(day.iso[:10]).isoweekday() != day.weekday:
        draft.doubt("weekday-disagrees", WEEKDAY_NAMES[day.weekday])
    if day.odd_clock:
        draft.doubt("clock-impossible", day.iso)
    if day.doubtful:
        draft.doubt("date-order-ambiguous", day.iso[:10])
    if best.confidence < 0.7:
        draft.doubt("date-weak", day.iso)


WEEKDAY_NAMES = ("", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


# Where a date line can stand


def _candidates(draft: Draft) -> Iterator[Found]:
    """The dates that may be the printed one: above the text, in its first words, and behind it.

    Leaves alone the dates of other articles below the text.
    """
    end = draft.first_prose
    for place, piece in enumerate(draft.pieces):
        if piece.owner:
            continue
        text = piece.text
        if len(text) > SHORT + LONGEST or not (len(text) <= LONGEST or place < end):
            if place == end:
                yield from _in_first_words(piece)
            continue
        dated = _has_year(text) or _may_be_in_words(text)
        day = read_line(text, draft.vocabulary) if dated else None
        if day and place > end and _is_of_another(draft, place, day):
            continue
        behind = place > end or (end == len(draft.pieces) and place >= end - SIGNATURE)
        if day and behind and _tells_where(text, draft):
            day = structs.replace(day, rest="")
        if day and is_date_line(day, text, draft.vocabulary):
            document = draft.kind == "document"
            over_menu = not document and _is_over_menu(draft, place)
            yield _placed(piece, day, place, len(draft.pieces) if document else end, over_menu)
        elif place == end or (text[0] == "(" and place < end):
            yield from _in_first_words(piece)
        if place != end and text[0] == "(" and text[-1] == ")":
            yield from _on_air(draft, piece)
    if end < len(draft.pieces):
        yield from _on_air(draft, draft.pieces[end])


def _tells_where(text: str, draft: Draft) -> bool:
    """Whether a line below the text says where and when it was written, and not by whom: `Vàm Lác, 12/8/2016`.

    A place may have the form of a full name; then the text has its level in front of it: `huyện Trần Văn Thử`.
    """
    if not _PLACE_AND_DAY_ALONE.fullmatch(text):
        return False
    place = text.partition(",")[0]
    if " - " in place:
        credit = read_credit(place, draft.vocabulary)
        return not any(_has_common_surname(name, draft.vocabulary) for name in (credit.people if credit else ()))
    full_name = place.count(" ") > 1 and _has_common_surname(place, draft.vocabulary) and is_name(place)
    return not full_name or _is_told_as_place(place, draft)


def _has_common_surname(name: str, vocabulary: Vocabulary) -> bool:
    return words_of(name)[0] in vocabulary.common_surnames


def _is_told_as_place(name: str, draft: Draft) -> bool:
    """Whether the word for the level of a place stands in front of a name anywhere in the text."""
    passages = (piece.text.split(name)[:-1] for piece in draft.pieces if name in piece.text)
    fronts = (front[-LONGEST_LEVEL:] for fronts in passages for front in fronts)
    return any(front[-1:] == " " and draft.vocabulary.level_at_end(words_of(front)) for front in fronts)


def _is_over_menu(draft: Draft, place: int) -> bool:
    """Whether a label of the site's menu stands close below: then the date is the site's own clock."""
    below = draft.pieces[place + 1 : min(place + OVER_MENU, draft.first_prose)]
    words = draft.vocabulary
    return any(
        opens_with(words.label_openings, piece.key) and words.junk.section(piece.key) == "site menu" for piece in below
    )


def _is_of_another(draft: Draft, place: int, day: Day) -> bool:
    """Whether a date below the text is another article's, which a label or a title leads to, or in a footer."""
    sections = draft.vocabulary.junk
    if day.rest == HEADLINE_LEFT or sections.section(draft.pieces[place].key) == FOOTER:
        return True
    above = draft.pieces[max(draft.first_prose, place - UNDER_LABEL) : place]
    return not day.rest and any(sections.section(piece.key) == RELATED for piece in above)


def _placed(piece: Piece, day: Day, place: int, end: int, over_menu: bool) -> Found:
    """A line above the text is surest; one behind it needs no other, one amid it is hardly a date line."""
    sure = (0.85 if day.words else 0.98) if place < end else (0.55 if day.words else 0.75)
    sure -= 0.35 * (over_menu or _POST.search(piece.text) is not None)
    sure -= 0.3 * day.update * (place < end) * 0.2 + 0.2 * bool(day.rest and place >= end)
    return Found(piece, day, "dateline", round(sure, 2), place < end)


def is_date_line(day: Day, text: str, vocabulary: Vocabulary) -> bool:
    """Whether what stands beside the date can stand on a date line; no item of a list can, which tells when to come."""
    if _ITEM.match(text):
        return False
    if not day.rest:
        return True
    if tells_deadline(text, vocabulary) or _OF_ANOTHER.search(day.rest):
        return False
    if is_closed(text) and len(day.rest.split()) > MOST_WORDS:
        return False
    if day.rest == HEADLINE_LEFT:
        return True
    beside = read_beside(day.rest, vocabulary)
    unknown = _unknown(beside)
    if day.words and (len(unknown.split()) > MOST_WORDS - 1 or not ("ngày" in text.lower() or beside.issue)):
        return False
    few = len(unknown.split()) <= MOST_WORDS and unknown[:1].isupper()
    return not unknown or (few and ("T" in day.iso or day.words or _PARTED.search(text) is not None))


def tells_deadline(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the line tells until when something may be sent in: `(Hạn nhận bài: 30/9/2022)`."""
    return label_key(text).startswith(vocabulary.deadlines)


def _in_first_words(piece: Piece) -> Iterator[Found]:
    """A date in brackets in front of the first words: `(14:26:08 20/05/2022) Ngày …`, `(BVX-12/3/2020) …`; or the place
    and day of a release to the press: `Hòa Mẫu, ngày 20/5/2024 - Công đoàn …`; or the day alone over a dash."""
    opening = piece.text[:LONGEST]
    if not (opening[0] in "(0123" or (", " in opening and has_digit(opening))):
        return
    match = (_LEADING if opening[0] == "(" else _OPENING_DAY if opening[0].isdigit() else _PLACE_AND_DAY).match(opening)
    day = _read(match[0]) if match and len(match[0]) < 45 and not _SPAN.search(match[0]) else None
    if day:
        yield Found(piece, day, "date_in_text", IN_TEXT)


def _on_air(draft: Draft, piece: Piece) -> Iterator[Found]:
    """The day on which a broadcast went out, told in brackets in the first paragraph or on a line of their own; an
    hour in front of the last word for it names the programme: `Thời sự 19 giờ 45 phát ngày …`."""
    for match in _IN_BRACKETS.finditer(piece.text[:2000]):
        inner = identity_key(match[1])
        if not draft.vocabulary.tells_air(inner):
            continue
        places = sorted({inner.rfind(word) for word in draft.vocabulary.on_air} - {-1}, reverse=True)
        day = next(filter(None, (_read(match[1][place:]) for place in places)), None)
        if day:
            yield Found(piece, day, "dateline" if match[0] == piece.text else "date_in_text", 0.75)


# Reading one line

HEADLINE_LEFT = "\0headline"


@lru_cache(maxsize=REMEMBERED)
def read_line(text: str, vocabulary: Vocabulary) -> Day | None:
    """The date of a line that holds a date and what belongs to it; `rest` says what else stands there."""
    text = _MOMENT.sub(_in_vietnam, text) if "T" in text else text
    text = _ISSUE_OF_YEAR.sub(r"\1", text) if "/" in text else text
    text = _without_update(_without_own_clock(_in_columns(numbered_months(text)), vocabulary))
    day = _read(text)
    if day is None:
        return None
    if match := _TRAILING.search(text):
        before = text[: match.start()].strip()
        if len(before.split()) > MOST_WORDS and int(day.iso[:4]) >= NEWS_ON_THE_WEB:
            return structs.replace(day, rest=HEADLINE_LEFT)
    if (match := _GLUED.match(text)) and text.count(" ") > MOST_WORDS:
        return structs.replace(day, rest=HEADLINE_LEFT)
    rest = _CLOCK.sub(" ", _without_day(text), count=1)
    rest = _ZONE.sub(" ", rest) if "7" in rest else rest
    rest = _VIEWS.sub(" ", rest) if has_digit(rest) and holds_any(rest, _BESIDE_VIEWS) else rest
    rest = _HASHTAG.sub(" ", rest) if "#" in rest else rest
    if _has_year(rest) or len(rest) > SHORT:
        return None
    return _labelled(day, rest, vocabulary)


def _in_vietnam(match: re.Match[str]) -> str:
    """A moment that a machine wrote with its zone, as clocks in Việt Nam show it; as it stands when it is none."""
    try:
        moment = datetime.fromisoformat(match[0]).astimezone(_VIETNAM)
        return moment.strftime("%Y-%m-%d %H:%M:%S" if match["s"] else "%Y-%m-%d %H:%M")
    except ValueError:
        return match[0]


def _in_columns(text: str) -> str:
    """The head of a printed paper with bars for the gaps that part the number of its issue or page from the rest."""
    if "    " not in text:
        return text
    text = _NUMBER_OF_PAGE.sub("Trang 1", text)
    return _GAP.sub(" | ", text) if _ISSUE.search(text) else text


def _without_own_clock(text: str, vocabulary: Vocabulary) -> str:
    """The text without the part that tells when the page was printed: `Ngày đăng: 30/07/2019 | Ngày in: 12/08/2019`."""
    if text.count("20") + text.count("19") < 2:
        return text
    parts = _DATED_PARTS.split(text)
    if len(parts) < 2 or sum(map(_has_year, parts)) < 2:
        return text
    kept = [part for part in parts if not any_of(vocabulary.own_clock_labels, label_key(part).split())]
    return " | ".join(kept) if any(map(_has_year, kept)) else text


def _without_update(text: str) -> str:
    """The text without a second date that tells of a change: `06/3/2018 - Cập nhật lần cuối 07/03/2018`."""
    match = _CHANGED.search(text) if holds_any(text, _IN_EVERY_CHANGE) else None
    return text[: match.start()] if match and _has_year(text[: match.start()]) else text


def _labelled(day: Day, rest: str, vocabulary: Vocabulary) -> Day:
    """The day with its weekday and labels told apart from what else stands on the line."""
    if not any(map(str.isalnum, rest)):
        return day
    printed = _spaced(rest)
    words = f" {printed if any(map(str.isdigit, rest)) else label_key(_ICON.sub('clock ', rest))} "
    weekday, update = 0, False
    labelled = any_of(vocabulary.publishing_labels, printed.split())
    own = not labelled and any_of(vocabulary.own_clock_labels, words.split())
    for name, number in vocabulary.weekdays.items() if holds_any(words, vocabulary.weekdays) else ():
        if f" {name} " in words and not (len(name) == 3 and _opens_name(name, rest)):
            words, weekday = words.replace(f" {name} ", " ", 1), number
            break
    for label, is_update in vocabulary.date_labels.items() if holds_any(words, vocabulary.date_labels) else ():
        if label in words and f" {label} " in words:
            words = words.replace(f" {label} ", " ")
            update = update or is_update
    left = words.split()
    return structs.replace(
        day, weekday=weekday, update=update, labelled=labelled, own=own, rest=_as_printed(rest, left)
    )


def _opens_name(weekday: str, rest: str) -> bool:
    """Whether the short name of a weekday is rather the first word of a person's name: `Thu` in `Thu Hiền`."""
    at = rest.lower().find(weekday) + len(weekday)
    return rest[at : at + 1] == " " and rest[at + 1 : at + 2].isupper()


def _spaced(rest: str) -> str:
    return " ".join(_SIGNS.sub(" ", identity_key(rest)).split())


def _as_printed(rest: str, left: list[str]) -> str:
    """The words left over, cut from the line as they stand there."""
    left = [word for word in left if not word.isdigit()]
    if not left:
        return ""
    low = identity_key(rest)
    start, end = low.find(left[0]), low.rfind(left[-1])
    plain = " ".join(rest.split())
    if start < 0 or end < start or len(plain) != len(low):
        return " ".join(left)
    cut = plain[start : end + len(left[-1])]
    return cut + ")" if "(" in cut and ")" not in cut else cut


def numbered_months(text: str) -> str:
    """The text with each month that is told by name or cut short told by number: `3 thg 8, 2020`, `June 5, 2019`."""
    if not any(map(str.isalpha, text)):
        return text
    if _may_be_in_words(text):
        text = _IN_WORDS.sub(_in_digits, text)
    low = text.casefold()
    if "tháng" in low:
        text = _MONTH_IN_VIETNAMESE.sub(lambda match: f"tháng {_VIETNAMESE[match[1].lower()]}", text)
    if holds_any(low, _BEFORE_CUT_SHORT):
        text = _MONTH_CUT_SHORT.sub(r"\1 tháng \2", text)
    if "tháng" in text.casefold():
        text = _DAY_BEHIND_MONTH.sub(r" \2 tháng \1 \3 ", text)
    return _MONTH_IN_ENGLISH.sub(_english_month, text) if holds_any(low, _ENGLISH) else text


def _may_be_in_words(text: str) -> bool:
    """Whether a text without a year in digits may tell one in words."""
    return "háng" in text and not _has_year(text) and _IN_WORDS.search(text) is not None


def _in_digits(match: re.Match[str]) -> str:
    """The day in digits, or as it stands when its words say no number."""
    day, year = (number_in_words(match[name].lower().split()) for name in ("d", "y"))
    month = _VIETNAMESE.get(" ".join(match["m"].lower().split()))
    return f"ngày {day} tháng {month} năm {year}" if day and month and year else match[0]


def _english_month(match: re.Match[str]) -> str:
    number = _ENGLISH[match["month"].lower()]
    return f"{match['before'] or match['behind'] or ''} tháng {number} {match['year']}"


def _read(text: str) -> Day | None:
    """The first date of a text, with its clock; None when there is none or it is impossible."""
    if match := _ISO.search(text):
        stamp = match["clock"] is not None
        return _day(match["y"], match["m"], match["d"], text, stamp=stamp)
    if match := _NUMBERS.search(text):
        first, second = int(match["d"]), int(match["m"])
        if second > 12 >= first and _TWELVE.search(text):
            return _day(match["y"], str(first), str(second), text, midnight_is_empty=True)
        doubtful = first != second and max(first, second) <= 12 and _MIDNIGHT.search(text) is not None
        return _day(match["y"], match["m"], match["d"], text, doubtful=doubtful)
    if match := _WORDS.search(text):
        told = "năm" in match[0].lower()
        return _day(match["y"], match["m"], match["d"] or match["day"] or "", text, words=told)
    return None


def _day(
    year: str, month: str, day: str, text: str, *, stamp: bool = False, words: bool = False,
    doubtful: bool = False, midnight_is_empty: bool = False,
) -> Day | None:  # fmt: skip
    """The day when the calendar has it."""
    if not FIRST_YEAR <= int(year) <= 2099 or not 1 <= int(month) <= 12:
        return None
    if not day:
        return Day(f"{year}-{int(month):02}", blank_day=True, words=words)
    try:
        iso = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    clock = _clock(text)
    if clock == "00:00:00" and (midnight_is_empty or _TWELVE.search(text)):
        clock = ""
    odd = not clock and _LIKE_A_CLOCK.search(text) is not None
    return Day(f"{iso}T{clock}" if clock else iso, stamp=stamp, doubtful=doubtful, words=words, odd_clock=odd)


def _clock(text: str) -> str:
    """The time of day as `20:16` or `20:16:05`; empty when there is none or it is impossible."""
    match = _CLOCK.search(_without_day(text))
    if not match:
        return ""
    hour, half = int(match["h"]), (match["half"] or "").upper()
    if half in ("PM", "CH") and hour < 12:
        hour += 12
    elif half in ("AM", "SA") and hour == 12:
        hour = 0
    if hour > 23:
        return ""
    return f"{hour:02}:{match['min']}" + (f":{match['s']}" if match["s"] else "")


@lru_cache(maxsize=REMEMBERED)
def _without_day(text: str) -> str:
    """The text without its first day, wherever that is printed."""
    printed = _DAY.search(text)
    return text.replace(printed[0], " ") if printed else text


# What stands beside the date


def _claim(draft: Draft, found: Found) -> None:
    """Gives the line to the date, and what else stands on it to its field."""
    piece, rest = found.piece, found.day.rest
    if rest == HEADLINE_LEFT:
        _split_headline(draft, piece)
        return
    piece.owner, piece.reason = "date", ""
    if not rest:
        return
    beside = read_beside(rest, draft.vocabulary)
    if beside.issue:
        _discard_masthead(draft, piece)
    if beside.section and draft.kicker is None:
        draft.kicker, draft.kicker_type = beside.section, "section"
        draft.note("kicker", beside.section, "dateline", [piece], 0.7)
    pen_name = is_name(beside.unknown) and " " in beside.unknown and not beside.issue
    credit = beside.credit
    if pen_name and (credit is None or not credit.people):
        credit = read_credit(beside.unknown, draft.vocabulary) or credit
    if credit and (not found.day.words or credit.rule == "labelled_byline" or holds_any(piece.text, _POINTS)):
        claim_credit(draft, piece, credit)


_POINTS = "•·|¦"
"""Signs that part an author from a day in words; a comma stands there behind a place, `Hòa Mẫu, ngày 3 tháng 2`."""


def _discard_masthead(draft: Draft, issue: Piece) -> None:
    """Discards what stands over the number of an issue under the name of a paper: who prints it is no unit."""
    above = [piece for piece in draft.pieces[: draft.pieces.index(issue)] if not piece.owner]
    if above and draft.vocabulary.names_medium(above[0].text):
        for piece in above:
            draft.discard(piece, "running head")


def claim_credit(draft: Draft, piece: Piece, credit: Credit) -> None:
    """A name or an outlet on the date line; an outlet is the source on pages that copy from others."""
    if credit.people and not draft.byline:
        draft.byline = credit.people
        draft.note("byline", "; ".join(credit.people), "dateline", [piece], credit.confidence)
    elif credit.office and credit.rule == "labelled_byline" and draft.author_org is None:
        draft.author_org = credit.office
        draft.note("author_org", credit.office, "dateline", [piece], credit.confidence)
    elif credit.office and draft.source is None and "gốc" in piece.text.lower():
        draft.source = credit.office
        draft.note("source", credit.office, "dateline", [piece], 0.8)
    elif credit.source and draft.source is None:
        draft.source = credit.source
        draft.note("source", credit.source, "dateline", [piece], 0.8)


def _split_headline(draft: Draft, piece: Piece) -> None:
    """Takes the date off the end of a headline, `Đảng ủy xã họp (07/02/2017 09:54 PM)`, or off its head, where the
    break between them was lost: `07/02/2017Đảng ủy xã họp`."""
    match, glued = _TRAILING.search(piece.text), _GLUED.match(piece.text)
    headline = piece.text[: match.start()].strip() if match else piece.text[glued.end() if glued else 0 :]
    if draft.headline is None:
        draft.headline = headline
        draft.note("headline", headline, "headline_before_date", [piece], 0.95)
    piece.owner = "headline"


def strip_date(text: str) -> str:
    """The text without a date in brackets in front of it."""
    match = _LEADING_ONLY.match(text) if text[0] == "(" else None
    return text[match.end() :].lstrip() if match and _read(match[0]) else text


def is_repeated_title(title: str, text: str) -> bool:
    """Whether the text is the title once or more and nothing else."""
    wanted, given = fold(title), fold(text)
    return bool(wanted) and not given.replace(wanted, "").strip()


def _has_year(text: str) -> bool:
    """Whether a year stands in the text, one before 1900 only in a day; its first digits are found sooner, and most
    lines have none."""
    return ("20" in text or "19" in text or "18" in text) and _YEAR.search(text) is not None


def has_date(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a short line is a date line with nothing unknown on it."""
    day = read_line(text, vocabulary) if may_have_date(text) else None
    if day is None or not day.rest:
        return day is not None
    return day.rest != HEADLINE_LEFT and not _unknown(read_beside(day.rest, vocabulary))


def may_have_date(text: str) -> bool:
    """Whether the text is short enough for a date line and holds a year."""
    return len(text) <= LONGEST and _has_year(text)


def _unknown(beside: Beside) -> str:
    """The words beside a date that nothing explains; the number of its issue explains the name of a paper."""
    return "" if beside.issue and len(beside.unknown.split()) <= LONGEST_PAPER else beside.unknown


_LIKE_A_DATE = pattern(r"[\s|,(]{0,3}\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4}[\s\d/.,:|)GMTAP+-]{0,25}")
_VIETNAMESE = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_ENGLISH = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH_IN_VIETNAMESE = pattern(
    r"(?<![^\W\d_])tháng\s(mười (?:một|hai)|giêng|một|hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín|mười|chạp)"
    r"(?=,?\s(?:năm\s|\d{1,2},\s)?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_BEFORE_CUT_SHORT = (" t", "\tt")
_MONTH_CUT_SHORT = pattern(r"(?<!\d)(\d{1,2})\s(?:thg|th|t)\.?\s?(\d{1,2})(?=,?\s(?:19|20)\d\d(?!\d))", re.IGNORECASE)
_NUMERAL = "|".join(sorted(NUMERALS, key=len, reverse=True))
_IN_WORDS = pattern(
    rf"ngày\s(?P<d>(?:(?:{_NUMERAL})\s){{1,4}})tháng\s(?P<m>{'|'.join(sorted(_VIETNAMESE, key=len, reverse=True))})\s"
    rf"năm\s(?P<y>(?:{_NUMERAL})(?:\s(?:{_NUMERAL})){{2,8}})(?![^\W_])",
    re.IGNORECASE,
)
_DAY_BEHIND_MONTH = pattern(r"tháng\s(\d{1,2})\s(\d{1,2}),\s((?:19|20)\d\d)", re.IGNORECASE)
_MONTH_IN_ENGLISH = pattern(
    r"(?<![^\W_])(?:(?P<before>\d{1,2})(?:st|nd|rd|th)?[\s-])?"
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?[\s-]"
    r"(?:(?P<behind>\d{1,2})(?:st|nd|rd|th)?,?\s)?,?\s?(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_YEAR = pattern(r"(?:(?<!\d)(?:19|20)|\d[/.\-]18)\d\d(?!\d)")
_NUMBERS = pattern(
    r"(?<![\d/])(?P<d>\d{1,2})\s?(?P<sign>[/.\-])\s?(?P<m>\d{1,2})\s?(?P=sign)\s?(?P<y>(?:19|20)\d\d)(?![\d/])"
)
_ISO = pattern(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})(?!\d)(?P<clock>[T ]\d\d:\d\d:\d\d(?:\.\d+)?Z?)?"
)
_WORDS = pattern(
    r"(?:ngày\s{0,20}(?P<d>\d{0,2})[\s.…]{0,40}|(?<!\d)(?P<day>\d{1,2})\s{0,3}|)tháng\s{0,3}(?P<m>\d{1,2})\s{0,3}(?:năm|[,/\-]|)\s{0,3}"
    r"(?P<y>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_MOMENT = pattern(r"(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d(?P<s>:\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)(?!\d)")
_VIETNAM = timezone(timedelta(hours=7))
_DAY = pattern(
    r"(?<![\d/])\d{1,2}\s?([/.\-])\s?\d{1,2}\s?\1\s?(?:19|20)\d\d(?![\d/])"
    r"|(?<!\d)(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}(?!\d)"
    r"|(?:ngày\s{0,20}\d{0,2}[\s.…]{0,40}|(?<!\d)\d{1,2}\s{0,3}|)tháng\s{0,3}\d{1,2}\s{0,3}(?:năm|[,/\-]|)\s{0,3}(?:19|20)\d\d(?!\d)",
    re.IGNORECASE,
)
_CLOCK = pattern(
    r"(?<![\d:])(?P<h>\d{1,2})(?:\s?(?:[:hg]|giờ)\s?)(?P<min>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d{1,6})?)?(?![\d:])"
    r"\s?(?P<half>[AP]M|SA|CH)?(?![^\W\d_])",
    re.IGNORECASE,
)
_LIKE_A_CLOCK = pattern(r"(?<![\d:.,/-])\d{1,2}[:hg]\d\d(?![\d:])")
_TWELVE = pattern(r"\d\s?[AP]M\b", re.IGNORECASE)
_MIDNIGHT = pattern(r"\b12:00:00 AM\b")
_ZONE = pattern(r"[(\[]?\s?(?:GMT|UTC)\s?\+?\s?0?7(?::00)?\s?[)\]]?", re.IGNORECASE)
"""The zone of Việt Nam, never without its 7."""
_BESIDE_VIEWS = (":", "：", "ượt")
"""One of these stands beside every count of views."""
_HASHTAG = pattern(r"#\w{1,60}")
_VIEWS = pattern(r"[|¦]\s{0,3}:\s{0,3}\d{1,9}|(?<=[:：])\s{0,3}\d{1,9}(?=\s{0,3}(?:$|[|¦]))|\d[\d.]{0,10}\s(?=[Ll]ượt)")
_PLACED_DAY = r"[^\W\d_][^\d,.]{2,25}, (?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d"
_PLACE_AND_DAY = pattern(rf"{_PLACED_DAY}(?=\s?[-–—:]\s)")
_OPENING_DAY = pattern(r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?=\s?[-–—:]\s)")
_PLACE_AND_DAY_ALONE = pattern(_PLACED_DAY)
_OF_ANOTHER = pattern(r"\bngày của\b|\bsố \d{1,5}\s?[-/]\S{1,20} ngày\b|\bgiấy phép\b", re.IGNORECASE)
"""What is left of a line that cites another's paper by its day: `Chương trình số 04-CTr/QU ngày … của Quận ủy`, `Nghị
quyết số 28-NQ/TW ngày … và hướng dẫn`, `Giấy phép xuất bản số 45/GP ngày …`."""
_SPAN = pattern(r"\btừ\b.*\bđến\b", re.IGNORECASE)
_LEADING = pattern(r"\([^()]{0,12}?\d[^()]{5,32}\)\s?[-–.:]{0,3}")
_LEADING_ONLY = pattern(r"\(\s?\d[^()]{5,32}\)\s?[-–.:]{0,3}")
_TRAILING = pattern(r"[(\[]\s?[^()\[\]]{0,14}\d{1,2}[/.\-]\d{1,2}[/.\-](?:19|20)\d\d[^()\[\]]{0,18}[)\]]\s*$")
_ITEM = pattern(r"\d{1,2}[.)]\s(?=[^\W\d_])|[-+*•]\s{0,3}Thời gian(?: tổ chức| diễn ra)?\s?:")
_GLUED = pattern(r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:19|20)\d\d(?:[\s,|-]{1,3}\d{1,2}[:h]\d\d)?(?=[^\W\d_])")
_GAP = pattern(r"\s{4,}")
_NUMBER_OF_PAGE = pattern(r"^\d{1,3}(?=\s{4})|(?<=\s{4})\d{1,3}$")
"""The number of a page in a column of its own."""
_ISSUE_OF_YEAR = pattern(r"((?:^|[-–|•]\s)(?:Số|SỐ)\s\d{1,4})/(?:19|20)\d\d(?![\d/])")
_ISSUE = pattern(r"(?:[Ss]ố|SỐ)\s?:?\s?\d|(?:[Tt]rang|TRANG)\s\d")
_DATED_PARTS = pattern(r"\s*[|¦•·;]\s*|\s{3,}")
_IN_EVERY_CHANGE = ("ập nhật", "ửa", "pdated", "odified")
_CHANGED = pattern(r"[\s(|,;-](?:[Cc]ập nhật|[Ss]ửa|[Uu]pdated|[Ll]ast (?:updated|modified))[\s:]")
_IN_BRACKETS = pattern(r"\(([^()]{8,100})\)")
_ICON = pattern(r"\bclock(?=\S)", re.IGNORECASE)
_SIGNS = pattern(r"[^\w\s]+")
_POST = pattern(r"\s#\d{1,6}$")
"""Number of a post in a forum, beside the moment at which it was sent there."""
_PARTED = pattern(r"\w\s*[|¦•·]\s*\d|\d\s*[|¦•·]\s*[^\W\d_]")
