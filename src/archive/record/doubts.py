"""Says of each reason for review which field it is about, where that stands, and what was read there."""

from msgspec import structs

from archive.model.article import Article
from archive.model.record import Record
from archive.model.report import Doubt

ABOUT = {"weekday-disagrees": "date", "clock-impossible": "date", "place-only-headline": "unit"}
"""The field of each reason whose code does not begin with its name."""
LINE_TOLD = "damaged-text"
"""The reason that tells a line as its detail."""


def doubts(article: Article) -> tuple[Doubt, ...]:
    """Each reason to look at the record, in order, with the line and the value it is about."""
    return tuple(_doubt(reason, article) for reason in article.record.review)


def field_of(reason: str) -> str:
    """The field that a reason is about; empty when it is about the whole text.

    >>> field_of("byline-weak"), field_of("weekday-disagrees:Thứ Ba"), field_of("damaged-text:7")
    ('byline', 'date', '')
    """
    code = reason.partition(":")[0]
    named = [name for name in Record.__struct_fields__ if code.startswith(f"{name.replace('_', '-')}-")]
    return ABOUT.get(code) or max(named, key=len, default="")


def without_doubtful(record: Record) -> Record:
    """The record without the values that wait for review: they are not yet known."""
    nothing = Record(record.file)
    doubted = {field for reason in record.review if (field := field_of(reason))}
    return structs.replace(record, **{field: getattr(nothing, field) for field in doubted})


def _doubt(reason: str, article: Article) -> Doubt:
    field = field_of(reason)
    code, _, detail = reason.partition(":")
    if code == LINE_TOLD and detail.isdecimal():
        return Doubt(reason, line=int(detail))
    value = getattr(article.record, field) if field else None
    return Doubt(reason, field, _line(article, field), "; ".join(value) if isinstance(value, tuple) else value or "")


def _line(article: Article, field: str) -> int:
    lines = next((known.chosen.lines for known in article.evidence if known.field == field), ())
    return lines[0] if lines else 0
