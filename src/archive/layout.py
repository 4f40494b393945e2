"""Lays the site out as pages to be made; where no list can have changed, the layout of the build before is taken."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, starmap

from msgspec import Struct, structs

from archive.given import Given
from archive.memory import LastLayout, Printed
from archive.model.entry import Entry, Filed
from archive.model.order import Order
from archive.model.site import Site
from archive.publish import check_paths
from archive.render import ARTICLE, Job, article_jobs, other_jobs
from archive.store import Parts, Reader, Store, StoreDamagedError

PORTION = 400
"""So many pages are handed on while more are laid out."""
FEW = 200
"""So many texts are put into what stands; for more, the site is laid out anew."""


class Corrected(Struct, frozen=True):
    """A site with the lists of the build before, of which only texts have changed."""

    last: LastLayout
    texts: tuple[tuple[Entry, Entry], ...]
    """The articles it shows that were read in this build: each as it was, and as it is now."""


def laid_out(
    given: Given, site: Site, others: Iterable[Job], last: LastLayout | None, store: Store, *, lists_at_once: bool
) -> Iterator[list[Order]]:
    """The pages of a site with those of some `others` jobs, in portions: one can be made while the next is laid out.

    Lists come first, all of them `lists_at_once` where they are best made together. An article's page that is made as
    in the `last` build keeps its order. Lists do not: their views are large, and the few that stay as they were would
    keep the pack of all. Raises `PublishError` when two want one path, after the last portion.
    """
    lists: list[Order] = []
    articles: list[Order] = []
    with store.parts() as views:
        jobs = chain(other_jobs(site, given.settings), others)
        for portion in portions(jobs, None if lists_at_once else PORTION, {}, views):
            lists += portion
            yield portion
    with store.parts() as views:
        for portion in portions(article_jobs(site, given.settings), PORTION, last.pages if last else {}, views):
            articles += portion
            yield portion
    check_paths((order.path, order.origin) for order in chain(articles, lists))


def portions(
    jobs: Iterable[Job], size: int | None, known: Mapping[str, Printed], views: Parts
) -> Iterator[list[Order]]:
    """The orders of the jobs, as `ordered` gives them, so many at a time or all at once; no view is kept in memory."""
    rest = iter(jobs)
    return iter(lambda: ordered(islice(rest, size), known, views), [])


def ordered(pages: Iterable[Job], known: Mapping[str, Printed], views: Parts) -> list[Order]:
    """The orders of pages, in no order: that which is `known` by path where it is the same, else a new one."""
    same = []

    def others() -> Iterator[tuple[tuple[Job, str], bytes]]:
        for page in pages:
            made, key = known.get(page.path), page.key
            if made and made.key == key and made.origin == page.origin and (order := made.order).stored == page.stored:
                same.append(order)
            else:
                yield (page, key), page.view

    fresh = [
        Order(page.path, page.template, page.origin, page.stored, key, place)
        for (page, key), place in views.put(others())
    ]
    return [*same, *fresh]


def job_of(order: Order, reader: Reader) -> Job:
    """The page that was ordered. Raises `StoreDamagedError` when its view is not what was put there."""
    page = Job(order.path, order.template, reader.part(order.view), order.origin, order.stored)
    if page.key != order.key:
        raise StoreDamagedError(order.view.pack)
    return page


def corrected(
    given: Given, entries: Mapping[str, Filed], unread: Sequence[str], last: LastLayout | None
) -> Corrected | None:
    """The site as corrected since the `last` build; None when a list may be another now.

    Of the `entries`, those by the names of `unread` were read in this build.
    """
    if last is None or last.layout != given.layout or len(unread) > FEW or last.entries.keys() != entries.keys():
        return None
    changed = [(last.entries[name], entries[name]) for name in unread]
    texts = [(before.entry, now.entry) for before, now in changed if now.published]
    if any(before.published != now.published for before, now in changed) or not all(starmap(stands_alike, texts)):
        return None
    return Corrected(last, tuple(texts))


def revised(site: Corrected, others: Sequence[Job], store: Store) -> list[Order]:
    """The pages of a corrected site that are not those of the last build.

    Raises `StoreDamagedError` when what was kept is not what was put there.
    """
    texts = {now.file: now for _, now in site.texts}
    orders = (page.order for page in site.last.pages.values() if page.origin in texts)
    with store.reading() as reader:
        pages = [article_again(order, texts[order.origin], reader) for order in orders if order.template == ARTICLE]
    with store.parts() as views:
        return ordered((*pages, *others), {}, views)


# The layout of the build before


def stands_alike(before: Entry, now: Entry) -> bool:
    """Whether lists, neighbours and addresses are the same with one entry as with the other."""
    return before == structs.replace(now, stored=before.stored)


def article_again(order: Order, now: Entry, reader: Reader) -> Job:
    """The page of a text that has changed, in the place that was ordered for it."""
    return structs.replace(job_of(order, reader), stored=now.stored)
