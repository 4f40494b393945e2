"""The digest by which the archive knows bytes again: the first 128 bits of SHA-256, in hexadecimal."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

SIGNS = 32
"""Length of a digest. It is SHA-256, of the sound ones, that processors have instructions for."""


def digest_of(content: bytes) -> str:
    """The digest of these bytes."""
    return sha256(content).hexdigest()[:SIGNS]


class Digest:
    """The digest of bytes that come in parts."""

    def __init__(self) -> None:
        """Of no bytes yet."""
        self._total = sha256()
        self.add = self._total.update

    @property
    def value(self) -> str:
        """The digest of all the bytes so far."""
        return self._total.hexdigest()[:SIGNS]


def digest_of_all(parts: Iterable[bytes]) -> str:
    """The digest of many parts, which tells where one ends and the next begins."""
    total = sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()[:SIGNS]


def file_digest(path: Path) -> str:
    """The digest of a file's bytes; empty when it cannot be read."""
    try:
        return digest_of(path.read_bytes())
    except OSError:
        return ""


def digest_of_files(files: Iterable[tuple[str, bytes]]) -> str:
    """The digest of the paths and bytes of files."""
    return digest_of_all(part for path, content in files for part in (path.encode(errors="surrogateescape"), content))
