"""Compares two built sites by their manifests, and tells why as far as their records do."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import DecodeError, Struct, json, structs

from archive.errors import UsageError
from archive.model.record import Record
from archive.publish import MANIFEST, KeptFile
from archive.publish.manifest import parsed_manifest

RECORDS = "data/records.jsonl"
"""Where the records of a site stand in its folder."""
NOT_COMPARED = ("url", "body", "discarded")
"""Fields that two records of one page do not differ by: the data file does not have them."""


ListKey = tuple[str, str]
"""The folder in which a list stands, and the name of what it lists."""


class PageRecord(Record, frozen=True, kw_only=True):
    """A record as the data file of a site has it."""

    url: str
    """Path of its page below the root."""


class BuiltSite(Struct, frozen=True):
    """What is known of a built site."""

    files: Mapping[str, KeptFile]
    """What its manifest lists, by path."""
    records: Mapping[str, PageRecord]
    """By path of the page; empty when there is only a manifest."""
    folder: Path
    """Where the manifest stands."""


class FieldChange(Struct, frozen=True):
    """A field of a record that is not what it was."""

    field: str
    old: object
    """None or empty when it was not known."""
    new: object


class PageChange(Struct, frozen=True):
    """A file that is not what it was."""

    path: str
    change: Literal["new", "changed", "gone"]
    title: str = ""
    """The headline of its article, or the title of the page; empty when neither is known."""
    file: str = ""
    """The source of its article; empty for other files and when it is not known."""
    moved: str = ""
    """Where the page of the same source stood before, or stands now."""
    fields: tuple[FieldChange, ...] = ()
    """What is not the same in its record; empty when the record is, or is not known."""
    recorded: bool = False
    """Whether both sites have a record of the page, so that `fields` tells all of them."""
    because: tuple[str, ...] = ()
    """For the list of a unit, a byline or a year: pages of its articles that are new, changed or gone."""


def read_site(place: Path) -> BuiltSite:
    """The site whose folder, or whose manifest, stands at `place`. Raises `UsageError` when no manifest does."""
    manifest = place / MANIFEST if place.is_dir() else place
    try:
        files = parsed_manifest(manifest.read_bytes())
    except OSError:
        files = None
    if files is None:
        raise UsageError("manifest-missing", place.as_posix())
    return BuiltSite(files, _records(manifest.parent / RECORDS), manifest.parent)


def page_changes(old: BuiltSite, new: BuiltSite) -> Iterator[PageChange]:
    """Every file that only one of the sites has, or that has other bytes in each, in order of path."""
    moves = _moves(old, new)
    paths = [path for path in sorted({*old.files, *new.files}) if old.files.get(path) != new.files.get(path)]
    listed = _listed(paths, old, new)
    for path in paths:
        change = _change(path, old, new, moves.get(path, ""))
        yield structs.replace(change, because=tuple(listed.get(_list_key(change), ())))


def unchanged(old: BuiltSite, new: BuiltSite) -> int:
    """How many files both sites have alike."""
    return sum(new.files.get(path) == file for path, file in old.files.items())


def _records(file: Path) -> dict[str, PageRecord]:
    """The records of a data file by page; none when it is not there or of another make."""
    try:
        records = json.decode(b"[" + b",".join(file.read_bytes().splitlines()) + b"]", type=list[PageRecord])
    except (OSError, DecodeError):
        return {}
    return {record.url: record for record in records}


def _moves(old: BuiltSite, new: BuiltSite) -> dict[str, str]:
    """By path of a page that is new or gone, where the page of the same source stands in the other site."""
    before = {record.file: url for url, record in old.records.items()}
    pairs = [(before[record.file], url) for url, record in new.records.items() if record.file in before]
    moved = [(was, now) for was, now in pairs if was != now]
    gone = {was: now for was, now in moved if was not in new.files}
    return gone | {now: was for was, now in moved if now not in old.files}


def _listed(paths: Iterable[str], old: BuiltSite, new: BuiltSite) -> dict[ListKey, dict[str, None]]:
    """The pages of articles among `paths`, by each list in which they stand or stood."""
    listed: dict[ListKey, dict[str, None]] = {}
    for path in paths:
        for record in filter(None, (old.records.get(path), new.records.get(path))):
            for key in _list_keys(record):
                listed.setdefault(key, {})[path] = None
    return listed


def _list_keys(record: Record) -> Iterator[ListKey]:
    yield from (("don-vi", name) for name in record.unit)
    yield from (("tac-gia", name) for name in record.byline)
    if record.date:
        yield "nam", record.date[:4]


def _list_key(change: PageChange) -> ListKey:
    """The list that a page shows; that of a year by its number, the others by name."""
    folder, _, name = change.path.rpartition("/")
    return folder, name[:4] if folder == "nam" else change.title


def _change(path: str, old: BuiltSite, new: BuiltSite, moved: str) -> PageChange:
    site = new if path in new.files else old
    record, file = site.records.get(path), site.records[path].file if path in site.records else ""
    title = (record.headline if record else None) or _title(site.folder / path)
    if path not in old.files or path not in new.files:
        return PageChange(
            path, "new" if site is new else "gone", title, file, moved, _moved_fields(path, old, new, moved)
        )
    fields = _field_changes(old.records.get(path), new.records.get(path))
    return PageChange(path, "changed", title, file, "", fields, path in old.records and path in new.records)


def _moved_fields(path: str, old: BuiltSite, new: BuiltSite, moved: str) -> tuple[FieldChange, ...]:
    """What is not the same in the record of a page that moved here, told at its new place."""
    return _field_changes(old.records.get(moved), new.records.get(path)) if moved and path in new.files else ()


def _field_changes(old: PageRecord | None, new: PageRecord | None) -> tuple[FieldChange, ...]:
    if old is None or new is None:
        return ()
    names = (name for name in PageRecord.__struct_fields__ if name not in NOT_COMPARED)
    pairs = ((name, getattr(old, name), getattr(new, name)) for name in names)
    return tuple(FieldChange(name, before, after) for name, before, after in pairs if before != after)


def _title(page: Path) -> str:
    """The title of a page without the site's; empty when there is no such page."""
    if page.suffix != ".html":
        return ""
    try:
        found = _TITLE.search(page.read_bytes()[:_HEAD])
    except OSError:
        return ""
    return html.unescape(found[1].decode("utf-8", "replace")).rpartition(" · ")[0] if found else ""


_TITLE = re.compile(rb"<title>([^<]*)</title>")
_HEAD = 4096
"""How many bytes of a page are looked through for its title."""
