"""The record: what is known about one article. Its JSON is the contract of `archive extract`."""

from typing import Literal

from msgspec import Struct

DateStatus = Literal["printed", "stamp", "inferred", "conflict", "none"]
KickerType = Literal["unit", "section", "campaign", "series", "speaker"]
Kind = Literal["article", "interview", "document", "roundup", "photo", "poem", "table", "damaged", "not-article"]
BlockKind = Literal["paragraph", "heading", "list", "question", "answer", "quote", "verse", "table", "caption", "note"]


class Block(Struct, frozen=True, gc=False):
    """A run of lines of the body that belong together."""

    kind: BlockKind
    text: str
    """The words as they stand; lines of a list, a verse or a table are parted by `\\n`."""
    lines: tuple[int, ...]
    """1-based lines of the file, in order."""


class Discarded(Struct, frozen=True, gc=False):
    """A line that is in no field."""

    line: int
    text: str
    reason: str
    """What the line was, in a few words: `share or follow label`, `site menu`."""


class Record(Struct, frozen=True):
    """One article's fields, in the order in which they are printed."""

    file: str
    """Path as given, with forward slashes."""
    date: str | None = None
    """Publication date in Việt Nam, ISO 8601 at the precision printed, from `2014` to `2014-07-13T20:16:05`."""
    date_status: DateStatus = "none"
    unit: tuple[str, ...] = ()
    """The bodies the article is about, lowest-level named body first; empty when none is named."""
    place: str | None = None
    """Set when only a place is named, not a body."""
    kicker: str | None = None
    kicker_type: KickerType | None = None
    headline: str | None = None
    """None when the text has none; never a promoted lead or caption."""
    series: str | None = None
    part: str | None = None
    lead: str | None = None
    byline: tuple[str, ...] = ()
    """People credited with the text, in order."""
    author_org: str | None = None
    photo_credit: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    source: str | None = None
    """The outlet the text was taken from."""
    source_url: str | None = None
    """The address printed beside the outlet."""
    tag: str | None = None
    event_date: str | None = None
    kind: Kind = "article"
    body: tuple[Block, ...] = ()
    """Everything else in order; captions stand here at their place too."""
    discarded: tuple[Discarded, ...] = ()
    """Every line of the text that is in no other field."""
    review: tuple[str, ...] = ()
    """Why an editor should look at this record: codes worded by `archive.wording`, a detail after a colon."""
