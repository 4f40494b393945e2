"""Writes and reads runs of small numbers as bits: the body of a shard.

A symbol is `zeros` times 0, then 1, then `width` bits. Two codes are made of it. A count `c` of 1 or more (Elias gamma)
has zeros = width = the number of its bits less one, and the bits below its highest. A gap `g` of a list (Rice) has a
width fixed for its list, zeros = `g >> width`, and the bits below.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


class Symbols(NamedTuple):
    """Symbols as three arrays of one length."""

    zeros: Numbers
    width: Numbers
    low: Numbers


def rice_width(universe: int, count: int) -> int:
    """The width for a list of `count` numbers below `universe`: the binary logarithm of 0.69 times their mean gap.

    >>> rice_width(10_000, 10), rice_width(100, 100)
    (9, 0)
    """
    return max(1, universe * 69 // (count * 100)).bit_length() - 1


def rice_widths(universe: Numbers, count: Numbers) -> Numbers:
    """`rice_width` for arrays."""
    return _log2(np.maximum(1, universe * 69 // (count * 100)))


def gamma(counts: Numbers) -> Symbols:
    """The symbols of counts of 1 or more."""
    width = _log2(counts)
    return Symbols(width, width, counts - (1 << width))


def rice(gaps: Numbers, width: Numbers) -> Symbols:
    """The symbols of gaps of 0 or more."""
    return Symbols(gaps >> width, width, gaps & ((1 << width) - 1))


def pack(symbols: Symbols) -> bytes:
    """The symbols as bytes, high bit first, the last byte filled with zeros."""
    zeros, width, low = symbols
    if not len(zeros):
        return b""
    ends = np.cumsum(zeros + 1 + width)
    bits = np.zeros(int(ends[-1]), dtype=np.uint8)
    bits[ends - width - 1] = 1
    for place in range(int(width.max())):
        here = np.flatnonzero(low >> place & 1)
        bits[ends[here] - 1 - place] = 1
    return np.packbits(bits).tobytes()


class BitReader:
    """Reads symbols from bytes, one after the other."""

    def __init__(self, packed: bytes) -> None:
        self._bits = "".join(f"{byte:08b}" for byte in packed)
        self._at = 0

    def gamma(self) -> int:
        """The next count."""
        width = self.unary()
        return (1 << width) | self.low(width)

    def rice(self, width: int) -> int:
        """The next gap of a list of this width."""
        zeros = self.unary()
        return (zeros << width) | self.low(width)

    def unary(self) -> int:
        """How many zeros stand before the next 1."""
        one = self._bits.index("1", self._at)
        zeros, self._at = one - self._at, one + 1
        return zeros

    def low(self, width: int) -> int:
        """The next bits as a number."""
        start, self._at = self._at, self._at + width
        return int(self._bits[start : self._at], 2) if width else 0


def _log2(numbers: Numbers) -> Numbers:
    """The binary logarithm of each number of 1 or more, rounded down."""
    return np.frexp(numbers)[1].astype(np.int64) - 1
