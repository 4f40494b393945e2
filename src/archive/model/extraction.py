"""What extraction found in one article, and how it knows."""

from msgspec import Struct

from archive.model.record import Record


class Candidate(Struct, frozen=True):
    """A value that was considered."""

    value: str
    rule: str
    """Name of the rule's function."""
    lines: tuple[int, ...]
    """1-based lines of the file that the value was read from."""
    confidence: float
    """How sure the rule is, from 0 to 1."""


class Evidence(Struct, frozen=True):
    """Why one field has its value."""

    field: str
    """Name of the field of `Record`."""
    chosen: Candidate
    beaten: tuple[Candidate, ...] = ()
    """The other candidates, best first."""


class Extraction(Struct, frozen=True):
    """The result of extraction on one article."""

    found: Record
    evidence: tuple[Evidence, ...] = ()
    owners: dict[int, str] = {}
    """For each 1-based line that is not blank, where it went: a field of `Record`, `body` or `discarded`."""
