"""Puts one new file where it waits for its turn; made to be called in worker processes."""

import os
from pathlib import Path

from msgspec import Struct

from archive.digests import digest_of
from archive.errors import PublishError
from archive.model.output import OutputFile
from archive.publish.manifest import KeptFile

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class Staged(Struct, frozen=True, gc=False):
    """A file of the new site, ready."""

    path: str
    size: int
    digest: str
    """Digest (`digests.py`) of its bytes."""
    changed: bool
    """Whether it waits in the staging folder; False: the same bytes stand in the output already."""


def stage(file: OutputFile, staging: Path, known: KeptFile | None = None) -> Staged:
    """`file` as it was staged: written below `staging`, unless `known`, what stands at its path, has the same bytes.

    `staging` is `Output.staging` and `known` is what `Output.standing` says of the path.
    Raises PublishError `output-unwritable`.
    """
    size, digest = len(file.content), digest_of(file.content)
    if known is not None and known.digest == digest:
        return Staged(file.path, size, digest, changed=False)
    try:
        _write(f"{staging}/{file.path}", file.content)
    except OSError as error:
        raise PublishError("output-unwritable", file.path, reason=error.strerror or str(error)) from error
    return Staged(file.path, size, digest, changed=True)


def _write(path: str, content: bytes) -> None:
    try:
        target = os.open(path, _FLAGS, 0o666)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        target = os.open(path, _FLAGS, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(target, rest) :]
    finally:
        os.close(target)
