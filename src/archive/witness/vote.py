"""Brings the articles of each source together and lists where they contradict each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from archive.model.issue import Issue
from archive.witness.dates import date_contradictions
from archive.witness.lines import line_contradictions
from archive.witness.testimony import Testimony

ENOUGH = 5
"""How many articles of one source are needed before they are compared."""


def contradictions(testimonies: Iterable[Testimony]) -> tuple[Issue, ...]:
    """What articles of one source say against each other, in order of file and line, whatever order they come in.

    Nothing is changed by a vote. Copies of one file have one vote; sources of fewer than five articles have none.
    """
    sources: dict[str, dict[str, Testimony]] = defaultdict(dict)
    for one in sorted(testimonies, key=lambda one: one.file):
        sources[one.source].setdefault(one.digest, one)
    told = (issue for source, heard in sources.items() for issue in _contradictions(source, [*heard.values()]))
    return tuple(sorted(told, key=lambda issue: (issue.file, issue.line, issue.code, issue.values["text"])))


def _contradictions(source: str, heard: Sequence[Testimony]) -> Iterator[Issue]:
    if len(heard) >= ENOUGH:
        yield from date_contradictions(source, [(one.file, one.date) for one in heard if one.date])
    speaking = [(one.file, one.lines) for one in heard if one.lines is not None]
    if len(speaking) >= ENOUGH:
        yield from line_contradictions(source, speaking)
