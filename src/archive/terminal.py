"""Prints lines and tables: in colour and within its width on a terminal, plain elsewhere."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from gettext import gettext as _
from itertools import takewhile
from time import monotonic
from typing import Any, TextIO

from archive.model.record import Record

Span = tuple[str, str]
"""Words and their style: `bold`, `dim`, `red`, `yellow`, `green` …, or empty.

Spans at the head of a line whose style begins with `margin` (`margin`, `margin dim`) stand free: when the rest of the
line does not fit, it goes on to the right of them.
"""
Line = tuple[Span, ...]
MARGIN = "margin"


def show(lines: Iterable[Line], stream: TextIO) -> None:
    """Prints the lines: on a terminal wrapped, and in colour unless NO_COLOR is set; elsewhere plain, each as it is."""
    if not stream.isatty():
        stream.writelines("".join(words for words, _style in line) + "\n" for line in lines)
        return
    from rich.console import Console

    console = Console(file=stream, highlight=False, color_system=None if os.environ.get("NO_COLOR") else "auto")
    for line in lines:
        _show_line(line, console)


def _show_line(line: Line, console: Any) -> None:
    from rich.text import Text

    margin = [(words, style.removeprefix(MARGIN).strip()) for words, style in takewhile(_is_margin, line)]
    head, rest = Text.assemble(*margin), Text.assemble(*line[len(margin) :])
    if not margin:
        console.print(rest, soft_wrap=True)
        return
    room = max(_NARROWEST, console.width - head.cell_len)
    for place, row in enumerate(rest.wrap(console, room, overflow="fold") or [rest]):
        console.print((head if place == 0 else Text(" " * head.cell_len)) + row, soft_wrap=True)


def _is_margin(span: Span) -> bool:
    return span[1].startswith(MARGIN)


_NARROWEST = 20
"""Columns that a text has at least beside its margin."""


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


@contextmanager
def progress_bar(stream: TextIO) -> "Iterator[ProgressBar]":
    """A bar that is taken off the terminal at the end, whatever the end."""
    bar = ProgressBar(stream)
    try:
        yield bar
    finally:
        bar.close()


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
            from archive.terms import PHASES, term

            self._tasks[phase] = self._bar.add_task(term(PHASES, phase), total=total)
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
