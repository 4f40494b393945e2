"""Lays the site out as pages to be made; where no list can have changed, the layout of the build before is taken."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct, structs

from archive.digests import digest_of_all
from archive.given import Given
from archive.memory import Laid, LastLayout, Memory
from archive.model.entry import NOWHERE, Entry, Filed
from archive.model.output import OutputFile
from archive.model.site import Site
from archive.publish import Output, check_paths
from archive.render import ARTICLE, DATA_FILES, Job, OpenLines, data_files, jobs, revised_data_files
from archive.store import Part, Reader, Store, StoreDamagedError

FEW = 200
"""So many articles can be put into the data files that stand; for more these are made anew."""


class Order(Struct, frozen=True):
    """A page that may have to be made; the views of all pages together are too large to be kept in memory."""

    job: Job
    """Without its view."""
    view: Part
    """Where its view lies."""

    def whole(self, reader: Reader) -> Job:
        """The job with its view."""
        return structs.replace(self.job, view=reader.part(self.view))


class Layout(Struct, frozen=True):
    """The pages of a site, and the files of its records."""

    orders: Mapping[str, Order]
    """Every page that may have to be made, by path."""
    keys: Mapping[str, str]
    """Every page by path: the digest of all that it is made from."""
    data: tuple[OutputFile, ...]
    """The data files; none where those that stand stay."""
    without: dict[str, int]
    """How many articles lack a field."""
    laid: Mapping[str, Laid]
    """Where each article was put, by file."""


def laid_out(given: Given, site: Site, others: Sequence[Job], store: Store) -> Layout:
    """The layout of a site with the pages of some `others` jobs. Raises `PublishError` when two want one path."""
    orders, keys = ordered(chain(jobs(site, given.settings), others), given, store)
    check_paths((order.job.path, order.job.origin) for order in orders)
    by_file = sorted(site.articles, key=lambda placed: placed.entry.file)
    return Layout(
        orders={order.job.path: order for order in orders},
        keys=keys,
        data=data_files(lines([placed.entry for placed in by_file], (placed.path for placed in by_file), store)),
        without=site.without,
        laid={one.job.origin: Laid(one.job.path, one.view) for one in orders if one.job.template == ARTICLE},
    )


def ordered(pages: Iterable[Job], given: Given, store: Store) -> tuple[list[Order], dict[str, str]]:
    """The orders of pages, their views stored, and the digest of what each is made from by path."""
    filed = store.write_parts(((bare(page), key_of(page, given)), page.view) for page in pages)
    return [Order(job, place) for (job, _), place in filed], {job.path: key for (job, key), _ in filed}


def bare(page: Job) -> Job:
    """The page's job without its view."""
    return structs.replace(page, view=b"")


def revised(
    given: Given,
    entries: Mapping[str, Filed],
    fresh: Mapping[str, Filed],
    others: Sequence[Job],
    memory: Memory,
    output: Output,
) -> Layout | None:
    """The layout of the build before, as far as texts alone have changed; None when a list may be another now.

    Of the `entries`, the `fresh` ones were read in this build.
    Raises `StoreDamagedError` when what was kept of it is not what was put there.
    """
    last = memory.layout(given.layout)
    if last is None or not stands_whole(last, output):
        return None
    if len(fresh) > FEW or last.entries.keys() != entries.keys():
        return None
    changed = [(last.entries[name].entry, filed.entry) for name, filed in fresh.items()]
    if not all(stands_alike(before, now) for before, now in changed):
        return None
    with memory.store.reading() as reader:
        pages = [article_again(given, last, before, now, reader) for before, now in changed]
    data = revised_data(changed, last, memory.store, output)
    if data is None:
        return None
    orders, again = ordered((*filter(None, pages), *others), given, memory.store)
    return Layout(
        orders={order.job.path: order for order in orders},
        keys={path: printed.key for path, printed in last.pages.items()} | again,
        data=data,
        without=last.without,
        laid=last.laid,
    )


def key_of(page: Job, given: Given) -> str:
    """The digest of all that a page is made from."""
    return digest_of_all(page.depends_on(given.style))


def lines(entries: Sequence[Entry], paths: Iterable[str], store: Store) -> Iterator[OpenLines]:
    """What the data files say of each entry, whose page is at the path."""
    kept = store.lines([entry.stored for entry in entries])
    return ((one.json, one.csv, path) for one, path in zip(kept, paths, strict=True))


# The layout of the build before


def stands_whole(last: LastLayout, output: Output) -> bool:
    """Whether the output holds every page as it was made, and the data files."""
    standing = output.standing
    made = all(path in standing and standing[path].digest == page.digest for path, page in last.pages.items())
    return made and all(path in standing for path in DATA_FILES)


def stands_alike(before: Entry, now: Entry) -> bool:
    """Whether lists, neighbours and addresses are the same with one entry as with the other."""
    return before.published == now.published and listed(before) == listed(now)


def listed(entry: Entry) -> Entry:
    """The entry without what no list knows."""
    return structs.replace(entry, digest="", doubtful=False, stored=NOWHERE, issues=())


def article_again(given: Given, last: LastLayout, before: Entry, now: Entry, reader: Reader) -> Job | None:
    """The page of a text that has changed, in the place that it has; None for one that has no page."""
    if not now.published:
        return None
    laid = last.laid[now.file]
    page = Job(laid.path, ARTICLE, reader.part(laid.view), now.file, before.stored)
    if key_of(page, given) != last.pages[laid.path].key:
        raise StoreDamagedError(laid.view.pack)
    return structs.replace(page, stored=now.stored)


def revised_data(
    changed: Iterable[tuple[Entry, Entry]], last: LastLayout, store: Store, output: Output
) -> tuple[OutputFile, ...] | None:
    """The data files that stand, with the lines of the changed entries as they are now; None when that cannot be.

    They need not be read when no line is another now.
    """
    told = [both for both in changed if both[1].published and is_told_otherwise(*both)]
    if not told:
        return ()
    told.sort(key=lambda both: both[1].file)
    paths = [last.laid[now.file].path for _, now in told]
    before, after = (lines([both[when] for both in told], paths, store) for when in (0, 1))
    standing = [(output.folder / path).read_bytes() for path in DATA_FILES]
    return revised_data_files(standing, zip(before, after, strict=True))


def is_told_otherwise(before: Entry, now: Entry) -> bool:
    """Whether the data files tell of an entry otherwise than before."""
    return before.stored.lines_digest != now.stored.lines_digest
