"""Puts issues, errors and the closing summary of a command into lines, with colour only on a terminal."""

import os
from collections.abc import Iterable, Iterator, Sequence
from gettext import gettext as _
from itertools import chain, groupby
from time import monotonic
from typing import Any, TextIO

from archive.model.issue import Issue
from archive.model.record import Record
from archive.model.report import BuildReport, CheckReport, Waiting
from archive.wording import hint, review_words, sentence

Span = tuple[str, str]
"""Words and their style: empty, `bold`, `dim`, `red`, `yellow`, `green`."""
Line = tuple[Span, ...]
_INDENT = ("    ", "")
"""What begins a line that belongs to the one above it."""

MOST_ISSUES = 100
"""How many issues a build shows; `archive check` shows all."""


def issue_lines(issues: Iterable[Issue], most: int | None = None) -> Iterator[Line]:
    """Each issue on a line that begins with its file and line, its hint below it; errors first, then by file and line.

    After the first `most` a line says how many more there are.
    """
    ordered = sorted(issues, key=lambda issue: (issue.severity != "error", issue.file, issue.line, issue.code))
    shown = ordered[:most]
    for _severity, group in groupby(shown, key=lambda issue: issue.severity):
        yield from chain.from_iterable(_issue(issue) for issue in group)
    if len(shown) < len(ordered):
        more = _("… and {count} more: archive check shows them all").format(count=_number(len(ordered) - len(shown)))
        yield ((more, "dim"),)


def build_lines(report: BuildReport, elapsed: bool) -> Iterator[Line]:
    """What a build did: its issues, then its figures; the time taken only when `elapsed` is set."""
    yield from _with_gap(issue_lines(report.issues, MOST_ISSUES))
    details = _("{written} new or changed, {unchanged} as before, {removed} removed").format(
        written=_number(report.written), unchanged=_number(report.unchanged), removed=_number(report.removed)
    )
    yield from _figures(
        [
            (_("Articles read"), report.articles, ""),
            (_("Pages and files"), report.pages, details),
            *_common_figures(report.without, report.review, report.set_aside, report.issues),
        ]
    )
    yield from _elapsed(report.seconds) if elapsed else ()


def check_lines(report: CheckReport, elapsed: bool) -> Iterator[Line]:
    """What a check found: the queue for review, the issues, the figures."""
    yield from _with_gap(_queue(report.queue))
    yield from _with_gap(issue_lines(report.issues))
    yield from _figures(
        [
            (_("Articles read"), report.articles, ""),
            *_common_figures(report.without, len(report.queue), report.set_aside, report.issues),
        ]
    )
    yield from _elapsed(report.seconds) if elapsed else ()


def rebuilt_line(report: BuildReport) -> Line:
    """What one build did, in a line: for a site that is built again and again."""
    words = _("{written} new or changed, {unchanged} as before, {removed} removed").format(
        written=_number(report.written), unchanged=_number(report.unchanged), removed=_number(report.removed)
    )
    return ((words, ""), *(span for line in _elapsed(report.seconds) for span in ((" · ", "dim"), *line)))


