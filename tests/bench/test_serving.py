"""A change is timed from the moment it is made to the moment the served page shows it."""

import socket
import sys
import threading
import time
from pathlib import Path

import pytest

from bench import serving
from bench.serving import content, served, shown_after
from bench.sites import article


@pytest.fixture
def url() -> str:
    """Where nothing is served yet."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/"


def server_of(url: str) -> list[str]:
    """A command that serves the folder it runs in."""
    return [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", url.rstrip("/").rpartition(":")[2]]


def test_a_change_is_waited_for(tmp_path: Path, url: str) -> None:
    page = tmp_path / "index.html"
    page.write_text("cũ", "utf-8")

    def change() -> str:
        threading.Timer(0.3, page.write_text, ("mới", "utf-8")).start()
        return "mới"

    with served(server_of(url), tmp_path, url):
        assert shown_after(change, url) >= 0.25
        assert content(url) == "mới".encode()
    assert content(url) == b""


def test_what_never_comes_is_given_up(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "PATIENCE", 0.1)
    began = time.monotonic()
    with pytest.raises(SystemExit, match="does not come to show"):
        shown_after(lambda: "mới", url)
    assert time.monotonic() - began < 5


def test_the_page_of_an_article_is_found_by_its_words(tmp_path: Path) -> None:
    site, source = tmp_path / "site", tmp_path / "a.txt"
    source.write_text('Đầu đề\n\nChi bộ "họp" và bàn việc gieo vụ xuân.', "utf-8")
    (site / "bai" / "2014").mkdir(parents=True)
    (site / "bai" / "2014" / "mot.html").write_text("<p>Đầu đề</p>", "utf-8")
    (site / "bai" / "2014" / "hai.html").write_text("<p>Chi bộ &quot;họp&quot; và bàn việc gieo vụ xuân.</p>", "utf-8")
    found = article(source, site, 80)
    assert found.page == "http://127.0.0.1:80/bai/2014/hai.html"
    assert found.change() in source.read_text("utf-8") != found.change()
