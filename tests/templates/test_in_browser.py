"""What a reader meets in a real browser: room enough, no barrier, nothing that a strict policy would stop."""

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

NAVIGATION = ".menu a, .crumbs a, .jumps a, .pager a, .counted a, .strip a, .bars a, .foot-links a, .more a, .ways a"
TAP = 44
"""The least height of what a thumb should hit, in CSS pixels."""
SMALL_TARGETS = f"""() => [...document.querySelectorAll("{NAVIGATION}")]
    .filter(link => link.getBoundingClientRect().height < {TAP}).map(link => link.textContent)"""


def html_files(site: Path) -> list[Path]:
    """The pages, in order; `404.html` finds its style only where the site is served under its own address."""
    return sorted(file for file in site.rglob("*.html") if file.name != "404.html")


@pytest.mark.parametrize("width", [320, 640, 1024])
def test_no_page_scrolls_sideways(browser: Any, site: Path, width: int) -> None:
    window = browser.new_page(viewport={"width": width, "height": 800})
    for file in html_files(site):
        window.goto(file.as_uri())
        assert window.evaluate("document.documentElement.scrollWidth") <= width, file.name
    window.close()


def test_a_thumb_can_hit_every_way_on(browser: Any, site: Path) -> None:
    window = browser.new_page(viewport={"width": 360, "height": 800})
    for file in html_files(site):
        window.goto(file.as_uri())
        assert window.evaluate(SMALL_TARGETS) == [], file.name
    window.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1280)])
def test_no_page_has_a_barrier_that_axe_knows(browser: Any, site: Path, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    window = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    for file in html_files(site):
        window.goto(file.as_uri())
        found = [(rule["id"], rule["nodes"][0]["target"]) for rule in axe.run(window).response["violations"]]
        assert found == [], file.name
    window.close()


def test_the_keyboard_reaches_the_text_first(browser: Any, site: Path) -> None:
    window = browser.new_page()
    window.goto((site / "index.html").as_uri())
    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.textContent") == "Bỏ qua, tới nội dung"
    window.keyboard.press("Enter")
    assert window.evaluate("document.activeElement.id") == "noi-dung"
    window.close()
