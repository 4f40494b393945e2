"""An article while the rules work on it: its lines, who has claimed each, and what was found so far."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Literal

from msgspec import Struct, field

from archive.extract.told import Told
from archive.extract.vocabulary import Vocabulary, label_key
from archive.model.extraction import Candidate, Evidence, Extraction
from archive.model.record import Block, BlockKind, DateStatus, Discarded, KickerType, Kind, Record
from archive.model.text import CleanText
from archive.vietnamese.shortening import shortened

Owner = Literal[
    "", "date", "kicker", "headline", "series", "part", "lead", "byline", "author_org", "photo_credit", "caption",
    "source", "tag", "unit", "body", "discarded",
]  # fmt: skip
"""The field that a piece belongs to; empty while no rule has claimed it."""

LABEL_LENGTH = 100
"""Longest text, in characters, that can be a label."""
LONGEST_DETAIL = 80
"""Characters of the longest detail of a review reason."""


class Piece(Struct, gc=False):
    """A line, or lines that are one text."""

    text: str
    lines: tuple[int, ...]
    indent: int = 0
    gap: bool = False
    """Whether a blank line, or the head of the text, stands above."""
    owner: Owner = ""
    kind: BlockKind | None = None
    """Set when the piece stands in the body."""
    reason: str = ""
    """Why it was discarded."""
    known_key: str | None = None
    known_prose: bool | None = None
    """Whether it is running text, once somebody has asked."""
    parts: tuple[str, ...] = ()
    """The text of each line when there are several."""

    @property
    def key(self) -> str:
        """The piece as a label, empty when it is too long for one."""
        if self.known_key is None:
            self.known_key = label_key(self.text) if len(self.text) <= LABEL_LENGTH else ""
        return self.known_key

    @property
    def is_loose(self) -> bool:
        """Whether nobody has said yet what the piece is, though it may be known for text."""
        return self.kind is None and self.owner in ("", "body")

    def reword(self, text: str) -> None:
        """Gives the piece another text; what was known of the former is forgotten."""
        self.text, self.known_key, self.known_prose = text, None, None


def as_lines(pieces: Iterable[Piece]) -> str:
    """The texts of the pieces, one a line: words that most articles lack are soonest missed in all of them at once."""
    return "\n".join(piece.text for piece in pieces)


def may_have_gaps(text: str) -> bool:
    """Whether two blanks or a tab stand in the text; most have none, which is seen sooner than a wide gap is found."""
    return "  " in text or "\t" in text


class Draft(Struct):
    """One article, its pieces in order, and the values found."""

    file: str
    vocabulary: Vocabulary
    known_units: Sequence[str] = ()
    pieces: list[Piece] = field(default_factory=list)
    firsts: set[str] = field(default_factory=set)
    """Characters with which pieces begin: a rule that looks for another one need not look at any piece."""
    lasts: set[str] = field(default_factory=set)
    """Characters with which pieces end."""
    has_gaps: bool = False
    """Whether a piece may have wide gaps or tabs, as those of columns are."""
    has_bars: bool = False
    """Whether a bar stands in a piece."""
    evidence: dict[str, Evidence] = field(default_factory=dict)
    """What was noted, by field."""
    date: str | None = None
    date_status: DateStatus = "none"
    unit: tuple[str, ...] = ()
    place: str | None = None
    kicker: str | None = None
    kicker_type: KickerType | None = None
    headline: str | None = None
    series: str | None = None
    part: str | None = None
    lead: str | None = None
    byline: tuple[str, ...] = ()
    author_org: str | None = None
    photo_credit: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    source: str | None = None
    source_url: str | None = None
    tag: str | None = None
    event_date: str | None = None
    kind: Kind = "article"
    review: list[str] = field(default_factory=list)
    first_prose: int = 0
    """Place of the first piece that is running text; the number of pieces when there is none."""
    told: Told | None = None
    """What lead and body tell, once somebody has asked behind the last rule that claims."""

    @property
    def is_one_article(self) -> bool:
        """Whether it is one article, and no document, list of articles, report on several units or table."""
        return self.kind not in ("document", "not-article", "roundup", "table")

    def open(self) -> list[Piece]:
        """The pieces that no rule has claimed, in order."""
        return [piece for piece in self.pieces if not piece.owner]

    def above_text(self, most: int) -> list[Piece]:
        """The pieces in front of running text, so many from the top at most."""
        return self.pieces[: min(self.first_prose, most)]

    def place_of(self, owner: str, missing: int) -> int:
        """Where the first piece of an owner stands; `missing` when there is none."""
        return next((place for place, piece in enumerate(self.pieces) if piece.owner == owner), missing)

    def reword(self, piece: Piece, text: str) -> None:
        """Gives a piece another text, which may begin and end otherwise."""
        piece.reword(text)
        self.firsts.add(text[0])
        self.lasts.add(text[-1])

    def discard(self, piece: Piece, reason: str) -> None:
        """Puts a piece among the discarded lines."""
        piece.owner, piece.reason, piece.kind = "discarded", reason, None

    def note(self, field: str, value: str, rule: str, pieces: Iterable[Piece], confidence: float) -> None:
        """Leaves evidence for a field, in front of what was noted for it before: the last rule to speak has won."""
        chosen = Candidate(value, rule, tuple([line for piece in pieces for line in piece.lines]), confidence)
        earlier = self.evidence.get(field)
        known = (earlier.chosen, *earlier.beaten) if earlier else ()
        self.evidence[field] = Evidence(field, chosen, tuple([other for other in known if other.value != value]))

    def beaten(self, field: str, candidates: Iterable[Candidate]) -> None:
        """Adds runners-up to what is known of a field; without a chosen value there is nothing to add to."""
        if known := self.evidence.get(field):
            self.evidence[field] = Evidence(field, known.chosen, (*known.beaten, *candidates))

    def doubt(self, code: str, detail: str = "") -> None:
        """Puts a reason on the review list, once, with as many words of the detail as tell a line from others."""
        reason = f"{code}:{shortened(detail, LONGEST_DETAIL)}" if detail else code
        if reason not in self.review:
            self.review.append(reason)

    def doubt_once(self, code: str, detail: str) -> None:
        """Puts a reason on the review list unless one of its code is there already."""
        if not any(reason.startswith(code) for reason in self.review):
            self.doubt(code, detail)


def start(text: CleanText, vocabulary: Vocabulary, known_units: Sequence[str]) -> Draft:
    """A draft in which every line that is not blank is a piece of its own."""
    pieces = []
    gap = True
    for line in text.lines:
        if line.text:
            pieces.append(Piece(line.text, (line.number,), line.indent, gap))
        gap = not line.text
    firsts = {piece.text[0] for piece in pieces}
    lasts = {piece.text[-1] for piece in pieces}
    lines = as_lines(pieces)
    return Draft(text.file, vocabulary, known_units, pieces, firsts, lasts, may_have_gaps(lines), "|" in lines)


def finish(draft: Draft) -> Extraction:
    """The record and the evidence; every line is in one owner's hands by now."""
    values = dict(zip(_VALUES, _values_of(draft), strict=True))
    found = Record(**values, body=_body(draft), discarded=_discarded(draft), review=tuple(draft.review))
    owners: dict[int, str] = {line: piece.owner or "body" for piece in draft.pieces for line in piece.lines}
    return Extraction(found, tuple(draft.evidence.values()), owners)


