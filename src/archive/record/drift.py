"""Finds where what the text says today differs from what a person wrote on top of it."""

from collections.abc import Mapping

from archive.model.extraction import Extraction
from archive.model.report import Drift
from archive.model.source import SourceText
from archive.record.settling import NOT_FIELDS, spell_units, written_values

Value = tuple[str, ...]


def drift(source: SourceText, extraction: Extraction, spellings: Mapping[str, str] | None = None) -> tuple[Drift, ...]:
    """Each field that a person wrote and for which extraction alone would give another value, in order of line.

    Capitals of units that the authority file restores are no difference; every other difference counts, down to an
    hour that the text has and the person left out. Nothing is said of a file that cannot be read.
    """
    if any(issue.severity == "error" for issue in source.issues):
        return ()
    found = spell_units(extraction.found, spellings or {})
    lines = {known.field: known.chosen.lines for known in extraction.evidence}
    differences = [
        Drift(source.file, source.front.lines.get(field, 0), field, wrote, finds, lines.get(field, ()) if finds else ())
        for field, written in written_values(source.front.written).items()
        if field not in NOT_FIELDS
        if (wrote := _texts(written)) != (finds := _texts(getattr(found, field)))
    ]
    return tuple(sorted(differences, key=lambda one: one.line))


def _texts(value: object) -> Value:
    """A value as the texts it holds; none when it is unknown."""
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, str) and value else ()
