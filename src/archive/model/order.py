"""A page that has to be made, as it waits: where what it is made from lies on disk."""

from msgspec import Struct

from archive.model.entry import Stored


class Part(Struct, frozen=True, array_like=True, gc=False):
    """Where a part of a pack lies; nothing but its owner tells whether it is whole."""

    pack: str
    offset: int
    size: int


class Order(Struct, frozen=True, array_like=True, gc=False):
    """A page that may have to be made; the views of all pages together are too large to be kept in memory."""

    path: str
    template: str
    origin: str
    """What the page is made from, for the message when two want one path."""
    stored: Stored | None
    """Where the article's text lies; None for other pages."""
    key: str
    """Digest of the template's name, the view and the text."""
    view: Part
    """Where its view lies."""
