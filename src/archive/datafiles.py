"""Makes the files of all records, or brings up to date those that stand."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack

from archive.memory import LastLayout, Printed
from archive.model.order import Order
from archive.publish import Draft, Output, Staged, stage
from archive.render import DATA_FILES, OpenLines, data_lines, revised_data_files
from archive.store import Store

FEW = 200
"""So many lines are put into the data files that stand; for more these are made anew."""


def staged_data(
    orders: Mapping[str, Order], left: Mapping[str, Printed], last: LastLayout | None, store: Store, output: Output
) -> list[Staged]:
    """The data files of the articles whose pages are ordered, or `left` as they were in the `last` build.

    They are staged where they are not those of that build. Raises `StoreDamagedError` when the lines of an article are
    not what was put there.
    """
    others = told_otherwise(last, orders, left) if last else None
    if others == []:
        return [stays(path, output) for path in DATA_FILES]
    if others and len(others) <= FEW and (revised := in_place(others, store, output)):
        return revised
    return anew({path: page.order for path, page in left.items()} | {**orders}, store, output)


def told_otherwise(
    last: LastLayout, now: Mapping[str, Order], left: Mapping[str, Printed]
) -> list[tuple[Order, Order]] | None:
    """The articles of which the data files tell otherwise than before, in order of file, each as it was and as it is.

    None when the site has other articles than before, or one of them another address.
    """
    articles = articles_of(now)
    if not left and len(articles) != sum(filed.published for filed in last.entries.values()):
        return None
    pairs = []
    for order in articles:
        page = last.pages.get(order.path)
        if page is None or page.origin != order.origin:
            return None
        if not page.was(order) and lines_digest(before := page.order) != lines_digest(order):
            pairs.append((before, order))
    return sorted(pairs, key=lambda pair: pair[1].origin)


def articles_of(orders: Mapping[str, Order]) -> list[Order]:
    """The orders of articles' pages."""
    return [order for order in orders.values() if order.stored]


def lines_digest(order: Order) -> str:
    """The digest of an article's lines of the data files."""
    return order.stored.lines_digest if order.stored else ""


def stays(path: str, output: Output) -> Staged:
    """The file that stands at a path, which has nothing new to tell."""
    kept = output.standing[path]
    return Staged(path, kept.size, kept.digest, changed=False)


def in_place(pairs: Sequence[tuple[Order, Order]], store: Store, output: Output) -> list[Staged] | None:
    """The data files that stand, with the second line of each pair in the place of the first.

    None when a first line does not stand there.
    """
    befores, nows = zip(*pairs, strict=True)
    standing = [(output.folder / path).read_bytes() for path in DATA_FILES]
    files = revised_data_files(standing, zip(lines(befores, store), lines(nows, store), strict=True))
    return None if files is None else [stage(file, output.staging, output.standing.get(file.path)) for file in files]


def anew(orders: Mapping[str, Order], store: Store, output: Output) -> list[Staged]:
    """The data files of all articles, written line by line."""
    by_file = sorted(articles_of(orders), key=lambda order: order.origin)
    with ExitStack() as stack:
        drafts = [stack.enter_context(Draft(path, output.staging)) for path in DATA_FILES]
        for both in data_lines(lines(by_file, store)):
            for draft, line in zip(drafts, both, strict=True):
                draft.write(line)
        return [draft.staged(output.standing.get(draft.path)) for draft in drafts]


def lines(articles: Sequence[Order], store: Store) -> Iterator[OpenLines]:
    """What the data files say of these articles."""
    stored = store.lines(order.stored for order in articles if order.stored)
    return ((line.json, line.csv, order.path) for line, order in zip(stored, articles, strict=True))
