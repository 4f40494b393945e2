"""Lays the site out as pages to be made; where no list can have changed, the layout of the build before is taken."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import chain

from msgspec import Struct, structs

from archive.given import Given
from archive.memory import LastLayout, Memory
from archive.model.entry import NOWHERE, Entry, Filed, Stored
from archive.model.order import Order
from archive.model.output import OutputFile
from archive.model.site import Site
from archive.publish import Draft, Output, Staged, check_paths, stage
from archive.render import ARTICLE, DATA_FILES, Job, OpenLines, data_lines, jobs, revised_data_files
from archive.store import Reader, Store, StoreDamagedError

FEW = 200
"""So many articles can be put into the data files that stand; for more these are made anew."""


class Corrected(Struct, frozen=True):
    """A site with the lists of the build before, of which only texts have changed."""

    last: LastLayout
    texts: tuple[tuple[Entry, Entry], ...]
    """The articles it shows that were read in this build: each as it was, and as it is now."""


class Layout(Struct, frozen=True):
    """The pages of a site, and the files of its records."""

    orders: Mapping[str, Order]
    """Every page, by path."""
    data: tuple[OutputFile, ...] | None
    """The data files; none where those that stand stay, None where they have to be made anew."""
    without: dict[str, int]
    """How many articles lack a field."""


def laid_out(given: Given, site: Site, others: Sequence[Job], store: Store) -> Layout:
    """The layout of a site with the pages of some `others` jobs. Raises `PublishError` when two want one path."""
    orders = ordered(chain(jobs(site, given.settings), others), store)
    check_paths((order.path, order.origin) for order in orders)
    return Layout({order.path: order for order in orders}, None, site.without)


def ordered(pages: Iterable[Job], store: Store) -> list[Order]:
    """The orders of pages, their views stored."""
    filed = store.write_parts(
        ((page.path, page.template, page.origin, page.stored, page.key), page.view) for page in pages
    )
    return [Order(*told, place) for told, place in filed]


def job_of(order: Order, reader: Reader) -> Job:
    """The page that was ordered. Raises `StoreDamagedError` when its view is not what was put there."""
    page = Job(order.path, order.template, reader.part(order.view), order.origin, order.stored)
    if page.key != order.key:
        raise StoreDamagedError(order.view.pack)
    return page


def corrected(
    given: Given, entries: Mapping[str, Filed], fresh: Mapping[str, Filed], memory: Memory, output: Output
) -> Corrected | None:
    """The site as corrected since the build before; None when a list may be another now.

    Of the `entries`, the `fresh` ones were read in this build.
    Raises `StoreDamagedError` when what was kept of that build is not what was put there.
    """
    last = memory.layout(given.layout, output.fingerprint)
    if last is None or len(fresh) > FEW or last.entries.keys() != entries.keys():
        return None
    changed = [(last.entries[name].entry, filed.entry) for name, filed in fresh.items()]
    if not all(stands_alike(before, now) for before, now in changed):
        return None
    return Corrected(last, tuple(both for both in changed if both[1].published))


def revised(site: Corrected, others: Sequence[Job], store: Store, output: Output) -> Layout | None:
    """The layout of a corrected site; None when the data files that stand cannot be brought up to date.

    Raises `StoreDamagedError` when what was kept of it is not what was put there.
    """
    orders = site.last.orders
    places = {order.origin: order for order in orders.values() if order.template == ARTICLE} if site.texts else {}
    with store.reading() as reader:
        pages = [article_again(places[now.file], now, reader) for _, now in site.texts]
    data = revised_data(site.texts, places, store, output)
    if data is None:
        return None
    fresh = ordered((*pages, *others), store)
    return Layout({**orders, **{order.path: order for order in fresh}}, data, site.last.without)


def staged_data(layout: Layout, store: Store, output: Output) -> list[Staged]:
    """The data files that do not stay as they stand, staged. Raises `StoreDamagedError`."""
    if layout.data is not None:
        return [stage(file, output.staging, output.standing.get(file.path)) for file in layout.data]
    pages = sorted((order.origin, order.path, order.stored) for order in layout.orders.values() if order.stored)
    records = lines([stored for _, _, stored in pages], [path for _, path, _ in pages], store)
    with ExitStack() as stack:
        drafts = [stack.enter_context(Draft(path, output.staging)) for path in DATA_FILES]
        for both in data_lines(records):
            for draft, line in zip(drafts, both, strict=True):
                draft.write(line)
        return [draft.staged(output.standing.get(draft.path)) for draft in drafts]


def lines(stored: Sequence[Stored], paths: Sequence[str], store: Store) -> Iterator[OpenLines]:
    """What the data files say of the articles that are stored there, whose pages are at the paths."""
    return ((one.json, one.csv, path) for one, path in zip(store.lines(stored), paths, strict=True))


# The layout of the build before


def stands_alike(before: Entry, now: Entry) -> bool:
    """Whether lists, neighbours and addresses are the same with one entry as with the other."""
    return before.published == now.published and listed(before) == listed(now)


def listed(entry: Entry) -> Entry:
    """The entry without what no list knows."""
    return structs.replace(entry, digest="", doubtful=False, stored=NOWHERE, issues=())


def article_again(order: Order, now: Entry, reader: Reader) -> Job:
    """The page of a text that has changed, in the place that was ordered for it."""
    return structs.replace(job_of(order, reader), stored=now.stored)


def revised_data(
    shown: Iterable[tuple[Entry, Entry]], places: Mapping[str, Order], store: Store, output: Output
) -> tuple[OutputFile, ...] | None:
    """The data files that stand, with the lines of the changed entries as they are now; None when that cannot be.

    `places` are the orders of the articles' pages, by file. The data files are not read when no line is another now.
    """
    told = [both for both in shown if is_told_otherwise(*both)]
    if not told:
        return ()
    told.sort(key=lambda both: both[1].file)
    paths = [places[now.file].path for _, now in told]
    before, after = (lines([both[when].stored for both in told], paths, store) for when in (0, 1))
    standing = [(output.folder / path).read_bytes() for path in DATA_FILES]
    return revised_data_files(standing, zip(before, after, strict=True))


def is_told_otherwise(before: Entry, now: Entry) -> bool:
    """Whether the data files tell of an entry otherwise than before."""
    return before.stored.lines_digest != now.stored.lines_digest
