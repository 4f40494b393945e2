"""Names the folder inside the output in which the new site is made ready, and what lies in it."""

from pathlib import Path

WORKSHOP = ".archive-new"
"""Name of the folder; it stands in the output only while a build runs, or after one was killed."""


def staging_of(output: Path) -> Path:
    """Where new files wait, each at its own path."""
    return output / WORKSHOP / "site"


def staged_manifest_of(output: Path) -> Path:
    """Where the new manifest waits."""
    return output / WORKSHOP / "manifest.json"


def journal_of(output: Path) -> Path:
    """The journal: while it stands, the change to the new site is decided but not finished."""
    return output / WORKSHOP / "journal.json"


def lock_of(output: Path) -> Path:
    """The file that the process which is building holds locked."""
    return output / WORKSHOP / "lock"
