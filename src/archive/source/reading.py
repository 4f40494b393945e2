"""Reads one article file."""

import errno
import os
import stat
from functools import partial
from pathlib import Path

from archive.digests import digest_of
from archive.model.issue import Issue
from archive.model.source import SourceText
from archive.source.front_matter import split
from archive.vietnamese.encodings import Decoded, decode

LARGEST = 20 * 1024 * 1024
"""The size in bytes above which a file is taken for something else than an article."""


def read(path: Path, file: str) -> SourceText:
    """The article at `path`, called `file` in issues; whatever the file holds, an answer and no exception.

    A file that cannot be read, is empty, too large or no text gives an empty text and an issue of severity error; its
    digest is empty when its bytes were not read. Lines end with a newline, a carriage return or both, and nothing else.
    """
    data = content(path, file)
    if isinstance(data, Issue):
        return _refused(path, "", data)
    digest = digest_of(data)
    decoded = decode(data)
    if decoded is None:
        return _refused(path, digest, _error(file, "file-binary"))
    if not decoded.text.strip():
        return _refused(path, digest, _error(file, "file-empty"))
    return _parted(path, file, digest, decoded)


def content(path: Path, file: str) -> bytes | Issue:
    """The bytes of a plain file, called `file` in issues, or why they cannot be had: `file-unreadable`, too large."""
    try:
        opened = os.open(path, _FLAGS)
        try:
            status = os.fstat(opened)
            if not stat.S_ISREG(status.st_mode):
                raise OSError(errno.EINVAL, "not a plain file")
            if status.st_size <= LARGEST:
                return b"".join(iter(partial(os.read, opened, status.st_size + 1), b""))
        finally:
            os.close(opened)
    except OSError as error:
        return _error(file, "file-unreadable", error=errno.errorcode.get(error.errno or 0, ""))
    return _error(file, "file-too-large", limit=str(LARGEST))


_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe that nobody writes to is not waited for."""


def _parted(path: Path, file: str, digest: str, decoded: Decoded) -> SourceText:
    text = decoded.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = split(text, file)
    return SourceText(
        file=file,
        digest=digest,
        encoding=decoded.encoding,
        text=parts.body,
        first_line=parts.first_line,
        markdown=_is_markdown(path),
        front=parts.front,
        issues=(*_encoding_issues(decoded, file), *parts.issues),
    )


def _refused(path: Path, digest: str, issue: Issue) -> SourceText:
    return SourceText(issue.file, digest, "", "", markdown=_is_markdown(path), issues=(issue,))


def _error(file: str, code: str, **values: str) -> Issue:
    return Issue(code, file, severity="error", values=values)


def _is_markdown(path: Path) -> bool:
    return path.suffix.lower() == ".md"


def _encoding_issues(decoded: Decoded, file: str) -> tuple[Issue, ...]:
    """What was done to read the bytes as Vietnamese, and what may have been lost by it."""
    converted = decoded.repaired or (decoded.encoding if decoded.encoding not in _ORDINARY else "")
    issues = [Issue("encoding-converted", file, values={"encoding": converted})] if converted else []
    for loss in decoded.loss:
        name, _, line = loss.partition(":")
        issues.append(Issue("encoding-loss", file, int(line or 0), values={"loss": name}))
    return tuple(issues)


_ORDINARY = ("utf-8", "utf-16-le", "utf-16-be")
