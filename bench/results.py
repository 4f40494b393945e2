"""Puts what was measured into a table, and the table into its section of RESULTS.md."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

TITLE = "# Measured\n"
HEAD = ("", "at most", "measured", "spread", "CPU", "", "ours", "against", "files written")


class Row(NamedTuple):
    """One line of the table that is to be reached."""

    name: str
    """What the option `--rows` calls it."""
    words: str
    against: str
    """What it is held against, for the reader."""
    at_most: float
    unit: str = "s"
    """`s` or `MB`."""


class Pair(NamedTuple):
    """One measurement of ours and the one it is held against; seconds, or bytes."""

    ours: float
    theirs: float
    cpu: float = 0.0
    """Ratio of the CPU time; 0 for what is not time."""
    written: int | None = None
    """How many files of the site were written; None when that was not looked at."""


def line(row: Row, pairs: Sequence[Pair]) -> tuple[str, ...]:
    """One line of the table: medians, and from which ratio to which it went."""
    ratios = sorted(pair.ours / pair.theirs for pair in pairs)
    ratio, cpu = median(ratios), median(pair.cpu for pair in pairs)
    written = {pair.written for pair in pairs if pair.written is not None}
    return (
        row.words,
        f"{row.at_most:.2f} × {row.against}",
        f"{ratio:.2f} ×",
        f"{ratios[0]:.2f}–{ratios[-1]:.2f}",
        f"{cpu:.2f} ×" if cpu else "",
        "reached" if is_reached(row, ratio, written) else "**missed**",
        amount(median(pair.ours for pair in pairs), row.unit),
        amount(median(pair.theirs for pair in pairs), row.unit),
        "–".join(f"{count:,}" for count in sorted({min(written), max(written)})) if written else "",
    )


def is_reached(row: Row, ratio: float, written: set[int]) -> bool:
    """Whether the line is reached; where nothing has changed, no file may be written either."""
    return ratio <= row.at_most and (row.name != "unchanged" or written <= {0})


def amount(value: float, unit: str) -> str:
    """Seconds, or bytes in megabytes, as people read them."""
    if unit == "MB":
        return f"{value / 1e6:,.0f} MB"
    return f"{value:.2f} s" if value >= 1 else f"{value:.3f} s"


def table(lines: Iterable[Sequence[str]], head: Sequence[str] = HEAD) -> str:
    """A table in Markdown."""
    rows = [head, ["---"] * len(head), *lines]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def put_section(file: Path, name: str, text: str) -> None:
    """Puts `text` between the marks of section `name`; what stands outside of them stays. The file need not exist."""
    opening, closing = f"<!-- {name} -->\n", f"<!-- /{name} -->\n"
    before = file.read_text("utf-8") if file.exists() else TITLE
    if opening not in before:
        before = f"{before}\n{opening}{closing}"
    head, _, rest = before.partition(opening)
    _, mark, tail = rest.partition(closing)
    if not mark:
        raise SystemExit(f"{file}: the section {name} has no end {closing.strip()}")
    file.write_text(f"{head}{opening}{text}{closing}{tail}", "utf-8")
