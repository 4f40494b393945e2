"""Settles an article's record: the front matter over the extraction, and what is then left to review."""

from collections.abc import Mapping

from msgspec import UNSET, structs

from archive.model.article import Article
from archive.model.extraction import Extraction
from archive.model.issue import Issue
from archive.model.record import Block, Record
from archive.model.source import SourceText, Written
from archive.vietnamese.folding import identity_key

PROSE = ("headline", "lead", "kicker")
"""Fields whose lines go back to the body when a person says that the field is something else."""
SAME_WORDS = 0.5
"""Share of the found value's words that a written value must keep to count as a correction of it."""
NOT_AN_ARTICLE = "not-an-article"
"""The reason and the issue of a text that looks like a list or a menu."""
NOT_FIELDS = ("slug", "checked", "note")
"""Keys of the front matter that are no fields of the record."""


def settle(source: SourceText, extraction: Extraction, spellings: Mapping[str, str] | None = None) -> Article:
    """The article with its final record.

    `spellings` maps the identity key of every name in the authority file to its spelling there, and restores
    the capitals of units that the text prints in other ones. Nothing that a person wrote is changed.
    """
    written = {key: value for key, value in written_values(source.front.written).items() if key not in NOT_FIELDS}
    found = spell_units(as_vouched(extraction.found, written), spellings or {})
    body = with_displaced(found, extraction, written)
    record = structs.replace(found, **with_date_status(found, written), body=body)
    sure = source.front.written.checked or is_refused(source)
    record = structs.replace(record, review=() if sure else remaining_review(record, written))
    return Article(
        record=record,
        digest=source.digest,
        encoding=source.encoding,
        markdown=source.markdown,
        written=tuple(written),
        slug=None if source.front.written.slug is UNSET else source.front.written.slug,
        spellings={key: (spellings or {}).get(key, "") for key in map(identity_key, extraction.found.unit)},
        evidence=extraction.evidence,
        issues=source.issues if is_refused(source) else (*source.issues, *set_aside(record)),
    )


def written_values(written: Written) -> dict[str, object]:
    """The keys that a person wrote, with their values."""
    return {name: value for name in written.__struct_fields__ if (value := getattr(written, name)) is not UNSET}


def as_vouched(found: Record, written: dict[str, object]) -> Record:
    """The record of a text that looked like no article, once a person says it is one: then no line is discarded.

    To give it a headline, or any other kind, is to say so.
    """
    if found.kind != "not-article" or not is_vouched(written):
        return found
    body = tuple(Block("paragraph", left_out.text, (left_out.line,)) for left_out in found.discarded)
    review = tuple(reason for reason in found.review if reason != NOT_AN_ARTICLE)
    return structs.replace(found, kind="article", body=body, discarded=(), review=review)


def is_vouched(written: dict[str, object]) -> bool:
    """Whether a person says that it is an article."""
    return bool(written.get("headline")) if "kind" not in written else written["kind"] != "not-article"


def spell_units(found: Record, spellings: Mapping[str, str]) -> Record:
    """The record with its units in the spelling of the authority file, where that differs by capitals only."""
    units = tuple(recased(unit, spellings.get(identity_key(unit), unit)) for unit in found.unit)
    return found if units == found.unit else structs.replace(found, unit=units)


def recased(printed: str, known: str) -> str:
    """The known spelling when it is the printed one in other capitals; else the printed one."""
    return known if known.casefold() == printed.casefold() else printed


def with_date_status(found: Record, written: dict[str, object]) -> dict[str, object]:
    """The written values, and the status that a written date brings with it."""
    if "date" not in written or written["date"] == found.date:
        return written
    return written | {"date_status": "inferred" if written["date"] else "none"}


def with_displaced(found: Record, extraction: Extraction, written: dict[str, object]) -> tuple[Block, ...]:
    """The body, with the lines of each prose field that a person replaced by something else put back at their place.

    A correction of the found words (at least half of them kept) leaves the body as it is; so does a field
    whose lines are not known.
    """
    displaced = [
        Block("paragraph", value, lines)
        for name in PROSE
        if name in written and (value := getattr(found, name)) and is_other(value, written[name])
        if (lines := lines_of(extraction, name))
    ]
    return tuple(sorted((*displaced, *found.body), key=lambda block: block.lines[:1])) if displaced else found.body


def is_other(found: str, written: object) -> bool:
    """Whether the written value is something else than the found one, and not a correction of it."""
    words = identity_key(found).split()
    kept = set(identity_key(str(written or "")).split())
    return sum(word in kept for word in words) < SAME_WORDS * len(words)


def lines_of(extraction: Extraction, field: str) -> tuple[int, ...]:
    """The lines that a field's value was read from; empty when the evidence has none."""
    return next((evidence.chosen.lines for evidence in extraction.evidence if evidence.field == field), ())


def remaining_review(record: Record, written: dict[str, object]) -> tuple[str, ...]:
    """The reasons to look at the record that no person has settled by writing the field they are about."""
    return tuple(reason for reason in record.review if not is_about(reason, written))


def is_about(reason: str, fields: dict[str, object]) -> bool:
    """Whether a reason's code begins with the name of one of the fields: `date-missing` is about `date`."""
    return any(reason.startswith(f"{field.replace('_', '-')}-") for field in fields)


def is_refused(source: SourceText) -> bool:
    """Whether an error keeps the article off the site whatever its text is."""
    return any(issue.severity == "error" for issue in source.issues)


def set_aside(record: Record) -> tuple[Issue, ...]:
    """An issue when the text is no article and therefore gets no page."""
    return (Issue(NOT_AN_ARTICLE, record.file),) if record.kind == "not-article" else ()