_VALUES = tuple(name for name in Record.__struct_fields__ if name not in ("body", "discarded", "review"))
"""The fields that a draft holds as the record does."""
_values_of = attrgetter(*_VALUES)


def _body(draft: Draft) -> tuple[Block, ...]:
    """Blocks in order; neighbouring pieces of one list, verse or table are one block."""
    blocks: list[Block] = []
    run: list[Piece] = []
    for piece in draft.pieces:
        if piece.kind is None:
            continue
        if run and not _belong(run[-1], piece):
            blocks.append(_block(run))
            run = []
        run.append(piece)
    return (*blocks, _block(run)) if run else ()


def _block(run: list[Piece]) -> Block:
    first = run[0]
    kind = first.kind or "paragraph"
    if len(run) == 1:
        return Block(kind, first.text, first.lines)
    return Block(kind, as_lines(run), tuple(line for piece in run for line in piece.lines))


def _belong(upper: Piece, lower: Piece) -> bool:
    if upper.kind != lower.kind or lower.kind not in ("list", "verse", "table"):
        return False
    return lower.kind != "verse" or not lower.gap


def _discarded(draft: Draft) -> tuple[Discarded, ...]:
    return tuple(
        Discarded(line, text, piece.reason)
        for piece in draft.pieces
        if piece.owner == "discarded"
        for line, text in zip(piece.lines, piece.parts or (piece.text,), strict=True)
    )
