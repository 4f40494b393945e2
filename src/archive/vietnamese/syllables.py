"""Tells Vietnamese words from others by how their syllables are made."""

from archive.patterns import pattern

_ONSET = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx]"
_VOWELS = "[aăâeêioôơuưyàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ]{1,3}"
_CODA = "ch|ng|nh|[cmnpt]"
_SYLLABLE = pattern(f"(?:{_ONSET})?{_VOWELS}(?:{_CODA})?")
_SMALL_MARKED = "ăâđêôơưàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ"
_MARKED = frozenset(_SMALL_MARKED + _SMALL_MARKED.upper())


def is_syllable(word: str) -> bool:
    """Whether the word is built as a Vietnamese syllable: onset, one to three vowels, coda. Capitals do not matter.

    >>> [is_syllable(word) for word in ("nghiêng", "BÌNH", "LTT", "station")]
    [True, True, False, False]
    """
    return _SYLLABLE.fullmatch(word.lower()) is not None


def has_marks(text: str) -> bool:
    """Whether any letter of the text carries a Vietnamese mark."""
    return not _MARKED.isdisjoint(text)


def is_marked(text: str, share: float) -> bool:
    """Whether at least this share of the words carry a Vietnamese mark: more than half in Vietnamese, few elsewhere.

    Names written without marks, headlines of a few words and numbers do not decide; give it a paragraph.
    """
    words = text.split()
    able, marked = len(words), 0
    for word in words:
        if not word[0].isalpha():
            able -= 1
        elif not (word.isascii() or _MARKED.isdisjoint(word)):
            marked += 1
            if marked / able >= share:
                return True
    return able > 0 and marked / able >= share
