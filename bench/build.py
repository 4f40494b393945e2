"""Measures how fast a site is built, against Hugo on the same articles, and writes the table into RESULTS.md.

    python -m bench.build [--articles 10000] [--runs 5] [--rows records,plain] [--large]

`make bench` installs Hugo and runs this. The two sites are built in turns; a ratio is taken within one turn, and the
table shows the median of the ratios. Works on Linux: memory is read from /proc.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from bench.processes import Run, run
from bench.results import Pair, Row, line, put_section, table
from bench.serving import shown_after
from bench.sites import ARCHIVE, Corpus, Peer, Project, check_equal, hugo_version, looks

PROJECT = Path(__file__).resolve().parents[1]
GENERATOR = PROJECT.parent / "shared" / "bench" / "make_corpus.py"
RESULTS = Path(__file__).with_name("RESULTS.md")
IN_MEMORY = Path("/dev/shm")
ROOM = 150_000
"""Bytes that the sources and sites of one article take, all together."""
ROOM_TO_GROW = 450_000
"""Bytes that the tenfold archive takes beside them, for each article."""
MOMENTS = 5
"""How often in one turn what takes a moment is measured."""
TIMES = 10
"""How many times the articles there are in the measurement of growth."""
LIBRARIES = ("jinja2", "markdown-it-py", "msgspec", "python-frontmatter", "python-slugify", "pyyaml")

HUGO, PYTHON, TENTH = "Hugo's cold build", "`python -c pass`", "a tenth of the articles"
BUILDS = (
    Row("records", "cold build, equal work: front matter given, Markdown bodies", HUGO, 0.50),
    Row("plain", "cold build from plain text: full extraction", HUGO, 1.00),
    Row("unchanged", "build when nothing changed", HUGO, 0.05),
    Row("body", "build after one article's body changed", HUGO, 0.08),
    Row("unit", "build after one unit was renamed in `units.yml`", HUGO, 0.25),
    Row("template", "build after a template changed", HUGO, 0.45),
)
STARTS = (
    Row("help", "`archive --help`", PYTHON, 5.0),
    Row("five", "`archive build` of five articles, nothing changed", PYTHON, 12.0),
)
MEMORY = (
    Row("largest", "peak memory of the largest process, from plain text", HUGO, 0.25, "MB"),
    Row("together", "peak memory of all processes together, from plain text", HUGO, 0.50, "MB"),
)
SERVING = (Row("serve", "`archive serve`: from a changed body to the page that shows it", "`hugo server`", 0.25),)
GROWTH = (
    Row("growth-time", f"{TIMES} times the articles: cold build, front matter given", TENTH, 11.0),
    Row("growth-memory", f"{TIMES} times the articles: peak memory of all processes together", TENTH, 5.0, "MB"),
)

Measured = Iterator[tuple[str, Pair]]


class Bench(NamedTuple):
    """All that stands ready to be measured."""

    corpus: Corpus
    peer: Peer
    records: Project
    plain: Project
    five: Project


def main() -> None:
    """Measures what is asked for, prints the table and writes it."""
    options = arguments()
    if not options.corpus.exists():
        raise SystemExit(
            f"There is no {options.corpus}.\nThe articles are made by the benchmark beside this checkout: put it at "
            f"{GENERATOR.parent},\nor name the generator: --corpus PATH/make_corpus.py"
        )
    room = place(options.articles * (ROOM + ROOM_TO_GROW * asked(GROWTH, options.rows)))
    machine = describe(room)
    with tempfile.TemporaryDirectory(prefix="archive-bench-", dir=room) as folder:
        bench = set_up(Path(folder), options.corpus, options.articles)
        equal = check_equal(bench.corpus, bench.peer, [bench.records, bench.plain])
        found = defaultdict[str, list[Pair]](list)
        for name, pair in measure(bench, options):
            found[name].append(pair)
    lines = (
        line(row, found[row.name]) for row in (*BUILDS, *STARTS, *MEMORY, *SERVING, *GROWTH) if row.name in options.rows
    )
    text = report(options.runs, equal, machine, table(lines))
    print(text)
    put_section(options.results, "build", text)


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usual, large = ([row.name for row in rows] for rows in ((*BUILDS, *STARTS, *MEMORY, *SERVING), GROWTH))
    parser.add_argument("--articles", type=int, default=10_000, metavar="N")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="turns; the table shows medians")
    parser.add_argument("--rows", default=",".join(usual), help="of " + ",".join(usual + large))
    parser.add_argument("--large", action="store_true", help=f"also the growth to {TIMES} times the articles, once")
    parser.add_argument("--corpus", type=Path, default=GENERATOR, metavar="FILE", help="the generator of articles")
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="FILE", help="where the table is written")
    options = parser.parse_args()
    options.rows = {*options.rows.split(","), *(large if options.large else ())}
    if unknown := options.rows - {*usual, *large}:
        parser.error(f"no such row: {', '.join(sorted(unknown))}")
    return options


def asked(rows: Iterable[Row], names: Collection[str]) -> bool:
    """Whether any of the rows is among those that were asked for."""
    return any(row.name in names for row in rows)


def place(room: int) -> Path:
    """Where to work: in memory, where so many bytes have room, else on disk."""
    roomy = IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > room
    return IN_MEMORY if roomy else Path(tempfile.gettempdir())


def set_up(folder: Path, generator: Path, articles: int) -> Bench:
    """The corpus, and each site built once."""
    corpus = Corpus(folder).make(generator, articles)
    texts = sorted(corpus.plain.iterdir())
    bench = Bench(
        corpus,
        Peer(folder / "peer").set_up(corpus),
        Project(folder / "ours-records").set_up(sorted(corpus.records.iterdir())),
        Project(folder / "ours-plain", corpus.common_unit()).set_up(texts),
        Project(folder / "ours-five").set_up(texts[:5], search=True),
    )
    for site in bench[1:]:
        site.build()
    return bench


def measure(bench: Bench, options: argparse.Namespace) -> Measured:
    """Every row that was asked for, turn by turn. Stops when the site is wrong after the changes of all turns."""
    for turn in range(1, options.runs + 1):
        if asked(STARTS, options.rows):
            yield from starts(bench)
        if asked(MEMORY, options.rows):
            yield from memory(bench)
        if asked(SERVING, options.rows):
            yield from serving(bench, turn)
        if asked(BUILDS, options.rows):
            yield from builds(bench, options.rows, turn)
        print(f"Turn {turn} of {options.runs} is done.", file=sys.stderr)
    bench.plain.verify()
    if asked(GROWTH, options.rows):
        yield from growth(bench, options.corpus, options.articles)


def builds(bench: Bench, rows: Collection[str], turn: int) -> Measured:
    """Our builds against Hugo's: from nothing, and after each kind of change."""
    theirs = bench.peer.build()
    for name, project in (("records", bench.records), ("plain", bench.plain)):
        if name in rows:
            project.forget()
            yield name, compared(project.build(), theirs)
    changes: dict[str, Callable[[int], None]] = {
        "unchanged": lambda _: None,
        "body": bench.plain.change_body,
        "unit": bench.plain.rename_unit,
        "template": bench.plain.change_template,
    }
    for name, change in changes.items():
        if name in rows:
            change(turn)
            before = looks(bench.plain.site)
            ours = bench.plain.build()
            yield name, compared(ours, theirs, written=len(looks(bench.plain.site).items() - before.items()))


