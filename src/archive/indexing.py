"""Makes the index of search, or brings up to date the one that stands."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct, json, structs

from archive.crew import Crew
from archive.digests import digest_of
from archive.given import Given
from archive.memory import Numbered, Searched
from archive.model.entry import Entry
from archive.model.output import OutputFile
from archive.model.site import Site
from archive.publish import Output, Staged, stage
from archive.render import Job, search_job
from archive.store import Store

if TYPE_CHECKING:
    from archive.search import Index, Listing

# What makes an index is imported where one is made: a site without search is sooner built than NumPy is loaded.

Corrections = Sequence[tuple[Entry, Entry]]
"""Articles as they were, and as they are now."""

FEW = 50
"""So many changed articles are put into the index that stands; for more it is made anew."""


class Indexed(Struct, frozen=True):
    """The index of a site; all of it is empty for a site without search."""

    searched: Searched = Searched()
    """To be remembered."""
    staged: tuple[Staged, ...] = ()
    """Its files that were made."""
    kept: tuple[str, ...] = ()
    """Its files that stand in the output and stay."""
    pages: tuple[Job, ...] = ()
    """The page of results."""
    scripts: tuple[OutputFile, ...] = ()
    """What that page runs."""


def indexed(
    given: Given,
    site: Callable[[], Site],
    corrected: Corrections | None,
    last: Searched,
    store: Store,
    output: Output,
    crew: Crew,
) -> Indexed:
    """The index of the articles of `site`; `last` is that of the build before, whose files stand in the output.

    `corrected` are the articles whose texts may be others than in that build, where nothing else is; else None. The
    site is then not asked for, unless they are many.
    """
    if not given.settings.search:
        return Indexed()
    from archive.search import listings_of, reader_script

    listings = cache(lambda: listings_of(site()))
    if corrected is None or not last.articles.numbering:
        articles = numbered(site(), listings())
    else:
        articles = moved(last.articles, corrected)
    changed = changed_numbers(last.articles, articles)
    if changed is None:
        index = made(articles, listings(), given.abbreviations, store, output, crew)
    else:
        index = updated(articles, changed, listings, last, given.abbreviations, store, output)
    page = search_job(given.settings, index.searched.head)
    return structs.replace(index, pages=(page,), scripts=(reader_script(given.static_file),))


def moved(articles: Numbered, corrected: Corrections) -> Numbered:
    """The articles, the corrected ones where their texts lie now."""
    places = {before.stored: now.stored for before, now in corrected}
    return structs.replace(articles, stored=tuple(places.get(stored, stored) for stored in articles.stored))


def numbered(site: Site, listings: Sequence["Listing"]) -> Numbered:
    """The articles of a site by number, which is their place in it."""
    from archive.search import numbering_of

    stored = tuple(placed.entry.stored for placed in site.articles)
    return Numbered(numbering_of(listings), digest_of(json.encode(listings)), stored)


def made(
    articles: Numbered,
    listings: Sequence["Listing"],
    abbreviations: Mapping[str, Sequence[str]],
    store: Store,
    output: Output,
    crew: Crew,
) -> Indexed:
    """All files of the index of the articles."""
    from archive.search import build_index

    with TemporaryDirectory(dir=store.folder) as workspace:
        analyses, helpers = store.search(articles.stored), crew.helpers(len(listings))
        index = build_index(listings, analyses, Path(workspace), abbreviations, helpers)
        return staged_index(index, articles, index.files, output)


def updated(
    articles: Numbered,
    changed: Sequence[int],
    listings: Callable[[], Sequence["Listing"]],
    last: Searched,
    abbreviations: Mapping[str, Sequence[str]],
    store: Store,
    output: Output,
) -> Indexed:
    """The files of the index that may differ from those that stand, and these. `changed` are `changed_numbers`."""
    from archive.search import Change, Standing, list_files, update_index

    def analysis(number: int) -> bytes:
        return next(store.search([articles.stored[number]]))

    standing = Standing(articles.numbering, len(articles.stored), last.census, reading(output), analysis)
    changes = [Change(n, *store.search([last.articles.stored[n], articles.stored[n]])) for n in changed]
    index = update_index(standing, changes, abbreviations)
    lists = () if last.articles.listings == articles.listings else list_files(listings(), articles.numbering)
    return staged_index(index, articles, chain(lists, index.files), output, last.paths)


def changed_numbers(last: Numbered, articles: Numbered) -> list[int] | None:
    """The numbers of the articles whose words changed; None when they are many, or when numbers changed hands."""
    if last.numbering != articles.numbering:
        return None
    both = enumerate(zip(last.stored, articles.stored, strict=True))
    changed = [number for number, (before, now) in both if before.search_digest != now.search_digest]
    return changed if len(changed) <= FEW else None


def reading(output: Output) -> Callable[[str], bytes]:
    """A reader of the files that stand in the output."""
    return lambda path: (output.folder / path).read_bytes()


def staged_index(
    index: "Index", articles: Numbered, files: Iterable[OutputFile], output: Output, standing: tuple[str, ...] = ()
) -> Indexed:
    """The files of the index beside the site; those `standing` that are not made again stay."""
    from archive.search import head_json

    staged = tuple(stage(file, output.staging, output.standing.get(file.path)) for file in files)
    kept = tuple(sorted({*standing} - {file.path for file in staged}))
    paths = tuple(sorted((*kept, *(file.path for file in staged))))
    return Indexed(Searched(articles, head_json(index.head), paths, index.census), staged, kept)
