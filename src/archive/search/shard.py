"""One shard of the index: which words and pairs it has, and for each the articles that have it."""

import base64
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from archive.search.bits import BitReader, Numbers, Symbols, gamma, pack, rice, rice_width, rice_widths

Pair = tuple[str, str]
"""Two neighbouring forms; the second is empty for a word alone."""


class Lists(NamedTuple):
    """The lists of a shard's pairs, one after the other in arrays."""

    counts: Numbers
    """How many articles each pair has; 1 or more."""
    articles: Numbers
    """The articles of the first pair, rising, then of the second, and so on."""
    heading: "np.typing.NDArray[np.bool_]"
    """For each article of `articles`: whether the pair stands in its headline, kicker or unit."""


def encode_keys(pairs: Sequence[Pair]) -> str:
    """Pairs, sorted, as text: each first word with the words that follow it, `_` for nothing.

    >>> encode_keys([("an", ""), ("an", "mâu~"), ("hue", "")])
    'an _ mâu~;hue _'
    """
    groups: dict[str, list[str]] = {}
    for first, second in pairs:
        groups.setdefault(first, [first]).append(second or "_")
    return ";".join(map(" ".join, groups.values()))


def decode_keys(text: str) -> list[Pair]:
    """The pairs that `encode_keys` wrote."""
    groups = (group.split(" ") for group in text.split(";") if group)
    return [(first, "" if second == "_" else second) for first, *seconds in groups for second in seconds]


def encode_lists(lists: Lists, articles: int) -> str:
    """The lists as base64 of bits. For each pair: how many articles and, plus one, in how many it stands in the
    heading (gamma); the gaps between the articles (Rice over all articles of the site); the gaps between those of
    its articles that have it in the heading (Rice over the list). A gap is the difference less one.
    """
    return base64.b64encode(pack(_symbols(lists, articles))).decode("ascii")


def decode_lists(text: str, pairs: int, articles: int) -> list[dict[int, bool]]:
    """For each pair, its articles and whether they have it in the heading."""
    reader = BitReader(base64.b64decode(text))
    return [_decode_list(reader, articles) for _ in range(pairs)]


def _decode_list(reader: BitReader, articles: int) -> dict[int, bool]:
    count, headings = reader.gamma(), reader.gamma() - 1
    members = _decode_gaps(reader, count, rice_width(articles, count))
    found = dict.fromkeys(members, False)
    for place in _decode_gaps(reader, headings, rice_width(count, headings) if headings else 0):
        found[members[place]] = True
    return found


def _decode_gaps(reader: BitReader, count: int, width: int) -> list[int]:
    numbers, last = [], -1
    for _ in range(count):
        last += reader.rice(width) + 1
        numbers.append(last)
    return numbers


def _symbols(lists: Lists, articles: int) -> Symbols:
    counts, headings = lists.counts, _headings(lists)
    starts = np.cumsum(2 + counts + headings) - (2 + counts + headings)
    symbols = Symbols(*(np.zeros(int((2 + counts + headings).sum()), np.int64) for _ in range(3)))
    _put(symbols, starts, gamma(counts))
    _put(symbols, starts + 1, gamma(headings + 1))
    owner = np.repeat(np.arange(len(counts)), counts)
    first = np.cumsum(counts) - counts
    widths = rice_widths(np.full(len(counts), articles), counts)
    place = np.arange(len(owner)) - first[owner]
    _put(symbols, starts[owner] + 2 + place, rice(_gaps(lists.articles, place == 0), widths[owner]))
    chosen = np.flatnonzero(lists.heading)
    rank = np.arange(len(chosen)) - (np.cumsum(headings) - headings)[owner[chosen]]
    narrow = rice_widths(counts, np.maximum(1, headings))[owner[chosen]]
    at = starts[owner[chosen]] + 2 + counts[owner[chosen]] + rank
    _put(symbols, at, rice(_gaps(place[chosen], rank == 0), narrow))
    return symbols


def _headings(lists: Lists) -> Numbers:
    owner = np.repeat(np.arange(len(lists.counts)), lists.counts)
    return np.bincount(owner[lists.heading], minlength=len(lists.counts)).astype(np.int64)


def _gaps(numbers: Numbers, first: "np.typing.NDArray[np.bool_]") -> Numbers:
    """Differences less one; a number that is the first of its list is its own gap."""
    before = np.concatenate((np.zeros(min(1, len(numbers)), np.int64), numbers[:-1]))
    return np.where(first, numbers, numbers - before - 1)


def _put(symbols: Symbols, places: Numbers, values: Symbols) -> None:
    for array, value in zip(symbols, values, strict=True):
        array[places] = value
