"""Every word of an article stands on its page."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from archive.model.record import Block, Record
from archive.pipeline import extract

WORD = re.compile(r"\w+")
NUMBER = re.compile(r"^\d{1,3}[.)]\s", re.MULTILINE)
"""The number of an item, which an HTML list prints by itself."""


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text))


def text_of(block: Block) -> str:
    """The words of a block that are on the page as text."""
    return NUMBER.sub("", block.text) if block.kind == "list" else block.text


def prose(record: Record) -> str:
    """All the text that a reader is to find on the page."""
    parts = (record.headline, record.lead, record.kicker, *record.caption, *map(text_of, record.body))
    return "\n".join(filter(None, parts))


def shown(tree: Element) -> str:
    """The text of the article on its page."""
    article = tree.find(".//article")
    return "" if article is None else " ".join(article.itertext())


def published(articles: Path, site: Path) -> Iterator[tuple[Record, str]]:
    """Each record and its page's path."""
    lines = (site / "data/records.jsonl").read_text("utf-8").splitlines()
    urls = {line["file"]: line["url"] for line in map(json.loads, lines)}
    for article in extract([articles]):
        file = articles.name + article.record.file.removeprefix(articles.as_posix())
        if file in urls:
            yield article.record, urls[file]


def test_every_word_of_an_article_stands_on_its_page(trees: Mapping[str, Element], site: Path, articles: Path) -> None:
    found = list(published(articles, site))
    assert len(found) == len(list((site / "bai").glob("*/*.html")))
    for record, url in found:
        assert words(prose(record)).keys() <= words(shown(trees[url])).keys(), record.file


def test_no_word_of_a_body_stands_fewer_times_on_its_page(
    trees: Mapping[str, Element], site: Path, articles: Path
) -> None:
    for record, url in published(articles, site):
        body = "\n".join(map(text_of, record.body))
        assert not words(body) - words(shown(trees[url])), record.file
