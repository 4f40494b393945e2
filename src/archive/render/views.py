"""What templates see. Every `url` is relative to the root of the site; a template puts `page.root` before it."""

from typing import Self

from msgspec import Struct, msgpack

from archive.model.record import DateStatus, Kind
from archive.vietnamese.dates import date_words


class Link(Struct, frozen=True):
    """A text that leads to a page."""

    text: str
    url: str
    count: int = 0
    """How many articles the page lists; 0 where that is not told."""


class SiteView(Struct, frozen=True):
    """What is the same on every page of one build."""

    title: str
    tagline: str
    publisher: str
    notice: str
    base_url: str
    """Absolute, ending in `/`; empty when not known."""
    generator: str
    """Name and version of the program."""
    search: bool = True
    """Whether there is a page of results."""


class PageView(Struct, frozen=True):
    """One page's own head."""

    path: str
    """Path below the root: `bai/2014/ten-bai.html`."""
    root: str
    """What leads from this page to the root: empty, `../` or `../../`."""
    title: str
    """Title of the page without the site's; empty for the home page."""
    description: str
    section: str = ""
    """Which item of the menu it belongs to: `home`, `articles`, `units`, `years`, `people`, `unknown` or empty."""
    crumbs: tuple[Link, ...] = ()
    """The pages above this one, from the home page down."""
    canonical: str = ""
    """Absolute address; empty when the base URL is not known."""
    feed: str = ""
    """Path of the page's own Atom feed; empty for the site's."""


class Item(Struct, frozen=True):
    """One article in a list."""

    url: str
    headline: str
    """The headline, or the first words of the text when the text has none."""
    headline_missing: bool
    date: str
    """ISO 8601 as in the record; empty when unknown."""
    units: tuple[Link, ...]
    byline: tuple[Link, ...]
    teaser: str
    """The beginning of the lead, cut at a word."""
    kind: Kind

    @property
    def date_words(self) -> str:
        """`13 tháng 7 năm 2014`; empty when unknown."""
        return date_words(self.date[:10], weekday=False) if self.date else ""


class Listed:
    """An `Item` on its way to the templates: encoded once, for it stands on several lists.

    Templates print it with `entry(item, page.root)`, and may ask for any field of `Item`.
    """

    __slots__ = ("encoded",)

    def __init__(self, encoded: bytes) -> None:
        self.encoded = encoded

    @classmethod
    def of(cls, item: Item) -> Self:
        """The item as it travels."""
        return cls(_encode_item(item))

    @property
    def item(self) -> Item:
        """The item, decoded each time."""
        return _decode_item(self.encoded)

    def __getattr__(self, name: str) -> object:
        return getattr(self.item, name)


class Pager(Struct, frozen=True):
    """Where a sheet stands in its list."""

    number: int
    """1-based number of this sheet."""
    total: int
    previous: str = ""
    """Path of the sheet before; empty on the first."""
    next: str = ""
    sheets: tuple[Link, ...] = ()
    """First, last and neighbouring sheets; a gap in the numbers is a gap in the list."""


class Group(Struct, frozen=True):
    """Articles under one sub-heading."""

    heading: str
    """`2014`, `Tháng 7`, `Không rõ tháng`."""
    anchor: str
    items: tuple[Listed, ...]
    url: str = ""
    """Where the heading leads; empty when nowhere."""


class ListView(Struct, frozen=True, kw_only=True):
    """A list of articles: of a year, a person, a shelf, or all of them."""

    page: PageView
    heading: str
    summary: str
    """How many articles over which years: `37 bài, 2009–2021`."""
    groups: tuple[Group, ...]
    pager: Pager


class YearView(ListView, frozen=True, kw_only=True):
    """The articles of one year, by month."""

    previous: Link | None = None
    """The nearest earlier year that has articles."""
    next: Link | None = None
    months: tuple[Link, ...] = ()
    """The months that have articles, with counts; a link leads to the sheet and anchor where the month begins."""


class UnitView(ListView, frozen=True, kw_only=True):
    """The articles of one unit, by year."""

    kind: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()
    place: str = ""
    """Its place before and after 1 July 2025: `Tỉnh Sóc Trăng; từ ngày 1-7-2025 thuộc thành phố Cần Thơ`."""
    parents: tuple[Link, ...] = ()
    """The units above it, from the top down; a url is empty when the unit has no page."""
    children: tuple[Link, ...] = ()
    years: tuple[Link, ...] = ()
    """The years that have articles, with counts; a link leads to the sheet and anchor where the year begins."""
    feed: str = ""


class Letter(Struct, frozen=True):
    """The entries of an index under one letter."""

    letter: str
    anchor: str
    entries: tuple[Link, ...]


