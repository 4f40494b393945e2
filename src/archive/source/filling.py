"""Adds what was found to the front matter of an article and changes nothing else in it."""

import re
from pathlib import Path

from msgspec import UNSET, structs

from archive.model.issue import Issue
from archive.model.record import Record
from archive.model.source import Written
from archive.source.front_matter import FrontSplit, split
from archive.source.replacing import replace_file
from archive.vietnamese.encodings import decode
from archive.yaml_parser import dump_mapping


def fill_file(path: Path, record: Record) -> tuple[bool, Issue | None]:
    """Whether the file was given what its front matter lacks, or why it could not be.

    The file is replaced as a whole or not at all, and left alone when it has changed since it was read. Its encoding
    stays: UTF-8 and UTF-16 are written, others are refused (`fill-encoding`), as is front matter that cannot be added
    to (`fill-refused`) and a file that is open elsewhere or may not be written (`fill-unwritable`, `fill-changed`).
    """
    try:
        data = path.read_bytes()
        encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
        text = data.decode(encoding)
        if _is_repaired(text, data):
            return False, Issue("fill-encoding", record.file)
        filled = _with_missing(text, record)
        if filled is None:
            return False, Issue("fill-refused", record.file)
        content = _encoded(filled, encoding, data)
        if content == data:
            return False, None
        return (True, None) if replace_file(path, data, content) else (False, Issue("fill-changed", record.file))
    except UnicodeDecodeError:
        return False, Issue("fill-encoding", record.file)
    except OSError as error:
        return False, Issue("fill-unwritable", record.file, values={"reason": error.strerror or str(error)})


def add_missing(text: str, record: Record) -> str:
    """The text with the values of the record that its front matter does not name; below it not a sign is changed.

    A key that stands there stays as it is, also when it is empty or its value could not be used. What is unknown is
    not written, nor is the ordinary kind. The text comes back as it was when nothing is missing, and when its front
    matter cannot be read or cannot be added to without changing what it says.
    """
    return _with_missing(text, record) or text


def _with_missing(text: str, record: Record) -> str | None:
    """As `add_missing`; None when the text cannot be added to."""
    plain = text.removeprefix(_BOM)
    before = split(plain, record.file)
    missing = {key: value for key, value in _found(record).items() if key not in before.front.lines}
    if not missing:
        return text
    if _OLD_LINE_END.search(plain) or any(issue.severity == "error" for issue in before.issues):
        return None
    top = plain[: len(plain) - len(before.body)]
    filled = _filled(top, dump_mapping(missing), "\r\n" if "\r\n" in text else "\n") + before.body
    bom = text[: len(text) - len(plain)]
    return bom + filled if _says_as_much(before, split(filled, record.file), missing) else None


_OLD_LINE_END = re.compile(r"\r(?!\n)")
"""A line end of old Macintosh files: where front matter ends cannot be told without changing it."""
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


def _is_repaired(text: str, data: bytes) -> bool:
    """Whether the words of the record are other signs than those of the file, so that both in one would be a muddle."""
    read = decode(data)
    return read is None or read.text.removeprefix(_BOM) != text.removeprefix(_BOM)


def _encoded(text: str, encoding: str, before: bytes) -> bytes:
    """The text in the encoding and the byte order of the file before."""
    if encoding == "utf-8":
        return text.encode()
    order = "utf-16-le" if before.startswith(b"\xff\xfe") else "utf-16-be"
    return (_BOM + text).encode(order)
