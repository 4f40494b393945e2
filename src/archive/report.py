"""Puts issues, errors and the closing summary of a command into lines."""

from collections.abc import Iterable, Iterator, Sequence
from gettext import gettext as _
from itertools import chain, groupby

from archive.model.issue import Issue
from archive.model.report import BuildReport, CheckReport, Waiting
from archive.terminal import Line
from archive.wording import hint, review_words, sentence

INDENT = ("    ", "margin")
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
        more = _("… and {count} more: archive check shows them all").format(count=number(len(ordered) - len(shown)))
        yield ((more, "dim"),)


def build_lines(report: BuildReport, elapsed: bool) -> Iterator[Line]:
    """What a build did: its issues, then its figures; the time taken only when `elapsed` is set."""
    yield from _with_gap(issue_lines(report.issues, MOST_ISSUES))
    details = _("{written} new or changed, {unchanged} as before, {removed} removed").format(
        written=number(report.written), unchanged=number(report.unchanged), removed=number(report.removed)
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
        written=number(report.written), unchanged=number(report.unchanged), removed=number(report.removed)
    )
    return ((words, ""), *(span for line in _elapsed(report.seconds) for span in ((" · ", "dim"), *line)))


def number(count: int) -> str:
    """A count as the language writes it: `1.234` in Vietnamese, `1,234` in English."""
    return f"{count:,}".replace(",", _(","))


def _issue(issue: Issue) -> Iterator[Line]:
    place = ":".join(filter(None, (issue.file, str(issue.line or ""))))
    kind = (_("error"), "red") if issue.severity == "error" else (_("warning"), "yellow")
    yield (f"{place}: " if place else "", "bold"), kind, (f": {sentence(issue)}", "")
    if advice := hint(issue):
        yield (INDENT, (advice, "dim"))


def _queue(queue: Sequence[Waiting]) -> Iterator[Line]:
    """The articles to look at, each with its reasons below it."""
    if queue:
        yield ((_("To be looked at, the most doubtful first:"), "bold"),)
    for waiting in queue:
        yield ((waiting.file, ""),)
        yield from ((INDENT, (review_words(reason), "dim")) for reason in waiting.reasons)


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
        _("errors among them: {count}").format(count=number(errors)) if errors else "",
    )


def _figures(rows: Sequence[tuple[str, int, str]]) -> Iterator[Line]:
    """A table of names, numbers and remarks; numbers stand with their last digits below each other."""
    wide = max(len(name) for name, _count, _remark in rows)
    digits = max(len(number(count)) for _name, count, _remark in rows)
    for name, count, remark in rows:
        figure = (f"{number(count):>{digits}}", "bold" if count else "dim")
        line = ((f"{name:<{wide}}  ", ""), figure)
        yield (*line, (f"   {remark}", "dim")) if remark else line


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
