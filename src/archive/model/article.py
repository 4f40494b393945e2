"""An article as the site knows it: its record, settled with what a person wrote, and its page's text."""

from msgspec import Struct

from archive.model.extraction import Evidence
from archive.model.issue import Issue
from archive.model.record import Record


class Article(Struct, frozen=True):
    """One article, ready for the site."""

    record: Record
    digest: str
    """Digest of the source file, as in `SourceText.digest`."""
    encoding: str = "utf-8"
    markdown: bool = False
    """As in `SourceText.markdown`."""
    written: tuple[str, ...] = ()
    """Names of the fields whose value a person wrote."""
    slug: str | None = None
    """The address a person asked for."""
    spellings: dict[str, str] = {}
    """How the authority file spells each of the units found, by identity key; empty for one that it does not know."""
    evidence: tuple[Evidence, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def published(self) -> bool:
        """Whether the site shows it."""
        return self.record.kind != "not-article" and not any(issue.severity == "error" for issue in self.issues)
