"""Runs one command and tells what it cost: time, and the memory of its processes."""

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

PAUSE = 0.02
"""Seconds between two looks at the memory of a command."""
KIB = 1024


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command."""

    seconds: float
    """By the clock on the wall."""
    cpu: float
    """Seconds of all its processes together, in user and in system mode."""
    largest: float
    """Peak resident memory of its largest process, in bytes."""
    together: float = 0.0
    """Peak of the memory of all its processes, a page that several share counted once, in bytes; 0 when not watched."""


def run(command: Sequence[str], folder: Path, *, watched: bool = False) -> Run:
    """What `command` cost in `folder`. Watching all its processes takes time from it: time it in another run.

    Raises SystemExit with what the command wrote when it fails.
    """
    with TemporaryFile() as told:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=told, stderr=subprocess.STDOUT)
        together = watch(process.pid) if watched else 0.0
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            told.seek(0)
            raise SystemExit(f"{' '.join(command)}\n{told.read().decode(errors='replace')}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIB, together)


def watch(process: int) -> float:
    """The peak of the memory of a process and all below it, until it ends (it is left for others to reap)."""
    peak = 0.0
    while os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        peak = max(peak, sum(proportional(one) for one in family(process)))
        time.sleep(PAUSE)
    return peak


def family(process: int) -> Iterator[int]:
    """The process and all below it."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in content(children).split():
            yield from family(int(child))


def proportional(process: int) -> float:
    """Proportional set size of a process, in bytes: its own pages, and its share of those it has with others."""
    for line in content(Path(f"/proc/{process}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * KIB
    return 0.0


def content(file: Path) -> str:
    """The text of a file of the kernel; empty when its process has just ended."""
    try:
        return file.read_text("ascii")
    except OSError:
        return ""
