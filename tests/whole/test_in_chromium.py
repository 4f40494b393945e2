"""A reader opens the built site in a real browser: from the disk, under a sub-path, without scripts, on a phone."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

pytestmark = pytest.mark.browser

BELOW = "kho/tin"
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; base-uri 'self'; form-action 'self'"
PAGES = {
    "home": "index.html",
    "articles": "bai/index.html",
    "units": "don-vi/index.html",
    "unit": "don-vi/dang-bo-xa-my-tram.html",
    "years": "nam/index.html",
    "year": "nam/2012.html",
    "people": "tac-gia/index.html",
    "person": "tac-gia/*.html",
    "unknown": "chua-ro/index.html",
    "shelf": "chua-ro/ngay.html",
    "article": "bai/2014/*.html",
    "interview": "bai/2012/*.html",
    "undated": "bai/chua-ro/*.html",
    "written by hand": "bai/2023/trai-he-khong-dien-thoai.html",
    "search": "tim-kiem.html",
    "not found": "404.html",
}
"""A page of each type, the first that matches."""


class Handler(SimpleHTTPRequestHandler):
    """Serves files with a strict policy, the site's own page for what is not there, and tells nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((Path(self.directory) / BELOW / "404.html").read_bytes())

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing is told."""


class Host(ThreadingHTTPServer):
    """Lets a hurried browser wait in a longer queue than usual."""

    request_queue_size = 64


@pytest.fixture(scope="module")
def online(tmp_path_factory: pytest.TempPathFactory, build_site: Callable[..., object], project: Path) -> Path:
    """The demonstration, built for its place below a path of a host."""
    output = tmp_path_factory.mktemp("host") / BELOW
    output.parent.mkdir(parents=True)
    build_site(project / "articles", output, f"https://bao.example.org/{BELOW}/")
    return output


@pytest.fixture(scope="module")
def served(online: Path) -> Iterator[str]:
    """The address of the site on a host that asks browsers to stop whatever is not its own."""
    with Host(("127.0.0.1", 0), partial(Handler, directory=str(online.parents[1]))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{BELOW}/"
        server.shutdown()


@pytest.fixture(scope="module")
def addresses(online: Path, served: str) -> dict[str, str]:
    """The served address of a page of each type."""
    files = {name: min(online.glob(pattern)) for name, pattern in PAGES.items()}
    return {name: served + file.relative_to(online).as_posix() for name, file in files.items()}


@pytest.fixture(params=["disk", "host"])
def root(request: pytest.FixtureRequest, online: Path, served: str) -> str:
    """Where the site begins: on the disk, and on a host."""
    return served if request.param == "host" else f"{online.as_uri()}/"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_reader_finds_the_way_from_home_to_the_next_article(browser: Any, root: str, scripts: bool) -> None:
    window = browser.new_page(java_script_enabled=scripts)
    window.goto(f"{root}index.html")
    window.click("main a[href*='don-vi/']:not([href$='don-vi/index.html'])")
    assert "/don-vi/" in window.url
    unit = window.text_content("h1").strip()
    window.click("main .item-headline a >> nth=-1")
    assert "/bai/" in window.url
    assert unit in window.text_content("article .dateline")
    first = window.url
    window.click("a[rel='next']")
    assert "/bai/" in window.url
    assert window.url != first
    window.click("a[rel='prev']")
    assert window.url == first
    window.click(".nameplate a")
    assert window.url == f"{root}index.html"
    window.close()


def test_every_page_can_be_read_without_scripts(browser: Any, addresses: Mapping[str, str]) -> None:
    window = browser.new_page(java_script_enabled=False)
    for name, address in addresses.items():
        window.goto(address)
        assert len(window.inner_text("main").split()) > 5, name
    window.close()


def test_a_strict_policy_finds_nothing_to_stop(browser: Any, addresses: Mapping[str, str]) -> None:
    window = browser.new_page()
    told: list[str] = []
    window.on("console", lambda message: told.append(message.text) if message.type in {"error", "warning"} else None)
    window.on("pageerror", lambda error: told.append(str(error)))
    window.on("response", lambda response: told.append(response.url) if response.status >= 400 else None)
    for address in addresses.values():
        window.goto(address, wait_until="load")
    assert told == []
    window.close()


def test_no_page_asks_another_host_for_anything_while_it_loads(browser: Any, addresses: Mapping[str, str]) -> None:
    window = browser.new_page()
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    for address in addresses.values():
        window.goto(address)
    host = addresses["home"].removesuffix("index.html")
    assert asked
    assert [url for url in asked if not url.startswith(host)] == []
    window.close()


def test_an_address_that_is_not_there_shows_ways_on(browser: Any, served: str) -> None:
    window = browser.new_page()
    assert window.goto(f"{served}bai/1999/khong/co.html").status == 404
    assert window.evaluate("document.styleSheets[0].cssRules.length") > 0
    window.click("main a >> nth=0")
    assert window.url == f"{served}index.html"
    window.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_of_the_site_scrolls_sideways(browser: Any, addresses: Mapping[str, str], width: int) -> None:
    window = browser.new_page(viewport={"width": width, "height": 800})
    for name, address in addresses.items():
        window.goto(address)
        assert window.evaluate("document.documentElement.scrollWidth") <= width, name
    window.close()


def test_a_page_at_twice_its_size_does_not_scroll_sideways(browser: Any, addresses: Mapping[str, str]) -> None:
    window = browser.new_page(viewport={"width": 640, "height": 800})
    for name, address in addresses.items():
        window.goto(address)
        window.evaluate("document.documentElement.style.fontSize = '200%'")
        assert window.evaluate("document.documentElement.scrollWidth") <= 640, name
    window.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_on_any_type_of_page(browser: Any, addresses: Mapping[str, str], scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    # The policy would stop axe itself, which is put into the page.
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    window = context.new_page()
    for name, address in addresses.items():
        window.goto(address)
        found = [(rule["id"], rule["nodes"][0]["target"]) for rule in axe.run(window).response["violations"]]
        assert found == [], name
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_pages_can_be_looked_at(browser: Any, addresses: Mapping[str, str], project: Path, width: int) -> None:
    folder = project / ".shots"
    window = browser.new_page(viewport={"width": width, "height": 900})
    for name, address in addresses.items():
        window.goto(address)
        shot = window.screenshot(path=folder / f"{name.replace(' ', '-')}-{width}.png", full_page=True)
        assert len(shot) > 10_000, name
    window.close()
