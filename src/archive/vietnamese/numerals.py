"""Reads whole numbers that are written in Vietnamese words, as those of days and years are."""

from collections.abc import Sequence

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_OTHERS = ("mười", "mươi", "trăm", "nghìn", "ngàn", "linh", "lẻ", "mồng", "mùng")
NUMERALS = (*_DIGITS, *_OTHERS)
"""Every word that can stand in a number."""


def number_in_words(words: Sequence[str]) -> int | None:
    """The number below 10,000 that the words say, in small letters; None when they say none.

    A year may be told digit by digit.

    >>> number_in_words(["hai", "nghìn", "không", "trăm", "mười", "bảy"])
    2017
    >>> number_in_words(["hai", "không", "một", "bảy"])
    2017
    """
    if words and words[0] in ("mồng", "mùng"):
        words = words[1:]
    if len(words) == 4 and all(word in _DIGITS for word in words):
        return int("".join(str(_DIGITS[word]) for word in words))
    thousands, rest = _cut(words, ("nghìn", "ngàn"))
    hundreds, rest = _cut(rest, ("trăm",))
    tens = _below_hundred(rest)
    if not words or thousands is None or hundreds is None or tens is None:
        return None
    return 1000 * thousands + 100 * hundreds + tens


def _cut(words: Sequence[str], units: tuple[str, ...]) -> tuple[int | None, Sequence[str]]:
    """How many of the unit the words begin with, and the words behind it; 0 when the unit does not stand there."""
    if len(words) < 2 or words[1] not in units:
        return 0, words
    return _DIGITS.get(words[0]), words[2:]


def _below_hundred(words: Sequence[str]) -> int | None:
    match words:
        case []:
            return 0
        case ["mười"]:
            return 10
        case [one] | ["linh" | "lẻ", one]:
            return _DIGITS.get(one)
        case ["mười", one] if one in _DIGITS:
            return 10 + _DIGITS[one]
        case [ten, "mươi"] if ten in _DIGITS:
            return 10 * _DIGITS[ten]
        case [ten, "mươi", one] | [ten, one] if ten in _DIGITS and one in _DIGITS:
            return 10 * _DIGITS[ten] + _DIGITS[one]
        case _:
            return None
