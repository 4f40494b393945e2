"""Renders every template over the invented views of `views/`: `python preview.py FOLDER` for a look, or for tests."""

import shutil
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from archive.render.environment import Ready, Templates
from archive.render.views import (
    ArticleView,
    FeedView,
    Group,
    HomeView,
    IndexView,
    Item,
    Link,
    Listed,
    ListView,
    NotFoundView,
    PlainView,
    ShelvesView,
    SitemapView,
    SiteView,
    UnitView,
    YearBar,
    YearsView,
    YearView,
)

View = TypeVar("View")

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
SHARES = (8, 3, 1, 12, 25, 30, 44, 41, 66, 58, 71, 100, 84, 90, 62, 37, 29, 33, 20, 11)
"""How the invented years compare, in percent of the greatest."""

SHARED_PARTS = {"menu": "_menu.html", "search": "_search_box.html"}
"""What the frame of every page is given ready made, and its template."""


class Sheet(msgspec.Struct, frozen=True):
    """One page of the preview."""

    name: str
    """Name of its file in `views/`."""
    template: str
    view: msgspec.Struct
    path: str
    """Where it stands below the root."""


def main(folder: Path) -> None:
    """Writes the preview into a folder."""
    shutil.copytree(PROJECT / "static", folder / "static", dirs_exist_ok=True)
    for path, text in rendered().items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def rendered(*own: Path) -> dict[str, str]:
    """The text of every page by its path; `own` are folders of templates that go before the project's."""
    templates = Templates((*own, PROJECT / "templates"), site=invented("site", SiteView))
    return {sheet.path: page_of(sheet, templates) for sheet in sheets()}


def page_of(sheet: Sheet, templates: Templates) -> str:
    """The text of one page."""
    page = getattr(sheet.view, "page", None)
    frame = {"page": page}
    parts = {name: templates.fragment(file, sheet.path, frame) for name, file in SHARED_PARTS.items() if page}
    return templates.render(
        sheet.template, {**frame, **parts, "view": sheet.view, "body": body_of(sheet.name)}
    ).decode()


def body_of(name: str) -> Ready:
    """The HTML that goes with an article; empty when there is none."""
    file = HERE / "views" / f"{name}.body.html"
    return Ready(file.read_bytes() if file.exists() else b"")


def sheets() -> Iterator[Sheet]:
    """Every page of the preview."""
    for name, template, kind in PAGES:
        view = filled(invented(name, kind))
        yield Sheet(name, template, view, view.page.path if hasattr(view, "page") else view.path)  # type: ignore[attr-defined]


PAGES: tuple[tuple[str, str, type[msgspec.Struct]], ...] = (
    ("home", "home.html", HomeView),
    ("home-poor", "home.html", HomeView),
    ("article", "article.html", ArticleView),
    ("article-poor", "article.html", ArticleView),
    ("interview", "article.html", ArticleView),
    ("list", "list.html", ListView),
    ("list-poor", "list.html", ListView),
    ("unit", "unit.html", UnitView),
    ("unit-poor", "unit.html", UnitView),
    ("year", "year.html", YearView),
    ("index", "index.html", IndexView),
    ("index-poor", "index.html", IndexView),
    ("years", "years.html", YearsView),
    ("shelves", "shelves.html", ShelvesView),
    ("404", "404.html", NotFoundView),
    ("404-disk", "404.html", NotFoundView),
    ("feed", "feed.xml", FeedView),
    ("sitemap", "sitemap.xml", SitemapView),
    ("sitemap-index", "sitemap_index.xml", SitemapView),
    ("robots", "robots.txt", PlainView),
)


def invented(name: str, kind: type[View]) -> View:
    """The view that `views/<name>.yml` describes."""
    text = (HERE / "views" / f"{name}.yml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), kind, strict=False)


# Long things that are tedious to write: years, sheets of fifty articles


def filled(view: msgspec.Struct) -> msgspec.Struct:
    """The view with the articles and years that its file leaves to be repeated."""
    match view:
        case HomeView() if view.units:
            return msgspec.structs.replace(view, newest=items(12), years=year_bars())
        case YearsView():
            return msgspec.structs.replace(view, years=year_bars()[::-1])
        case YearView():
            return msgspec.structs.replace(view, groups=groups("Tháng 12", "Tháng 7", "Không rõ tháng"))
        case ListView() if view.pager.total > 1:
            return msgspec.structs.replace(view, groups=groups("2022", "2021", "Không rõ năm"))
    return view


def groups(*headings: str) -> tuple[Group, ...]:
    """Fifty articles under these headings."""
    share = 50 // len(headings)
    return tuple(Group(heading, f"nhom-{n}", items(share), "nam/2022.html") for n, heading in enumerate(headings))


def items(count: int) -> tuple[Listed, ...]:
    """As many articles, the same few over and over."""
    text = (HERE / "views" / "items.yml").read_text("utf-8")
    made = map(Listed.of, msgspec.convert(yaml.safe_load(text), list[Item], strict=False))
    return tuple(islice(cycle(made), count))


def year_bars() -> tuple[YearBar, ...]:
    """Twenty years, oldest first."""
    links = (Link(str(year), f"nam/{year}.html", share * 13) for year, share in enumerate(SHARES, 2003))
    return tuple(YearBar(link, share) for link, share in zip(links, SHARES, strict=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
