"""What a built site tells machines is well formed and agrees with its pages."""

import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree

from archive.model.record import Record

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00")
ROOT = "https://kho-tin.example.org/"
"""The `base_url` of the demonstration."""
NOT_TO_BE_FOUND = {"404.html", "tim-kiem.html"}
"""Pages with no words of their own, which no search engine needs."""


def records(site: Path) -> list[dict[str, object]]:
    """The lines of `records.jsonl`."""
    return [json.loads(line) for line in (site / "data/records.jsonl").read_text("utf-8").splitlines()]


def rows(site: Path) -> list[list[str]]:
    """The lines of `records.csv`, its heads first."""
    return [*csv.reader(io.StringIO((site / "data/records.csv").read_bytes().decode("utf-8-sig")))]


def local(address: str) -> str:
    """The file of the site that an absolute address leads to."""
    assert address.startswith(ROOT)
    path = address.removeprefix(ROOT)
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def test_every_record_has_the_fields_of_the_schema_and_its_page(site: Path) -> None:
    fields = [name for name in Record.__struct_fields__ if name not in ("body", "discarded")]
    found = records(site)
    assert found
    assert all(list(record) == [*fields, "url"] for record in found)
    assert [record["file"] for record in found if not (site / str(record["url"])).is_file()] == []


def test_every_article_page_has_its_record(site: Path) -> None:
    pages = {file.relative_to(site).as_posix() for file in (site / "bai").glob("*/*.html")}
    assert {record["url"] for record in records(site)} == pages


def test_the_table_of_records_opens_in_a_spreadsheet(site: Path) -> None:
    raw = (site / "data/records.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    head, *lines = rows(site)
    assert {len(line) for line in lines} == {len(head)}
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_the_table_tells_what_the_records_tell(site: Path) -> None:
    head, *lines = rows(site)
    assert head == list(records(site)[0])
    place = {name: head.index(name) for name in ("file", "date", "url")}
    told = [{name: line[at] for name, at in place.items()} for line in lines]
    assert told == [{name: record[name] or "" for name in place} for record in records(site)]


def test_every_feed_is_an_atom_feed(site: Path) -> None:
    feeds = [site / "feed.xml", *(site / "don-vi").glob("*.xml")]
    for file in feeds:
        feed = ElementTree.parse(file).getroot()
        assert feed.tag == f"{ATOM}feed"
        for part in [feed, *feed.iter(f"{ATOM}entry")]:
            assert (part.findtext(f"{ATOM}title") or "").strip()
            assert part.findtext(f"{ATOM}id")
            assert MOMENT.fullmatch(part.findtext(f"{ATOM}updated") or "")
        assert feed.find(f"{ATOM}author/{ATOM}name") is not None
        ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
        assert len(ids) == len(set(ids))
        for link in feed.iter(f"{ATOM}link"):
            assert (site / local(link.get("href") or "")).is_file()


def test_a_feed_begins_with_the_newest_article(site: Path) -> None:
    feed = ElementTree.parse(site / "feed.xml").getroot()
    moments = [entry.findtext(f"{ATOM}updated") or "" for entry in feed.iter(f"{ATOM}entry")]
    assert moments == sorted(moments, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == moments[0]


def test_the_sitemap_names_every_page(site: Path) -> None:
    sitemap = ElementTree.parse(site / "sitemap.xml").getroot()
    assert sitemap.tag == f"{SITEMAP}urlset"
    named = [local(element.text or "") for element in sitemap.iter(f"{SITEMAP}loc")]
    pages = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
    assert len(named) == len(set(named))
    assert pages - set(named) == pages & NOT_TO_BE_FOUND
    assert set(named) <= pages


def test_robots_are_told_of_the_sitemap(site: Path) -> None:
    assert f"Sitemap: {ROOT}sitemap.xml" in (site / "robots.txt").read_text("utf-8").splitlines()
