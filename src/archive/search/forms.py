"""Cuts a text into written syllables and gives each the form under which search knows it.

The twin of `static/search/analysis.js`: `tests/search/cases/forms.txt` holds both to the same answers.
"""

import re
import unicodedata
from functools import lru_cache

TONES = {"\u0301": "'", "\u0300": "`", "\u0309": "?", "\u0303": "~", "\u0323": "."}
"""How a form writes the tones sắc, huyền, hỏi, ngã, nặng."""

_SYLLABLE = re.compile(r"[^\W_]+|%")
_FOREIGN = re.compile("[^ăâêôơư]")
_MARKS = re.compile("[\u0300-\u036f]")
_PLAIN = str.maketrans("ăâêôơưđ", "aaeooud")


def syllables(text: str) -> list[str]:
    """The runs of letters and digits of a text in lower case, NFC, in order; a percent sign stands by itself.

    >>> syllables("Nghị quyết 04-NQ/TW: 98%")
    ['nghị', 'quyết', '04', 'nq', 'tw', '98', '%']
    """
    return _SYLLABLE.findall(unicodedata.normalize("NFC", text).lower())


@lru_cache(maxsize=65_536)
def form(syllable: str) -> str:
    """The syllable with its tone written last, so that both ways of placing the tone mark give one form.

    Marks that are no part of Vietnamese are dropped. Takes what `syllables` gives.

    >>> form("hoà"), form("hòa"), form("đảng"), form("ban")
    ('hoa`', 'hoa`', 'đang?', 'ban')
    """
    if syllable.isascii():
        return syllable
    decomposed = unicodedata.normalize("NFD", syllable)
    tones = "".join(TONES[mark] for mark in decomposed if mark in TONES)
    toneless = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in TONES))
    return unicodedata.normalize("NFC", _FOREIGN.sub(_unmarked, toneless) + tones).replace("ð", "đ")


def plain(form_or_syllable: str) -> str:
    """The form without its tone and marks: what a reader types who types no marks.

    >>> plain("đang?")
    'dang'
    """
    return form_or_syllable.translate(_PLAIN).rstrip("'`?~.")


def _unmarked(letter: re.Match[str]) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFD", letter[0]))
