"""The view of one article's page: what lists know of it, joined with its own text."""

import re

from msgspec import Struct, json

from archive.model.entry import ArticleText
from archive.model.record import Record
from archive.model.settings import Settings
from archive.model.site import Placed, Site
from archive.render.addresses import HOME, page_view
from archive.render.escaping import escaped
from archive.render.views import ArticleView, Link, PageView
from archive.render.ways import Ways
from archive.vietnamese.dates import date_words

ADDRESS = re.compile(r"(?:https?://|\bwww\.)[^\s<>\"']+")
IN_SCRIPT = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"))
"""What must not stand as itself inside a script element."""


class Frame(Struct, frozen=True, kw_only=True):
    """Everything on an article's page that comes from other places than its own text."""

    page: PageView
    headline: str
    headline_missing: bool
    year: Link | None
    units: tuple[Link, ...]
    byline: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    neighbours_of: str
    publisher: str


def frame(site: Site, ways: Ways, placed: Placed, settings: Settings) -> Frame:
    """The frame of one article's page."""
    entry = placed.entry
    units = ways.units(placed.units)
    return Frame(
        page=page_view(settings, placed.path, entry.title, entry.teaser, section="articles", crumbs=(HOME, *units[:1])),
        headline=entry.title,
        headline_missing=entry.headline_missing,
        year=ways.year(entry.year),
        units=units,
        byline=ways.people(placed.people),
        previous=neighbour(site, placed.previous),
        next=neighbour(site, placed.next),
        neighbours_of=units[0].text if units else "",
        publisher=settings.publisher,
    )


def neighbour(site: Site, position: int | None) -> Link | None:
    """The way to the article at a position."""
    if position is None:
        return None
    placed = site.articles[position]
    return Link(placed.entry.title, placed.path)


def article_view(frame: Frame, text: ArticleText) -> ArticleView:
    """The view of an article's page."""
    record = text.record
    return ArticleView(
        page=frame.page,
        kicker=record.kicker or "",
        kicker_type=record.kicker_type or "",
        headline=frame.headline,
        headline_missing=frame.headline_missing,
        part=" · ".join(filter(None, (record.series, record.part))),
        date=record.date or "",
        date_status=record.date_status,
        date_words=capitalised(date_words(record.date)) if record.date else "",
        year=frame.year,
        units=frame.units,
        place=record.place or "",
        byline=frame.byline,
        author_org=record.author_org or "",
        photo_credit=record.photo_credit,
        source=ADDRESS.sub("", record.source or "").strip(" :-–"),
        source_url=source_address(record),
        tag=record.tag or "",
        kind=record.kind,
        waiting=bool(record.review),
        lead=text.lead,
        previous=frame.previous,
        next=frame.next,
        neighbours_of=frame.neighbours_of,
        json_ld=json_ld(frame, record),
        meta=meta(frame, record),
    )


def capitalised(words: str) -> str:
    """The words with a capital at their head."""
    return words[:1].upper() + words[1:]


def source_address(record: Record) -> str:
    """Where the source of the article is on the web; empty when nothing says it, or says it as an address is not."""
    address = ADDRESS.search(record.source_url or record.source or "")
    if address is None:
        return ""
    return address[0] if "://" in address[0] else f"http://{address[0]}"


# What machines read


def json_ld(frame: Frame, record: Record) -> str:
    """schema.org's NewsArticle, with nothing in it that could end a script element."""
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": record.headline,
        "description": frame.page.description,
        "datePublished": zoned(record.date),
        "inLanguage": "vi",
        "author": [{"@type": "Person", "name": person.text} for person in frame.byline],
        "about": [{"@type": "Organization", "name": unit.text} for unit in frame.units],
        "publisher": {"@type": "Organization", "name": frame.publisher} if frame.publisher else None,
        "isBasedOn": source_address(record) or record.source,
        "url": frame.page.canonical,
    }
    text = json.encode({key: value for key, value in facts.items() if value}).decode()
    for sign, code in IN_SCRIPT:
        text = text.replace(sign, code)
    return text


def meta(frame: Frame, record: Record) -> str:
    """The `<meta>` elements, one a line: Dublin Core by name, Open Graph by property; only what is known."""
    named = (
        ("DC.title", record.headline),
        *(("DC.creator", person.text) for person in frame.byline),
        *(("DC.subject", unit.text) for unit in frame.units),
        ("DC.publisher", frame.publisher),
        ("DC.date", (record.date or "")[:10]),
        ("DC.type", "Text"),
        ("DC.language", "vi"),
        ("DC.source", record.source),
        ("DC.identifier", frame.page.canonical),
    )
    graph = (
        ("og:type", "article"),
        ("og:title", frame.headline),
        ("og:description", frame.page.description),
        ("og:url", frame.page.canonical),
        ("og:locale", "vi_VN"),
        ("article:published_time", zoned(record.date)),
    )
    return "".join(
        f'<meta {attribute}="{key}" content="{escaped(value)}">\n'
        for attribute, pairs in (("name", named), ("property", graph))
        for key, value in pairs
        if value
    )


def zoned(date: str | None) -> str:
    """The date as ISO 8601, a clock with the offset of Việt Nam; empty when unknown."""
    if not date or "T" not in date:
        return date or ""
    return f"{date}+07:00" if len(date) > len("2014-07-13T20:16") else f"{date}:00+07:00"
