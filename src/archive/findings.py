"""Puts into lines what the commands beside building found: times, drift, conversions, changes."""

from collections.abc import Iterator, Sequence
from gettext import gettext as _

from archive.changes import PageChange
from archive.model.report import Drift, Phase
from archive.report import INDENT, issue_lines, number
from archive.source.conversion import Conversion
from archive.terminal import Line
from archive.terms import FIELDS, PHASES, lines_words, term
from archive.wording import detail_words


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
            (f"  {number(phase.count):>9}", "dim"),
        )


def drift_lines(drifts: Sequence[Drift]) -> Iterator[Line]:
    """Each value that a person wrote and for which the text says something else, and how many there are."""
    for drift in drifts:
        yield (f"{drift.file}:{drift.line}: ", "bold"), (term(FIELDS, drift.field), "yellow")
        yield INDENT, (_("a person wrote: {value}").format(value=_values(drift.written)), "")
        said = (
            _("the text says: {value}").format(value=_values(drift.found))
            if drift.found
            else _("the text does not say")
        )
        where = f" ({lines_words(drift.found_lines)})" if drift.found_lines else ""
        yield INDENT, (said, ""), (where, "dim")
    if not drifts:
        yield ((_("What people wrote is what the texts say."), "green"),)
        return
    silent = sum(not drift.found for drift in drifts)
    words = _("Values that differ: {count}; of {silent} of them the text says nothing. What people wrote stays.")
    yield ((words.format(count=number(len(drifts)), silent=number(silent)), "bold"),)


def conversion_lines(conversion: Conversion, dry_run: bool) -> Iterator[Line]:
    """What was done with a file, or would be; nothing for one that was UTF-8 already."""
    if conversion.done == "converted":
        encoding, kept = detail_words(conversion.encoding), conversion.kept
        yield (f"{conversion.file}: ", "bold"), (_converted(encoding, dry_run).format(encoding=encoding, kept=kept), "")
    yield from issue_lines(conversion.issues)


def change_lines(changes: Sequence[PageChange], unchanged: int) -> Iterator[Line]:
    """The changes between two sites: those of articles first, in words; the counts last."""
    for change, heading in (("new", _("New:")), ("changed", _("Changed:")), ("gone", _("Gone:"))):
        group = [one for one in changes if one.change == change]
        if group:
            yield ((heading, "bold"),)
            for one in sorted(group, key=lambda one: (not one.file, one.path)):
                yield from _page_change(one)
    counts = {name: sum(one.change == name for one in changes) for name in ("new", "changed", "gone")}
    said = _("{new} new, {changed} changed, {gone} gone, {same} the same")
    yield ((said.format(same=number(unchanged), **{name: number(count) for name, count in counts.items()}), "bold"),)


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


def _page_change(change: PageChange) -> Iterator[Line]:
    colour = {"new": "green", "changed": "yellow", "gone": "red"}[change.change]
    yield ("  ", "margin"), (change.path, colour), (f"  {change.title}" if change.title else "", "")
    yield from ((INDENT, (reason, "dim")) for reason in _change_reasons(change))


def _change_reasons(change: PageChange) -> Iterator[str]:
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
        yield _("its articles that are new, changed or gone: {count}").format(count=number(len(change.because)))
    if change.recorded and not change.fields:
        yield _("its record is the same: its text, its neighbours or the design have changed")


def _values(value: object) -> str:
    """A value of a record in words."""
    text = "; ".join(value) if isinstance(value, tuple) else str(value or "")
    return f"“{text}”" if text else _("unknown")
