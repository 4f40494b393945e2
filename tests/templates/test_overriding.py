"""A newspaper changes one block of a page without copying the page."""

from collections.abc import Callable
from pathlib import Path

Render = Callable[..., dict[str, str]]
BYLINE = """{% extends "archive/article.html" %}
{% block byline %}<li>Người viết: {{ words.links(view.byline, page.root) }}</li>{% endblock %}"""
SEARCH = """{% extends "archive/base.html" %}
{% block search %}<form role="search" action="{{ page.root }}tim-kiem.html"></form>{% endblock %}"""
RICH = "bai/2014/giu-bo-song-minh-hoa.html"


def test_one_block_is_replaced_and_the_rest_stays(tmp_path: Path, render: Render, pages: dict[str, str]) -> None:
    (tmp_path / "article.html").write_text(BYLINE, "utf-8")
    page = render(tmp_path)[RICH]
    assert '<li>Người viết: <a href="../../tac-gia/le-vi-du.html">Lê Ví Dụ</a>' in page
    assert page.count("<p>") == pages[RICH].count("<p>")


def test_a_block_of_the_frame_reaches_every_page(tmp_path: Path, render: Render) -> None:
    (tmp_path / "base.html").write_text(SEARCH, "utf-8")
    pages = [text for path, text in render(tmp_path).items() if path.endswith(".html")]
    assert all('tim-kiem.html"></form>' in page for page in pages)


def test_one_small_template_is_replaced(tmp_path: Path, render: Render) -> None:
    (tmp_path / "_card.html").write_text("<p>Phiếu của tòa soạn</p>", "utf-8")
    assert "<p>Phiếu của tòa soạn</p>" in render(tmp_path)[RICH]
