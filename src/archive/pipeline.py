"""The table of contents: one function a command; the stages themselves stand in `archive.assembly`."""

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from archive.crew import Crew, Progress
from archive.given import Spellings, given_by, memory_folder
from archive.memory import open_memory
from archive.model.report import BuildOptions, BuildReport, CheckReport, Drift
from archive.publish import open_output
from archive.store import StoreDamagedError

if TYPE_CHECKING:
    from archive.model.article import Article
    from archive.model.examination import Examination

# The stages are imported where there is work for them: seeing that nothing has changed takes less time than they do.


def build(options: BuildOptions, progress: Progress | None = None, executor: Executor | None = None) -> BuildReport:
    """What building the site did. Raises `ArchiveError` for what stops every article; the old site then stands.

    `executor` takes the place of processes of our own: any `concurrent.futures.Executor` whose workers can import
    this package and see the same files.
    """
    started = time.perf_counter()
    given = given_by(options)
    folder = memory_folder(options)
    with (
        open_output(options.output, articles=options.articles, stamps=folder / "stamps") as output,
        open_memory(folder) as memory,
    ):
        sources = memory.look(given.folder, given.names)
        report = memory.report_of(given.digest(sources), output.fingerprint)
        if report is None:
            from archive.assembly import assemble

            with Crew(options.jobs, executor) as crew:
                try:
                    report = assemble(given, sources, output, memory, crew, progress)
                except StoreDamagedError:
                    report = assemble(given, sources, output, memory.emptied(), crew, progress)
    return structs.replace(report, seconds=time.perf_counter() - started)


def check(options: BuildOptions, progress: Progress | None = None, executor: Executor | None = None) -> CheckReport:
    """Every problem that a build would meet, and the queue for review, worst first; nothing is written."""
    from archive.assembly import examine

    started = time.perf_counter()
    with Crew(options.jobs, executor) as crew:
        report = examine(given_by(options), crew, progress)
    return structs.replace(report, seconds=time.perf_counter() - started)


def extract(paths: Iterable[Path], spellings: Spellings | None = None) -> "Iterator[Article]":
    """The settled article of each file, in order; a folder stands for the articles in it.

    A file that cannot be read gives an article with an issue of severity error and an empty record.
    """
    from archive.assembly import articles

    return articles(paths, spellings or {})


def explain(paths: Iterable[Path], spellings: Spellings | None = None) -> "Iterator[Examination]":
    """As `extract`, each article at every stage, with how its record came about."""
    from archive.assembly import examinations

    return examinations(paths, spellings or {})


def drift(options: BuildOptions, progress: Progress | None = None, executor: Executor | None = None) -> list[Drift]:
    """Each field for which a person wrote something else than its text says, in order of file and line."""
    from archive.assembly import drifts

    with Crew(options.jobs, executor) as crew:
        return [*drifts(given_by(options), crew, progress)]
