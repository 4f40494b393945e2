"""Clean text: the lines of an article after the named fixes, each tied to its line in the file."""

from msgspec import Struct


class Line(Struct, frozen=True, gc=False):
    """One line of the article."""

    number: int
    """1-based line of the file."""
    text: str
    """NFC, one kind of space, no blanks at either end; empty when the line is blank."""
    indent: int = 0
    """How many blanks stood before the text (a tab counts as four)."""


class Fix(Struct, frozen=True, gc=False):
    """A fix that changed a line."""

    name: str
    """Name of the fix in the table of `archive.normalise`."""
    line: int


class CleanText(Struct, frozen=True):
    """The lines of one article, in order; their numbers rise without gaps."""

    file: str
    lines: tuple[Line, ...]
    fixes: tuple[Fix, ...] = ()
    markdown: bool = False
