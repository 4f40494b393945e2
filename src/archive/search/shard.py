"""One shard of the index: which words and pairs it has, and for each the articles that have it."""

import base64
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from archive.model.output import OutputFile
from archive.search.bits import (
    BitReader,
    Numbers,
    Symbols,
    from_text,
    gamma,
    gamma_text,
    lengths,
    pack,
    rice,
    rice_width,
    rice_widths,
    symbols_text,
    to_text,
)
from archive.search.scripts import FOLDER, as_ascii, script, values_of
from archive.search.sharding import ALONE, fewest_long, fewest_placed

_MANY = 5
"""From so many places on, all places are meant."""
_TOLD = "|".join((*(f"{'0' * (count - 1)}1.{{{count * 4}}}" for count in range(1, _MANY)), "0" * (_MANY - 1) + "1"))
"""What the places in an article look like (`_places`), as a regular expression."""

Flags = npt.NDArray[np.bool_]
Bits = str
"""Bits written as `0` and `1`."""
Pair = tuple[str, str]
"""Two neighbouring forms; the second is empty for a word alone."""


class Shard(NamedTuple):
    """One shard, or its long lists, encoded."""

    name: str
    """Of its file: `tu/7`, `dai/0`."""
    keys: str
    lists: str


class Lists(NamedTuple):
    """The lists of a shard's pairs, one after the other in arrays."""

    counts: Numbers
    """How many articles each pair has; 1 or more."""
    alone: Flags
    """For each pair, whether it is a word alone."""
    elsewhere: Flags
    """For each pair, whether its articles stand in another file; they are then not in the arrays that follow."""
    articles: Numbers
    """The articles of the first pair, rising, then of the second, and so on."""
    heading: Flags
    """For each article of `articles`: whether the pair stands in its headline, kicker or unit."""
    places: Numbers
    """For each article of `articles`: bit n is set when the pair begins at a place that is n modulo 16."""


class OneList(NamedTuple):
    """The list of one pair, in columns."""

    articles: list[int]
    """Rising."""
    heading: list[bool]
    """For each article: whether the pair stands in its headline, kicker or unit."""
    places: list[Bits]
    """For each article: where the pair stands, as the list tells it; empty in a list that does not."""


class Posting(NamedTuple):
    """How a pair stands in an article: in its heading, and the bits of its places."""

    heading: bool
    places: int


def shard_name(number: int) -> str:
    """The name of a shard's file."""
    return f"tu/{number}"


def long_name(number: int) -> str:
    """The name of the file with the long lists of a shard."""
    return f"dai/{number}"


def shard_path(name: str) -> str:
    """The path below the root of the site of the file of this name."""
    return f"{FOLDER}/{name}.js"


def shard_file(shard: Shard, numbering: str) -> OutputFile:
    """The file of a shard."""
    return script(shard.name, numbering, shard.keys, shard.lists, write=as_ascii)


def read_shard(content: bytes) -> Shard:
    """The shard that a file made by `shard_file` holds."""
    name, _, keys, lists = values_of(content)
    return Shard(name, keys, lists)


def open_shard(shard: Shard) -> dict[Pair, Bits]:
    """The list of each pair of a shard, still encoded."""
    reader = BitReader(to_text(base64.b64decode(shard.lists)))
    return {pair: reader.take(reader.gamma()) for pair in decode_keys(shard.keys)}


def close_shard(name: str, lists: Mapping[Pair, Bits]) -> Shard:
    """The shard of encoded lists."""
    pairs = sorted(lists)
    bits = "".join(gamma_text(len(lists[pair])) + lists[pair] for pair in pairs)
    return Shard(name, encode_keys(pairs), base64.b64encode(from_text(bits)).decode("ascii"))


def encode_keys(pairs: Sequence[Pair]) -> str:
    """Pairs, sorted, as text: each first word with the words that follow it, `_` for nothing.

    >>> encode_keys([("an", ""), ("an", "mâu~"), ("hue", "")])
    'an _ mâu~;hue _'
    """
    groups: dict[str, list[str]] = {}
    for first, second in pairs:
        groups.setdefault(first, [first]).append(second or ALONE)
    return ";".join(map(" ".join, groups.values()))


def decode_keys(text: str) -> list[Pair]:
    """The pairs that `encode_keys` wrote."""
    groups = (group.split(" ") for group in text.split(";") if group)
    return [(first, "" if second == ALONE else second) for first, *seconds in groups for second in seconds]


def encode_lists(lists: Lists, articles: int) -> str:
    """The lists as base64 of bits. For each pair: how many bits its list has (gamma), and the list.

    A list: how many articles and, plus one, in how many it stands in the heading (gamma); the gaps between the articles
    (Rice over all articles of the site); the gaps between those of its articles that have it in the heading (Rice over
    the list); and, unless it is a word alone or stands in very few articles (`fewest_placed`), its places in each
    article (`_places`). A gap is the difference less one. Of a list that stands elsewhere only the first count.
    """
    return base64.b64encode(pack(_symbols(lists, articles))).decode("ascii")


