"""Sites built whole: the demonstration, and the real articles where they stand beside the checkout."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from archive.model.report import BuildOptions, BuildReport
from archive.pipeline import build

Build = Callable[..., BuildReport]
SITES = ("demonstration", "seeds", "open")


@pytest.fixture(scope="session")
def build_site(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Build:
    """Builds the site of a folder of articles as the demonstration is set up, remembering nothing."""

    def build_site(articles: Path, output: Path, base_url: str | None = None) -> BuildReport:
        root, config = tmp_path_factory.mktemp("root"), project / "site.yml"
        return build(BuildOptions(root=root, articles=articles, output=output, config=config, base_url=base_url))

    return build_site


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory, build_site: Build, project: Path) -> Path:
    """The built site of the demonstration articles."""
    output = tmp_path_factory.mktemp("demonstration") / "public"
    build_site(project / "articles", output)
    return output


@pytest.fixture(scope="session", params=SITES)
def articles(request: pytest.FixtureRequest, project: Path) -> Path:
    """Each folder of articles that there is."""
    if request.param == "demonstration":
        return project / "articles"
    corpus: Path = request.getfixturevalue("corpus")
    return corpus / str(request.param)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, build_site: Build, articles: Path) -> tuple[Path, BuildReport]:
    """The site of each folder, and what its build reported."""
    output = tmp_path_factory.mktemp(articles.name) / "public"
    return output, build_site(articles, output)


@pytest.fixture(scope="session")
def site(built: tuple[Path, BuildReport]) -> Path:
    """The folder of each site."""
    return built[0]


@pytest.fixture(scope="session")
def parse() -> Callable[[str], tuple[Element, list[str]]]:
    """Parses a page as the HTML standard says; gives its tree, and what is not valid in it."""

    def parse(text: str) -> tuple[Element, list[str]]:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree: Any = parser.parse(text)
        return tree, [f"{place}: {code}" for place, code, _ in parser.errors]

    return parse


@pytest.fixture(scope="session")
def pages(site: Path, parse: Callable[[str], tuple[Element, list[str]]]) -> dict[str, tuple[Element, list[str]]]:
    """Every HTML page of each site, parsed, by its path."""
    files = sorted(site.rglob("*.html"))
    return {file.relative_to(site).as_posix(): parse(file.read_text("utf-8")) for file in files}


@pytest.fixture(scope="session")
def trees(pages: dict[str, tuple[Element, list[str]]]) -> dict[str, Element]:
    """The trees of the pages."""
    return {path: tree for path, (tree, _) in pages.items()}