class IndexView(Struct, frozen=True, kw_only=True):
    """An index of units or of bylines, in Vietnamese alphabetical order."""

    page: PageView
    heading: str
    summary: str
    letters: tuple[Letter, ...]
    unknown: Link | None = None
    """The shelf of articles without such a value; None when there are none."""


class YearBar(Struct, frozen=True):
    """One year in the strip of years."""

    link: Link
    share: int
    """Its count as a share of the greatest, in percent, 1 to 100."""


class YearsView(Struct, frozen=True, kw_only=True):
    """The index of years."""

    page: PageView
    heading: str
    summary: str
    years: tuple[YearBar, ...]
    """Newest first."""
    unknown: Link | None = None


class ShelvesView(Struct, frozen=True, kw_only=True):
    """The shelves of what is unknown."""

    page: PageView
    heading: str
    shelves: tuple[Link, ...]


class HomeView(Struct, frozen=True, kw_only=True):
    """The home page."""

    page: PageView
    summary: str
    """`1.234 bài của 56 đơn vị, 2003–2022`."""
    newest: tuple[Listed, ...]
    years: tuple[YearBar, ...]
    """Oldest first."""
    units: tuple[Link, ...]
    """The units with most articles, most first."""
    people: tuple[Link, ...]
    """The bylines with most articles, most first."""
    unknown: tuple[Link, ...]
    """The shelves that hold something."""


class ArticleView(Struct, frozen=True, kw_only=True):
    """One article's page."""

    page: PageView
    kicker: str = ""
    """As printed."""
    kicker_type: str = ""
    headline: str
    headline_missing: bool
    """True when `headline` is only the first words of the text; the page says so."""
    part: str = ""
    """Series and part: `Giữ đất cho mai sau · Bài cuối`."""
    date: str = ""
    """ISO 8601 as in the record; empty when unknown."""
    date_words: str = ""
    """`Chủ nhật, 13 tháng 7 năm 2014, 20:16`."""
    date_status: DateStatus = "none"
    """Where the date comes from; the card says so when it is inferred or in conflict."""
    year: Link | None = None
    units: tuple[Link, ...] = ()
    place: str = ""
    byline: tuple[Link, ...] = ()
    author_org: str = ""
    photo_credit: tuple[str, ...] = ()
    source: str = ""
    source_url: str = ""
    """An `http` or `https` address, else empty."""
    tag: str = ""
    kind: Kind = "article"
    lead: str = ""
    previous: Link | None = None
    """The article before it in its first unit, by date."""
    next: Link | None = None
    neighbours_of: str = ""
    """Name of the unit that previous and next belong to."""
    json_ld: str = ""
    """schema.org NewsArticle, safe inside `<script>`."""
    meta: str = ""
    """The `<meta>` elements of Dublin Core and Open Graph, escaped."""
    waiting: bool = False
    """True when a person has still to look at the record; the card says so."""


class FeedEntry(Struct, frozen=True):
    """One article in a feed; its addresses are absolute."""

    title: str
    url: str
    updated: str
    """RFC 3339, the offset of Việt Nam."""
    published: str
    """As `updated`; empty when the day is not known."""
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    summary: str

    @property
    def id(self) -> str:
        """The entry's own address stands for it."""
        return self.url


class FeedView(Struct, frozen=True, kw_only=True):
    """An Atom feed, newest first."""

    path: str
    """Where the feed stands below the root."""
    title: str
    id: str
    self: str
    """Absolute address of the feed."""
    url: str
    """Absolute address of the page it goes with."""
    updated: str
    entries: tuple[FeedEntry, ...]


class SitemapView(Struct, frozen=True, kw_only=True):
    """A sitemap, or the index of several."""

    path: str
    urls: tuple[str, ...]
    """Absolute."""


class SearchView(Struct, frozen=True, kw_only=True):
    """The page of results."""

    page: PageView
    head: str
    """What the reader's script must know of the index, as JSON that is safe inside `<script>`."""


class NotFoundView(Struct, frozen=True, kw_only=True):
    """The page for addresses that are not here."""

    page: PageView
    base_path: str
    """Path of the site's root on its host; empty when not known."""


class PlainView(Struct, frozen=True, kw_only=True):
    """A file that needs nothing but the site's own facts."""

    path: str


# How views travel to the process that prints them


def encoder() -> msgpack.Encoder:
    """An encoder of views."""
    return msgpack.Encoder(enc_hook=lambda item: item.encoded)


def decoder(view: type[Struct]) -> msgpack.Decoder[Struct]:
    """A decoder of views of one kind."""
    return msgpack.Decoder(view, dec_hook=lambda kind, encoded: kind(encoded))


_encode_item = msgpack.Encoder().encode
_decode_item = msgpack.Decoder(Item).decode
