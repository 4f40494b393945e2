"""An article as search sees it."""

from msgspec import Struct

from archive.model.record import Record
from archive.model.site import Site


class Listing(Struct, frozen=True, kw_only=True):
    """What the list of results shows of an article, and what it can be filtered by."""

    path: str
    """Path of its page below the root."""
    headline: str
    """The headline, or the first words of the text when it has none."""
    headline_missing: bool = False
    date: str = ""
    """ISO 8601 at the precision known; empty when unknown."""
    units: tuple[tuple[str, ...], ...] = ()
    """Its units, each with the units above it, from the top down: `(("Quận ủy An Mẫu", "Đảng ủy phường Mẫu"),)`."""
    byline: tuple[str, ...] = ()
    teaser: str = ""
    """The beginning of the lead, cut at a word."""


class SearchDocument(Listing, frozen=True, kw_only=True):
    """A listing with everything in it that can be searched."""

    kicker: str = ""
    lead: str = ""
    texts: tuple[str, ...] = ()
    """The blocks of the body in order, captions among them; words never join across two blocks."""


def document_of(record: Record) -> SearchDocument:
    """What of a record can be searched; its address and the units above its own are not known yet."""
    return SearchDocument(
        path="",
        headline=record.headline or "",
        units=tuple((unit,) for unit in record.unit),
        byline=record.byline,
        kicker=record.kicker or "",
        lead=record.lead or "",
        texts=tuple(block.text for block in record.body),
    )


def listings_of(site: Site) -> list[Listing]:
    """The listings of a site's articles, newest first, undated last."""
    lines = [(*(site.units[above].name for above in unit.parents), unit.name) for unit in site.units]
    people = [person.name for person in site.people]
    return [
        Listing(
            path=placed.path,
            headline=placed.entry.title,
            headline_missing=placed.entry.headline_missing,
            date=placed.entry.date or "",
            units=tuple(lines[unit] for unit in placed.units),
            byline=tuple(people[person] for person in placed.people),
            teaser=placed.entry.teaser,
        )
        for placed in site.articles
    ]
