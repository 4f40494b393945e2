"""Every word of an article stands on its page."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from archive.assembly import examinations
from archive.knowledge import Knowledge
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


def kept_words(record: Record) -> Counter[str]:
    """The words of everything that a line of the text can be read into as it stands."""
    texts = (block.text for block in record.body)
    return words("\n".join([*filter(None, (record.lead,)), *record.caption, *texts]))


def test_every_line_of_a_text_has_its_place(articles: Path) -> None:
    for examined in examinations([articles], Knowledge()):
        lines = {line.number for line in examined.text.lines if line.text}
        assert lines <= set(examined.extraction.owners), examined.source.file


def test_every_line_of_the_body_is_in_the_body_word_for_word(articles: Path) -> None:
    for examined in examinations([articles], Knowledge()):
        kept, owners = kept_words(examined.article.record), examined.extraction.owners
        lost = [line for line in examined.text.lines if owners.get(line.number) == "body" and words(line.text) - kept]
        assert lost == [], examined.source.file


def test_every_line_that_is_left_out_is_told_with_its_reason(articles: Path) -> None:
    for examined in examinations([articles], Knowledge()):
        told = {gone.line for gone in examined.article.record.discarded if gone.reason}
        left_out = {line for line, owner in examined.extraction.owners.items() if owner == "discarded"}
        assert left_out <= told, examined.source.file


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
