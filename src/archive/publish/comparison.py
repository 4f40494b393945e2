"""Compares two output folders, every byte of every file that the archive made in them."""

import filecmp
from pathlib import Path

from archive.model.issue import Issue
from archive.publish.manifest import MANIFEST, read_manifest


def differences(output: Path, clean: Path) -> tuple[Issue, ...]:
    """Each file in which `output` is not what `clean` is, by path: others bytes, not there, or there without reason.

    Files that no manifest lists are somebody else's and not looked at. Raises `OSError`.
    """
    ours, theirs = (read_manifest(folder) or {} for folder in (output, clean))
    codes = {path: _difference(output / path, clean / path) for path in sorted({*ours, *theirs, MANIFEST})}
    return tuple(Issue(code, (output / path).as_posix(), severity="error") for path, code in codes.items() if code)


def _difference(file: Path, clean: Path) -> str:
    """The code of what is wrong with a file; empty when nothing is."""
    if not clean.is_file():
        return "verify-extra" if file.is_file() else ""
    if not file.is_file():
        return "verify-missing"
    return "" if filecmp.cmp(file, clean, shallow=False) else "verify-differs"
