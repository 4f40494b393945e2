"""An article file as it was read: its bytes' digest, its text, and what a person wrote on top of it."""

from msgspec import UNSET, Struct, UnsetType

from archive.model.issue import Issue

Names = tuple[str, ...]


class Written(Struct, frozen=True, omit_defaults=True):
    """What a person wrote in the front matter, key by key. UNSET: not written; None or (): said to be unknown."""

    date: str | UnsetType | None = UNSET
    """ISO 8601 at the precision written, as in `Record.date`."""
    unit: Names | UnsetType = UNSET
    place: str | UnsetType | None = UNSET
    kicker: str | UnsetType | None = UNSET
    kicker_type: str | UnsetType | None = UNSET
    headline: str | UnsetType | None = UNSET
    series: str | UnsetType | None = UNSET
    part: str | UnsetType | None = UNSET
    lead: str | UnsetType | None = UNSET
    byline: Names | UnsetType = UNSET
    author_org: str | UnsetType | None = UNSET
    photo_credit: Names | UnsetType = UNSET
    caption: Names | UnsetType = UNSET
    source: str | UnsetType | None = UNSET
    source_url: str | UnsetType | None = UNSET
    tag: str | UnsetType | None = UNSET
    event_date: str | UnsetType | None = UNSET
    kind: str | UnsetType = UNSET
    slug: str | UnsetType = UNSET
    """The last part of the page's address, to keep it when the headline changes."""
    checked: bool = False
    """Whether a person has looked the record over: its review list is then empty."""
    note: str | UnsetType = UNSET
    """A remark for other editors; never published."""


class FrontMatter(Struct, frozen=True):
    """The front matter of one file, checked."""

    written: Written = Written()
    lines: dict[str, int] = {}
    """The 1-based line of the file on which each written key stands."""


class SourceText(Struct, frozen=True):
    """One article file, decoded."""

    file: str
    """Path as given, with forward slashes."""
    digest: str
    """Digest (`digests.py`) of the file's bytes."""
    encoding: str
    """How the bytes were read: `utf-8`, `utf-16-le`, `tcvn3` …"""
    text: str
    """The text below the front matter, line ends as `\\n`, nothing else changed."""
    first_line: int = 1
    """The 1-based line of the file on which `text` begins."""
    markdown: bool = False
    """True for `.md`, Markdown written by hand; False for `.txt`, plain text as it was saved."""
    front: FrontMatter = FrontMatter()
    issues: tuple[Issue, ...] = ()
