"""Lists are cut into sheets and groups that a reader can find the way through."""

from collections.abc import Callable

import pytest

from archive.model.settings import Settings
from archive.model.site import Site
from archive.render.lists import Lists, pager

SETTINGS = Settings(per_page=50)
MakeSite = Callable[..., Site]


def dated(count: int, **told: str) -> list[tuple[str, dict[str, str]]]:
    """So many articles of three years."""
    return [(f"{2012 + number % 3}-{1 + number % 12:02}-01", told) for number in range(count)]


def test_a_unit_with_fifty_articles_has_one_sheet_and_with_one_more_two(site_of: MakeSite) -> None:
    one = list(Lists(site_of(*dated(50, unit="Xã Tân An")), SETTINGS).units())
    two = list(Lists(site_of(*dated(51, unit="Xã Tân An")), SETTINGS).units())
    assert [view.page.path for view in one] == ["don-vi/xa-tan-an.html"]
    assert [view.page.path for view in two] == ["don-vi/xa-tan-an.html", "don-vi/xa-tan-an--2.html"]
    assert [sum(len(group.items) for group in view.groups) for view in two] == [50, 1]


def test_sheets_lead_to_each_other(site_of: MakeSite) -> None:
    first, second, third = Lists(site_of(*dated(101, unit="Xã Tân An")), SETTINGS).units()
    assert (first.pager.previous, first.pager.next) == ("", second.page.path)
    assert (second.pager.previous, second.pager.next) == (first.page.path, third.page.path)
    assert (third.pager.previous, third.pager.next) == (second.page.path, "")


def test_a_year_leads_to_the_sheet_and_place_where_it_begins(site_of: MakeSite) -> None:
    views = list(Lists(site_of(*dated(90, unit="Xã Tân An")), SETTINGS).units())
    assert [(link.text, link.count, link.url) for link in views[0].years] == [
        ("2014", 30, "don-vi/xa-tan-an.html#nam-2014"),
        ("2013", 30, "don-vi/xa-tan-an.html#nam-2013"),
        ("2012", 30, "don-vi/xa-tan-an--2.html#nam-2012"),
    ]
    anchors = {group.anchor for group in views[1].groups}
    assert "nam-2012" in anchors


def test_a_year_is_grouped_by_month_newest_first_and_the_unknown_month_last(site_of: MakeSite) -> None:
    site = site_of(("2014-07-13", {}), ("2014", {}), ("2014-12", {}), ("2014-07-01", {}))
    (view,) = Lists(site, SETTINGS).years()
    assert [(group.heading, len(group.items)) for group in view.groups] == [
        ("Tháng 12", 1),
        ("Tháng 7", 2),
        ("Chưa rõ tháng", 1),
    ]


def test_years_lead_to_the_nearest_years_that_have_articles(site_of: MakeSite) -> None:
    views = Lists(site_of(("2003", {}), ("2010", {}), ("2024", {})), SETTINGS).years()
    around = {view.heading: (view.previous and view.previous.text, view.next and view.next.text) for view in views}
    assert around == {"Năm 2024": ("2010", None), "Năm 2010": ("2003", "2024"), "Năm 2003": (None, "2010")}


def test_the_index_stands_under_vietnamese_letters_in_their_order(site_of: MakeSite) -> None:
    names = ["Xã Mỹ An", "Đội 3", "Chi bộ 1", "Ấp Đông", "An Hòa", "Dân Lập", "Ăn Khê", "Ôn Lương"]
    index = Lists(site_of(*[("2014", {"unit": name}) for name in names]), SETTINGS).unit_index()
    assert [letter.letter for letter in index.letters] == ["A", "Ă", "Â", "C", "D", "Đ", "Ô", "X"]
    assert len({letter.anchor for letter in index.letters}) == 8
    assert all(letter.anchor.isascii() for letter in index.letters)


def test_an_index_leads_to_the_shelf_of_the_unknown_only_when_it_holds_something(site_of: MakeSite) -> None:
    known = Lists(site_of(("2014", {"unit": "Xã Tân An"})), SETTINGS).unit_index()
    unknown = Lists(site_of(("2014", {})), SETTINGS).unit_index()
    assert known.unknown is None
    assert unknown.unknown is not None
    assert (unknown.unknown.url, unknown.unknown.count) == ("chua-ro/don-vi.html", 1)


@pytest.mark.parametrize(
    ("own", "total", "shown"),
    [
        (1, 1, ["1"]),
        (1, 9, ["1", "2", "3", "9"]),
        (5, 9, ["1", "3", "4", "5", "6", "7", "9"]),
        (9, 9, ["1", "7", "8", "9"]),
    ],
)
def test_a_pager_names_the_first_the_last_and_the_near_sheets(own: int, total: int, shown: list[str]) -> None:
    assert [link.text for link in pager("bai/index", own, total).sheets] == shown


def test_the_home_page_shows_the_newest_and_the_units_with_most_articles(site_of: MakeSite) -> None:
    few, many = {"unit": "Xã An Bình"}, {"unit": "Xã Mỹ An"}
    home = Lists(site_of(("2013", few), ("2012", many), ("2014", many), (None, {})), SETTINGS).home()
    assert [item.date for item in home.newest][:3] == ["2014", "2013", "2012"]
    assert [(link.text, link.count) for link in home.units] == [("Xã Mỹ An", 2), ("Xã An Bình", 1)]
    assert [(bar.link.text, bar.link.count) for bar in home.years] == [("2012", 1), ("2013", 1), ("2014", 1)]
    assert home.summary == "4 bài của 2 đơn vị, 2012–2014"
    assert {link.text for link in home.unknown} == {"Chưa rõ ngày", "Chưa rõ đơn vị", "Chưa rõ tác giả"}
