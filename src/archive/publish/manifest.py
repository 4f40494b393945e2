"""Reads and writes the manifest: the list of every file that the archive made in an output folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

MANIFEST = "manifest.json"
"""Path of the manifest below the output folder."""

_OUTSIDE = ("/../", "/./", "//", "\\", ":")
"""What no path of ours holds, when a stroke is put at both its ends."""

_OPENING = b'{"program":"archive","version":1,"files":{\n'
_CLOSING = b"\n}}\n"


class KeptFile(Struct, frozen=True, gc=False):
    """A file of the site as it was written."""

    size: int
    """In bytes."""
    digest: str
    """Digest (`digests.py`) of its bytes."""


class _Manifest(Struct):
    program: Literal["archive"]
    version: Literal[1]
    files: dict[str, KeptFile]


def read_manifest(output: Path) -> dict[str, KeptFile] | None:
    """The files that the archive made in `output`, by path; None when no manifest of ours stands there.

    A manifest that is damaged, or names a path outside the folder, is not ours. Raises OSError when it cannot be read.
    """
    try:
        content = (output / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return parsed_manifest(content)


def parsed_manifest(content: bytes) -> dict[str, KeptFile] | None:
    """The files that a manifest with these bytes lists, by path; None when it is not ours."""
    try:
        files = msgspec.json.decode(content, type=_Manifest).files
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    paths = "/\n/".join(files)
    return None if any(mark in f"/{paths}/" for mark in _OUTSIDE) and files else files


def is_manifest(content: bytes) -> bool:
    """Whether `content` begins as a manifest of ours does."""
    return content.startswith(_OPENING)


def manifest_bytes(files: Mapping[str, KeptFile]) -> bytes:
    """The manifest of `files`: JSON, one file a line, in order of path; the same files give the same bytes."""
    encode = msgspec.json.encode
    return _OPENING + b",\n".join(encode({path: files[path]})[1:-1] for path in sorted(files)) + _CLOSING
