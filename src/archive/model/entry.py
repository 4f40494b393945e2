"""An article between the stages: the little that lists need, kept in memory, and the rest, kept on disk."""

from typing import Self

from msgspec import Raw, Struct, msgpack

from archive.model.article import Article
from archive.model.issue import Issue
from archive.model.record import Kind, Record


class Stored(Struct, frozen=True, array_like=True, gc=False):
    """Where the text of an article lies on disk: its line of each data file, the text of its page, its words."""

    pack: str
    """Name of the pack file."""
    offset: int
    json: int
    """Length of its JSON, without the address of its page."""
    csv: int
    """Length of its line of CSV, without the address of its page."""
    text: int
    """Length of its `ArticleText` as MessagePack."""
    search: int
    """Length of what search knows of it."""
    lines_digest: str
    """Digest (`digests.py`) of both lines."""
    digest: str
    """Digest (`digests.py`) of the text."""
    search_digest: str
    """Digest (`digests.py`) of what search knows."""


NOWHERE = Stored("", 0, 0, 0, 0, 0, "", "", "")
"""The place of a text that is not stored yet."""


class ArticleText(Struct, frozen=True):
    """What only an article's own page needs."""

    record: Record
    """The record without `body` and `discarded`."""
    lead: str
    """The lead's words as the page shows them; empty when there is none."""
    body: bytes
    """The body as HTML in UTF-8, without the lead."""


class Entry(Struct, frozen=True, array_like=True, gc=False):
    """One article as lists, indexes and neighbours know it."""

    file: str
    """Path of its source, with forward slashes."""
    date: str | None
    """As in `Record.date`."""
    unit: tuple[str, ...]
    byline: tuple[str, ...]
    title: str
    """The headline, or the first words of the text when it has none."""
    headline_missing: bool
    teaser: str
    """The beginning of the lead, cut at a word."""
    kind: Kind
    slug: str
    """Slug of the title, before it is made unique."""
    slug_asked: bool
    """True when a person asked for this slug."""
    places: tuple[str, ...] = ()
    """What the text says of where its units' places lie, as it says it: `phường Thới Long, quận Ô Môn`."""
    stored: Stored = NOWHERE

    @property
    def year(self) -> str:
        """The year of its date, or nothing."""
        return self.date[:4] if self.date else ""


class Filed(Struct, frozen=True, array_like=True, gc=False):
    """What every build asks of an article, and its entry, encoded: on its way from one process or build to another."""

    digest: str
    """Digest of its source."""
    pack: str
    """The pack that its text lies in."""
    published: bool
    doubtful: bool
    """True when the record waits for review."""
    issues: tuple[Issue, ...]
    spellings: dict[str, str]
    """How the authority file spelled each of its units when it was read, by identity key; empty for an unknown one."""
    encoded: Raw
    """The entry as MessagePack."""

    @classmethod
    def of(cls, article: Article, entry: Entry) -> Self:
        """The article, filed with its entry."""
        return cls(
            article.digest,
            entry.stored.pack,
            article.published,
            bool(article.record.review),
            article.issues,
            article.spellings,
            Raw(_encode(entry)),
        )

    @property
    def entry(self) -> Entry:
        """The entry, decoded each time."""
        return _decode(self.encoded)


_encode = msgpack.Encoder().encode
_decode = msgpack.Decoder(Entry).decode
