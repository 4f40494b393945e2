"""Names the folder inside the output in which the new site is made ready, and what lies in it."""

import os
from pathlib import Path

WORKSHOP = ".archive-new"
"""Name of the folder; it stands in the output only while a build runs, or after one was killed."""


def new_staging(output: Path) -> Path:
    """Where the new files of one build wait, each at its own path.

    No two builds share it: a worker that outlives a killed build must not write among the files of the next.
    """
    return output / WORKSHOP / f"site-{os.urandom(4).hex()}"


def staged_manifest_of(output: Path) -> Path:
    """Where the new manifest waits."""
    return output / WORKSHOP / "manifest.json"


def journal_of(output: Path) -> Path:
    """The journal: while it stands, the change to the new site is decided but not finished."""
    return output / WORKSHOP / "journal.json"


def lock_of(output: Path) -> Path:
    """The file that the process which is building holds locked."""
    return output / WORKSHOP / "lock"
