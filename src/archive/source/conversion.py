"""Rewrites an article file as UTF-8 in NFC and keeps its bytes as they were beside it."""

import unicodedata
from itertools import count
from pathlib import Path
from typing import Literal

from msgspec import Struct

from archive.model.issue import Issue
from archive.source.reading import content
from archive.source.replacing import replace_file
from archive.vietnamese.encodings import Decoded, decode

KEPT = ".orig"
"""What is put behind the name of a file that keeps the bytes of before; no article ends so."""
Done = Literal["converted", "as-it-was", "refused"]


class Conversion(Struct, frozen=True):
    """What was done with one file."""

    file: str
    done: Done
    encoding: str = ""
    """How its bytes were read: `tcvn3`, `utf-16-le` …; `utf-8` when only its letters were composed."""
    kept: str = ""
    """Where the bytes of before are now, or would be after a dry run."""
    issues: tuple[Issue, ...] = ()
    """What the conversion loses or may have got wrong, or why there was none."""


def convert_file(path: Path, file: str, *, dry_run: bool = False) -> Conversion:
    """What was done with the file, called `file` in issues; with `dry_run` what would be done, and nothing is written.

    A file in UTF-8 and NFC is not touched, with or without a byte order mark. Line ends stay. The bytes of before go
    into a new file named `.orig`, or `.orig.2` and so on where there is one, before the file itself is replaced, whole
    or not at all. A file that cannot be read or written, is no text or was changed meanwhile is refused with an issue.
    """
    data = content(path, file)
    if isinstance(data, Issue):
        return Conversion(file, "refused", issues=(data,))
    decoded = decode(data)
    if decoded is None:
        return _refused(file, "file-binary")
    composed = unicodedata.normalize("NFC", decoded.text).encode()
    if composed == data.removeprefix(_BOM):
        return Conversion(file, "as-it-was")
    try:
        return _converted(path, file, data, composed, decoded, dry_run)
    except OSError as error:
        return _refused(file, "fill-unwritable", reason=error.strerror or str(error))


_BOM = b"\xef\xbb\xbf"


def _converted(path: Path, file: str, data: bytes, composed: bytes, decoded: Decoded, dry_run: bool) -> Conversion:
    kept = _free_name(path.resolve())
    if not dry_run and not _replaced(path, kept, data, composed):
        return _refused(file, "fill-changed")
    shown = (Path(file).parent / kept.name).as_posix()
    return Conversion(file, "converted", decoded.repaired or decoded.encoding, shown, _losses(decoded, file))


def _free_name(path: Path) -> Path:
    """A name beside the file under which nothing stands."""
    names = (f"{path.name}{KEPT}{f'.{number}' if number > 1 else ''}" for number in count(1))
    return next(place for name in names if not (place := path.with_name(name)).exists())


def _replaced(path: Path, kept: Path, data: bytes, composed: bytes) -> bool:
    """Whether the file was replaced; its bytes of before then stand under `kept`, which nothing stood under."""
    with kept.open("xb") as file:
        file.write(data)
    replaced = False
    try:
        replaced = replace_file(path, data, composed)
    finally:
        if not replaced:
            kept.unlink()
    return replaced


def _losses(decoded: Decoded, file: str) -> tuple[Issue, ...]:
    parts = (loss.partition(":") for loss in decoded.loss)
    return tuple(Issue("convert-loss", file, int(line or 0), values={"loss": name}) for name, _, line in parts)


def _refused(file: str, code: str, **values: str) -> Conversion:
    return Conversion(file, "refused", issues=(Issue(code, file, severity="error", values=values),))