def show_table(records: Iterable[Record], stream: TextIO) -> None:
    """Prints a row for each record, with the number of reasons to look at it."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for heading in (_("File"), _("Date"), _("Unit"), _("Headline"), _("Byline")):
        table.add_column(heading, overflow="fold", no_wrap=heading == _("Date"))
    table.add_column(_("Review"), justify="right")
    for record in records:
        unit, byline = ("; ".join(names) for names in (record.unit, record.byline))
        day = (record.date or "")[: len("2014-07-13")]
        table.add_row(record.file, day, unit, record.headline, byline, str(len(record.review) or ""))
    Console(file=stream, highlight=False, markup=False, width=None if stream.isatty() else _WIDE).print(table)


_WIDE = 160
"""Columns of a table that is not on a terminal."""


def show(lines: Iterable[Line], stream: TextIO) -> None:
    """Prints the lines: wrapped and in colour on a terminal; plain elsewhere and where NO_COLOR is set."""
    if not stream.isatty() or os.environ.get("NO_COLOR"):
        stream.writelines("".join(words for words, _style in line) + "\n" for line in lines)
        return
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(file=stream, highlight=False)
    for line in lines:
        if line and line[0] == _INDENT:
            console.print(Padding(Text.assemble(*line[1:]), (0, 0, 0, len(_INDENT[0])), expand=False))
        else:
            console.print(Text.assemble(*line), soft_wrap=True)


class ProgressBar:
    """A bar on a terminal, shown when the work takes a while; elsewhere nothing.

    Called with how much of a phase is done, how much there is, and the name of the phase.
    """

    def __init__(self, stream: TextIO, patience: float = 1.0) -> None:
        """The bar that is shown on `stream` after `patience` seconds."""
        self._stream = stream
        self._patience = patience
        self._visible = stream.isatty()
        self._started = monotonic()
        self._bar: Any = None
        self._tasks: dict[str, Any] = {}

    def __call__(self, done: int, total: int, phase: str) -> None:
        """Shows how far the phase has come."""
        if not self._visible or (self._bar is None and monotonic() - self._started < self._patience):
            return
        if self._bar is None:
            self._bar = self._made()
        if phase not in self._tasks:
            self._tasks[phase] = self._bar.add_task(_phase_words(phase), total=total)
        self._bar.update(self._tasks[phase], completed=done, total=total)

    def close(self) -> None:
        """Takes the bar off the terminal."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _made(self) -> Any:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        bar = Progress(*columns, console=Console(file=self._stream), transient=True)
        bar.start()
        return bar


def _phase_words(phase: str) -> str:
    """The name of a phase in the language of the messages."""
    return {"read": _("Reading articles"), "write": _("Writing pages"), "search": _("Indexing for search")}.get(
        phase, phase
    )


def _issue(issue: Issue) -> Iterator[Line]:
    place = ":".join(filter(None, (issue.file, str(issue.line or ""))))
    kind = (_("error"), "red") if issue.severity == "error" else (_("warning"), "yellow")
    yield (f"{place}: " if place else "", "bold"), kind, (f": {sentence(issue)}", "")
    if advice := hint(issue):
        yield (_INDENT, (advice, "dim"))


def _queue(queue: Sequence[Waiting]) -> Iterator[Line]:
    """The articles to look at, each with its reasons below it."""
    if queue:
        yield ((_("To be looked at, the most doubtful first:"), "bold"),)
    for waiting in queue:
        yield ((waiting.file, ""),)
        yield from ((_INDENT, (review_words(reason), "dim")) for reason in waiting.reasons)


def _common_figures(
    without: dict[str, int], review: int, set_aside: int, issues: Sequence[Issue]
) -> Iterator[tuple[str, int, str]]:
    names = {
        "date": _("Without a date"),
        "unit": _("Without a unit"),
        "headline": _("Without a headline"),
        "byline": _("Without a byline"),
    }
    yield from ((name, without.get(field, 0), "") for field, name in names.items())
    yield _("Waiting for review"), review, ""
    yield _("Without a page"), set_aside, ""
    errors = sum(issue.severity == "error" for issue in issues)
    yield (
        _("Problems found"),
        len(issues),
        _("errors among them: {count}").format(count=_number(errors)) if errors else "",
    )


def _figures(rows: Sequence[tuple[str, int, str]]) -> Iterator[Line]:
    """A table of names, numbers and remarks; numbers stand with their last digits below each other."""
    wide = max(len(name) for name, _count, _remark in rows)
    digits = max(len(_number(count)) for _name, count, _remark in rows)
    for name, count, remark in rows:
        figure = (f"{_number(count):>{digits}}", "bold" if count else "dim")
        line = ((f"{name:<{wide}}  ", ""), figure)
        yield (*line, (f"   {remark}", "dim")) if remark else line


def _number(count: int) -> str:
    """A count as the language writes it: `1.234` in Vietnamese, `1,234` in English."""
    return f"{count:,}".replace(",", _(","))


def _elapsed(seconds: float) -> Iterator[Line]:
    clock = f"{seconds:.1f}".replace(".", _("."))
    yield ((_("Done in {seconds} seconds").format(seconds=clock), "green"),)


def _with_gap(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines, and an empty one below them when there are any."""
    empty = True
    for line in lines:
        empty = False
        yield line
    if not empty:
        yield ()
