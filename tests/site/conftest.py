"""Entries of articles that exist in no file, and the plan of a site of them."""

from collections.abc import Callable
from itertools import count

import pytest

from archive.model.entry import Entry
from archive.vietnamese.slugs import slug

MakeEntry = Callable[..., Entry]


@pytest.fixture
def article() -> MakeEntry:
    """Makes an entry; each has a file name of its own, in the order in which they are made."""
    numbers = count(1)

    def article(
        title: str = "Một",
        date: str | None = "2014-07-13",
        unit: tuple[str, ...] = (),
        byline: tuple[str, ...] = (),
        file: str = "",
        asked: str = "",
    ) -> Entry:
        return Entry(
            file=file or f"articles/{next(numbers):04}.txt",
            date=date,
            unit=unit,
            byline=byline,
            title=title,
            headline_missing=False,
            teaser="",
            kind="article",
            slug=asked or slug(title),
            slug_asked=bool(asked),
        )

    return article
