"""What the list of results shows of each article, and the columns by which results are filtered."""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import chain

from archive.model.output import OutputFile
from archive.search.document import Listing
from archive.search.forms import form, plain, syllables
from archive.search.latin import as_latin
from archive.search.scripts import script
from archive.search.sharding import common_words, shelf_size
from archive.vietnamese.collation import sort_key
from archive.vietnamese.dates import date_words
from archive.vietnamese.shortening import shortened
from archive.vietnamese.tables import WordTable

FORM = "10"
"""To be raised with every change of the form of the files (`docs/search.md`)."""
TEASER = 100
"""Greatest length of the first words that stand for an excerpt until it has come, in characters."""

_NAME = re.compile(r".{1,60}(?=-|$)")
_PLAIN = WordTable(lambda word: plain(form(word)))


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
        yield script(f"bai/{start // size}", numbering, records, write=as_latin)


def filter_file(listings: Sequence[Listing], numbering: str) -> OutputFile:
    """Three columns of all articles: their units, those above them too; the people of their bylines; their years."""
    units = [tuple(chain.from_iterable(each.units)) for each in listings]
    people = [each.byline for each in listings]
    years = [(each.date[:4],) if each.date else () for each in listings]
    columns = _column(units, sorted(_names(units), key=sort_key)), _column(people, sorted(_names(people), key=sort_key))
    return script("loc", numbering, *columns, _column(years, _names(years)))


def _names(rows: Iterable[Sequence[str]]) -> list[str]:
    """All names of the rows, each once, in the order in which they come."""
    return list(dict.fromkeys(chain.from_iterable(rows)))


def _column(rows: Iterable[Sequence[str]], names: Sequence[str]) -> tuple[Sequence[str], str]:
    """The names, and the numbers of each row's names, each once: numbers parted by `,`, rows by `;`."""
    numbers = {name: str(number) for number, name in enumerate(names)}
    return names, ";".join(",".join(numbers[name] for name in dict.fromkeys(row)) for row in rows)


def _record(listing: Listing) -> list[str]:
    about = " — ".join(filter(None, _about(listing)))
    return [_address(listing), listing.headline, about, shortened(listing.teaser, TEASER)]


def _address(listing: Listing) -> str:
    """The path, or but its folder where its page is called as the headline: the twin of `recordOf` in `index.js`."""
    name = _NAME.match("-".join(map(_PLAIN.__getitem__, syllables(listing.headline))))
    return listing.path.removesuffix(f"/{name[0]}.html") if name else listing.path


def _about(listing: Listing) -> Iterator[str]:
    if listing.headline_missing:
        yield "Bài không có tiêu đề"
    yield date_words(listing.date[:10], weekday=False) if listing.date else "Ngày: chưa rõ"
    yield " · ".join(names[-1] for names in listing.units if names)
    yield ", ".join(listing.byline)
