"""The ordered table of named fixes; each mends one thing in one line and leaves every other line as it is."""

import re
import unicodedata
from collections.abc import Callable

from msgspec import Struct

from archive.patterns import pattern


class NamedFix(Struct, frozen=True):
    """One row of the table."""

    name: str
    """What the fix is called in reports and in `Fix.name`."""
    marks: str
    """Characters of which a line must hold one for the fix to do anything; empty when it looks for itself."""
    mend: Callable[[str], str]


def compose(line: str) -> str:
    """The line in NFC, as keyboards of today write it."""
    return line if unicodedata.is_normalized("NFC", line) else unicodedata.normalize("NFC", line)


def true_letter_d(line: str) -> str:
    """The line with the Icelandic Ð, which old fonts drew alike, as the Vietnamese Đ."""
    return line.replace("Ð", "Đ").replace("ð", "đ")


def one_kind_of_space(line: str) -> str:
    """The line with every other kind of space as a plain one; tabs stay, for they part the cells of a table."""
    return _OTHER_SPACE.sub(" ", line)


def without_invisible(line: str) -> str:
    """The line without byte order marks, zero-width characters and marks of direction."""
    return line.translate(_NOTHING_FOR_INVISIBLE)


def without_soft_hyphens(line: str) -> str:
    """The line without the places where a browser was allowed to break a word."""
    return line.replace("\u00ad", "")


def without_control_characters(line: str) -> str:
    """The line with every control character but the tab as a space."""
    return _CONTROL.sub(" ", line)


_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
_CONTROLS = "".join(chr(code) for code in (*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029))
_OTHER_SPACE = pattern(f"[{_SPACES}]")
_CONTROL = pattern(f"[{re.escape(_CONTROLS)}]")
_NOTHING_FOR_INVISIBLE = dict.fromkeys(map(ord, _INVISIBLE))

FIXES: tuple[NamedFix, ...] = (
    NamedFix("without-invisible", _INVISIBLE, without_invisible),
    NamedFix("compose", "", compose),
    NamedFix("true-letter-d", "Ðð", true_letter_d),
    NamedFix("one-kind-of-space", _SPACES, one_kind_of_space),
    NamedFix("without-soft-hyphens", "\u00ad", without_soft_hyphens),
    NamedFix("without-control-characters", _CONTROLS, without_control_characters),
)
"""Invisible characters go first, for they may stand between a letter and its mark."""
