"""One line a stage: from what a build is given to the site in its folder."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from archive.crew import Crew, Progress
from archive.datafiles import staged_data
from archive.extract import extract as find
from archive.extract import load_vocabulary
from archive.given import Given
from archive.indexing import indexed
from archive.knowledge import Knowledge
from archive.layout import corrected, laid_out, revised
from archive.listing import list_articles
from archive.memory import Memory, Searched, Source
from archive.model.article import Article
from archive.model.entry import Entry, Filed
from archive.model.examination import Examination
from archive.model.report import BuildReport, CheckReport, Drift, Waiting
from archive.normalise import normalise
from archive.printing import Printing
from archive.publish import Output, PublishReport, check_paths, stage
from archive.record import doubts, drift, settle
from archive.render import Press, article_text, csv_line, entry, jobs, json_line, site_view
from archive.site import plan
from archive.source import read
from archive.stopwatch import Stopwatch
from archive.store import Lines, Parcel, Store
from archive.witness import Testimony, contradictions, testimony

Sources = Mapping[str, Source]
"""The articles as the file system shows them, by name."""


def assemble(
    given: Given,
    sources: Sources,
    output: Output,
    memory: Memory,
    crew: Crew,
    watch: Stopwatch,
    progress: Progress | None,
) -> BuildReport:
    """What was done to the output so that it holds the site; what the memory knows is not worked out again.

    Raises `StoreDamagedError` when the memory promises a text that is not there.
    """
    searched = memory.searched(output.standing)
    if surely_much(given, sources, memory, searched):
        crew.start(len(given.names))
    known = memory.entries(sources, given.knowledge)
    unread = [name for name in given.names if name not in known]
    reading = partial(read_chunk, given.folder, given.knowledge, memory.store)
    known |= zip(unread, crew.gather(reading, unread, "read", progress), strict=True)
    entries = {name: known[name] for name in given.names}
    del known
    watch.lap("read", len(unread))

    site = cache(lambda: plan((filed.entry for filed in entries.values() if filed.published), given.authority))
    last = memory.last(output.fingerprint)
    same = corrected(given, entries, unread, last)
    press = Press(given.templates, given.style, site_view(given.settings), memory.templates)
    printing = Printing(press, memory, output, crew)
    if same is None or printing.all_due:
        printing.prepare(len(entries))  # while the site is planned
    if same is None:
        site()
    watch.lap("plan", 0)
    index = indexed(given, site, same.texts if same else None, searched, memory.store, output, crew)
    watch.lap("search", len(index.searched.paths))
    without = same.last.without if same else site().without
    laid = (
        [revised(same, index.pages, memory.store)]
        if same
        else laid_out(given, site(), index.pages, last, memory.store, lists_at_once=printing.all_due)
    )
    site.cache_clear()  # the largest thing of all, once it is laid out
    for pages in laid:
        watch.lap("plan", len(pages))
        printing.begin(pages)
        watch.lap("compare", len(pages))
    if same:
        printing.leave_rest(same.last)
        watch.lap("compare", len(printing.left))
    others = [stage(file, output.staging, output.standing.get(file.path)) for file in (*given.static, *index.scripts)]
    data = staged_data(printing.orders, printing.left, last, memory.store, output)
    printed = printing.finish(progress)
    watch.lap("write", len(printed))
    kept = printing.kept | {path: output.standing[path] for path in index.kept}
    published = output.replace((*printed, *others, *index.staged, *data), kept)
    watch.lap("publish", published.written)

    report = reported(given, entries.values(), without, published)
    digests = {path: file.digest for path, file in kept.items()} | {file.path: file.digest for file in printed}
    now = {name: source.read_as(entries[name].digest) for name, source in sources.items()}
    memory.remember(
        knowledge=given.knowledge,
        inputs=given.digest(now),
        outcome=published.fingerprint,
        report=report,
        sources=now,
        entries=entries,
        pages=printing.left | {path: memory.printed(order, digests[path]) for path, order in printing.orders.items()},
        searched=index.searched,
        style=given.style,
        layout=given.layout,
    )
    watch.lap("remember", len(entries))
    return report


def surely_much(given: Given, sources: Sources, memory: Memory, searched: Searched) -> bool:
    """Whether there is work for other processes, as is seen before anything is read: every page, an index, lists."""
    index_is_missing = given.settings.search and not searched.articles.numbering
    return index_is_missing or not memory.has_style(given.style) or not all(one.digest for one in sources.values())


def examine(given: Given, crew: Crew, progress: Progress | None) -> CheckReport:
    """Every problem that a build would meet, and the queue for review, worst first; nothing is written."""
    checking = partial(check_chunk, given.folder, given.knowledge)
    checked = [*crew.gather(checking, given.names, "read", progress)]
    entries = [filed for filed, _, _ in checked]
    site = plan((filed.entry for filed in entries if filed.published), given.authority)
    check_paths((job.path, job.origin) for job in jobs(site, given.settings))
    queue = [one for _, one, _ in checked if one.reasons]
    against = contradictions(heard for _, _, heard in checked)
    return CheckReport(
        articles=len(entries),
        without=site.without,
        queue=tuple(sorted(queue, key=lambda one: (-len(one.reasons), one.file))),
        set_aside=sum(not entry.published for entry in entries),
        issues=(*given.issues, *(issue for entry in entries for issue in entry.issues), *against),
    )


def articles(paths: Iterable[Path], knowledge: Knowledge) -> Iterator[Article]:
    """The settled article of each file, in order; a folder stands for the articles in it."""
    return (one.article for one in examinations(paths, knowledge))


def examinations(paths: Iterable[Path], knowledge: Knowledge) -> Iterator[Examination]:
    """The article of each file at every stage, in order; a folder stands for the articles in it."""
    return (examined(file, file.as_posix(), knowledge) for file in files_of(paths))


def files_of(paths: Iterable[Path]) -> Iterator[Path]:
    """The paths, each folder replaced by the articles in it, in order."""
    for path in paths:
        yield from (path / name for name in list_articles(path).paths) if path.is_dir() else [path]


def drifts(given: Given, crew: Crew, progress: Progress | None) -> Iterator[Drift]:
    """Each field for which a person wrote something else than its text says, in order of file and line."""
    comparing = partial(drift_chunk, given.folder, given.knowledge)
    for found in crew.gather(comparing, given.names, "read", progress):
        yield from found


# One article


def load(knowledge: Knowledge) -> None:
    """Loads what is needed to read any article."""
    load_vocabulary(knowledge.words)


def settled(path: Path, file: str, knowledge: Knowledge) -> Article:
    """The article at `path`, from its bytes to its record."""
    return examined(path, file, knowledge).article


def examined(path: Path, file: str, knowledge: Knowledge) -> Examination:
    """The article at `path` at every stage."""
    source = read(path, file)
    text = normalise(source.file, source.text, source.first_line, source.markdown)
    extraction = find(text, load_vocabulary(knowledge.words))
    return Examination(source, text, extraction, settle(source, extraction, knowledge.spellings))


def condensed(article: Article, *, search: bool) -> tuple[Article, Entry, Parcel]:
    """The article, what lists need of it, and what is stored of it; `search` asks for what search knows of it, too."""
    text = article_text(article)
    lines = Lines(json_line(article.record), csv_line(article.record))
    return article, entry(article, text), Parcel(lines, text, words_of(article) if search else b"")


def words_of(article: Article) -> bytes:
    """What search knows of the article."""
    from archive.search import analyse, document_of

    return analyse(document_of(article.record))


# Chunks: what worker processes are given


def read_chunk(folder: Path, knowledge: Knowledge, store: Store, names: Sequence[str]) -> list[Filed]:
    """The entries of some articles, their texts stored."""
    found = (settled(folder / name, f"{folder.name}/{name}", knowledge) for name in names)
    return store.write(condensed(article, search=knowledge.search) for article in found)


def check_chunk(folder: Path, knowledge: Knowledge, names: Sequence[str]) -> list[tuple[Filed, Waiting, Testimony]]:
    """The entries of some articles, each with the reasons to look at it and what it says about its source."""
    looked = (examined(folder / name, f"{folder.name}/{name}", knowledge) for name in names)
    return [(unstored(one.article), waiting(one.article), testimony(one)) for one in looked]


def unstored(article: Article) -> Filed:
    """The article with what lists need of it; nothing of it is stored."""
    return Filed.of(article, entry(article, article_text(article)))


def waiting(article: Article) -> Waiting:
    """The article with the reasons to look at it."""
    return Waiting(article.record.file, article.record.review, doubts(article))


def drift_chunk(folder: Path, knowledge: Knowledge, names: Sequence[str]) -> list[tuple[Drift, ...]]:
    """Where what a person wrote differs from the text, for each of some articles."""
    looked = (examined(folder / name, f"{folder.name}/{name}", knowledge) for name in names)
    return [drift(one.source, one.extraction, knowledge.spellings) for one in looked]


# The ends of a build


def reported(
    given: Given, entries: Collection[Filed], without: dict[str, int], published: PublishReport
) -> BuildReport:
    """What a build did."""
    return BuildReport(
        articles=len(entries),
        pages=published.total,
        written=published.written,
        unchanged=published.unchanged,
        removed=len(published.removed),
        without=without,
        review=sum(entry.doubtful for entry in entries),
        set_aside=sum(not entry.published for entry in entries),
        issues=(*given.issues, *(issue for entry in entries for issue in entry.issues)),
    )
