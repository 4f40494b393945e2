"""Where pages stand, seen from each other and from outside."""

from archive.model.settings import Settings
from archive.render.views import Link, PageView

HOME = Link("Trang đầu", "index.html")


def sheet_path(stem: str, number: int) -> str:
    """The path of a list's sheet: `nam/2014.html`, `nam/2014--2.html`; no slug has two hyphens in a row."""
    return f"{stem}.html" if number == 1 else f"{stem}--{number}.html"


def root_from(path: str) -> str:
    """What leads from a page to the root of the site."""
    return "../" * path.count("/")


def page_view(
    settings: Settings,
    path: str,
    title: str,
    description: str,
    *,
    section: str = "",
    crumbs: tuple[Link, ...] = (HOME,),
    feed: str = "",
) -> PageView:
    """The head of the page at `path`."""
    canonical = settings.base_url + path.removesuffix("index.html") if settings.base_url else ""
    return PageView(path, root_from(path), title, description, section, crumbs, canonical, feed)
