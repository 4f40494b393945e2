"""Tells how much a text looks like Vietnamese, from the syllables that the language has."""

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

LONGEST = 60_000
"""How many characters are looked at: enough to decide, so that the time does not grow with the text."""


class Plausibility(Struct, frozen=True):
    """How many of the telling words of a text are Vietnamese."""

    right: int
    """Words with marks that are Vietnamese syllables."""
    wrong: int
    """Words with other letters than those of ASCII that are not."""

    @property
    def share(self) -> float:
        """The right ones' share, from 0 to 1; 1 when no word tells anything."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0


def plausibility(text: str) -> Plausibility:
    """How many words of the text could be Vietnamese and how many could not; plain ASCII words say nothing.

    Foreign names with marks count as wrong, so the share of a clean text is high and not always 1.
    """
    composed = unicodedata.normalize("NFC", text[:LONGEST]).replace("Ð", "Đ")
    words = [word for word in _BETWEEN_WORDS.split(composed) if not word.isascii()]
    right = sum(is_syllable(word) for word in words)
    return Plausibility(right, len(words) - right)


def is_syllable(word: str) -> bool:
    """Whether the word, in NFC, is a syllable that Vietnamese could have: small letters, capitals, or the first one so.

    >>> [is_syllable(word) for word in ("nghiêng", "Ủy", "UỶ", "Häc", "tớp", "tờp")]
    [True, True, True, False, True, False]
    """
    if not (word.islower() or word.isupper() or word[1:].islower()):
        return False
    parts = unicodedata.normalize("NFD", word.lower())
    tones = _TONES.findall(parts)
    plain = unicodedata.normalize("NFC", _TONES.sub("", parts))
    if len(tones) > 1 or plain not in _SYLLABLES:
        return False
    return not plain.endswith(_STOPS) or (bool(tones) and tones[0] in _TONES_BEFORE_STOPS)


# Every sign that may stand between words; signs that the old encodings use as letters are none.
_BETWEEN_WORDS = re.compile("[\\s\x21-\x40\\[-`{-~\xa0“”‘’–—…•]+")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_TONES_BEFORE_STOPS = ("\u0301", "\u0323")
_STOPS = ("p", "t", "c", "ch")

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oc oe oen oeo oet oi om on ong ooc oong op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
    uy uya uych uyên uyêt uyn uynh uyt uyu
    ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu
"""


def _syllables() -> Iterator[str]:
    """Every syllable without its tone; `gi` and `qu` lend their vowel to the rime that begins with it: gìn, quốc."""
    for rime in _RIMES.split():
        yield rime
        yield from (onset + rime for onset in _ONSETS.split())
        if rime.startswith(("i", "u")):
            yield {"i": "g", "u": "q"}[rime[0]] + rime
    # Names of the highlands (Đắk Lắk, Tơng), and letters that stand for a word.
    yield from ("đăk", "đak", "lăk", "lak", "ơng", "tơng", "đ")


_SYLLABLES = frozenset(_syllables())
