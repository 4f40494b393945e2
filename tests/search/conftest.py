"""What the search tests share: files of cases, the reader's scripts in a browser, and a small site to search."""

import json
import random
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from markupsafe import escape

from archive.render.views import PageView, SiteView
from archive.search import SearchDocument, analyse, build_index, head_json, reader_script

CASES = Path(__file__).parent / "cases"
STRICT = "default-src 'self'"
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵfjwzñüçß"
OTHERS = '\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323 -/%.,_()"0123456789\u00a0\u200bðÐøαΩжЖ한字ﬁ①²½\u2028🎉<>&'


@pytest.fixture(scope="session")
def reader(browser: Any, project: Path) -> Iterator[Any]:
    """A page with the reader's scripts but for the one of the results page; evaluates what it is given."""
    page = browser.new_page()
    for part in ("analysis", "keystrokes", "index", "ranking"):
        page.add_script_tag(path=project / "static" / "search" / f"{part}.js")
    yield page
    page.close()


@pytest.fixture(scope="session")
def any_texts() -> Callable[[int], list[str]]:
    """Gives so many random texts, always the same."""
    letters = LETTERS + LETTERS.upper() + OTHERS

    def texts(count: int) -> list[str]:
        source = random.Random(5)
        return ["".join(source.choices(letters, k=source.randint(0, 30))) for _ in range(count)]

    return texts


@pytest.fixture(scope="session")
def documents() -> list[SearchDocument]:
    """A dozen invented articles, newest first."""
    rows = json.loads((CASES / "articles.json").read_text("utf-8"))
    return [document_of(number, row) for number, row in enumerate(rows)]


@pytest.fixture(scope="session")
def build(project: Path) -> Callable[[Path, list[SearchDocument]], Path]:
    """Writes a site of these articles into a folder and gives the folder back."""
    return partial(write_site, project)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, build: Any, documents: list[SearchDocument]) -> Path:
    """A small site that can be searched."""
    folder: Path = build(tmp_path_factory.mktemp("site"), documents)
    return folder


@pytest.fixture
def served() -> Iterator[Callable[[Path], str]]:
    """Serves a folder under a strict policy and gives its address."""
    servers = []

    def serve(folder: Path) -> str:
        server = PatientServer(("127.0.0.1", 0), partial(StrictHandler, directory=str(folder)))
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_address[1]}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


class PatientServer(ThreadingHTTPServer):
    """A server that lets a browser's requests wait, instead of refusing the sixth."""

    request_queue_size = 128


class StrictHandler(SimpleHTTPRequestHandler):
    """Files under a policy that allows nothing from elsewhere, no script in a page and no evaluation."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", STRICT)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def document_of(number: int, row: dict[str, Any]) -> SearchDocument:
    """One of the articles of `cases/articles.json`."""
    units = tuple(tuple(chain) for chain in row.get("units", []))
    return SearchDocument(
        path=f"bai/{row['date'][:4] or 'khong-ro'}/bai-{number}.html",
        headline=row["headline"],
        date=row["date"],
        units=units,
        byline=tuple(row.get("byline", [])),
        lead=row.get("lead", ""),
        texts=tuple(row["texts"]),
    )


def write_site(project: Path, folder: Path, documents: list[SearchDocument]) -> Path:
    """A site with the project's page of results, and plain pages of the articles."""
    workspace = folder / "workspace"
    workspace.mkdir(parents=True)
    index = build_index(documents, map(analyse, documents), workspace)
    files = {file.path: file.content for file in index.files}
    files["tim-kiem/tim-kiem.js"] = reader_script(lambda path: (project / "static" / path).read_bytes()).content
    for static in (project / "static").rglob("*.*"):
        files[static.relative_to(project).as_posix()] = static.read_bytes()
    files["tim-kiem.html"] = results_page(project, head_json(index.head)).encode()
    files |= {document.path: article_page(document).encode() for document in documents}
    workspace.rmdir()
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def results_page(project: Path, head: str) -> str:
    """The page of results from the project's template."""
    environment = Environment(
        loader=FileSystemLoader(project / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    page = PageView(path="tim-kiem.html", root="", title="Tìm kiếm", description="")
    site = SiteView(title="Kho thử", tagline="", publisher="", notice="", base_url="", generator="archive")
    return environment.get_template("search.html").render(
        site=site, page=page, view={"page": page, "head": head}, menu="", search=""
    )


def article_page(document: SearchDocument) -> str:
    """A plain page of an article."""
    texts = "".join(f"<p>{escape(text)}</p>" for text in (document.lead, *document.texts) if text)
    title = escape(document.headline)
    body = f'<main><article><header><h1>{title}</h1></header><div class="text">{texts}</div></article></main>'
    script = '<script src="../../static/search/box.js" defer></script>'
    icon = '<link rel="icon" href="../../static/icon.svg">'
    return f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{title}</title>{icon}{body}{script}</html>'
