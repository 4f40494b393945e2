"""Puts changed articles into an index that stands, so that one correction does not cost a whole index."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from archive.search.analysis import Analysis, codes_of, read_analysis
from archive.search.forms import plain
from archive.search.postings import Census
from archive.search.shard import (
    Bits,
    Pair,
    Posting,
    Shard,
    close_shard,
    decode_list,
    encode_list,
    open_shard,
    read_shard,
    shard_path,
)
from archive.search.sharding import place_bits, shard_count, shard_of


class Change(NamedTuple):
    """An article whose text changed while its place in the list did not."""

    number: int
    before: bytes
    """Its analysis when the index was built."""
    after: bytes
    """Its analysis now."""


class _Edit(NamedTuple):
    article: int
    pair: Pair
    posting: Posting | None
    """None: the article no longer has the pair."""


def changed_shards(changes: Sequence[Change], articles: int, read: Callable[[str], bytes]) -> Iterator[Shard]:
    """The shards that the changes touch, as a new index would have them. `read` gives a file of the standing index."""
    edits: defaultdict[int, list[_Edit]] = defaultdict(list)
    shards = shard_count(articles)
    for edit in _edits(changes, place_bits(articles)):
        first, second = edit.pair
        edits[shard_of(plain(first), plain(second), shards)].append(edit)
    for number, chosen in sorted(edits.items()):
        lists = open_shard(read_shard(number, read(shard_path(number))))
        for edit in chosen:
            _apply(edit, lists, articles)
        yield close_shard(number, lists)


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


def _edits(changes: Iterable[Change], width: int) -> Iterator[_Edit]:
    for change in changes:
        before, after = (_postings(read_analysis(each), width) for each in (change.before, change.after))
        for pair in sorted(before.keys() | after.keys()):
            if before.get(pair) != after.get(pair):
                yield _Edit(change.number, pair, after.get(pair))


def _postings(analysis: Analysis, width: int) -> Mapping[Pair, Posting]:
    """How each pair stands in an article, its places as the shards know them."""
    words = ["", *analysis.words.split()]
    found: dict[Pair, Posting] = {}
    for code in codes_of(analysis).tolist():
        pair = words[code >> 32], words[(code & 0xFFFFFFFF) >> 5]
        heading, places = found.get(pair, Posting(False, 0))
        found[pair] = Posting(heading or bool(code & 16), places | 1 << (code & 15) % (1 << width))
    return found


def _apply(edit: _Edit, lists: dict[Pair, Bits], articles: int) -> None:
    bits = lists.pop(edit.pair, "")
    found = decode_list(edit.pair, bits, articles) if bits else {}
    found.pop(edit.article, None)
    if edit.posting is not None:
        found[edit.article] = edit.posting
    if found:
        lists[edit.pair] = encode_list(edit.pair, found, articles)
