"""Makes the files of the index, and the head that stands in the page of results."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import msgspec

from archive.model.output import OutputFile
from archive.search.abbreviations import abbreviation_table
from archive.search.changes import Change, Standing, changed_shards, recount
from archive.search.document import Listing
from archive.search.latin import SIGNS
from archive.search.postings import Census, Collection
from archive.search.records import filter_file, numbering_of, record_files
from archive.search.shard import shard_file
from archive.search.sharding import common_words, shard_count, shelf_size
from archive.search.spelling import keystroke_words, spelling_file


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What the page of results must know before it asks for a shard; it stands in the page as JSON."""

    numbering: str
    """Changes when any article gets another number; every file of the index repeats it."""
    articles: int
    shards: int
    shelf: int
    """How many records a file has."""
    signs: str
    """`SIGNS` of `latin`."""
    common: str
    """The common words of `sharding`, parted by spaces."""
    short: list[tuple[str, str]]
    """Short forms, each with a long one that it stands for, as forms."""
    latin: str
    """Words of the articles that look like raw keystrokes (`gas`), parted by spaces."""


class Index(NamedTuple):
    """An index on its way to the site."""

    head: Head
    files: Iterator[OutputFile]
    """Each file is made when it is asked for; after a change only those that may differ."""
    census: bytes
    """To be kept for `update_index`."""


def build_index(
    listings: Sequence[Listing],
    analyses: Iterable[bytes],
    workspace: Path,
    abbreviations: Mapping[str, Iterable[str]] = {},
    executor: Executor | None = None,
) -> Index:
    """The index of a site.

    `listings` are the articles newest first, undated last; `analyses` what `analyse` gave for each, in the same order,
    read once. `workspace` is a folder for temporary files, which go again as the files of the index are made.
    `abbreviations` is the editors' list, short forms to long ones. The bytes are the same with any executor and none.
    """
    collection = Collection(len(listings), workspace)
    collection.add(analyses)
    census = collection.census()
    numbering = numbering_of(listings)
    shards = (shard_file(shard, numbering) for shard in collection.shards(executor))
    files = chain(list_files(listings, numbering), [spelling_file(census.words, numbering)], shards)
    head = head_of(numbering, len(listings), census, abbreviations)
    return Index(head, files, msgspec.msgpack.encode(census))


def update_index(
    standing: Standing, changes: Sequence[Change], abbreviations: Mapping[str, Iterable[str]] = {}
) -> Index:
    """The index after changes of words: the bytes of a new one, but only files that may differ.

    The numbers of the articles are those of the index that stands; what the list of results shows is not looked at
    (`list_files`).
    """
    counted = recount(msgspec.msgpack.decode(standing.census, type=Census), changes)
    head = head_of(standing.numbering, standing.articles, counted, abbreviations)
    shards = (shard_file(shard, head.numbering) for shard in changed_shards(changes, standing))
    files = chain([spelling_file(counted.words, head.numbering)], shards) if changes else iter(())
    return Index(head, files, msgspec.msgpack.encode(counted))


def list_files(listings: Sequence[Listing], numbering: str) -> Iterator[OutputFile]:
    """The files of what the list of results shows, and is filtered by."""
    yield from record_files(listings, numbering)
    yield filter_file(listings, numbering)


def head_of(numbering: str, articles: int, census: Census, abbreviations: Mapping[str, Iterable[str]]) -> Head:
    """The head of the index of so many articles."""
    table = abbreviation_table(census.learned.items(), abbreviations)
    return Head(
        numbering=numbering,
        articles=articles,
        shards=shard_count(articles),
        shelf=shelf_size(articles),
        signs=SIGNS,
        common=" ".join(sorted(common_words())),
        short=[(short, long) for short, longs in table.items() for long in longs],
        latin=" ".join(keystroke_words(census.words)),
    )
