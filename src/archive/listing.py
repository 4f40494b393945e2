"""Finds the article files of a folder."""

import errno
import os
import unicodedata
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from msgspec import Struct

from archive.errors import SourceError
from archive.model.issue import Issue

SUFFIXES = (".txt", ".md")
"""The endings of article files, in small letters; capitals in a name make no difference."""


class ArticleFiles(Struct, frozen=True):
    """The article files of a folder."""

    paths: tuple[str, ...]
    """Paths below the folder, with forward slashes, in the order of their code points in NFC."""
    issues: tuple[Issue, ...] = ()
    """What could not be looked at, in the same order; files are named with the folder's own name before them."""


def list_articles(folder: Path) -> ArticleFiles:
    """The articles in and below a folder, in an order that does not depend on the system.

    Left out in silence: hidden files and folders, other endings, and links to folders inside `folder`, whose files
    are found where they stand. Left out with an issue: links that lead outside, folders that may not be read, names
    that are not Unicode, and what is no plain file. Raises `SourceError` when there is no such folder.
    """
    if not folder.is_dir():
        raise SourceError("articles-missing", folder.as_posix())
    found = [*_walk(os.fspath(folder), "", os.path.realpath(folder))]
    problems = {name: code for name, code in found if code}
    issues = (_issue(folder, name, problems[name]) for name in _in_order(problems))
    return ArticleFiles(tuple(_in_order(name for name, code in found if not code)), tuple(issues))


def _walk(place: str, prefix: str, root: str) -> Iterator[tuple[str, str]]:
    """Each article below `place` as its path and the code of what is wrong with it, empty when nothing is."""
    try:
        with os.scandir(place) as entries:
            visible = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:
        yield prefix.rstrip("/"), "file-unreadable"
        return
    for entry in visible:
        name = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{name}/", root)
        elif entry.is_symlink() and _is_outside(entry.path, root):
            if Path(entry.path).is_dir() or _is_article(entry.name):
                yield name, "file-outside"
        elif _is_article(entry.name) and not (entry.is_symlink() and Path(entry.path).is_dir()):
            yield name, "" if name.isascii() or _is_unicode(name) else "file-name-undecodable"


def _is_article(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


def _is_outside(path: str, root: str) -> bool:
    return not Path(os.path.realpath(path)).is_relative_to(root)


def _is_unicode(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:  # bytes that are no UTF-8 come as lone surrogates
        return False
    return True


def _in_order(names: Iterable[str]) -> list[str]:
    return sorted(sorted(names), key=partial(unicodedata.normalize, "NFC"))


def _issue(folder: Path, name: str, code: str) -> Issue:
    shown = f"{folder.name}/{name}".encode("utf-8", "backslashreplace").decode()
    reason = {"error": errno.errorcode[errno.EACCES]} if code == "file-unreadable" else {}
    return Issue(code, shown, severity="error", values=reason)
