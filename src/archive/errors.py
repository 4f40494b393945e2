"""What stops the program: one root, one subclass a stage, and no sentence (`archive.wording` has those)."""

from collections.abc import Iterable

from archive.model.issue import Issue


class ArchiveError(Exception):
    """An expected failure that stops every article: a code, where it stands, and what its sentence names."""

    def __init__(self, code: str, file: str | None = None, line: int = 0, **values: str) -> None:
        """`file` with forward slashes, None when no file is meant; `line` 1-based, 0 for the whole file."""
        super().__init__(code, file, line, values)
        self.code = code
        self.file = file
        self.line = line
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """How the error comes back whole from a worker process."""
        return _made_again, (type(self), self.code, self.file, self.line, self.values), self.__dict__

    @property
    def exit_code(self) -> int:
        """What the command ends with: 2, what was asked for cannot be done; 1 when the articles are at fault."""
        return 2

    @property
    def problems(self) -> tuple[Issue, ...]:
        """Every problem that the error stands for, in order; one for most errors."""
        return (Issue(self.code, self.file or "", self.line, "error", self.values),)


class UsageError(ArchiveError):
    """The command was called in a way that cannot be right."""


class ConfigError(ArchiveError):
    """`site.yml`, `units.yml` or a vocabulary file is wrong; all its problems are told together."""

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

    @property
    def exit_code(self) -> int:
        """1: two articles want what only one can have."""
        return 1


class RenderError(ArchiveError):
    """A template is missing or wrong."""


class SearchError(ArchiveError):
    """The search index cannot be made."""


class PublishError(ArchiveError):
    """The output folder cannot be written, or must not be."""

    @property
    def exit_code(self) -> int:
        """1 when the articles lead to paths that cannot be; 2 when the folder is at fault."""
        return 1 if self.code.startswith("path-") else 2


def _made_again(
    kind: type[ArchiveError], code: str, file: str | None, line: int, values: dict[str, str]
) -> ArchiveError:
    return kind(code, file, line, **values)
