"""The links from an article to the shelves it stands on."""

from collections.abc import Sequence
from functools import cache, partial

from archive.model.site import Positions, Shelf, Site
from archive.render.views import Link


class Ways:
    """The links to the shelves of one site; many articles stand on the same ones, and share what was made once."""

    def __init__(self, site: Site) -> None:
        """None is made yet."""
        self.units = cache(partial(links, site.units))
        """Those of an article's `units`."""
        self.people = cache(partial(links, site.people))
        """Those of its `people`."""
        self.year = cache(year_link)
        """That of its year; None when it is not known."""


def links(shelves: Sequence[Shelf], positions: Positions) -> tuple[Link, ...]:
    """The ways to the shelves at these positions."""
    return tuple(Link(shelf.name, f"{shelf.stem}.html") for shelf in map(shelves.__getitem__, positions))


def year_link(year: str) -> Link | None:
    """The way to the articles of a year."""
    return Link(year, f"nam/{year}.html") if year else None
