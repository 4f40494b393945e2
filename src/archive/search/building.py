"""Makes the files of the index, and the head that stands in the page of results."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from pathlib import Path

import msgspec

from archive.model.output import OutputFile
from archive.search.abbreviations import abbreviation_table
from archive.search.document import Listing
from archive.search.postings import Census, Collection, Shard
from archive.search.records import filter_file, numbering_of, record_files, years_of
from archive.search.scripts import script
from archive.search.sharding import common_words, place_bits, shard_count, shelf_size
from archive.search.spelling import keystroke_words, spelling_file


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What the page of results must know before it asks for a shard; it stands in the page as JSON."""

    numbering: str
    """Changes when any article gets another number; every file of the index repeats it."""
    articles: int
    shards: int
    shelf: int
    """How many records a file has."""
    places: int
    """How many bits the place of a pair has."""
    years: list[tuple[str, int]]
    """As `records.years_of` gives them."""
    common: str
    """The common words of `sharding`, parted by spaces."""
    short: dict[str, list[str]]
    """Short forms and what they stand for, as forms."""
    latin: str
    """Words of the articles that look like raw keystrokes (`gas`), parted by spaces."""


def build_index(
    listings: Sequence[Listing],
    analyses: Iterable[bytes],
    workspace: Path,
    abbreviations: Mapping[str, Iterable[str]] | None = None,
    executor: Executor | None = None,
) -> tuple[Head, Iterator[OutputFile]]:
    """The head for the page of results, and the files of the index.

    `listings` are the articles newest first, undated last; `analyses` what `analyse` gave for each, in the same order,
    read once. `workspace` is a folder for temporary files, which go again. `abbreviations` is the editors' list, short
    forms to long ones. The answer is the same bytes with any executor and none.
    """
    collection = Collection(len(listings), workspace)
    collection.add(analyses)
    census = collection.census()
    head = head_of(listings, census, abbreviations or {})
    return head, _files(listings, head.numbering, census, collection.shards(executor))


def head_of(listings: Sequence[Listing], census: Census, abbreviations: Mapping[str, Iterable[str]]) -> Head:
    """The head of the index of these articles."""
    return Head(
        numbering=numbering_of(listings),
        articles=len(listings),
        shards=shard_count(len(listings)),
        shelf=shelf_size(len(listings)),
        places=place_bits(len(listings)),
        years=years_of(listings),
        common=" ".join(sorted(common_words())),
        short=abbreviation_table(census.learned.items(), abbreviations),
        latin=" ".join(keystroke_words(census.words)),
    )


def shard_file(shard: Shard, numbering: str) -> OutputFile:
    """The file of one shard of words."""
    return script(f"tu/{shard.number}", numbering, shard.keys, shard.lists)


def _files(
    listings: Sequence[Listing], numbering: str, census: Census, shards: Iterable[Shard]
) -> Iterator[OutputFile]:
    yield from record_files(listings, numbering)
    yield filter_file(listings, numbering)
    yield spelling_file(census.words, numbering)
    for shard in shards:
        yield shard_file(shard, numbering)
