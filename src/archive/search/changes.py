"""Puts changed articles into an index that stands, so that one correction does not cost a whole index."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from archive.search.analysis import codes_of, read_analysis
from archive.search.forms import plain
from archive.search.postings import Census
from archive.search.shard import (
    Bits,
    OneList,
    Pair,
    Posting,
    Shard,
    close_shard,
    decode_list,
    encode_list,
    is_long,
    list_of,
    long_name,
    open_shard,
    places_text,
    read_shard,
    shard_name,
    shard_path,
    tells_places,
    without_articles,
)
from archive.search.sharding import shard_count, shard_of


class Change(NamedTuple):
    """An article whose text changed while its place in the list did not."""

    number: int
    before: bytes
    """Its analysis when the index was built."""
    after: bytes
    """Its analysis now."""


class Standing(NamedTuple):
    """The index that stands."""

    numbering: str
    articles: int
    """How many it has."""
    census: bytes
    """What it left to be kept."""
    file: Callable[[str], bytes]
    """Gives the bytes of one of its files by path."""
    analysis: Callable[[int], bytes]
    """Gives the analysis of an article, as it is now, by number."""


class _Edit(NamedTuple):
    article: int
    posting: Posting | None
    """None: the article no longer has the pair."""


class _Opened(dict[str, dict[Pair, Bits]]):
    """The lists of files by name, each opened when it is asked for."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing

    def __missing__(self, name: str) -> dict[Pair, Bits]:
        lists = self[name] = open_shard(read_shard(self._standing.file(shard_path(name))))
        return lists


def changed_shards(changes: Sequence[Change], standing: Standing) -> Iterator[Shard]:
    """The shards and the files of long lists that the changes touch, as a new index would have them."""
    edits: defaultdict[int, dict[Pair, list[_Edit]]] = defaultdict(dict)
    shards = shard_count(standing.articles)
    for (first, second), chosen in _edits(changes).items():
        edits[shard_of(plain(first), plain(second), shards)][first, second] = chosen
    now = cache(lambda article: _postings(standing.analysis(article)))
    for number, of_shard in sorted(edits.items()):
        opened = _Opened(standing)
        for pair, chosen in of_shard.items():
            _revise(pair, number, opened, chosen, standing.articles, now)
        yield from (close_shard(name, lists) for name, lists in opened.items())


def recount(census: Census, changes: Sequence[Change]) -> Census:
    """The census after the changes."""
    words, learned = Counter(census.words), Counter(census.learned)
    for change in changes:
        before, after = read_analysis(change.before), read_analysis(change.after)
        words.subtract(set(before.words.split()))
        words.update(set(after.words.split()))
        learned.subtract(before.learned)
        learned.update(after.learned)
    return Census(dict(+words), dict(+learned))


def _edits(changes: Iterable[Change]) -> Mapping[Pair, list[_Edit]]:
    """What the changes do to the list of each pair."""
    edits: defaultdict[Pair, list[_Edit]] = defaultdict(list)
    for change in changes:
        before, after = (_postings(each) for each in (change.before, change.after))
        for pair in before.keys() | after.keys():
            if before.get(pair) != after.get(pair):
                edits[pair].append(_Edit(change.number, after.get(pair)))
    return edits


def _postings(encoded: bytes) -> Mapping[Pair, Posting]:
    """How each pair stands in an article, its places modulo 16."""
    analysis = read_analysis(encoded)
    words = ["", *analysis.words.split()]
    found: dict[Pair, Posting] = {}
    for code in codes_of(analysis).tolist():
        pair = words[code >> 32], words[(code & 0xFFFFFFFF) >> 5]
        heading, places = found.get(pair, Posting(False, 0))
        found[pair] = Posting(heading or bool(code & 16), places | 1 << (code & 15))
    return found


def _revise(
    pair: Pair,
    shard: int,
    opened: _Opened,
    edits: Iterable[_Edit],
    articles: int,
    postings: Callable[[int], Mapping[Pair, Posting]],
) -> None:
    """Makes the edits of a pair in the files of its shard, where its list may come to be long, or to be so no more."""
    lists = opened[shard_name(shard)]
    bits = lists.pop(pair, "")
    if bits and is_long(bits, articles):
        bits = opened[long_name(shard)].pop(pair)
    bits = _revised(pair, bits, edits, articles, postings)
    if bits and is_long(bits, articles):
        opened[long_name(shard)][pair] = bits
        bits = without_articles(bits)
    if bits:
        lists[pair] = bits


def _revised(
    pair: Pair,
    bits: Bits,
    edits: Iterable[_Edit],
    articles: int,
    postings: Callable[[int], Mapping[Pair, Posting]],
) -> Bits:
    """The list of a pair after the edits; no bits for one without articles.

    `postings` gives those of an article as it is now: a list that comes to be long enough to tell places tells those of
    every article.
    """
    one = decode_list(bits, articles) if bits else OneList([], [], [])
    told = tells_places(pair, len(one.articles), articles)
    for edit in edits:
        _apply(edit, one)
    if not tells_places(pair, len(one.articles), articles):
        one = one._replace(places=[])
    elif not told:
        one = list_of(pair, {article: postings(article)[pair] for article in one.articles}, articles)
    return encode_list(one, articles) if one.articles else ""


def _apply(edit: _Edit, one: OneList) -> None:
    at = bisect_left(one.articles, edit.article)
    standing = slice(at, at + (one.articles[at : at + 1] == [edit.article]))
    posting = edit.posting
    one.articles[standing] = [edit.article] if posting else []
    one.heading[standing] = [posting.heading] if posting else []
    one.places[standing] = [places_text(posting.places)] if posting else []
