"""Checks that the paths of a site can stand beside each other on every file system."""

import re
from collections.abc import Iterable
from unicodedata import normalize

from archive.errors import PublishError
from archive.publish.manifest import MANIFEST
from archive.publish.workshop import WORKSHOP

LONGEST = 240
"""The most characters of a path: Windows takes 260 with the folder before it."""

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")}
_BAD_NAME = re.compile(r'[\x00-\x1f<>:"|?*\\]|[. ]$|^$')


def check_paths(paths_with_origins: Iterable[tuple[str, str]]) -> None:
    """Nothing, when all the paths can be written; each comes with what it is made from.

    Raises PublishError: `path-collision` when two are one file where case or Unicode form do not count, or one would
    be the folder of the other; `path-too-long`; `path-not-portable` for a name that Windows does not take.
    """
    claims = Claims()
    for path, origin in paths_with_origins:
        claims.add(path, origin)


class Claims:
    """The paths taken so far, and by what."""

    def __init__(self) -> None:
        """No path is taken, but the archive's own."""
        self._files = {name: name for name in (MANIFEST, WORKSHOP)}
        self._folders: dict[str, str] = {}
        self._checked = {""}

    def add(self, path: str, origin: str) -> None:
        """Takes `path` for `origin`. Raises PublishError as `check_paths`."""
        if len(path) > LONGEST:
            raise PublishError("path-too-long", path, origin=origin, limit=str(LONGEST))
        folder, _, name = path.rpartition("/")
        if folder not in self._checked:
            self._check_folder(folder, path, origin)
        if path.startswith("/") or not _is_portable(name):
            raise PublishError("path-not-portable", path, origin=origin)
        key = folded(path)
        other = self._files.get(key) or self._folders.get(key)
        if other is not None:
            raise PublishError("path-collision", path, first=other, second=origin)
        self._files[key] = origin

    def _check_folder(self, folder: str, path: str, origin: str) -> None:
        for step in folders_above(path):
            if not _is_portable(step.rpartition("/")[2]):
                raise PublishError("path-not-portable", path, origin=origin)
            key = folded(step)
            if key in self._files:
                raise PublishError("path-collision", path, first=self._files[key], second=origin)
            self._folders.setdefault(key, origin)
        self._checked.add(folder)


def folded(path: str) -> str:
    """`path` as a file system sees it to which case and Unicode form do not count."""
    return path.lower() if path.isascii() else normalize("NFC", normalize("NFC", path).casefold())


def folders_above(path: str) -> list[str]:
    """The folders on the way to `path`, from the top down.

    >>> folders_above("bai/2014/a.html")
    ['bai', 'bai/2014']
    """
    return [path[:at] for at, letter in enumerate(path) if letter == "/"]


def _is_portable(name: str) -> bool:
    return _BAD_NAME.search(name) is None and name.partition(".")[0].rstrip().lower() not in _RESERVED
