"""The list of every file that templates make, and the making of one: jobs small enough to send to another process."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from archive import __version__
from archive.digests import digest_of_all
from archive.model.entry import ArticleText, Stored
from archive.model.output import OutputFile
from archive.model.settings import Settings
from archive.model.site import Site
from archive.render.addresses import page_view
from archive.render.article import Frame, article_view, frame
from archive.render.environment import Ready, templates
from archive.render.feeds import feeds, sitemaps
from archive.render.lists import Lists
from archive.render.views import (
    FeedView,
    HomeView,
    IndexView,
    ListView,
    NotFoundView,
    PlainView,
    SearchView,
    ShelvesView,
    SitemapView,
    SiteView,
    UnitView,
    YearsView,
    YearView,
    decoder,
    encoder,
)
from archive.render.ways import Ways

ARTICLE = "article.html"
"""The template of an article's page."""
VIEWS: dict[str, type[Struct]] = {
    "404.html": NotFoundView,
    ARTICLE: Frame,
    "feed.xml": FeedView,
    "home.html": HomeView,
    "index.html": IndexView,
    "list.html": ListView,
    "robots.txt": PlainView,
    "search.html": SearchView,
    "shelves.html": ShelvesView,
    "sitemap.xml": SitemapView,
    "sitemap_index.xml": SitemapView,
    "unit.html": UnitView,
    "year.html": YearView,
    "years.html": YearsView,
}
"""Every template that is a page of its own, and the view it is written for."""


class Job(Struct, frozen=True):
    """One file to be made."""

    path: str
    template: str
    view: bytes
    """The view as MessagePack: with the text, the templates and the settings, all that the file depends on."""
    origin: str
    """As in `Order.origin`."""
    stored: Stored | None = None
    """As in `Order.stored`."""

    @property
    def key(self) -> str:
        """As in `Order.key`: the digest of all that tells this file from the others of a build."""
        text = self.stored.digest if self.stored else ""
        return digest_of_all((self.template.encode(), self.view, text.encode()))


def jobs(site: Site, settings: Settings) -> Iterator[Job]:
    """A job for every file that a template makes, as `article_jobs` and `other_jobs`."""
    return chain(article_jobs(site, settings), other_jobs(site, settings))


def article_jobs(site: Site, settings: Settings) -> Iterator[Job]:
    """A job for each article's page."""
    ways = Ways(site)
    for placed in site.articles:
        view = encoded(frame(site, ways, placed, settings))
        yield Job(placed.path, ARTICLE, view, placed.entry.file, placed.entry.stored)


def other_jobs(site: Site, settings: Settings) -> Iterator[Job]:
    """A job for every file that is no article's page: lists first, the sitemap of all pages last."""
    paths = [placed.path for placed in site.articles]
    for job in list_jobs(site, settings):
        paths.append(job.path)
        yield job
    yield from machine_jobs(site, settings, paths)


def list_jobs(site: Site, settings: Settings) -> Iterator[Job]:
    """A job for each sheet of each list, each index and the home page."""
    lists = Lists(site, settings)
    made = (
        ("list.html", chain(lists.everything(), lists.people(), lists.unknown())),
        ("year.html", lists.years()),
        ("unit.html", lists.units()),
        ("index.html", iter((lists.unit_index(), lists.people_index()))),
        ("years.html", iter((lists.year_index(),))),
        ("shelves.html", iter((lists.shelves(),))),
        ("home.html", iter((lists.home(),))),
    )
    for template, views in made:
        for view in views:
            yield Job(view.page.path, template, encoded(view), f"{template}: {view.page.title}")


def machine_jobs(site: Site, settings: Settings, paths: Iterable[str]) -> Iterator[Job]:
    """A job for each file that people do not browse; feeds and sitemaps only when the base URL is known."""
    base_path = urlsplit(settings.base_url).path
    missing = page_view(settings, "404.html", "Không tìm thấy trang", "")
    yield job("404.html", "404.html", NotFoundView(page=missing, base_path=base_path))
    yield job("robots.txt", "robots.txt", PlainView(path="robots.txt"))
    if not settings.base_url:
        return
    for feed in feeds(site, settings):
        yield job(feed.path, "feed.xml", feed)
    maps = sitemaps(list(paths), settings)
    for sitemap in maps:
        yield job(sitemap.path, "sitemap.xml", sitemap)
    if len(maps) > 1:
        index = SitemapView(path="sitemap.xml", urls=tuple(settings.base_url + sitemap.path for sitemap in maps))
        yield job(index.path, "sitemap_index.xml", index)


def search_job(settings: Settings, head: str) -> Job:
    """The job of the page of results; `head` is what its script must know of the index."""
    page = page_view(settings, "tim-kiem.html", "Tìm kiếm", "Tìm bài trong kho, có dấu hay không dấu", section="search")
    return job(page.path, "search.html", SearchView(page=page, head=head))


def job(path: str, template: str, view: Struct) -> Job:
    """The job of a file that is made from no single article."""
    return Job(path, template, encoded(view), template)


encoded = encoder().encode
DECODERS = {template: decoder(view).decode for template, view in VIEWS.items()}


class Press(Struct, frozen=True):
    """What every job of one build needs: the same in each process."""

    folders: tuple[Path, ...]
    """Where templates are looked for, the user's folder first."""
    style: str
    """Digest of what all files of the build depend on: templates, settings, program."""
    site: SiteView
    compiled: Path
    """A folder that keeps templates compiled."""

    def prepare(self, names: Iterable[str]) -> None:
        """Compiles templates, which otherwise wait for the first page. Raises `RenderError`."""
        for name in names:
            templates(self.folders, self.style, self.site, self.compiled).load(name)

    def make(self, job: Job, read: Callable[[Stored], ArticleText]) -> OutputFile:
        """The file of one job; `read` gives the text of an article.

        Raises `RenderError` when its template is missing or wrong.
        """
        view: object = DECODERS[job.template](job.view)
        context: dict[str, object] = {"view": view}
        if job.stored and isinstance(view, Frame):
            text = read(job.stored)
            context |= {"view": article_view(view, text), "body": Ready(text.body)}
        made = templates(self.folders, self.style, self.site, self.compiled)
        if page := getattr(view, "page", None):
            key = page.root, page.section, page.path.rpartition("/")[2] == "index.html"
            context |= {
                "page": page,
                "menu": made.fragment("_menu.html", key, {"page": page}),
                "search": made.fragment("_search_box.html", page.root, {"page": page}),
            }
        return OutputFile(job.path, made.render(job.template, context), job.origin)


def site_view(settings: Settings) -> SiteView:
    """What every page says of the site."""
    return SiteView(
        title=settings.title,
        tagline=settings.tagline,
        publisher=settings.publisher,
        notice=settings.notice,
        base_url=settings.base_url,
        generator=f"archive {__version__}",
        search=settings.search,
    )
