"""Publishes a site and dies at a chosen step: `python dying.py OUTPUT VERSION STEP`; step 0 lives and counts."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from archive.model.output import OutputFile
from archive.publish import publish

STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir"}
"""What Python tells of before it touches the file system."""


def site(version: int) -> dict[str, str]:
    """300 pages; the versions share a third, change a third, and each has a third of its own."""
    shared = {f"bai/{2000 + n % 10}/chung-{n}.html": page(n, 0) for n in range(100)}
    changed = {f"don-vi/doi-{n}.html": page(n, version) for n in range(99)}
    own = {f"nam/{version}/{n % 7}/rieng-{n}.html": page(n, version) for n in range(100)}
    return {"index.html": page(0, version), **shared, **changed, **own}


def page(number: int, version: int) -> str:
    return f"<html>{number}.{version} " + "chữ " * 500 + "</html>"


def main(output: Path, version: int, fatal: int) -> None:
    steps = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal steps
        if event in STEPS and str(output) in str(arguments):
            steps += 1
            if steps == fatal:
                os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

    sys.addaudithook(hook)
    publish(files(version), output)
    print(steps)


def files(version: int) -> Iterator[OutputFile]:
    return (OutputFile(path, text.encode(), path) for path, text in site(version).items())


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
