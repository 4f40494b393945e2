"""Views of everything that lists articles: sheets of years, units, people and shelves, the indexes, the home page."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

from msgspec import Struct, structs

from archive.model.settings import Settings
from archive.model.site import Positions, Shelf, Site, UnitShelf
from archive.render.addresses import HOME, page_view, sheet_path
from archive.render.views import (
    Group,
    HomeView,
    IndexView,
    Item,
    Letter,
    Link,
    Listed,
    ListView,
    Pager,
    PageView,
    ShelvesView,
    UnitView,
    YearBar,
    YearsView,
    YearView,
)
from archive.render.ways import Ways
from archive.render.words import number, span
from archive.vietnamese.collation import initial

ALL = Link("Tất cả bài", "bai/index.html")
UNITS = Link("Đơn vị", "don-vi/index.html")
YEARS = Link("Năm", "nam/index.html")
PEOPLE = Link("Tác giả", "tac-gia/index.html")
UNKNOWN = Link("Chưa rõ", "chua-ro/index.html")
NEWEST = 12
"""How many articles the home page shows."""
MOST = 12
"""How many units and how many people the home page shows."""
FEED_FROM = 10
"""A unit with at least so many articles has a feed."""
NEAR = 2
"""How many sheets before and after its own a pager names."""


class Heading(Struct, frozen=True):
    """What a list's articles are grouped under."""

    text: str
    anchor: str
    url: str = ""


UNKNOWN_YEAR = Heading("Chưa rõ năm", "chua-ro-nam")


class Sheet(Struct, frozen=True):
    """One sheet of a list."""

    page: PageView
    groups: tuple[Group, ...]
    pager: Pager


