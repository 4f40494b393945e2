"""Views of what is read by machines: Atom feeds, the sitemap; all their addresses are absolute."""

from collections.abc import Iterable, Iterator, Sequence

from archive.model.settings import Settings
from archive.model.site import Placed, Site
from archive.render.lists import unit_feed
from archive.render.views import FeedEntry, FeedView, SitemapView

LONGEST = 50
"""How many articles a feed holds at the most."""
SITEMAP_LIMIT = 50_000
"""How many addresses one sitemap may hold (sitemaps.org)."""
DAY = len("2014-07-13")


def feeds(site: Site, settings: Settings) -> Iterator[FeedView]:
    """The site's feed, and one for each unit with enough articles; none while the base URL is not known."""
    if not settings.base_url:
        return
    yield feed(site, settings, "feed.xml", "index.html", settings.title, range(len(site.articles)))
    for unit in site.units:
        if path := unit_feed(unit):
            yield feed(site, settings, path, f"{unit.stem}.html", f"{unit.name} · {settings.title}", unit.articles)


def feed(site: Site, settings: Settings, path: str, page: str, title: str, positions: Iterable[int]) -> FeedView:
    """The feed at `path` of the newest of these articles; undated ones have no place in it."""
    dated = [placed for placed in (site.articles[position] for position in positions) if placed.entry.date]
    entries = tuple(feed_entry(site, settings, placed) for placed in dated[:LONGEST])
    address = settings.base_url + path
    return FeedView(
        path=path,
        title=title,
        id=address,
        self=address,
        url=settings.base_url + page.removesuffix("index.html"),
        updated=entries[0].updated if entries else "1970-01-01T00:00:00+07:00",
        entries=entries,
    )


def feed_entry(site: Site, settings: Settings, placed: Placed) -> FeedEntry:
    """One article of a feed."""
    entry = placed.entry
    date = entry.date or ""
    return FeedEntry(
        title=entry.title,
        url=settings.base_url + placed.path,
        updated=moment(date),
        published=moment(date) if len(date) >= DAY else "",
        authors=tuple(site.people[position].name for position in placed.people),
        categories=tuple(site.units[position].name for position in placed.units),
        summary=entry.teaser,
    )


def moment(date: str) -> str:
    """The beginning of the time that a date names, as RFC 3339: `2014-07` is midnight of its first day."""
    day, _, clock = date.partition("T")
    parts = [*day.split("-"), "01", "01"][:3]
    return f"{'-'.join(parts)}T{(clock or '00:00') + (':00' if len(clock) < len('20:16:05') else '')}+07:00"


def sitemaps(paths: Sequence[str], settings: Settings) -> tuple[SitemapView, ...]:
    """The sitemaps of the pages at `paths`: more than one when there are more pages than one may hold."""
    urls = [settings.base_url + path.removesuffix("index.html") for path in paths]
    if len(urls) <= SITEMAP_LIMIT:
        return (SitemapView(path="sitemap.xml", urls=tuple(urls)),)
    starts = range(0, len(urls), SITEMAP_LIMIT)
    return tuple(
        SitemapView(path=f"sitemap-{number}.xml", urls=tuple(urls[start : start + SITEMAP_LIMIT]))
        for number, start in enumerate(starts, 1)
    )
