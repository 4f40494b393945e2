"""Changes the old site into the new one by a journal, so that a change once begun is always finished."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import sleep

import msgspec
from msgspec import Struct

from archive.errors import PublishError
from archive.publish.manifest import MANIFEST
from archive.publish.paths import folders_above
from archive.publish.workshop import WORKSHOP, journal_of, staged_manifest_of

_TRIES = 20
_PAUSE = 0.05
"""Windows lets no file be replaced that is open elsewhere: how often it is tried again, after how many seconds."""


class Journal(Struct, frozen=True):
    """What is to be done, in this order; each step can be done twice without harm."""

    staging: str
    """Name of the staging folder, below the workshop."""
    cleared: tuple[str, ...] = ()
    """Old files that stand where a new file or its folder must stand."""
    moves: tuple[str, ...] = ()
    """New files, and whole new folders, to be moved from the staging folder to the same path of the output."""
    removals: tuple[str, ...] = ()
    """Old files that are in the site no more."""


def write_journal(output: Path, journal: Journal) -> None:
    """From here on the change is decided: the journal stands whole, or not at all."""
    draft = journal_of(output).with_suffix(".draft")
    draft.write_bytes(msgspec.json.encode(journal))
    patiently(partial(draft.replace, journal_of(output)), WORKSHOP)


def finish(output: Path) -> None:
    """Does what the journal of `output` says, if there is one, and takes it away.

    Raises PublishError `output-file-busy`; the journal then stays, and the next call goes on.
    """
    journal = _read_journal(output)
    if journal is None:
        return
    if journal.cleared:
        _remove(output, journal.cleared)
        # What was cleared stands again, new, once the moves have begun: a second run must not clear it.
        write_journal(output, msgspec.structs.replace(journal, cleared=()))
    staging = output / WORKSHOP / journal.staging
    for path in journal.moves:
        _move(f"{staging}/{path}", f"{output}/{path}", path)
    _remove(output, journal.removals)
    _move(str(staged_manifest_of(output)), f"{output}/{MANIFEST}", MANIFEST)
    journal_of(output).unlink()


def _read_journal(output: Path) -> Journal | None:
    """None also when it is damaged, as after a power cut: the files are then compared with the manifest again."""
    try:
        return msgspec.json.decode(journal_of(output).read_bytes(), type=Journal)
    except (FileNotFoundError, NotADirectoryError, msgspec.DecodeError):
        return None


def _move(source: str, target: str, path: str) -> None:
    try:
        patiently(partial(os.replace, source, target), path)
    except FileNotFoundError:
        if Path(source).exists():
            Path(target).parent.mkdir(parents=True, exist_ok=True)
            _move(source, target, path)
    except OSError:
        # Since the change was decided, somebody has made the folder that was to be moved as a whole.
        if not (Path(source).is_dir() and Path(target).is_dir()):
            raise
        for name in sorted(child.name for child in Path(source).iterdir()):
            _move(f"{source}/{name}", f"{target}/{name}", f"{path}/{name}")


def _remove(output: Path, paths: Iterable[str]) -> None:
    emptied: set[str] = set()
    for path in paths:
        patiently(partial((output / path).unlink, missing_ok=True), path)
        emptied.update(folders_above(path))
    for folder in sorted(emptied, reverse=True):
        with suppress(OSError):  # it is not empty
            (output / folder).rmdir()


def patiently(step: Callable[[], object], path: str, pause: float = _PAUSE) -> None:
    """Does `step`, trying again while the file at `path` is open elsewhere. Raises PublishError `output-file-busy`."""
    for attempt in range(_TRIES):
        if attempt:
            sleep(pause)
        with suppress(PermissionError):
            step()
            return
    raise PublishError("output-file-busy", path)