def starts(bench: Bench) -> Measured:
    """What takes a moment, against starting Python."""
    for _ in range(MOMENTS):
        python = run([sys.executable, "-c", "pass"], bench.five.folder)
        yield "help", compared(run([ARCHIVE, "--help"], bench.five.folder), python)
        yield "five", compared(bench.five.build(), python)


def serving(bench: Bench, turn: int) -> Measured:
    """How soon a change is seen by who looks at the served site; the servers run one after the other."""
    seconds = []
    for site in (bench.plain, bench.peer):
        with site.served(turn) as article:
            seconds.append(shown_after(article.change, article.page))
    yield "serve", Pair(*seconds)


def memory(bench: Bench) -> Measured:
    """The memory of a build from nothing, against Hugo's."""
    theirs = bench.peer.build(watched=True)
    bench.plain.forget()
    ours = bench.plain.build(watched=True)
    yield "largest", Pair(ours.largest, theirs.largest)
    yield "together", Pair(ours.together, theirs.together)


def growth(bench: Bench, generator: Path, articles: int) -> Measured:
    """A build from nothing of many times the articles, against one of as many as in the other rows.

    Front matter is given: extraction, which does the same for each article however many there are, would hide growth.
    Memory is watched in builds of its own, for watching takes time, the more of it the more memory there is; they come
    first, so that time is taken where the machine has used its memory before.
    """
    folder = bench.corpus.folder / "large"
    folder.mkdir()
    corpus = Corpus(folder).make(generator, articles * TIMES, foreign=False)
    large = Project(folder / "ours").set_up(sorted(corpus.records.iterdir()))
    few, many = _cold(bench.records, large, watched=True)
    yield "growth-memory", Pair(many.together, few.together)
    few, many = _cold(bench.records, large, watched=False)
    yield "growth-time", compared(many, few)


def _cold(*projects: Project, watched: bool) -> list[Run]:
    """What building each project from nothing costs."""
    for project in projects:
        project.forget()
    return [project.build(watched=watched) for project in projects]


def compared(ours: Run, theirs: Run, written: int | None = None) -> Pair:
    """The time of one run against that of another."""
    return Pair(ours.seconds, theirs.seconds, ours.cpu / theirs.cpu, written)


def describe(room: Path) -> str:
    """The machine and the versions, and how busy the machine was when this began."""
    processors = [
        line for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines() if line.startswith("model name")
    ]
    processor = processors[0].partition(": ")[2] if processors else platform.machine()
    size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=PROJECT, capture_output=True, text=True, check=False
    ).stdout.strip()
    return (
        f"{processor}, {len(os.sched_getaffinity(0))} cores, {size:.0f} GiB, {platform.system()} {platform.release()}; "
        f"sites in {room}; load average {os.getloadavg()[0]:.1f} when this began. {hugo_version()}, "
        f"archive {version('archive')} ({commit}) on Python {platform.python_version()} with {versions}."
    )


def report(runs: int, equal: str, machine: str, lines: str) -> str:
    """The section of RESULTS.md."""
    how = f"`make bench ARGS='{' '.join(sys.argv[1:])}'`" if sys.argv[1:] else "`make bench`"
    method = (
        f"Made by {how}: medians of {runs} turns, all without search. A ratio is taken within one turn. CPU is that "
        "of processor time, which a busy machine stretches less. Memory is resident for the largest process, "
        "proportional (PSS, sampled) for all together, in runs of their own."
    )
    paragraphs = (textwrap.fill(words, 120, break_on_hyphens=False) for words in (method, equal, machine))
    return "## Building\n\n{}\n\n{}\n{}\n\n{}\n".format(next(paragraphs), lines, *paragraphs)


if __name__ == "__main__":
    main()
