"""Builds a project and dies at a chosen step: `python dying_build.py ROOT STEP`; step 0 lives and counts."""

import os
import signal
import sys
from pathlib import Path

from archive.model.report import BuildOptions
from archive.pipeline import build

STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.utime", "shutil.rmtree"}
"""What Python tells of before it touches the file system."""


def main(root: Path, fatal: int) -> None:
    steps = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal steps
        if event in STEPS and str(root) in str(arguments):
            steps += 1
            if steps == fatal:
                os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

    sys.addaudithook(hook)
    articles, output, config = root / "articles", root / "public", root / "site.yml"
    build(BuildOptions(root=root, articles=articles, output=output, config=config, jobs=1))
    print(steps)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
