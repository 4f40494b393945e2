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


class Phase(Struct, frozen=True):
    """One phase of a build, for whoever asks where the time goes."""

    name: str
    count: int
    """How many things it handled: articles, pages or files."""
    seconds: float


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
    phases: tuple[Phase, ...] = ()
    """Where it went, in order."""


class Doubt(Struct, frozen=True):
    """One reason to look at an article, and at what."""

    reason: str
    """As in `Record.review`."""
    field: str = ""
    """The field of `Record` that it is about; empty for the whole text."""
    line: int = 0
    """1-based line of the file to look at; 0 when it is not known."""
    value: str = ""
    """What the record says now; several values are parted by `; `."""


class Waiting(Struct, frozen=True):
    """One article that waits for a person."""

    file: str
    reasons: tuple[str, ...]
    """As in `Record.review`."""
    doubts: tuple[Doubt, ...] = ()
    """The same reasons, each with its place."""


class Drift(Struct, frozen=True):
    """A field for which a person wrote something else than the text says."""

    file: str
    line: int
    """1-based line on which the person wrote it."""
    field: str
    written: tuple[str, ...]
    """The person's values; empty when they say that it is unknown."""
    found: tuple[str, ...]
    """What extraction finds; empty for nothing."""
    found_lines: tuple[int, ...] = ()
    """1-based lines on which that stands."""


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
