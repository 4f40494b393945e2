"""Says in which shard of the index a word or a pair of neighbouring words stands.

A query of four words should touch few files. So a pair stands with its rarer word: the two pairs around a rare word,
and the word alone, are then in one shard. Pairs of two common words are spread by both, since they are the longest.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from archive.resources import own_text

_PRIME = 0x01000193
_BASIS = 0x811C9DC5

ALONE = "_"
"""Stands in the place of the second word where a word is alone."""
LARGE = 30_000
"""From so many articles on a site is large: its longest lists stand apart."""

Places = npt.NDArray[np.uint64]


def shard_count(articles: int) -> int:
    """How many shards of words a site of so many articles has.

    It changes seldom as a site grows, gives shards of about 10 to 30 KB, and stops at numbers that leave the index
    below 1,500 files for 10,000 articles and 4,000 for 100,000, because hosts limit the number of files.

    >>> shard_count(0), shard_count(1000), shard_count(10_000), shard_count(100_000)
    (1, 256, 1230, 1400)
    """
    if articles < 6000:
        return 1 << (articles // 6).bit_length()
    return 1230 if articles < LARGE else 1400


def shelf_size(articles: int) -> int:
    """How many articles' records stand in one file.

    >>> shelf_size(1000), shelf_size(10_000), shelf_size(100_000)
    (16, 40, 84)
    """
    if articles < 3000:
        return 16
    return 40 if articles < LARGE else 84


def has_long(articles: int) -> bool:
    """Whether each shard of a site of so many articles has its longest lists in a file beside it, to be read only where
    nothing rarer answers: a few thousand lists are most of the index of a large site."""
    return articles >= LARGE


def fewest_long(articles: int) -> int:
    """In how many articles a pair or a word must stand for its list to be long: in 4 of 1,000."""
    return articles // 250 if has_long(articles) else articles + 1


def fewest_placed(articles: int) -> int:
    """In how many articles a pair must stand for its places to be told: one in few is not by chance beside others."""
    return articles // 2500


def shard_of(first: str, second: str, shards: int) -> int:
    """The shard of two neighbouring words, both without marks; `second` is empty for a word alone."""
    table = HashTable([first, second])
    return int(table.shards(np.array([0]), np.array([1]), shards)[0])


class HashTable:
    """What sharding wants to know of each of a list of words without marks, in arrays."""

    def __init__(self, words: Sequence[str]) -> None:
        common = common_words()
        self._hashes = np.array([_hash(word or ALONE) for word in words], np.uint32)
        self._rarity = np.array([(word or ALONE) not in common for word in words], np.uint32) * self._hashes

    def __len__(self) -> int:
        return len(self._hashes)

    def extend(self, words: Sequence[str]) -> None:
        """Takes more words behind its own."""
        more = HashTable(words)
        self._hashes = np.append(self._hashes, more._hashes)
        self._rarity = np.append(self._rarity, more._rarity)

    def reordered(self, order: Sequence[int]) -> "HashTable":
        """The table of the same words in another order."""
        table = HashTable(())
        table._hashes, table._rarity = self._hashes[order], self._rarity[order]
        return table

    def shards(self, first: Places, second: Places, shards: int) -> npt.NDArray[np.int64]:
        """The shards of pairs, given as places in the list of words; `second` is the place of `""` for a word alone."""
        first, second = first.view(np.int64), second.view(np.int64)
        owner = np.maximum(self._rarity.take(first), self._rarity.take(second))
        common = np.flatnonzero(owner == 0)
        owner[common] = self._hashes.take(first[common]) * np.uint32(_PRIME) ^ self._hashes.take(second[common])
        rest: npt.NDArray[np.int64] = (owner - owner // np.uint32(shards) * np.uint32(shards)).astype(np.int64)
        return rest  # the remainder; `%` takes several times as long


@cache
def common_words() -> frozenset[str]:
    """Words without marks that stand in very many articles of Vietnamese news, and the numbers of days and months.

    Those of 3 in 100 of the project's own articles (`articles/`, `eval/unseen/`), and everyday words of news that these
    happen to lack. The list is the same for every site: with one that each site counts, a correction could move shards.
    What stands for the second word of a word alone is among them.
    """
    return frozenset([ALONE, *own_text("search/common.txt").split()])


def _hash(text: str) -> int:
    """FNV-1a, 32 bits, over UTF-8."""
    value = _BASIS
    for byte in text.encode():
        value = (value ^ byte) * _PRIME & 0xFFFFFFFF
    return value
