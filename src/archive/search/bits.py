"""Writes and reads runs of small numbers as bits: the body of a shard.

A symbol is `zeros` times 0, then 1, then `width` bits. Two codes are made of it. A count `c` of 1 or more (Elias gamma)
has zeros = width = the number of its bits less one, and the bits below its highest. A gap `g` of a list (Rice) has a
width fixed for its list, zeros = `g >> width`, and the bits below.
"""

import re
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


def gamma_text(count: int) -> str:
    """The bits of one count of 1 or more.

    >>> gamma_text(1), gamma_text(5)
    ('1', '00101')
    """
    return f"{count:0{2 * count.bit_length() - 1}b}"


def rice(gaps: Numbers, width: Numbers) -> Symbols:
    """The symbols of gaps of 0 or more."""
    return Symbols(gaps >> width, width, gaps & ((1 << width) - 1))


def pack(symbols: Symbols) -> bytes:
    """The symbols as bytes, high bit first, the last byte filled with zeros."""
    _, width, low = symbols
    ends = np.cumsum(lengths(symbols))
    bits = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    bits[ends - width - 1] = 1
    for place in range(int(width.max(initial=0))):
        here = np.flatnonzero(low >> place & 1)
        bits[ends[here] - 1 - place] = 1
    return np.packbits(bits).tobytes()


def lengths(symbols: Symbols) -> Numbers:
    """How many bits each symbol takes."""
    return symbols.zeros + 1 + symbols.width


def to_text(packed: bytes) -> str:
    """The bits as `0` and `1`."""
    return f"{int.from_bytes(packed):0{len(packed) * 8}b}" if packed else ""


def symbols_text(symbols: Symbols) -> str:
    """The bits of the symbols, and no more, as `0` and `1`."""
    return to_text(pack(symbols))[: int(lengths(symbols).sum())]


def from_text(bits: str) -> bytes:
    """The bytes of bits written as `0` and `1`, the last filled with zeros."""
    size = -(-len(bits) // 8)
    return int(bits.ljust(size * 8, "0"), 2).to_bytes(size) if bits else b""


class BitReader:
    """Reads symbols from bits written as `0` and `1`, one after the other."""

    def __init__(self, bits: str) -> None:
        self._bits = bits
        self._at = 0

    def take(self, length: int) -> str:
        """The next bits as they are."""
        start, self._at = self._at, self._at + length
        return self._bits[start : self._at]

    def gamma(self) -> int:
        """The next count."""
        width = self.unary()
        return (1 << width) | self.low(width)

    def rices(self, count: int, width: int, universe: int) -> Numbers:
        """The next gaps, so many, of a list of this width of numbers below `universe`."""
        most = count * (1 + width) + (universe >> width)
        found = re.compile(f"0*1.{{{width}}}").findall(self._bits, self._at, self._at + most)[:count]
        sizes = np.fromiter(map(len, found), np.int64, count)
        ends, bits = np.cumsum(sizes), np.frombuffer(self.take(int(sizes.sum())).encode("ascii"), np.uint8)
        gaps = (sizes - width - 1) << width
        for place in range(width):
            gaps |= (bits[ends - 1 - place].astype(np.int64) & 1) << place  # `0` and `1` are 48 and 49
        return gaps

    def rest(self, symbol: str) -> list[str]:
        """All symbols that are left, each of which looks as the regular expression says."""
        return re.compile(symbol).findall(self._bits, self._at)

    def unary(self) -> int:
        """How many zeros stand before the next 1."""
        one = self._bits.index("1", self._at)
        zeros, self._at = one - self._at, one + 1
        return zeros

    def low(self, width: int) -> int:
        """The next bits as a number."""
        return int(self.take(width), 2) if width else 0


def _log2(numbers: Numbers) -> Numbers:
    """The binary logarithm of each number of 1 or more, rounded down."""
    return np.frexp(numbers)[1].astype(np.int64) - 1
