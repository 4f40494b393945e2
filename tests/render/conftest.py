"""A site of articles that exist in no file, for what is made of sites."""

from collections.abc import Callable
from itertools import count

import pytest

from archive.model.entry import Entry
from archive.model.settings import Unit
from archive.model.site import Site
from archive.site import plan
from archive.vietnamese.slugs import slug

MakeSite = Callable[..., Site]


@pytest.fixture
def site_of() -> MakeSite:
    """Plans the site of articles, each given by its date and what else is to be told of it."""
    numbers = count(1)

    def entry(date: str | None, title: str = "", unit: str = "", byline: str = "") -> Entry:
        number = next(numbers)
        words = title or f"Bài {number}"
        return Entry(
            file=f"articles/{number:04}.txt",
            date=date,
            unit=(unit,) if unit else (),
            byline=(byline,) if byline else (),
            title=words,
            headline_missing=False,
            teaser=f"Mở đầu bài {number}.",
            kind="article",
            slug=slug(words),
            slug_asked=False,
        )

    def site_of(*articles: tuple[str | None, dict[str, str]], authority: tuple[Unit, ...] = ()) -> Site:
        return plan((entry(date, **told) for date, told in articles), authority)

    return site_of
