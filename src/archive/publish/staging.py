"""Puts one new file where it waits for its turn; made to be called in worker processes."""

import os
from contextlib import AbstractContextManager
from pathlib import Path

from msgspec import Struct

from archive.digests import Digest, digest_of
from archive.errors import PublishError
from archive.model.output import OutputFile
from archive.publish.failure import told
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


class Draft(AbstractContextManager["Draft"]):
    """A file of the new site that is written part by part, for one that is too large to be held whole."""

    def __init__(self, path: str, staging: Path) -> None:
        """`staging` is `Output.staging`. Raises PublishError `output-unwritable`, as all that follows."""
        self.path = path
        self._place = staging / path
        self._digest = Digest()
        self._size = 0
        with told():
            self._place.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._place.open("wb")

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, part: bytes) -> None:
        """Adds a part."""
        with told():
            self._size += self._file.write(part)
        self._digest.add(part)

    def staged(self, known: KeptFile | None) -> Staged:
        """The whole file as it was staged; `known` is as in `stage`."""
        digest = self._digest.value
        changed = known is None or known.digest != digest
        with told():
            self._file.close()
            if not changed:
                self._place.unlink()
        return Staged(self.path, self._size, digest, changed)


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
