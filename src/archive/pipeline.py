"""The table of contents: one function a command, one line a stage."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, TypeVar

from msgspec import structs

from archive.config import load_settings, load_units
from archive.crew import Crew
from archive.extract import extract as find
from archive.model.article import Article
from archive.model.entry import ArticleText, Entry
from archive.model.issue import Issue
from archive.model.output import OutputFile
from archive.model.report import BuildOptions, BuildReport, CheckReport, Waiting
from archive.model.settings import Settings, Unit
from archive.model.site import Site
from archive.normalise import normalise
from archive.publish import KeptFile, Staged, check_paths, open_output, stage
from archive.record import settle
from archive.render import Job, Press, article_text, data_files, entry, jobs, site_view
from archive.resources import layered
from archive.site import plan
from archive.source import list_articles, read
from archive.store import Store
from archive.vietnamese.folding import identity_key

Thing = TypeVar("Thing")
Spellings = Mapping[str, str]
"""The spelling of each name of the authority file, by its identity key."""


class Progress(Protocol):
    """Is told how far a phase has come."""

    def __call__(self, done: int, total: int, phase: str) -> None: ...


# Commands


def build(options: BuildOptions, progress: Progress | None = None, executor: Executor | None = None) -> BuildReport:
    """What building the site did. Raises `ArchiveError` for what stops every article; the old site then stands.

    `executor` takes the place of processes of our own: any `concurrent.futures.Executor` whose workers can import
    this package and see the same files.
    """
    started = time.perf_counter()
    settings, authority, config_issues = configured(options)
    articles = list_articles(options.articles)
    with (
        open_output(options.output, articles=options.articles) as output,
        Crew(options.jobs, executor) as crew,
        TemporaryDirectory() as folder,
    ):
        store = Store(Path(folder))
        reading = partial(read_chunk, options.articles, spellings(authority), store)
        entries = [*gathered(crew, reading, articles.paths, "read", progress)]
        site = plan((entry for entry in entries if entry.published), authority)
        pages = [*jobs(site, settings)]
        others = [*static_files(options.root), *data_files(records(site, store))]
        check_paths((file.path, file.origin) for file in (*pages, *others))
        printing = partial(print_chunk, press(settings, options, store), output.staging)
        staged = [
            *gathered(crew, printing, [(page, output.standing.get(page.path)) for page in pages], "write", progress)
        ]
        staged += [stage(file, output.staging, output.standing.get(file.path)) for file in others]
        published = output.replace(staged)
    return BuildReport(
        articles=len(entries),
        pages=published.total,
        written=published.written,
        unchanged=published.unchanged,
        removed=len(published.removed),
        without=site.without,
        review=sum(entry.doubtful for entry in entries),
        set_aside=sum(not entry.published for entry in entries),
        issues=(*config_issues, *articles.issues, *(issue for entry in entries for issue in entry.issues)),
        seconds=time.perf_counter() - started,
    )


def check(options: BuildOptions, progress: Progress | None = None, executor: Executor | None = None) -> CheckReport:
    """Every problem that a build would meet, and the queue for review, worst first; nothing is written."""
    started = time.perf_counter()
    settings, authority, config_issues = configured(options)
    articles = list_articles(options.articles)
    with Crew(options.jobs, executor) as crew:
        checking = partial(check_chunk, options.articles, spellings(authority))
        checked = [*gathered(crew, checking, articles.paths, "read", progress)]
    entries = [entry for entry, _ in checked]
    site = plan((entry for entry in entries if entry.published), authority)
    pages = [*jobs(site, settings)]
    check_paths((file.path, file.origin) for file in (*pages, *static_files(options.root)))
    queue = [Waiting(entry.file, reasons) for entry, reasons in checked if reasons]
    return CheckReport(
        articles=len(entries),
        without=site.without,
        queue=tuple(sorted(queue, key=lambda waiting: (-len(waiting.reasons), waiting.file))),
        set_aside=sum(not entry.published for entry in entries),
        issues=(*config_issues, *articles.issues, *(issue for entry in entries for issue in entry.issues)),
        seconds=time.perf_counter() - started,
    )


def extract(paths: Iterable[Path], authority: Sequence[Unit] = ()) -> Iterator[Article]:
    """The settled article of each file, in order; a folder stands for the articles in it.

    A file that cannot be read gives an article with an issue of severity error and an empty record.
    """
    known = spellings(authority)
    for path in paths:
        files = [path / name for name in list_articles(path).paths] if path.is_dir() else [path]
        yield from (settled(file, file.as_posix(), known) for file in files)


# One article


def settled(path: Path, file: str, known: Spellings) -> Article:
    """The article at `path`, from its bytes to its record."""
    source = read(path, file)
    text = normalise(source.file, source.text, source.first_line, source.markdown)
    return settle(source, find(text), known)


def slimmed(path: Path, file: str, known: Spellings) -> tuple[Entry, ArticleText, Article]:
    """The article at `path`, and what lists and its own page need of it."""
    article = settled(path, file, known)
    text = article_text(article, markdown=path.suffix == ".md")
    return entry(article, text), text, article


# Chunks: what worker processes are given


def read_chunk(folder: Path, known: Spellings, store: Store, names: Sequence[str]) -> list[Entry]:
    """The entries of some articles, their texts stored."""
    slim = (slimmed(folder / name, f"{folder.name}/{name}", known) for name in names)
    return store.write(((entry, text) for entry, text, _ in slim))


def check_chunk(folder: Path, known: Spellings, names: Sequence[str]) -> list[tuple[Entry, tuple[str, ...]]]:
    """The entries of some articles, each with the reasons to look at it."""
    slim = (slimmed(folder / name, f"{folder.name}/{name}", known) for name in names)
    return [(entry, article.record.review) for entry, _, article in slim]


def print_chunk(press: Press, staging: Path, pages: Sequence[tuple[Job, KeptFile | None]]) -> list[Staged]:
    """The pages of some jobs, staged beside the files that stand at their paths."""
    return [stage(press.make(page), staging, standing) for page, standing in pages]


def gathered(
    crew: Crew, work: object, tasks: Sequence[object], phase: str, progress: Progress | None
) -> Iterator[Thing]:
    """The results of a chunked piece of work, one by one, telling `progress` after each chunk."""
    done = 0
    for results in crew.map(work, tasks):
        done += len(results)
        if progress:
            progress(done, len(tasks), phase)
        yield from results


# What a build is given


def configured(options: BuildOptions) -> tuple[Settings, tuple[Unit, ...], tuple[Issue, ...]]:
    """The settings and the authority file, and what is odd in them. Raises `ConfigError` when they are wrong."""
    settings, issues = load_settings(options.config)
    authority, more = load_units(options.config.parent / "units.yml")
    if options.base_url is not None:
        settings = structs.replace(settings, base_url=options.base_url)
    return settings, authority, (*issues, *more)


def spellings(authority: Iterable[Unit]) -> Spellings:
    """The spelling of each name and alias of the authority file, by its identity key."""
    return {identity_key(name): name for unit in authority for name in (unit.name, *unit.aliases)}


def press(settings: Settings, options: BuildOptions, store: Store) -> Press:
    """What makes the pages of this build."""
    return Press(layered("templates", options.root), site_view(settings), store.read)


def static_files(root: Path) -> Iterator[OutputFile]:
    """The style and the other files that pages are served with, the project's own before the program's."""
    seen = set()
    for folder in layered("static", root):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = path.relative_to(folder).as_posix()
            if name not in seen:
                seen.add(name)
                yield OutputFile(f"static/{name}", path.read_bytes(), path.as_posix())


def records(site: Site, store: Store) -> Iterator[tuple[object, str]]:
    """Each published record with its page, in order of file."""
    for placed in sorted(site.articles, key=lambda placed: placed.entry.file):
        yield store.read(placed.entry.stored).record, placed.path
