"""Sets aside what a browser prints above and below each page: title of the window, address, moment, number of pages."""

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from archive.extract.draft import Draft, Piece, may_have_gaps
from archive.extract.shape import SHORT
from archive.patterns import pattern

HEAD_LINES = 3
"""Lines at the top among which stands what is printed above each page, where a column is a line."""
REASON = "running head"
DIGITS = "0123456789"


def print_stamps(draft: Draft) -> None:
    """Discards the lines that a browser prints: columns that hold a moment, an address or how many pages there are, and
    perhaps the title of the window.

    One with a title is known by the clock that only browsers write, by its place at the head of a page or by standing
    on the first line too. What is printed a column a line is known by standing at the top and below the foot of a page.
    Leaves alone heads in capitals, which papers print, a first line without a day, which may be the headline, and rows
    of a table that have a day or numbers.
    """
    if not draft.has_gaps and draft.firsts.isdisjoint(DIGITS):
        return
    able = [*enumerate(draft.pieces)]
    if not draft.has_gaps:  # then only the clock can tell, behind which one blank is enough
        able = [row for row in able if row[1].text[0] in DIGITS and "M " in row[1].text]
    stamps = {place: title for place, piece in able if (title := _title_in(piece)) is not None}
    if not stamps:
        return
    feet = [place for place, title in stamps.items() if not title]
    for foot in feet:
        _discard_again(draft, foot)
    heads = {0, *(foot + 1 for foot in feet)} if feet else ()
    times = Counter(stamps.values())
    for place, title in stamps.items():
        again = times[title] > 1 and title == stamps.get(0)
        if again or not title or place in heads or _CLOCK.match(draft.pieces[place].text):
            draft.discard(draft.pieces[place], REASON)


def _title_in(piece: Piece) -> str | None:
    """The title of the window on a line that a browser may have printed, empty when it has none; else None."""
    text = piece.text
    if len(text) > SHORT or piece.owner or not (text[0] in DIGITS or "  " in text or "\t" in text):
        return None
    if clock := _CLOCK.match(text):
        return text[clock.end() :]
    parts = _GAP.split(text) if may_have_gaps(text) else ()
    words = [part for part in parts if not _PRINTED.fullmatch(part)]
    if len(words) == len(parts) or (not words and not _is_foot(parts)):
        return None
    title = " ".join(words)
    return None if title.isupper() else title


def _is_foot(parts: Sequence[str]) -> bool:
    """Whether columns hold an address, or how many pages there are and when they were printed."""
    pages = sum(_PAGES.fullmatch(part) is not None for part in parts)
    return pages < len(parts) and any(map(_ADDRESS_OR_PAGES.fullmatch, parts))


def _discard_again(draft: Draft, foot: int) -> None:
    """Discards the lines that stand below the foot of a page as at the top, and these too when a day opens them."""
    below = zip(draft.pieces, draft.pieces[foot + 1 : foot + 1 + HEAD_LINES], strict=False)
    for first, again in takewhile(_are_alike, below):
        draft.discard(again, REASON)
        if _MOMENT.match(draft.pieces[0].text):
            draft.discard(first, REASON)


def _are_alike(pair: tuple[Piece, Piece]) -> bool:
    return pair[0].text == pair[1].text and len(pair[0].text) <= SHORT


_CLOCK = pattern(r"\d{1,2}/\d{1,2}/\d\d, \d{1,2}:\d\d [AP]M\s+(?=\S)")
_GAP = pattern(r"\s{3,}|\t")
_PAGES = pattern(r"(?:(?:Page|Trang)\s)?\d{1,3}\s?(?:/|of|trên)\s?\d{1,3}")
_ADDRESS_OR_PAGES = pattern(
    rf"(?:https?://|www\.)\S{{3,300}}|[\w.-]{{4,60}}\.[a-z]{{2,6}}/\S{{1,300}}|{_PAGES.pattern}"
)
_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:\s[AP]M)?"
_MOMENT = pattern(rf"(?:{_TIME},?\s)?\d{{1,2}}/\d{{1,2}}/(?:\d\d){{1,2}}(?:,?\s{_TIME})?")
_PRINTED = pattern(rf"{_ADDRESS_OR_PAGES.pattern}|{_MOMENT.pattern}")
