"""An article as search sees it."""

from msgspec import Struct


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
