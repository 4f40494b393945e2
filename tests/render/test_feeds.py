"""Feeds hold the newest dated articles, with addresses that hold from anywhere; sitemaps never grow too large."""

from collections.abc import Callable

import pytest

from archive.model.settings import Settings
from archive.model.site import Site
from archive.render.feeds import LONGEST, SITEMAP_LIMIT, feeds, moment, sitemaps

SETTINGS = Settings(title="Kho tin", base_url="https://kho.example.org/tin/")
UNIT = {"unit": "Đảng ủy xã Tân An"}
MakeSite = Callable[..., Site]


def test_there_is_no_feed_while_the_address_of_the_site_is_unknown(site_of: MakeSite) -> None:
    assert list(feeds(site_of(("2014", {})), Settings())) == []


def test_a_unit_has_a_feed_from_its_tenth_article(site_of: MakeSite) -> None:
    nine = [feed.path for feed in feeds(site_of(*[("2014", UNIT)] * 9), SETTINGS)]
    ten = [feed.path for feed in feeds(site_of(*[("2014", UNIT)] * 10), SETTINGS)]
    assert nine == ["feed.xml"]
    assert ten == ["feed.xml", "don-vi/dang-uy-xa-tan-an.xml"]


def test_a_feed_holds_the_newest_and_no_undated_article(site_of: MakeSite) -> None:
    site = site_of(*[(str(2000 + number % 20), {}) for number in range(60)], (None, {"title": "Không ngày"}))
    feed = next(feeds(site, SETTINGS))
    assert len(feed.entries) == LONGEST
    assert feed.entries[0].updated == feed.updated == "2019-01-01T00:00:00+07:00"
    assert "Không ngày" not in {entry.title for entry in feed.entries}


def test_every_address_of_a_feed_holds_from_anywhere(site_of: MakeSite) -> None:
    feed = next(feeds(site_of(("2014-07-13", {"title": "Mở đường"})), SETTINGS))
    assert feed.self == "https://kho.example.org/tin/feed.xml"
    assert feed.url == "https://kho.example.org/tin/"
    assert feed.entries[0].url == feed.entries[0].id == "https://kho.example.org/tin/bai/2014/mo-duong.html"


def test_a_feed_without_articles_is_still_a_feed(site_of: MakeSite) -> None:
    feed = next(feeds(site_of(), SETTINGS))
    assert feed.entries == ()
    assert feed.updated.endswith("+07:00")


@pytest.mark.parametrize(
    ("date", "begins"),
    [
        ("2014", "2014-01-01T00:00:00+07:00"),
        ("2014-07", "2014-07-01T00:00:00+07:00"),
        ("2014-07-13", "2014-07-13T00:00:00+07:00"),
        ("2014-07-13T20:16", "2014-07-13T20:16:00+07:00"),
        ("2014-07-13T20:16:05", "2014-07-13T20:16:05+07:00"),
    ],
)
def test_a_date_at_any_precision_begins_at_a_moment(date: str, begins: str) -> None:
    assert moment(date) == begins


def test_a_day_that_is_not_known_is_not_given_as_the_day_of_publication(site_of: MakeSite) -> None:
    feed = next(feeds(site_of(("2014-07", {}), ("2014-07-13", {})), SETTINGS))
    assert [entry.published for entry in feed.entries] == ["2014-07-13T00:00:00+07:00", ""]


def test_a_site_with_too_many_pages_has_several_sitemaps() -> None:
    paths = ["index.html", *(f"bai/2014/{number}.html" for number in range(SITEMAP_LIMIT))]
    maps = sitemaps(paths, SETTINGS)
    assert [sitemap.path for sitemap in maps] == ["sitemap-1.xml", "sitemap-2.xml"]
    assert [len(sitemap.urls) for sitemap in maps] == [SITEMAP_LIMIT, 1]
    assert maps[0].urls[0] == "https://kho.example.org/tin/"
