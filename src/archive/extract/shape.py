"""What a piece of text looks like before anyone asks what it means: prose, a label, signs only."""

import re
from functools import lru_cache

from archive.extract.draft import Piece
from archive.extract.vocabulary import REMEMBERED, holds_any
from archive.patterns import SMALL, pattern

SHORT = 200
"""Characters up to which a text may be a headline, a label, a caption or a byline; patterns look at no longer one."""
SHORTEST_PROSE = 50
"""Characters below which no text is running text."""
PROSE = 100
"""Characters from which one closed sentence is running text."""
LONG = 230
"""Characters from which any text is running text."""

LONGEST_CLOCK = 14
"""Characters from which a text is more than a time of day."""

_CLOCK = pattern(r"\d{1,2}\s?(?:h|g|giờ|:)\s?(?:[0-5]\d)?(?:\s?phút)?[:.]?", re.IGNORECASE)
_GREETING = pattern(r"(?:Kính )?(?:[Tt]hưa|[Gg]ửi)\s.*[!,]$|Kính gửi\s?:")
_NEXT_SENTENCE = pattern(rf"(?:[^.\s]{{3}}|\s[{SMALL}]{{2}})[.!?…][\"”’)]{{0,2}}\s+[\"“‘(-]{{0,2}}[^\W\d_]")
_SIGN = pattern(r"[|¦•·/,←-⇿⌀-➿⬀-⯿\U0001f300-\U0001faff]️?\s*")
_IN_GAPS = ("  ", "\t", "-", "–", "—")
"""One of these stands in every gap, and in few lines: blanks alone are many places to try."""
_GAP = pattern(r"\s{2,}|\s[-–—]\s")
NUMBER_OF_PAGE = r"(?:[Tt]rang |TRANG )?\d{1,3}"
_NUMBER_OF_PAGE = pattern(NUMBER_OF_PAGE)
_REMARK = pattern(r"(?<=[.!?…])\s*\([^()]{2,100}\)$")
_CLOSE = ".!?…;"
_QUOTES = "\"”’') "
_NO_BULLETS = "\"“”'‘’([{<.…,:;!?¿#@&/\\"
_ENDS = _CLOSE + _QUOTES


def is_closed(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    last = text[-1:]
    if last in _QUOTES:
        return last != ")" and text.rstrip(_QUOTES)[-1:] in _CLOSE
    return last in _CLOSE


def is_signs(text: str) -> bool:
    """Whether there is neither letter nor digit in the text."""
    return len(text) < SHORT and not any(map(str.isalnum, text))


def is_bullet(text: str) -> bool:
    """Whether a sign stands in front of the text that marks items: a star, a dash, a point, a box."""
    return not (text[0].isalnum() or text[0] in _NO_BULLETS) and any(map(str.isalpha, text))


def has_digit(text: str) -> bool:
    """Whether a digit stands in the text: its absence is seen sooner than a pattern fails."""
    return holds_any(text, "0123456789")


def greets(text: str) -> bool:
    """Whether the line greets those who listen or read: `Kính thưa các đồng chí,`."""
    return text[0] in "KTtGg" and _GREETING.match(text) is not None


def is_clock(text: str) -> bool:
    """Whether the text is a time of day and nothing else: `10h50`, `7 giờ`."""
    return len(text) < LONGEST_CLOCK and text[0].isdigit() and _CLOCK.fullmatch(text) is not None


@lru_cache(maxsize=REMEMBERED)
def parts_of(text: str) -> tuple[str, ...]:
    """The parts of a line that bars, points, icons or wide gaps keep apart, those without a letter left out."""
    parts = _SIGN.split(text)
    if holds_any(text, _IN_GAPS):
        parts = [inner for part in parts for inner in _GAP.split(part)]
    return tuple([part.rstrip() for part in parts if any(map(str.isalpha, part))])


def sentences(text: str) -> int:
    """How many sentences begin in the text, as far as 1 or 2: more are not counted."""
    inner = text.rstrip(_ENDS)
    if not holds_any(inner, ".!?…"):
        return 1
    for match in _NEXT_SENTENCE.finditer(text):
        if match.group()[-1].isupper() and not match.group()[:3].isupper():
            return 2
    return 1


def is_listed_below(upper: Piece, lower: Piece) -> bool:
    """Whether an open line stands right below another short and open one, as items, offices and cells do."""
    open_lines = not (is_closed(lower.text) or is_closed(upper.text))
    return open_lines and not lower.gap and len(upper.text) < SHORTEST_PROSE


def is_number_of_page(text: str) -> bool:
    """Whether a text is the number of a printed page, and nothing else: `Trang 3`, `12`."""
    return _NUMBER_OF_PAGE.fullmatch(text) is not None


def is_prose(piece: Piece) -> bool:
    """Whether the piece is running text: long, or closed and long enough, or of several sentences."""
    if piece.known_prose is None:
        piece.known_prose = len(piece.text) >= SHORTEST_PROSE and _reads_as_prose(piece.text)
    return piece.known_prose


def without_remark(text: str) -> str:
    """The text without what stands in brackets behind its last sentence."""
    return _REMARK.sub("", text) if text[-1:] == ")" else text


def _reads_as_prose(text: str) -> bool:
    text = without_remark(text)
    size = len(text)
    if size >= LONG:
        return not text.isupper()
    if size < SHORTEST_PROSE or text.isupper():
        return False
    if size >= PROSE and is_closed(text):
        return True
    return size >= 70 and is_closed(text) and sentences(text) > 1
