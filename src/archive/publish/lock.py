"""Lets one process at a time build into an output folder; the lock of a process that died is free."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep

from archive.errors import PublishError
from archive.publish.failure import told

_PAUSE = 0.05
"""Seconds between two tries."""


@contextmanager
def locked(file: Path, wait: float) -> Iterator[None]:
    """While it is open, no other process holds `file` locked. The file and its folder are made, and removed after.

    Tries again for `wait` seconds, then raises PublishError `output-busy`; `output-unwritable` when it cannot be made.
    """
    with told():
        lock = _acquired(file, wait)
    try:
        yield
    finally:
        _let_go(lock, file)


def _acquired(file: Path, wait: float) -> int:
    for attempt in range(1 + round(wait / _PAUSE)):
        if attempt:
            sleep(_PAUSE)
        lock = _tried(file)
        if lock is not None:
            return lock
    raise PublishError("output-busy", file.parent.parent.as_posix())


def _tried(file: Path) -> int | None:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        lock = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    except FileNotFoundError:  # the process before has just removed the folder
        return None
    if _holds(lock) and _still_stands(lock, file):
        return lock
    os.close(lock)
    return None


def _still_stands(lock: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), file.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _holds(lock: int) -> bool:
        try:
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _let_go(lock: int, file: Path) -> None:
        os.close(lock)
        with suppress(OSError):  # a process that waits for the lock has the file open
            file.unlink()
            file.parent.rmdir()

else:
    import fcntl

    def _holds(lock: int) -> bool:
        # A lock of `lockf` belongs to this process alone: a worker that outlives it does not keep the output busy.
        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True

    def _let_go(lock: int, file: Path) -> None:
        with suppress(OSError):
            file.unlink()
            file.parent.rmdir()
        os.close(lock)
