"""What stops the program: one root, one subclass a stage, and no sentence (`archive.wording` has those)."""

from collections.abc import Iterable
from typing import ClassVar

from archive.model.issue import Issue


class ArchiveError(Exception):
    """An expected failure that stops every article: a code, where it stands, and what its sentence names."""

    exit_code: ClassVar[int] = 1

    def __init__(self, code: str, file: str | None = None, line: int = 0, **values: str) -> None:
        """`file` with forward slashes, None when no file is meant; `line` 1-based, 0 for the whole file."""
        super().__init__(code, file, line, values)
        self.code = code
        self.file = file
        self.line = line
        self.values = values

    @property
    def problems(self) -> tuple[Issue, ...]:
        """Every problem that the error stands for, in order; one for most errors."""
        return (Issue(self.code, self.file or "", self.line, "error", self.values),)


class UsageError(ArchiveError):
    """The command was called in a way that cannot be right."""

    exit_code = 2


class ConfigError(ArchiveError):
    """`site.yml`, `units.yml` or a vocabulary file is wrong; all its problems are told together."""

    exit_code = 2

    def __init__(
        self, code: str, file: str | None = None, line: int = 0, *, others: Iterable[Issue] = (), **values: str
    ) -> None:
        """As `ArchiveError`; `others` are the problems found after the first."""
        super().__init__(code, file, line, **values)
        self.others = tuple(others)

    @property
    def problems(self) -> tuple[Issue, ...]:
        """The first problem, then the others."""
        return (*super().problems, *self.others)


class SourceError(ArchiveError):
    """The articles cannot be read at all."""


class SiteError(ArchiveError):
    """The site cannot be planned."""


class RenderError(ArchiveError):
    """A template is missing or wrong."""


class SearchError(ArchiveError):
    """The search index cannot be made."""


class PublishError(ArchiveError):
    """The output folder cannot be written, or must not be."""
