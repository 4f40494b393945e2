"""Tells names of people from other words, and gives their capitals back."""

import re
from collections.abc import Set

from archive.patterns import pattern
from archive.vietnamese.syllables import is_syllable

MOST_WORDS = 6
"""Words of the longest names met, such as those of the Tây Nguyên with a Kinh name behind."""

LONGEST_INITIALS = 8
"""Characters of four initials, each with its full stop."""

_WORD = pattern(r"(?:[^\W\d_]\.?)+(?:['’][^\W\d_]+)?|[^\W\d_]+['’][^\W\d_]+|[^\W\d_]['’]")
_HIGHLAND = pattern(r"[^\W\d_]['’][^\W\d_]{2,}")
_INITIALS = pattern(r"(?:[^\W\d_]\.?){1,4}")


def is_name(text: str) -> bool:
    """Whether the text is shaped as the name of one person: one to six words, each with a capital or an initial.

    It sees shape only: `Chi Bộ` passes. Who asks must know from elsewhere that a name can stand there.

    >>> [is_name(text) for text in ("Lê Thị Thử", "Q. MẪU", "V.LANG", "Lê thử", "Thử 2")]
    [True, True, True, False, False]
    """
    words = text.split()
    return 0 < len(words) <= MOST_WORDS and all(map(_is_name_word, words))


def is_initials(text: str) -> bool:
    """Whether the text is initials: one to four capitals, with full stops or not to be read as a syllable.

    >>> [is_initials(text) for text in ("P.H", "ĐQ", "LTT", "M.T.", "ANH", "P")]
    [True, True, True, True, False, True]
    """
    if not text.isupper() or len(text) > LONGEST_INITIALS or not _INITIALS.fullmatch(text):
        return False
    return len(text) == 1 or not any(len(part) > 1 and is_syllable(part) for part in text.split("."))


def is_highland(text: str) -> bool:
    """Whether the text is one word with a letter and an apostrophe in front, as names of the Tây Nguyên have.

    >>> [is_highland(text) for text in ("K'Brin", "H’YĂM", "Thử", "L'")]
    [True, True, False, False]
    """
    return _HIGHLAND.fullmatch(text) is not None


def has_surname(text: str, surnames: Set[str]) -> bool:
    """Whether the first word, or the first two, are a known surname; `surnames` in lower case."""
    words = text.lower().split()
    return len(words) > 1 and (words[0] in surnames or " ".join(words[:2]) in surnames or "'" in words[0])


def is_full_name(text: str, surnames: Set[str]) -> bool:
    """Whether the text is a surname with two names or more, and nothing else; `surnames` in lower case.

    >>> [is_full_name(text, {"lê"}) for text in ("Lê Thị Thử", "Lê Thử", "Lê Thị Thử Mẫu")]
    [True, False, True]
    """
    return 1 < text.count(" ") < MOST_WORDS - 1 and is_name(text) and has_surname(text, surnames)


def restore_name(text: str) -> str:
    """The name with capitals only where a name has them; initials and mixed writing stay as printed.

    >>> [restore_name(name) for name in ("ANH DŨNG", "Q. MẪU", "K.OANH", "P.H", "H'YĂM NIÊ", "Thanh Thy")]
    ['Anh Dũng', 'Q. Mẫu', 'K.Oanh', 'P.H', "H'Yăm Niê", 'Thanh Thy']
    """
    if not text.isupper() or is_initials(text):
        return text
    return " ".join(_restore_word(word) for word in text.split())


def _is_name_word(word: str) -> bool:
    if not word[0].isupper():
        return False
    if word.isalpha():
        return word.isupper() or word[1:].islower()
    if not _WORD.fullmatch(word):
        return False
    return word.isupper() or all(not part[1:] or part[1:].islower() for part in re.split(r"[.'’]", word))


def _restore_word(word: str) -> str:
    if word.isalpha():
        return word if is_initials(word) else word.capitalize()
    return "".join(part if is_initials(part) else part.capitalize() for part in re.split(r"([.'’])", word))
