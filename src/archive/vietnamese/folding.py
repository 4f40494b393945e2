"""Makes texts alike that a reader would call the same: for search, for slugs, and to tell whether two names are one."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from archive.vietnamese.tables import LazyTable, WordTable


def fold(text: str) -> str:
    """The text in lower case without marks, đ as d, each run of blanks one space and none at the ends.

    Composed and decomposed text fold alike.

    >>> fold("Đảng ủy  phường Thới Long")
    'dang uy phuong thoi long'
    """
    return " ".join(filter(None, map(_FOLDED.__getitem__, text.split())))


def identity_key(text: str) -> str:
    """The text as it is compared with other names: equal keys mean one unit or one person.

    Capitals, composed or decomposed letters, kinds and runs of blanks, the look-alike Ð and the place of the tone mark
    (`Thủy`, `Thuỷ`) make no difference. Every other letter and mark does: `Tân An` is not `Tấn An`.

    >>> identity_key("ĐẢNG UỶ  XÃ HOÀ AN") == identity_key("Đảng ủy xã Hòa An")
    True
    """
    return " ".join(identity_words(text.split()))


def identity_words(words: Iterable[str]) -> Iterator[str]:
    """Each word, without blanks in it, in the letters of an identity key; most have been met before."""
    return map(_IDENTITY.__getitem__, words)


def identity_letters(text: str) -> str:
    """The text in the letters of its identity key, its blanks as they are; a word of it is changed as by itself."""
    composed = unicodedata.normalize("NFC", text.casefold()).replace("ð", "đ")
    return _EARLY_TONE.sub(_late_tone, composed)


def _folded(word: str) -> str:
    return word.lower().translate(_WITHOUT_MARKS)


def _without_marks(char: str) -> str:
    parts = unicodedata.normalize("NFD", char).replace("đ", "d")
    return "".join(part for part in parts if not "\u0300" <= part <= "\u036f")


_WITHOUT_MARKS = LazyTable(_without_marks)
_FOLDED, _IDENTITY = WordTable(_folded), WordTable(identity_letters)

# The newer spelling puts the tone on the last vowel of oa, oe and uy, the older on the first. The last is taken as the
# one form because the older spelling puts it there too once a consonant follows (`hoàn`).
_LATE_TONE = {
    first + last: unicodedata.normalize("NFC", plain + last + tone)
    for firsts, plain, lasts in (("òóỏõọ", "o", "ae"), ("ùúủũụ", "u", "y"))
    for first, tone in zip(firsts, "\u0300\u0301\u0309\u0303\u0323", strict=True)
    for last in lasts
}
# Pairs spelt out are found several times sooner than classes of letters: the engine then knows how each begins.
_EARLY_TONE = re.compile("|".join(_LATE_TONE))


def _late_tone(early: re.Match[str]) -> str:
    return _LATE_TONE[early.group()]
