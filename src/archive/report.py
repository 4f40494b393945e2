"""Puts issues, errors and the closing summary of a command into lines."""

from collections.abc import Iterable, Iterator, Sequence
from gettext import gettext as _
from itertools import chain, groupby
from typing import TYPE_CHECKING

from archive.model.issue import Issue
from archive.model.report import BuildReport, CheckReport, Drift, Phase, Waiting
from archive.terminal import Line
from archive.terms import FIELDS, PHASES, lines_words, term
from archive.wording import detail_words, hint, review_words, sentence

if TYPE_CHECKING:
    from archive.changes import PageChange
    from archive.source.conversion import Conversion

_INDENT = ("    ", "margin")
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


def timing_lines(phases: Sequence[Phase]) -> Iterator[Line]:
    """Each phase of a build with its time and how many things it handled, slow ones standing out."""
    wide = max(len(term(PHASES, phase.name)) for phase in phases)
    total = sum(phase.seconds for phase in phases)
    for phase in phases:
        clock = f"{phase.seconds:9.3f}".replace(".", _("."))
        share = "bold" if phase.seconds > total / 4 else ""
        name = f"{term(PHASES, phase.name):<{wide}}"
        yield (
            (f"{name}  ", ""),
            (_("{seconds} s").format(seconds=clock), share),
            (f"  {_number(phase.count):>9}", "dim"),
        )


def drift_lines(drifts: Sequence[Drift]) -> Iterator[Line]:
    """Each value that a person wrote and for which the text says something else, and how many there are."""
    for drift in drifts:
        yield (f"{drift.file}:{drift.line}: ", "bold"), (term(FIELDS, drift.field), "yellow")
        yield _INDENT, (_("a person wrote: {value}").format(value=_values(drift.written)), "")
        said = (
            _("the text says: {value}").format(value=_values(drift.found))
            if drift.found
            else _("the text does not say")
        )
        where = f" ({lines_words(drift.found_lines)})" if drift.found_lines else ""
        yield _INDENT, (said, ""), (where, "dim")
    silent = sum(not drift.found for drift in drifts)
    words = _("Values that differ: {count}; of {silent} of them the text says nothing. What people wrote stays.")
    yield ((words.format(count=_number(len(drifts)), silent=_number(silent)), "bold"),)


def conversion_lines(conversion: "Conversion", dry_run: bool) -> Iterator[Line]:
    """What was done with a file, or would be; nothing for one that was UTF-8 already."""
    if conversion.done == "converted":
        encoding, kept = detail_words(conversion.encoding), conversion.kept
        yield (f"{conversion.file}: ", "bold"), (_converted(encoding, dry_run).format(encoding=encoding, kept=kept), "")
    yield from issue_lines(conversion.issues)


def change_lines(changes: Sequence["PageChange"], unchanged: int) -> Iterator[Line]:
    """The changes between two sites: those of articles first, in words; the counts last."""
    for change, heading in (("new", _("New:")), ("changed", _("Changed:")), ("gone", _("Gone:"))):
        group = [one for one in changes if one.change == change]
        if group:
            yield ((heading, "bold"),)
            for one in sorted(group, key=lambda one: (not one.file, one.path)):
                yield from _page_change(one)
    counts = {name: sum(one.change == name for one in changes) for name in ("new", "changed", "gone")}
    said = _("{new} new, {changed} changed, {gone} gone, {same} the same")
    yield ((said.format(same=_number(unchanged), **{name: _number(count) for name, count in counts.items()}), "bold"),)


def rebuilt_line(report: BuildReport) -> Line:
    """What one build did, in a line: for a site that is built again and again."""
    words = _("{written} new or changed, {unchanged} as before, {removed} removed").format(
        written=_number(report.written), unchanged=_number(report.unchanged), removed=_number(report.removed)
    )
    return ((words, ""), *(span for line in _elapsed(report.seconds) for span in ((" · ", "dim"), *line)))


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


def _converted(encoding: str, dry_run: bool) -> str:
    if encoding == "utf-8":
        return (
            _("letters and their marks would be joined (NFC); the bytes of before would be kept as {kept}")
            if dry_run
            else _("letters and their marks are joined now (NFC); the bytes of before are kept as {kept}")
        )
    return (
        _("would be converted from {encoding}; the bytes of before would be kept as {kept}")
        if dry_run
        else _("converted from {encoding}; the bytes of before are kept as {kept}")
    )


def _page_change(change: "PageChange") -> Iterator[Line]:
    colour = {"new": "green", "changed": "yellow", "gone": "red"}[change.change]
    yield ("  ", "margin"), (change.path, colour), (f"  {change.title}" if change.title else "", "")
    yield from ((_INDENT, (reason, "dim")) for reason in _change_reasons(change))


def _change_reasons(change: "PageChange") -> Iterator[str]:
    """Why a page has changed, as far as the records tell."""
    if change.moved and change.change == "new":
        yield _("its article, {file}, stood at {path} before").format(file=change.file, path=change.moved)
    elif change.moved:
        yield _("its article, {file}, stands at {path} now").format(file=change.file, path=change.moved)
    elif change.change == "new" and change.file:
        yield _("made from {file}").format(file=change.file)
    elif change.change == "gone" and change.file:
        yield _("no page is made from {file} any more").format(file=change.file)
    for one in change.fields:
        words = _("{field}: {old} → {new}")
        yield words.format(field=term(FIELDS, one.field), old=_values(one.old), new=_values(one.new))
    if change.because:
        yield _("its articles that are new, changed or gone: {count}").format(count=_number(len(change.because)))
    if change.recorded and not change.fields:
        yield _("its record is the same: its text, its neighbours or the design have changed")


def _values(value: object) -> str:
    """A value of a record in words."""
    text = "; ".join(value) if isinstance(value, tuple) else str(value or "")
    return f"“{text}”" if text else _("unknown")


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
