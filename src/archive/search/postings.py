"""Turns the analyses of all articles into shards of words and pairs, a part at a time so that memory stays flat.

A posting is one 64-bit number: first word (20 bits), second word or 0 (20), article (19), heading (1), place modulo 16
(4). Sorted numbers are the index; the rest is only cutting them into shards.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from archive.errors import SearchError
from archive.search.abbreviations import Learned
from archive.search.analysis import codes_of, read_analysis
from archive.search.forms import plain
from archive.search.shard import Lists, Shard, encode_keys, encode_lists, long_name, shard_name
from archive.search.sharding import HashTable, fewest_long, has_long, shard_count

Numbers = npt.NDArray[np.int64]
Postings = npt.NDArray[np.uint64]

MOST_ARTICLES = 1 << 19
MOST_WORDS = 1 << 20
_BATCH = 1_000_000
"""How many postings are held before they are laid aside: 8 MB, and ten times as much meanwhile."""
_PART = 1_500_000
"""About how many postings are sorted at a time: 12 MB, and ten times as much meanwhile, in each process."""
_PER_ARTICLE = 1500
_ARTICLE, _SECOND, _FIRST = np.uint64(5), np.uint64(24), np.uint64(44)
_KEY = np.uint64(19)
_WORD_MASK, _ARTICLE_MASK, _DETAIL_MASK = np.uint64(MOST_WORDS - 1), np.uint64(MOST_ARTICLES - 1), np.uint64(31)


class Census(Struct, frozen=True):
    """What is counted over all articles."""

    words: dict[str, int]
    """In how many articles each form stands; none stands in no article."""
    learned: dict[Learned, int]
    """In how many articles each short form is explained."""


class Collection:
    """All postings of a site, laid aside in the files of a folder until every article has been seen."""

    def __init__(self, articles: int, folder: Path) -> None:
        self._articles = articles
        self._shards = shard_count(articles)
        self._parts = min(self._shards, 1 + articles * _PER_ARTICLE // _PART)
        self._folder = folder
        self._numbers = _Numbering({"": 0})
        self._table = HashTable(())
        self._learned: Counter[Learned] = Counter()
        self._counts = np.zeros(0, np.int64)

    def add(self, analyses: Iterable[bytes]) -> None:
        """Takes the analyses of all articles, in the order of the articles' numbers."""
        if self._articles > MOST_ARTICLES:
            raise SearchError("search-too-many-articles", most=str(MOST_ARTICLES))
        for batch in _batches(map(self._postings, range(self._articles), analyses)):
            if len(self._numbers) > MOST_WORDS:
                raise SearchError("search-too-many-words", most=str(MOST_WORDS))
            self._count(batch)
            self._lay_aside(batch)

    def census(self) -> Census:
        """What was counted on the way."""
        counts = np.resize(self._counts, len(self._numbers)).tolist()
        return Census({word: count for word, count in zip(self._numbers, counts, strict=True) if word}, self._learned)

    def shards(self, executor: Executor | None = None) -> Iterator[Shard]:
        """All shards, the empty ones too, and their long lists; the files go as they are read."""
        run: Callable[..., Iterable[list[Shard]]] = executor.map if executor else map
        bounds = [-(-part * self._shards // self._parts) for part in range(self._parts + 1)]
        ranges = zip(range(self._parts), bounds, bounds[1:], strict=False)
        tasks = [_Part(self._file(part), self._articles, self._shards, *bounds) for part, *bounds in ranges]
        for shards in run(_shards_of_part, tasks, [self._alphabet()] * len(tasks)):
            yield from shards

    def _postings(self, article: int, encoded: bytes) -> Postings:
        analysis = read_analysis(encoded)
        self._learned.update(analysis.learned)
        words = analysis.words.split(" ") if analysis.words else []
        known = np.array([0, *map(self._numbers.__getitem__, words)], np.uint64)
        codes = codes_of(analysis)
        first = known.take((codes >> np.uint64(32)).view(np.int64))
        second = known.take(((codes & np.uint64(0xFFFFFFFF)) >> np.uint64(5)).view(np.int64))
        postings: Postings = first << _FIRST | second << _SECOND | np.uint64(article << 5) | codes & _DETAIL_MASK
        return postings

    def _count(self, batch: Postings) -> None:
        alone = batch[(batch >> _SECOND & _WORD_MASK) == 0] >> _ARTICLE
        once = np.append(True, alone[1:] != alone[:-1])[: len(alone)]  # in the heading and in the body is one article
        alone = alone[once] >> (_FIRST - _ARTICLE)
        counts = np.bincount(alone.astype(np.int64), minlength=len(self._numbers))
        counts[: len(self._counts)] += self._counts
        self._counts = counts

    def _lay_aside(self, batch: Postings) -> None:
        shards = self._hashed().shards(batch >> _FIRST, batch >> _SECOND & _WORD_MASK, self._shards)
        part = (shards * self._parts // self._shards).astype(np.uint16)  # numbers this short sort by radix
        order = np.argsort(part, kind="stable")
        ends = np.searchsorted(part[order], np.arange(self._parts), "right")
        for number, piece in enumerate(np.split(batch[order], ends[:-1])):
            with self._file(number).open("ab") as file:
                file.write(piece.tobytes())

    def _hashed(self) -> HashTable:
        """The table of all words met so far; each is hashed once."""
        self._table.extend(list(map(plain, islice(self._numbers, len(self._table), None))))
        return self._table

    def _alphabet(self) -> "_Alphabet":
        words = list(self._numbers)
        order = sorted(range(len(words)), key=words.__getitem__)
        rank = np.empty(len(words), np.uint64)
        rank[order] = np.arange(len(words), dtype=np.uint64)
        return _Alphabet(rank, [words[number] for number in order], self._hashed().reordered(order))

    def _file(self, part: int) -> Path:
        return self._folder / f"part-{part}"


class _Numbering(dict[str, int]):
    """Words by number; one that is asked for the first time gets the next."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


class _Alphabet(NamedTuple):
    """All words numbered again, as the alphabet has them: then nothing shows in what order they were met."""

    rank: Postings
    """By the number that a word got when it was met."""
    words: list[str]
    table: HashTable


class _Part(NamedTuple):
    file: Path
    articles: int
    shards: int
    first: int
    """The first of its shards, and the first that is no longer in it."""
    last: int


def _batches(pieces: Iterable[Postings]) -> Iterator[Postings]:
    held: list[Postings] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= _BATCH:
            yield np.concatenate(held)
            held, size = [], 0
    if held:
        yield np.concatenate(held)


def _shards_of_part(part: _Part, alphabet: _Alphabet) -> list[Shard]:
    """The shards of one part."""
    postings = np.fromfile(part.file, np.uint64) if part.file.exists() else np.zeros(0, np.uint64)
    part.file.unlink(missing_ok=True)
    postings = _renumbered(postings, alphabet.rank)
    postings.sort()
    return list(_cut(postings, alphabet, part))


def _renumbered(postings: Postings, rank: Postings) -> Postings:
    below = postings & np.uint64((1 << 24) - 1)
    first = rank.take((postings >> _FIRST).view(np.int64))
    second = rank.take((postings >> _SECOND & _WORD_MASK).view(np.int64))
    numbered: Postings = first << _FIRST | second << _SECOND | below
    return numbered


def _cut(postings: Postings, alphabet: _Alphabet, part: _Part) -> Iterator[Shard]:
    words = alphabet.words
    entries, (heading, bits) = _gathered(postings)
    keys, starts = _starts(entries >> _KEY)
    counts = np.diff(np.append(starts, len(entries))).astype(np.int64)
    firsts, seconds = keys >> np.uint64(20), keys & _WORD_MASK
    shards = alphabet.table.shards(firsts, seconds, part.shards)
    long = counts >= fewest_long(part.articles)

    def shard(name: str, chosen: Numbers, elsewhere: npt.NDArray[np.bool_]) -> Shard:
        pairs = [(words[a], words[b]) for a, b in zip(firsts[chosen].tolist(), seconds[chosen].tolist(), strict=True)]
        here = chosen[~elsewhere]
        places = _runs(starts[here], counts[here])
        articles = (entries[places] & _ARTICLE_MASK).astype(np.int64)
        lists = Lists(counts[chosen], seconds[chosen] == 0, elsewhere, articles, heading[places], bits[places])
        return Shard(name, encode_keys(pairs), encode_lists(lists, part.articles))

    for number, chosen in _of_each(shards, part.first, part.last):
        yield shard(shard_name(number), chosen, long[chosen])
        if has_long(part.articles):
            yield shard(long_name(number), chosen[long[chosen]], np.zeros(int(long[chosen].sum()), bool))


def _of_each(numbers: Numbers, first: int, last: int) -> Iterator[tuple[int, Numbers]]:
    """Each number from the first to the one before the last, with the places among `numbers` where it stands."""
    order = np.argsort(numbers, kind="stable")
    edges = np.searchsorted(numbers[order], np.arange(first, last + 1))
    return zip(range(first, last), np.split(order, edges)[1:-1], strict=True)


def _gathered(postings: Postings) -> tuple[Postings, tuple[npt.NDArray[np.bool_], npt.NDArray[np.int64]]]:
    """Postings without their details, each once; and for each whether it stands in a heading, and a bit a place."""
    entries, starts = _starts(postings >> _ARTICLE)
    if not len(postings):
        return entries, (np.zeros(0, bool), np.zeros(0, np.int64))
    heading = np.bitwise_or.reduceat(postings, starts) >> np.uint64(4) & np.uint64(1)
    bits = np.bitwise_or.reduceat(np.uint64(1) << (postings & np.uint64(15)), starts)
    return entries, (heading.astype(bool), bits.astype(np.int64))


def _starts(rising: Postings) -> tuple[Postings, npt.NDArray[np.int64]]:
    """The different numbers among rising ones, and where each begins."""
    starts = np.flatnonzero(np.append(True, rising[1:] != rising[:-1])[: len(rising)])
    return rising[starts], starts


def _runs(starts: npt.NDArray[np.int64], counts: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The numbers from each start on, so many, one run after the other."""
    before = np.cumsum(counts) - counts
    return np.repeat(starts - before, counts) + np.arange(int(counts.sum()))
