"""Makes the index of search, or brings up to date the one that stands."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct, json, structs

from archive.crew import Crew
from archive.digests import digest_of_all
from archive.given import Given
from archive.memory import Searched
from archive.model.entry import Stored
from archive.model.output import OutputFile
from archive.model.site import Site
from archive.publish import Output, Staged, stage
from archive.render import Job, search_job
from archive.store import Store

if TYPE_CHECKING:
    from archive.search import Index, Listing

# What makes an index is imported where one is made: a site without search is sooner built than NumPy is loaded.

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
    given: Given, site: Callable[[], Site], last: Searched, store: Store, output: Output, crew: Crew
) -> Indexed:
    """The index of the articles of `site`; `last` is that of the build before, whose files stand in the output."""
    if not given.settings.search:
        return Indexed()
    from archive.search import reader_script

    index = renewed(site(), last, given.abbreviations, store, output, crew)
    page = search_job(given.settings, index.searched.head)
    return structs.replace(index, pages=(page,), scripts=(reader_script(given.static_file),))


def renewed(
    site: Site, last: Searched, abbreviations: Mapping[str, Sequence[str]], store: Store, output: Output, crew: Crew
) -> Indexed:
    """The files of the index: those that stand, those of it that change, or all of it made anew."""
    from archive.search import Change, build_index, listings_of, update_index

    listings = listings_of(site)
    stored = tuple(placed.entry.stored for placed in site.articles)
    told = [json.encode(listings), json.encode(abbreviations), *(one.search_digest.encode() for one in stored)]
    key = digest_of_all(told)
    if last.key == key:
        return Indexed(last, kept=last.paths)
    changed = changed_numbers(last, listings, stored)
    if changed is not None:
        changes = [Change(n, *store.search([last.stored[n], stored[n]])) for n in changed]
        index = update_index(listings, changes, last.census, reading(output), abbreviations)
        return staged_index(index, key, stored, output, last.paths)
    with TemporaryDirectory(dir=store.folder) as workspace:
        index = build_index(listings, store.search(stored), Path(workspace), abbreviations, crew.helpers(len(listings)))
        return staged_index(index, key, stored, output)


def changed_numbers(last: Searched, listings: Sequence["Listing"], stored: Sequence[Stored]) -> list[int] | None:
    """The numbers of the articles whose words changed; None when they are many, or when numbers changed hands."""
    from archive.search import numbering_of

    if last.numbering != numbering_of(listings):
        return None
    both = enumerate(zip(last.stored, stored, strict=True))
    changed = [number for number, (before, now) in both if before.search_digest != now.search_digest]
    return changed if len(changed) <= FEW else None


def reading(output: Output) -> Callable[[str], bytes]:
    """A reader of the files that stand in the output."""
    return lambda path: (output.folder / path).read_bytes()


def staged_index(
    index: "Index", key: str, stored: tuple[Stored, ...], output: Output, standing: tuple[str, ...] = ()
) -> Indexed:
    """The files of the index beside the site; those `standing` that it does not make again stay."""
    staged = tuple(stage(file, output.staging, output.standing.get(file.path)) for file in index.files)
    kept = tuple(sorted({*standing} - {file.path for file in staged}))
    paths = tuple(sorted((*kept, *(file.path for file in staged))))
    from archive.search import head_json

    head = index.head
    return Indexed(Searched(key, head_json(head), paths, head.numbering, stored, index.census), staged, kept)
