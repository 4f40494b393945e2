"""Tells Vietnamese words from others by how their syllables are made."""

import re

_ONSET = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx]"
_VOWELS = "[aăâeêioôơuưyàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ]{1,3}"
_CODA = "ch|ng|nh|[cmnpt]"
_SYLLABLE = re.compile(f"(?:{_ONSET})?{_VOWELS}(?:{_CODA})?")
_MARKED = frozenset("ăâđêôơưàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ")


def is_syllable(word: str) -> bool:
    """Whether the word is built as a Vietnamese syllable: onset, one to three vowels, coda. Capitals do not matter.

    >>> [is_syllable(word) for word in ("nghiêng", "BÌNH", "LTT", "station")]
    [True, True, False, False]
    """
    return _SYLLABLE.fullmatch(word.lower()) is not None


def has_marks(text: str) -> bool:
    """Whether any letter of the text carries a Vietnamese mark."""
    return not _MARKED.isdisjoint(text.lower())


def marked_share(text: str) -> float:
    """The share of the words that carry a Vietnamese mark, from 0 to 1: above a half in Vietnamese, near 0 elsewhere.

    Names written without marks, headlines of a few words and numbers do not decide; give it a paragraph.
    """
    words = [word for word in text.lower().split() if word[:1].isalpha()]
    return sum(not _MARKED.isdisjoint(word) for word in words) / len(words) if words else 0.0
