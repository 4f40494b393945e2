"""Sorts Vietnamese as the Unicode CLDR does for `vi`, whatever the machine's locale."""

import unicodedata
from collections.abc import Iterator

from archive.vietnamese.tables import LazyTable

SortKey = tuple[str, str, str]


def sort_key(text: str) -> SortKey:
    """A value that compares as CLDR sorts `vi`: first all letters, then all tones, then capitals.

    Letters stand in the order a ă â b c d đ e ê …, tones in the order ngang huyền hỏi ngã sắc nặng, small letters
    before capitals; blanks, signs and digits come before letters in the order of ICU. Texts that differ only in what
    cannot be seen (composition, zero-width characters) have one key. Proved against `Intl.Collator('vi')` in
    `tests/vietnamese/collation.txt`.
    """
    composed = unicodedata.normalize("NFC", text)
    return composed.translate(_BY_LETTER), composed.translate(_BY_MARK), composed.translate(_BY_CASE)


def initial(text: str) -> str:
    """The entry of the letter bar that the text stands under: `A`, `Ă`, `Â`, `B` … `Đ` … , `#` for digits and signs.

    Texts in the order of `sort_key` have their initials in one run each. A letter that is not in the bar stands for
    itself; a text without anything to see stands under `#`.
    """
    composed = unicodedata.normalize("NFC", text)
    first = next((letter for char in composed for letter, _ in _letters(char) if letter), "#")
    return first.upper() if first.isalpha() else "#"


# The root order of CLDR for the signs that names and headlines hold. Other signs follow, in the order of Unicode.
_SIGNS = "\t\n\v\f\r\x85\u2028\u2029 _-‒–—―,;:!¡?¿.·'‹›\"«»()[]{}§¶@*/\\&#%‰†‡•′″`´^¯¨¸°©®+±÷×<=>¬|¦~−"
_CURRENCY = "¤¢$£¥₫€"
_DIGITS = "0123456789"
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_MARKS = "\u0300\u0309\u0303\u0301\u0323\u0306\u0302\u030c\u030a\u0308\u030b\u0307\u0338\u0327\u0328\u0304"
# What Unicode does not decompose and CLDR sorts with other letters or signs. The mark only says "after the plain one".
_SPELT = (
    {"æ": "a\u0338e", "œ": "o\u0338e", "ß": "s\u0338s", "þ": "t\u0338h"}
    | {"ð": "d\u0338", "ø": "o\u0338", "ł": "l\u0338", "ħ": "h\u0338"}
    | {"‘": "'\u0300", "’": "'\u0309", "‚": "'\u0303", "‛": "'\u0301"}
    | {"“": '"\u0300', "”": '"\u0309', "„": '"\u0303', "‟": '"\u0301'}
)
_RANKS = {sign: chr(rank) for rank, sign in enumerate([*_SIGNS, "", *_CURRENCY, "", *_DIGITS, *_ALPHABET], start=1)}
_OTHER_SIGN = chr(len(_SIGNS) + 1)
_MARK_RANKS = {mark: chr(rank) for rank, mark in enumerate(_MARKS, start=ord("1"))}


def _letter_weight(char: str) -> str:
    return "".join(_RANKS.get(letter) or _rank_of_other(letter) for letter, _ in _letters(char) if letter)


def _mark_weight(char: str) -> str:
    return "".join(
        ("0" if letter else "") + "".join(_MARK_RANKS.get(mark, mark) for mark in marks)
        for letter, marks in _letters(char)
    )


def _case_weight(char: str) -> str:
    """`1` for what is as it should be, `2` for a capital, `3` for a variant such as the ordinal sign `ª`."""
    variant = unicodedata.normalize("NFKD", char) != unicodedata.normalize("NFD", char)
    weight = "3" if variant else "2" if char.lower() != char else "1"
    return "".join(weight if letter else "1" for letter, _ in _letters(char))


def _rank_of_other(letter: str) -> str:
    # Letters of other scripts come last; their code points are above every rank, which are fewer than 0x180.
    return letter if letter.isalpha() else _OTHER_SIGN + letter


def _letters(char: str) -> Iterator[tuple[str, str]]:
    """The small letters or signs that a character is compared as, each with its marks; none for what is not seen."""
    letter, marks = "", ""
    small = char.lower()
    for part in unicodedata.normalize("NFKD", _SPELT.get(small, small)).lower():
        whole = unicodedata.normalize("NFC", letter + part)
        if not unicodedata.combining(part):
            if letter:
                yield letter, marks
            letter, marks = "" if _is_unseen(part) else part, ""
        elif letter and whole in _ALPHABET:
            letter = whole
        else:
            marks += part
    if letter or marks:
        yield letter, marks


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf") and char not in _SIGNS


_BY_LETTER = LazyTable(_letter_weight)
_BY_MARK = LazyTable(_mark_weight)
_BY_CASE = LazyTable(_case_weight)