class Lists:
    """Makes the views of one site's lists."""

    def __init__(self, site: Site, settings: Settings) -> None:
        self._site = site
        self._settings = settings
        self._years = [placed.entry.year for placed in site.articles]
        headings = {shelf.name: year_heading(shelf) for shelf in site.years} | {"": UNKNOWN_YEAR}
        self._year_of = [*map(headings.__getitem__, self._years)]
        self._month_of = [month_heading((placed.entry.date or "")[5:7]) for placed in site.articles]
        self._items = [*map(Listed.of, items(site))]
        """The articles as lists show them: made once, for each stands on several."""

    # Sheets

    def everything(self) -> Iterator[ListView]:
        """The sheets of all articles, newest first."""
        return self._plain(self._site.everything, "articles", HOME)

    def unknown(self) -> Iterator[ListView]:
        """The sheets of the shelves of the unknown; a shelf that holds nothing has one empty sheet."""
        for shelf in (self._site.undated, self._site.unitless, self._site.unsigned):
            yield from self._plain(shelf, "unknown", HOME, UNKNOWN)

    def people(self) -> Iterator[ListView]:
        """The sheets of all people."""
        for shelf in self._site.people:
            yield from self._plain(shelf, "people", HOME, PEOPLE)

    def years(self) -> Iterator[YearView]:
        """The sheets of all years, each by month."""
        shelves = self._site.years
        for position, shelf in enumerate(shelves):
            older, newer = shelves[position + 1 : position + 2], shelves[max(position - 1, 0) : position]
            months = self._jumps(shelf, self._month_of)
            named = structs.replace(shelf, name=f"Năm {shelf.name}")
            for sheet in self._sheets(named, self._summary(shelf), "years", self._month_of, HOME, YEARS):
                yield YearView(
                    page=sheet.page,
                    heading=named.name,
                    summary=f"{number(len(shelf.articles))} bài",
                    groups=sheet.groups,
                    pager=sheet.pager,
                    previous=shelf_link(older[0]) if older else None,
                    next=shelf_link(newer[0]) if newer else None,
                    months=months,
                )

    def units(self) -> Iterator[UnitView]:
        """The sheets of all units, each by year."""
        for shelf in self._site.units:
            years = self._jumps(shelf, self._year_of)
            summary = self._summary(shelf)
            feed = unit_feed(shelf)
            crumbs = (HOME, UNITS, *self._unit_links(shelf.parents))
            for sheet in self._sheets(shelf, summary, "units", self._year_of, *crumbs, feed=feed):
                yield UnitView(
                    page=sheet.page,
                    heading=shelf.name,
                    summary=summary,
                    groups=sheet.groups,
                    pager=sheet.pager,
                    kind=shelf.kind,
                    note=shelf.note,
                    aliases=shelf.aliases,
                    place=shelf.place,
                    parents=self._unit_links(shelf.parents),
                    children=self._unit_links(shelf.children),
                    years=years,
                    feed=feed,
                )

    # Indexes

    def unit_index(self) -> IndexView:
        """The index of all units."""
        return self._index(UNITS, "units", self._site.units, self._site.unitless, "đơn vị")

    def people_index(self) -> IndexView:
        """The index of all people."""
        return self._index(PEOPLE, "people", self._site.people, self._site.unsigned, "tác giả")

    def year_index(self) -> YearsView:
        """The index of years."""
        page = page_view(self._settings, YEARS.url, "Theo năm", self._span(), section="years")
        unknown = shelf_link(self._site.undated) if self._site.undated.articles else None
        return YearsView(page=page, heading="Theo năm", summary=self._span(), years=self._bars(), unknown=unknown)

    def shelves(self) -> ShelvesView:
        """The page of the shelves of the unknown."""
        page = page_view(self._settings, UNKNOWN.url, "Những điều chưa rõ", "", section="unknown")
        return ShelvesView(page=page, heading="Những điều chưa rõ", shelves=shelf_links(self._site.unknown))

    def home(self) -> HomeView:
        """The home page."""
        description = self._settings.tagline or self._span()
        return HomeView(
            page=page_view(self._settings, "index.html", "", description, section="home", crumbs=()),
            summary=self._span(),
            newest=self._listed(self._site.everything.articles[:NEWEST]),
            years=self._bars()[::-1],
            units=most(self._site.units),
            people=most(self._site.people),
            unknown=shelf_links(self._site.unknown),
        )

    # Parts

    def _listed(self, positions: Iterable[int]) -> tuple[Listed, ...]:
        return tuple(map(self._items.__getitem__, positions))

    def _plain(self, shelf: Shelf, section: str, *crumbs: Link) -> Iterator[ListView]:
        summary = self._summary(shelf)
        for sheet in self._sheets(shelf, summary, section, self._year_of, *crumbs):
            yield ListView(
                page=sheet.page,
                heading=shelf.name,
                summary=summary,
                groups=sheet.groups,
                pager=sheet.pager,
            )

    def _sheets(
        self,
        shelf: Shelf,
        summary: str,
        section: str,
        headings: Sequence[Heading],
        *crumbs: Link,
        feed: str = "",
    ) -> Iterator[Sheet]:
        size = self._settings.per_page
        total = max(1, -(-len(shelf.articles) // size))
        for position in range(total):
            path = sheet_path(shelf.stem, position + 1)
            suffix = f" (trang {position + 1})" if position else ""
            page = page_view(
                self._settings,
                path,
                shelf.name + suffix,
                f"{shelf.name}: {summary}",
                section=section,
                crumbs=crumbs,
                feed=feed,
            )
            groups = self._groups(shelf.articles[position * size : (position + 1) * size], headings)
            yield Sheet(page, groups, pager(shelf.stem, position + 1, total))

    def _groups(self, positions: Positions, headings: Sequence[Heading]) -> tuple[Group, ...]:
        return tuple(
            Group(head.text, head.anchor, self._listed(held), head.url)
            for head, held in groupby(positions, key=headings.__getitem__)
        )

    def _jumps(self, shelf: Shelf, headings: Sequence[Heading]) -> tuple[Link, ...]:
        """The headings of a list, each with its count and where it begins."""
        jumps = []
        place = 0
        for head, held in groupby(shelf.articles, key=headings.__getitem__):
            count = len(tuple(held))
            sheet = sheet_path(shelf.stem, place // self._settings.per_page + 1)
            jumps.append(Link(head.text, f"{sheet}#{head.anchor}", count))
            place += count
        return tuple(jumps)

    def _unit_links(self, positions: Iterable[int]) -> tuple[Link, ...]:
        return shelf_links(self._site.units[position] for position in positions)

    def _index(self, link: Link, section: str, shelves: Sequence[Shelf], unknown: Shelf, noun: str) -> IndexView:
        letters = groupby(shelves, key=lambda shelf: initial(shelf.name))
        words = f"{number(len(shelves))} {noun}"
        return IndexView(
            page=page_view(self._settings, link.url, link.text, words, section=section),
            heading=link.text,
            summary=words,
            letters=tuple(Letter(letter, letter_anchor(letter), shelf_links(held)) for letter, held in letters),
            unknown=shelf_link(unknown) if unknown.articles else None,
        )

    def _bars(self) -> tuple[YearBar, ...]:
        greatest = max((len(shelf.articles) for shelf in self._site.years), default=1)
        return tuple(
            YearBar(shelf_link(shelf), max(1, 100 * len(shelf.articles) // greatest)) for shelf in self._site.years
        )

    def _span(self) -> str:
        years = [shelf.name for shelf in self._site.years]
        articles = span(len(self._site.articles), years)
        units = f" của {number(sum(1 for unit in self._site.units if unit.articles))} đơn vị"
        return articles.replace(" bài", f" bài{units}", 1)

    def _summary(self, shelf: Shelf) -> str:
        return span(len(shelf.articles), [self._years[position] for position in shelf.articles])


def items(site: Site) -> Iterator[Item]:
    """Each article as lists show it."""
    ways = Ways(site)
    for placed in site.articles:
        entry = placed.entry
        yield Item(
            url=placed.path,
            headline=entry.title,
            headline_missing=entry.headline_missing,
            date=entry.date or "",
            units=ways.units(placed.units),
            byline=ways.people(placed.people),
            teaser=entry.teaser,
            kind=entry.kind,
        )


def year_heading(shelf: Shelf) -> Heading:
    """The heading of the articles of a year."""
    return Heading(shelf.name, f"nam-{shelf.name}", f"{shelf.stem}.html")


@cache
def month_heading(month: str) -> Heading:
    """The heading of the articles of a month: `07`; empty when it is not known."""
    return Heading(f"Tháng {int(month)}", f"thang-{int(month)}") if month else Heading("Chưa rõ tháng", "chua-ro-thang")


def pager(stem: str, own: int, total: int) -> Pager:
    """Where sheet `own` of `total` stands."""
    near = range(max(2, own - NEAR), min(total, own + NEAR + 1))
    shown = sorted({1, *near, total})
    return Pager(
        own,
        total,
        sheet_path(stem, own - 1) if own > 1 else "",
        sheet_path(stem, own + 1) if own < total else "",
        tuple(Link(str(sheet), sheet_path(stem, sheet)) for sheet in shown),
    )


def shelf_link(shelf: Shelf) -> Link:
    """The way to a shelf, with its count."""
    return Link(shelf.name, f"{shelf.stem}.html", len(shelf.articles))


def shelf_links(shelves: Iterable[Shelf]) -> tuple[Link, ...]:
    """The ways to the shelves."""
    return tuple(shelf_link(shelf) for shelf in shelves)


def most(shelves: Sequence[Shelf]) -> tuple[Link, ...]:
    """The ways to the shelves that hold most, most first; among equals in their order."""
    held = [shelf for shelf in shelves if shelf.articles]
    return shelf_links(sorted(held, key=lambda shelf: -len(shelf.articles))[:MOST])


def unit_feed(shelf: UnitShelf) -> str:
    """The path of a unit's feed; empty when it has too few articles for one."""
    return f"{shelf.stem}.xml" if len(shelf.articles) >= FEED_FROM else ""


def letter_anchor(letter: str) -> str:
    """The anchor of a letter of an index: letters that share an ASCII form stay apart."""
    return f"chu-{ord(letter):x}"
