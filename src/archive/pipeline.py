"""The table of contents: one function a command; the stages themselves stand in `archive.assembly`."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from archive.crew import Crew, Progress, uncollected
from archive.given import given_by, memory_folder
from archive.knowledge import Knowledge
from archive.memory import open_memory
from archive.model.issue import Issue
from archive.model.report import BuildOptions, BuildReport, CheckReport, Drift
from archive.publish import open_output
from archive.stopwatch import Stopwatch
from archive.store import StoreDamagedError

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from archive.model.article import Article
    from archive.model.examination import Examination
    from archive.source.conversion import Conversion

# The stages are imported where there is work for them: seeing that nothing has changed takes less time than they do.


def build(
    options: BuildOptions,
    progress: Progress | None = None,
    executor: "Executor | None" = None,
    *,
    remembering: bool = True,
) -> BuildReport:
    """What building the site did. Raises `ArchiveError` for what stops every article; the old site then stands.

    `executor` takes the place of processes of our own: any `concurrent.futures.Executor` whose workers can import
    this package and see the same files. Without `remembering` nothing is known from builds before, nor for later ones.
    """
    watch = Stopwatch()
    given = given_by(options)
    folder = memory_folder(options) if remembering else None
    watch.lap("list", len(given.names))
    with (
        uncollected(),
        open_output(options.output, articles=options.articles, stamps=folder and folder / "stamps") as output,
        open_memory(folder) as memory,
    ):
        sources = memory.look(given.folder, given.names)
        report = memory.report_of(given.digest(sources), output.fingerprint)
        watch.lap("look", len(output.standing))
        if report is None:
            from archive.assembly import assemble

            watch.lap("load", 1)
            with Crew(options.jobs, executor) as crew:
                try:
                    report = assemble(given, sources, output, memory, crew, watch, progress)
                except StoreDamagedError:
                    crew.abandon()
                    report = assemble(given, sources, output, memory.emptied(), crew, watch, progress)
    watch.lap("close", 1)
    return structs.replace(report, seconds=watch.seconds, phases=watch.phases)


def get_ready(options: BuildOptions) -> None:
    """Loads what only a build with something to do needs: the next is then done sooner. Raises `ArchiveError`."""
    from archive.assembly import load

    load(given_by(options).knowledge)


def verify(
    options: BuildOptions, progress: Progress | None = None, executor: "Executor | None" = None
) -> tuple[Issue, ...]:
    """Each file of the output that is not, byte for byte, what a build without any memory would make now."""
    from tempfile import TemporaryDirectory

    from archive.publish.comparison import differences

    with TemporaryDirectory() as place:
        clean = structs.replace(options, output=Path(place) / "site")
        build(clean, progress, executor, remembering=False)
        return differences(options.output, clean.output)


def check(options: BuildOptions, progress: Progress | None = None, executor: "Executor | None" = None) -> CheckReport:
    """Every problem that a build would meet, and the queue for review, worst first; nothing is written."""
    from archive.assembly import examine

    watch = Stopwatch()
    with Crew(options.jobs, executor) as crew:
        report = examine(given_by(options), crew, progress)
    return structs.replace(report, seconds=watch.seconds)


def extract(paths: Iterable[Path], knowledge: Knowledge | None = None) -> "Iterator[Article]":
    """The settled article of each file, in order; a folder stands for the articles in it.

    A file that cannot be read gives an article with an issue of severity error and an empty record.
    """
    from archive.assembly import articles

    return articles(paths, knowledge or Knowledge())


def explain(paths: Iterable[Path], knowledge: Knowledge | None = None) -> "Iterator[Examination]":
    """As `extract`, each article at every stage, with how its record came about."""
    from archive.assembly import examinations

    return examinations(paths, knowledge or Knowledge())


def drift(options: BuildOptions, progress: Progress | None = None, executor: "Executor | None" = None) -> list[Drift]:
    """Each field for which a person wrote something else than its text says, in order of file and line."""
    from archive.assembly import drifts

    with Crew(options.jobs, executor) as crew:
        return [*drifts(given_by(options), crew, progress)]


def convert(paths: Iterable[Path], *, dry_run: bool = False) -> "Iterator[Conversion]":
    """What was done to write each file as UTF-8 in NFC, in order; a folder stands for the articles in it."""
    from archive.assembly import files_of
    from archive.source.conversion import convert_file

    return (convert_file(file, file.as_posix(), dry_run=dry_run) for file in files_of(paths))
