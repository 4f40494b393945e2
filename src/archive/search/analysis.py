"""What of one article can be searched, as compact bytes that are made in a worker and kept between builds."""

from collections.abc import Iterable

import msgspec
import numpy as np
import numpy.typing as npt

from archive.search.abbreviations import Learned, learn
from archive.search.document import SearchDocument
from archive.search.forms import form, syllables

Codes = npt.NDArray[np.uint64]

_NARROW_LIMIT = 1 << 13


class Analysis(msgspec.Struct, frozen=True, array_like=True):
    """The words of one article."""

    words: str
    """The different forms of the article in order of appearance, parted by spaces."""
    pairs: bytes
    """Codes, rising, 32-bit little-endian when there are fewer than 8,192 words, else 64-bit: the number of the first
    word << 18 or 32 | the number of the second << 5 | 16 when they stand in the headline, the kicker or a unit's name |
    the place of the first in its text, modulo 16. Words are numbered from 1; the second is 0, and so is the place,
    for the word alone."""
    learned: tuple[Learned, ...] = ()
    """The short forms that the article explains."""


def analyse(document: SearchDocument) -> bytes:
    """The analysis of one article, encoded. The same document gives the same bytes, whatever was analysed before."""
    numbers: dict[str, int] = {"": 0}
    own_units = [names[-1] for names in document.units if names]
    heading = _numbered((document.headline, document.kicker, *own_units), numbers)
    body = _numbered((document.lead, *document.texts, *document.byline), numbers)
    codes = _once(np.sort(_codes(np.array(heading + body, np.uint64), len(heading))))
    learned = learn((document.lead, *document.texts))
    return msgspec.msgpack.encode(Analysis(" ".join(numbers)[1:], _narrow(codes, len(numbers)), learned))


def read_analysis(encoded: bytes) -> Analysis:
    """The analysis as it was before it was encoded."""
    return msgspec.msgpack.decode(encoded, type=Analysis)


def codes_of(analysis: Analysis) -> Codes:
    """The codes of an analysis in their 64-bit form."""
    if analysis.words.count(" ") + 2 >= _NARROW_LIMIT:
        return np.frombuffer(analysis.pairs, "<u8")
    narrow = np.frombuffer(analysis.pairs, "<u4").astype(np.uint64)
    return narrow >> np.uint64(18) << np.uint64(32) | narrow & np.uint64(0x3FFFF)


def _once(rising: Codes) -> Codes:
    """Rising codes without repetitions; `numpy.unique` is several times slower."""
    codes: Codes = rising[np.append(True, rising[1:] != rising[:-1])[: len(rising)]]
    return codes


def _narrow(codes: Codes, words: int) -> bytes:
    if words >= _NARROW_LIMIT:
        return codes.astype("<u8").tobytes()
    return (codes >> np.uint64(14) & np.uint64(0xFFFC0000) | codes & np.uint64(0x3FFFF)).astype("<u4").tobytes()


def _numbered(texts: Iterable[str], numbers: dict[str, int]) -> list[int]:
    """The numbers of the words of the texts, and 0 after each text, which parts it from the next. A word that is new
    gets the next number."""
    found = []
    for text in texts:
        found += [numbers.setdefault(word, len(numbers)) for word in map(form, syllables(text))]
        found.append(0)
    return found


def _codes(numbers: Codes, headings: int) -> Codes:
    """Codes of all words and neighbours; the first so many numbers are those of the heading."""
    first, second = numbers[:-1], numbers[1:]
    at = np.arange(len(first), dtype=np.uint64)
    place = at - np.maximum.accumulate(np.where(first == 0, at + np.uint64(1), np.uint64(0)))
    heading = (at < headings).astype(np.uint64) << np.uint64(4)
    alone = first << np.uint64(32) | heading
    beside = alone | second << np.uint64(5) | place & np.uint64(15)
    return np.concatenate((alone[first > 0], beside[(first > 0) & (second > 0)]))
