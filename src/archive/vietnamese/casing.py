"""Gives lines in capitals their small letters back, from what the text itself, known names or a word list show."""

from collections.abc import Mapping, Sequence

from archive.patterns import pattern
from archive.vietnamese.syllables import is_syllable


def restore_case(capitals: str, texts: Sequence[str], known: Sequence[str], words: Mapping[str, str]) -> str:
    """The text as it would stand in a sentence: first as `texts` write it, then as `known` names do, then by `words`.

    `texts` are passages of the same article; `known` are names of units; `words` gives syllables and phrases in small
    letters their usual writing (`{"đảng bộ": "Đảng bộ", "phường": "phường"}`). A syllable that is in none of them is
    taken for part of a proper name. A text that is not all capitals comes back as it is.

    A syllable is written in one of three ways, so that few texts without the name are put in small letters.
    """
    if not capitals.isupper():
        return capitals
    wanted = capitals.lower()
    syllable = next(filter(is_syllable, reversed(wanted.split())), "")
    title, upper = syllable.capitalize(), syllable.upper()
    for text in (*texts, *known):
        if title in text or syllable in text or upper in text:
            place = text.lower().find(wanted)
            if place >= 0 and not (found := text[place : place + len(wanted)]).isupper():
                return found[0].upper() + found[1:]
    restored = " ".join(_by_words(wanted.split(), words))
    return restored[0].upper() + restored[1:]


LONGEST_PHRASE = 6


def _by_words(syllables: list[str], words: Mapping[str, str]) -> list[str]:
    """The syllables written by the longest phrases known; the others with a capital."""
    written: list[str] = []
    place = 0
    while place < len(syllables):
        for length in range(min(LONGEST_PHRASE, len(syllables) - place), 0, -1):
            phrase = " ".join(syllables[place : place + length])
            if phrase in words:
                written.append(words[phrase])
                break
        else:
            length = 1
            written.append(_by_itself(syllables[place]))
        place += length
    return written


def _by_itself(syllable: str) -> str:
    """A syllable of a proper name with its capital; letters without a vowel between them, with a number behind them or
    without, are initials."""
    return syllable.upper() if _INITIALS.fullmatch(syllable) else syllable.capitalize()


_INITIALS = pattern(r"[bcdđfghjklmnpqrstvwxz]{2,8}\d{0,3}|[bcdđfghjklmnpqrstvwxz]\d{1,3}")
