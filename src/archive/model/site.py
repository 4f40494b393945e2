"""The plan of a site: every article at its address, and every list with the articles it holds."""

from msgspec import Struct

from archive.model.entry import Entry

Positions = tuple[int, ...]
"""Places in one of the lists of `Site`."""


class Placed(Struct, frozen=True, gc=False):
    """An article at its address."""

    entry: Entry
    path: str
    """Path of its page below the root: `bai/2014/ten-bai.html`."""
    units: Positions = ()
    """Its units, in the order of its record."""
    people: Positions = ()
    """Its byline, in order."""
    previous: int | None = None
    """The next older article of its first unit; None for the oldest and when it has no unit."""
    next: int | None = None


class Shelf(Struct, frozen=True):
    """A list of articles with pages of its own."""

    name: str
    stem: str
    """Path of its first sheet without `.html`: `nam/2014`."""
    articles: Positions
    """Newest first, undated last."""


class UnitShelf(Shelf, frozen=True):
    """The articles of one unit, and where it stands among the others."""

    kind: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()
    place: str = ""
    """What its place was before 1 July 2025 and is after, in words; empty when the articles do not decide it."""
    parents: Positions = ()
    """The units above it, from the top down."""
    children: Positions = ()
    """The units right below it, in Vietnamese alphabetical order."""


class Site(Struct, frozen=True):
    """Everything that the pages are made of."""

    articles: tuple[Placed, ...]
    """Newest first, undated last."""
    units: tuple[UnitShelf, ...]
    """In Vietnamese alphabetical order, as `people`."""
    people: tuple[Shelf, ...]
    years: tuple[Shelf, ...]
    """Newest first; `name` is the year."""
    everything: Shelf
    undated: Shelf
    unitless: Shelf
    unsigned: Shelf
    """The shelves of the unknown; each may be empty."""

    @property
    def unknown(self) -> tuple[Shelf, ...]:
        """The shelves of the unknown that hold something."""
        return tuple(shelf for shelf in (self.undated, self.unitless, self.unsigned) if shelf.articles)

    @property
    def without(self) -> dict[str, int]:
        """How many articles lack a field."""
        return {
            "date": len(self.undated.articles),
            "unit": len(self.unitless.articles),
            "headline": sum(placed.entry.headline_missing for placed in self.articles),
            "byline": len(self.unsigned.articles),
        }
