"""What the list of results shows of each article, and the columns by which results are filtered."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any

from archive.model.output import OutputFile
from archive.search.document import Listing
from archive.search.scripts import script
from archive.search.sharding import common_words, shelf_size

FORM = "2"
"""To be raised with every change of the form of the files (`docs/search.md`)."""


def numbering_of(listings: Sequence[Listing]) -> str:
    """A few letters that change when any article gets another number, or the form of the index changes: files of two
    numberings never mix, and none is brought up to date that another version of the program made."""
    digest = blake2b(" ".join((FORM, *sorted(common_words()))).encode(), digest_size=4)
    for listing in listings:
        digest.update(listing.path.encode() + b"\n")
    return digest.hexdigest()


def record_files(listings: Sequence[Listing], numbering: str) -> Iterator[OutputFile]:
    """The records of the articles in files of `shelf_size` each, in order of number."""
    size = shelf_size(len(listings))
    for start in range(0, len(listings), size):
        records = [_record(listing) for listing in listings[start : start + size]]
        yield script(f"bai/{start // size}", numbering, records)


def filter_file(listings: Sequence[Listing], numbering: str) -> OutputFile:
    """The units, each with the number of the unit above it or -1; the bylines; and, for each article, the numbers of
    its units and of its bylines: numbers parted by `,`, articles by `;`."""
    units, people = _Names(), _Names()
    unit_column = ";".join(",".join(str(units.chain(names)) for names in each.units if names) for each in listings)
    people_column = ";".join(",".join(str(people.chain((name,))) for name in each.byline) for each in listings)
    return script("loc", numbering, units.rows(), unit_column, people.rows(), people_column)


def years_of(listings: Sequence[Listing]) -> list[tuple[str, int]]:
    """For each run of articles of one year, the year (empty when unknown) and the number of its first article."""
    years = [listing.date[:4] for listing in listings]
    return [(year, number) for number, year in enumerate(years) if number == 0 or years[number - 1] != year]


class _Names:
    """Names numbered in order of first appearance, each under the name above it."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, ...], int] = {}

    def chain(self, names: tuple[str, ...]) -> int:
        """The number of the last of a chain of names, which goes from the top down."""
        for length in range(1, len(names) + 1):
            self._numbers.setdefault(names[:length], len(self._numbers))
        return self._numbers[names]

    def rows(self) -> list[list[Any]]:
        """Name and number of the name above, in order of number."""
        return [[names[-1], self._numbers.get(names[:-1], -1)] for names in self._numbers]


def _record(listing: Listing) -> list[Any]:
    units = [names[-1] for names in listing.units if names]
    missing = int(listing.headline_missing)
    return [listing.path, listing.headline, missing, listing.date, units, list(listing.byline)]
