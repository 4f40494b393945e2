"""What a command is asked to do, and what it says when it is done."""

from pathlib import Path

from msgspec import Struct

from archive.model.issue import Issue


class BuildOptions(Struct, frozen=True):
    """Where the work stands and how it is to be done."""

    root: Path
    """The project folder: templates, static files and `units.yml` are looked for in it."""
    articles: Path
    output: Path
    config: Path
    """`site.yml`; when there is none, the defaults hold."""
    base_url: str | None = None
    """Takes the place of the `base_url` of `site.yml`; None when not given."""
    jobs: int = 0
    """How many processes work; 0: as many as the machine has cores."""
    strict: bool = False
    """Whether any issue makes the exit code 1."""


class BuildReport(Struct, frozen=True):
    """What a build did."""

    articles: int
    """How many article files were read."""
    pages: int
    """How many files the site holds."""
    written: int
    """How many of them are new or have changed."""
    unchanged: int
    removed: int
    """How many files of the build before are gone."""
    without: dict[str, int]
    """How many articles lack a field, by `date`, `unit`, `headline`, `byline`."""
    review: int
    """How many articles wait for a person to look at them."""
    set_aside: int
    """How many files have no page: not articles, or held back by an error."""
    issues: tuple[Issue, ...] = ()
    seconds: float = 0.0
    """Time taken; never part of the site."""


class Waiting(Struct, frozen=True):
    """One article that waits for a person."""

    file: str
    reasons: tuple[str, ...]
    """As in `Record.review`."""


class CheckReport(Struct, frozen=True):
    """What a check found."""

    articles: int
    without: dict[str, int]
    """As in `BuildReport.without`."""
    queue: tuple[Waiting, ...] = ()
    """The articles that wait for review, worst first."""
    set_aside: int = 0
    issues: tuple[Issue, ...] = ()
    seconds: float = 0.0