def encode_list(one: OneList, articles: int) -> Bits:
    """One list as `encode_lists` writes it, without the number of its bits."""
    chosen = [rank for rank, heading in enumerate(one.heading) if heading]
    counts = gamma_text(len(one.articles)) + gamma_text(len(chosen) + 1)
    return "".join((counts, _gaps_text(one.articles, articles), _gaps_text(chosen, len(one.articles)), *one.places))


def decode_list(bits: Bits, articles: int) -> OneList:
    """One list as it was before it was encoded."""
    reader = BitReader(bits)
    count, headings = reader.gamma(), reader.gamma() - 1
    members = _read_gaps(reader, count, articles)
    heading = np.zeros(count, bool)
    heading[_read_gaps(reader, headings, count)] = True
    return OneList(members.tolist(), heading.tolist(), reader.rest(_TOLD) or [""] * count)


def list_of(pair: Pair, found: Mapping[int, Posting], articles: int) -> OneList:
    """The list of one pair, from the articles that have it."""
    members, told = sorted(found), tells_places(pair, len(found), articles)
    places = [places_text(found[article].places) if told else "" for article in members]
    return OneList(members, [found[article].heading for article in members], places)


@cache
def places_text(bits: int) -> Bits:
    """The places in one article, given as a bit each, as a list tells them."""
    return symbols_text(_places(np.array([bits])))


def is_long(bits: Bits, articles: int) -> bool:
    """Whether a list, or what its shard keeps of it, is long: it then stands in the file of long lists."""
    return BitReader(bits).gamma() >= fewest_long(articles)


def without_articles(bits: Bits) -> Bits:
    """What a shard keeps of a long list: in how many articles the pair stands."""
    return gamma_text(BitReader(bits).gamma())


def tells_places(pair: Pair, count: int, articles: int) -> bool:
    """Whether the list of a pair in so many articles tells its places."""
    return bool(pair[1]) and count >= fewest_placed(articles)


def _gaps_text(numbers: Sequence[int], universe: int) -> Bits:
    gaps = _gaps(np.array(numbers, np.int64), np.arange(len(numbers)) == 0)
    return symbols_text(rice(gaps, np.full(len(gaps), rice_width(universe, max(1, len(gaps))))))


def _read_gaps(reader: BitReader, count: int, universe: int) -> Numbers:
    return np.cumsum(reader.rices(count, rice_width(universe, max(1, count)), universe) + 1) - 1


def _symbols(lists: Lists, articles: int) -> Symbols:
    counts, headings, here = lists.counts, _headings(lists), ~lists.elsewhere
    told = np.where(here, counts, 0)
    placed = here & ~lists.alone & (counts >= fewest_placed(articles))
    sizes = 2 + here + told + headings + np.where(placed, counts, 0)
    starts = np.cumsum(sizes) - sizes
    symbols = Symbols(*(np.zeros(int(sizes.sum()), np.int64) for _ in range(3)))
    _put(symbols, starts + 1, gamma(counts))
    _put(symbols, starts[here] + 2, gamma(headings[here] + 1))
    owner = np.repeat(np.arange(len(counts)), told)
    rank = np.arange(len(owner)) - (np.cumsum(told) - told)[owner]
    widths = rice_widths(np.full(len(counts), articles), counts)
    _put(symbols, starts[owner] + 3 + rank, rice(_gaps(lists.articles, rank == 0), widths[owner]))
    chosen = np.flatnonzero(lists.heading)
    order = np.arange(len(chosen)) - (np.cumsum(headings) - headings)[owner[chosen]]
    widths = rice_widths(counts, np.maximum(1, headings))
    at = (starts + 3 + counts)[owner[chosen]] + order
    _put(symbols, at, rice(_gaps(rank[chosen], order == 0), widths[owner[chosen]]))
    beside = np.flatnonzero(placed[owner])
    at = (starts + 3 + counts + headings)[owner[beside]] + rank[beside]
    _put(symbols, at, _places(lists.places[beside]))
    if len(starts):
        _put(symbols, starts, gamma(np.add.reduceat(lengths(symbols), starts) - 1))
    return symbols


def _places(bits: Numbers) -> Symbols:
    """The symbols of places: how many, less one, in zeros, then each in 4 bits. Five or more are not told apart: four
    zeros, no bits."""
    count = np.zeros(len(bits), np.int64)
    low = np.zeros(len(bits), np.int64)
    for place in range(16):
        here = (bits >> place & 1).astype(bool)
        low = np.where(here, low << 4 | place, low)
        count += here
    count = np.minimum(count, _MANY)
    many = count == _MANY
    return Symbols(count - 1, np.where(many, 0, count * 4), np.where(many, 0, low))


def _headings(lists: Lists) -> Numbers:
    owner = np.repeat(np.arange(len(lists.counts)), np.where(lists.elsewhere, 0, lists.counts))
    return np.bincount(owner[lists.heading], minlength=len(lists.counts)).astype(np.int64)


def _gaps(numbers: Numbers, first: Flags) -> Numbers:
    """Differences less one; a number that is the first of its list is its own gap."""
    before = np.concatenate((np.zeros(min(1, len(numbers)), np.int64), numbers[:-1]))
    return np.where(first, numbers, numbers - before - 1)


def _put(symbols: Symbols, places: Numbers, values: Symbols) -> None:
    for array, value in zip(symbols, values, strict=True):
        array[places] = value
