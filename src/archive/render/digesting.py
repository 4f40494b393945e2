"""Boils a settled article down to what lists need and what its own page needs."""

from collections.abc import Iterable, Sequence

from msgspec import structs

from archive.model.article import Article
from archive.model.entry import ArticleText, Entry
from archive.model.record import Block, Record
from archive.places import mentions, seat
from archive.render.body import body_html, words
from archive.vietnamese.shortening import shortened
from archive.vietnamese.slugs import slug

TEASER = 180
"""Greatest length of the beginning of a lead in a list, in characters."""
FIRST_WORDS = 70
"""Greatest length of the first words that stand for a missing headline, in characters."""


def article_text(article: Article) -> ArticleText:
    """What the article's page and the data files need."""
    record = article.record
    lead = record.lead or ""
    return ArticleText(
        record=structs.replace(record, body=(), discarded=()),
        lead=words(lead) if article.markdown else lead,
        body=body_html(record.body, markdown=article.markdown).encode(),
    )


def entry(article: Article, text: ArticleText) -> Entry:
    """What lists need; its text is not stored yet."""
    record = article.record
    first = shortened(text.lead or first_block(record.body), FIRST_WORDS)
    title = record.headline or first or record.file.rpartition("/")[2]
    return Entry(
        file=record.file,
        date=record.date,
        unit=record.unit,
        byline=record.byline,
        title=title,
        headline_missing=record.headline is None,
        teaser=shortened(text.lead, TEASER),
        kind=record.kind,
        slug=article.slug or slug(title),
        slug_asked=article.slug is not None,
        places=tuple(places_told(record)),
    )


def places_told(record: Record) -> Iterable[str]:
    """What the record's words say of where the places of its units lie, each once."""
    texts = (*record.unit, record.headline or "", record.lead or "", *(block.text for block in record.body))
    text = " . ".join(texts)  # The stop keeps one text's end and the next one's beginning apart.
    return dict.fromkeys(told for unit in record.unit if (place := seat(unit)) for told in mentions(place, text))


def first_block(body: Sequence[Block]) -> str:
    """The words of the first block; empty when there is none."""
    return body[0].text.replace("\n", " ") if body else ""
