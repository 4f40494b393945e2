"""Every page of a built site is valid HTML, says what it is, and runs nothing."""

import json
from collections.abc import Mapping
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from archive.model.report import BuildReport

Parsed = Mapping[str, tuple[Element, list[str]]]
LANDMARKS = ("header", "main", "footer", "nav")
JSON_LD = "application/ld+json"
DATA = {JSON_LD, "application/json"}
"""Scripts that are read and never run."""


def test_every_page_is_valid_html(pages: Parsed) -> None:
    assert {path: errors for path, (_, errors) in pages.items() if errors} == {}


def test_every_page_is_in_vietnamese_and_has_one_heading_above_all(trees: Mapping[str, Element]) -> None:
    for path, tree in trees.items():
        assert tree.get("lang") == "vi", path
        assert len(list(tree.iter("h1"))) == 1, path
        assert (tree.findtext("head/title") or "").strip(), path


@pytest.mark.parametrize("landmark", LANDMARKS)
def test_every_page_has_its_landmarks(trees: Mapping[str, Element], landmark: str) -> None:
    assert [path for path, tree in trees.items() if tree.find(f".//{landmark}") is None] == []


def test_headings_leave_out_no_level(trees: Mapping[str, Element]) -> None:
    for path, tree in trees.items():
        levels = [int(element.tag[1]) for element in tree.iter() if element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_no_page_runs_a_script_of_its_own(trees: Mapping[str, Element]) -> None:
    for path, tree in trees.items():
        inline = [element for element in tree.iter("script") if not element.get("src")]
        assert {element.get("type") for element in inline} <= DATA, path
        assert all(json.loads(element.text or "") for element in inline), path


def test_no_element_has_a_style_or_a_handler_of_its_own(trees: Mapping[str, Element]) -> None:
    for path, tree in trees.items():
        names = {name for element in tree.iter() for name in element.keys()}  # noqa: SIM118 - an element is no dict
        assert not {name for name in names if name == "style" or name.startswith("on")}, path
        assert not list(tree.iter("style")), path


def test_every_article_says_what_it_is_to_machines(trees: Mapping[str, Element]) -> None:
    articles = {path: tree for path, tree in trees.items() if is_article(path)}
    assert articles
    for path, tree in articles.items():
        facts = [json.loads(element.text or "") for element in tree.iter("script") if element.get("type") == JSON_LD]
        assert [fact["@type"] for fact in facts] == ["NewsArticle"], path
        metas = {element.get("property") or element.get("name") for element in tree.iter("meta")}
        assert {"DC.type", "DC.language", "og:title", "og:type", "viewport"} <= metas, path


def is_article(path: str) -> bool:
    return path.startswith("bai/") and path.count("/") == 2


def test_every_article_has_its_page(trees: Mapping[str, Element], built: tuple[object, BuildReport]) -> None:
    report = built[1]
    assert sum(map(is_article, trees)) == report.articles - report.set_aside
