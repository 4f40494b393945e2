"""An article's page tells machines what is known of it, and nothing that is not."""

import json
from collections.abc import Callable

import pytest

from archive.model.entry import ArticleText
from archive.model.record import Record
from archive.model.settings import Settings
from archive.model.site import Site
from archive.render.article import article_view, frame
from archive.render.views import ArticleView
from archive.render.ways import Ways

SETTINGS = Settings(publisher="Báo Nậm Thủy", base_url="https://kho.example.org/")
MakeSite = Callable[..., Site]
MakeView = Callable[[Record], ArticleView]


@pytest.fixture
def view_of(site_of: MakeSite) -> MakeView:
    """The view of an article of one unit and one author."""

    def view_of(record: Record) -> ArticleView:
        site = site_of((record.date, {"unit": "Đảng ủy xã Tân An", "byline": "Minh Tâm"}))
        return article_view(frame(site, Ways(site), site.articles[0], SETTINGS), ArticleText(record, "", b""))

    return view_of


def test_machines_are_told_of_the_article(view_of: MakeView) -> None:
    facts = json.loads(view_of(Record("a.txt", date="2014-07-13T20:16", headline="Mở đường")).json_ld)
    assert facts["@type"] == "NewsArticle"
    assert facts["headline"] == "Mở đường"
    assert facts["datePublished"] == "2014-07-13T20:16:00+07:00"
    assert facts["author"] == [{"@type": "Person", "name": "Minh Tâm"}]
    assert facts["about"] == [{"@type": "Organization", "name": "Đảng ủy xã Tân An"}]
    assert facts["url"].startswith("https://kho.example.org/bai/2014/")


def test_what_is_not_known_is_not_told(view_of: MakeView) -> None:
    view = view_of(Record("a.txt"))
    assert not {"headline", "datePublished", "isBasedOn"} & set(json.loads(view.json_ld))
    assert [name for name in ("DC.title", "DC.date", "DC.source", "article:published_time") if name in view.meta] == []
    assert (view.date, view.date_words, view.year) == ("", "", None)


def test_no_value_can_end_the_attribute_it_stands_in(view_of: MakeView) -> None:
    told = view_of(Record("a.txt", headline='"><script>', source="'><b>")).meta
    assert not {"<script>", "<b>", '""'} & set(told.split())
    assert told.count("<") == told.count("<meta ") == told.count(">\n")


def test_no_value_can_end_the_script_it_stands_in(view_of: MakeView) -> None:
    told = view_of(Record("a.txt", headline="</script><!-- &", source="</SCRIPT>")).json_ld
    assert not set("<>&") & set(told)
    assert json.loads(told)["headline"] == "</script><!-- &"


@pytest.mark.parametrize(
    ("source", "words", "address"),
    [
        ("Báo Nậm Thủy", "Báo Nậm Thủy", ""),
        ("Báo Nậm Thủy: https://bao.example.org/1", "Báo Nậm Thủy", "https://bao.example.org/1"),
        ("https://bao.example.org/1", "", "https://bao.example.org/1"),
        ("javascript:alert(1)", "javascript:alert(1)", ""),
        ('https://x.example.org/"onclick="y', '"onclick="y', "https://x.example.org/"),
        (None, "", ""),
    ],
)
def test_a_source_leads_only_to_the_web(view_of: MakeView, source: str | None, words: str, address: str) -> None:
    view = view_of(Record("a.txt", source=source))
    assert (view.source, view.source_url) == (words, address)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2014-07-13T20:16", "Chủ nhật, 13 tháng 7 năm 2014, 20:16"),
        ("2014-07-13", "Chủ nhật, 13 tháng 7 năm 2014"),
        ("2014-07", "Tháng 7 năm 2014"),
    ],
)
def test_a_date_is_written_in_words(view_of: MakeView, date: str, words: str) -> None:
    assert view_of(Record("a.txt", date=date)).date_words == words


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://bao.example.vn/1.html", "https://bao.example.vn/1.html"),
        ("www.bao.example.vn/1.html", "http://www.bao.example.vn/1.html"),
        ("javascript:alert(1)", ""),
        ("trang nhất", ""),
    ],
)
def test_the_address_of_a_source_makes_it_a_link(view_of: MakeView, written: str, address: str) -> None:
    view = view_of(Record("a.txt", source="Báo Ví Dụ", source_url=written))
    assert (view.source, view.source_url) == ("Báo Ví Dụ", address)
