"""Adds what was found to the front matter of a text and changes nothing else in it."""

from msgspec import UNSET, structs

from archive.model.record import Record
from archive.model.source import Written
from archive.source.front_matter import FrontSplit, split
from archive.yaml_document import dump_mapping


def add_missing(text: str, record: Record) -> str:
    """The text with the values of the record that its front matter does not name; below it not a sign is changed.

    A key that stands there stays as it is, also when it is empty or its value could not be used. What is unknown is
    not written, nor is the ordinary kind. The text comes back as it was when nothing is missing, and when its front
    matter cannot be read or cannot be added to without changing what it says.
    """
    plain = text.removeprefix(_BOM)
    before = split(plain, record.file)
    missing = {key: value for key, value in _found(record).items() if key not in before.front.lines}
    if not missing or any(issue.severity == "error" for issue in before.issues):
        return text
    top = plain[: len(plain) - len(before.body)]
    filled = _filled(top, dump_mapping(missing), "\r\n" if "\r\n" in text else "\n") + before.body
    if not _says_as_much(before, split(filled, record.file), missing):
        return text
    return text[: len(text) - len(plain)] + filled


_BOM = "\ufeff"


def _found(record: Record) -> dict[str, object]:
    """The values of the record that front matter can hold, in the order in which it is written."""
    values = {key: getattr(record, key) for key in Written.__struct_fields__ if hasattr(record, key)}
    if record.kind == "article":
        del values["kind"]
    dates = {key: values[key].replace("T", " ") for key in ("date", "event_date") if values[key]}
    return {key: value for key, value in (values | dates).items() if value not in (None, ())}


def _filled(top: str, lines: str, end: str) -> str:
    """The front matter `top`, empty when there is none, with the lines added above its closing rule."""
    lines = lines.replace("\n", end)
    if not top:
        return f"---{end}{lines}---{end}"
    opening, closing = top[: top.rindex("---")], top[top.rindex("---") :]
    return opening + lines + closing


def _says_as_much(before: FrontSplit, after: FrontSplit, added: dict[str, object]) -> bool:
    """Whether the text below is the same, and the front matter says what it said and what was added."""
    says = structs.asdict(after.front.written)
    kept = {key: UNSET if key in added else value for key, value in says.items()}
    return (
        after.body == before.body
        and after.issues == before.issues
        and kept == structs.asdict(before.front.written)
        and all(says[key] is not UNSET for key in added)
    )
