"""Takes from one article what it can testify about the source that it was saved from."""

from msgspec import Struct

from archive.model.examination import Examination
from archive.witness.dates import DateLine, date_line
from archive.witness.lines import ShortLine, short_lines


class Testimony(Struct, frozen=True):
    """What one article says about its source."""

    file: str
    source: str
    """The publisher that a person wrote, else the folder."""
    digest: str
    """Digest of the file: a copy has no vote of its own."""
    date: DateLine | None = None
    """None when its figures tell nothing."""
    lines: tuple[ShortLine, ...] | None = None
    """Its short lines in order; None when lines of such a text say nothing about a page around it."""


def testimony(one: Examination) -> Testimony:
    """What an article at every stage says about its source; small, and never about more than this article."""
    return Testimony(
        file=one.source.file,
        source=source_of(one),
        digest=one.source.digest,
        date=date_line(one),
        lines=short_lines(one),
    )


def source_of(one: Examination) -> str:
    """The publisher that a person wrote on top of the file, else its folder."""
    written = one.article.record.source if "source" in one.article.written else None
    return written or folder_of(one.source.file)


def folder_of(file: str) -> str:
    """The folder right below the articles, for what lies deeper is mostly years; else that of the articles itself.

    >>> folder_of("articles/bao-tram-giang/2019/a.txt"), folder_of("articles/a.txt")
    ('articles/bao-tram-giang', 'articles')
    """
    return "/".join(file.split("/")[:-1][:2])
