"""What of one article can be searched, as compact bytes that are made in a worker and kept between builds."""

from collections.abc import Iterable

import msgspec
import numpy as np
import numpy.typing as npt

from archive.search.abbreviations import Learned, learn
from archive.search.document import SearchDocument
from archive.search.forms import form, syllables

Codes = npt.NDArray[np.uint64]

_NARROW_LIMIT = 1 << 15


class Analysis(msgspec.Struct, frozen=True, array_like=True):
    """The words of one article."""

    words: str
    """The different forms of the article in order of appearance, parted by spaces."""
    pairs: bytes
    """Codes, rising, 32-bit little-endian when there are fewer than 32,768 words, else 64-bit: the place of the first
    word << 16 or 32 | the place of the second << 1 | 1 when they stand in the headline, the kicker or a unit's name.
    Places count from 1; the second is 0 for the word alone."""
    learned: tuple[Learned, ...] = ()
    """The short forms that the article explains."""


def analyse(document: SearchDocument) -> bytes:
    """The analysis of one article, encoded. The same document gives the same bytes, whatever was analysed before."""
    places: dict[str, int] = {}
    own_units = [names[-1] for names in document.units if names]
    heading = _codes((document.headline, document.kicker, *own_units), places) | np.uint64(1)
    body = _codes((document.lead, *document.texts, *document.byline), places)
    codes = _strongest(np.unique(np.concatenate((heading, body))))
    learned = learn((document.lead, *document.texts))
    return msgspec.msgpack.encode(Analysis(" ".join(places)[1:], _narrow(codes, len(places)), learned))


def read_analysis(encoded: bytes) -> Analysis:
    """The analysis as it was before it was encoded."""
    return msgspec.msgpack.decode(encoded, type=Analysis)


def codes_of(analysis: Analysis) -> Codes:
    """The codes of an analysis in their 64-bit form."""
    if analysis.words.count(" ") + 2 >= _NARROW_LIMIT:
        return np.frombuffer(analysis.pairs, "<u8")
    narrow = np.frombuffer(analysis.pairs, "<u4").astype(np.uint64)
    return narrow >> np.uint64(16) << np.uint64(32) | narrow & np.uint64(0xFFFF)


def _narrow(codes: Codes, places: int) -> bytes:
    if places >= _NARROW_LIMIT:
        return codes.astype("<u8").tobytes()
    return (codes >> np.uint64(16) | codes & np.uint64(0xFFFF)).astype("<u4").tobytes()


def _codes(texts: Iterable[str], places: dict[str, int]) -> Codes:
    """Codes of all words and neighbours of the texts; a word that is new gets the next place."""
    places.setdefault("", 0)
    numbers = np.array([number for text in texts for number in _numbered(text, places)], np.uint64)
    alone = numbers << np.uint64(32)
    beside = alone[:-1] | numbers[1:] << np.uint64(1)
    return np.concatenate((alone[numbers > 0], beside[(numbers[:-1] > 0) & (numbers[1:] > 0)]))


def _numbered(text: str, places: dict[str, int]) -> list[int]:
    """The places of the words of a text, and 0 after them, which parts it from the next."""
    return [places.setdefault(form(word), len(places)) for word in syllables(text)] + [0]


def _strongest(codes: Codes) -> Codes:
    """Rising codes without those that stand again with the bit for headings."""
    weaker = np.zeros(len(codes), bool)
    weaker[:-1] = (codes[:-1] | np.uint64(1)) == codes[1:]
    weaker[:-1] &= codes[:-1] != codes[1:]
    return codes[~weaker]
