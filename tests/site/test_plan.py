"""Every article has its address, and every list the articles that belong on it, in order."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

import pytest

from archive.errors import SiteError
from archive.model.entry import Entry
from archive.model.settings import Unit
from archive.model.site import Shelf, Site
from archive.site import plan

CASES = Path(__file__).with_name("plans.txt")
BRANCHES = (
    Unit("Tỉnh ủy Trâm Giang"),
    Unit("Huyện ủy Bàu Sim", parent="Tỉnh ủy Trâm Giang"),
    Unit("Xã Mỹ Trâm", parent="Huyện ủy Bàu Sim"),
    Unit("Xã Láng Vông", parent="Huyện ủy Bàu Sim"),
    Unit("Xã Xẻo Đước", parent="Huyện ủy Bàu Sim"),
)
MakeEntry = Callable[..., Entry]


def cases() -> list[object]:
    """Each case of the file: the articles, the authority file, and the shelves."""
    blocks = [block.partition("\n") for block in CASES.read_text("utf-8").split("\n== ")[1:]]
    return [pytest.param(*parts(text), id=title) for title, _, text in blocks]


def parts(text: str) -> tuple[str, str, str]:
    """The articles, the units and the shelves of one case."""
    given, _, expected = text.partition("->\n")
    articles, _, units = given.partition("units:\n")
    return articles, units, expected


def names(text: str) -> tuple[str, ...]:
    """Names parted by semicolons, as a case writes them."""
    return tuple(name.strip() for name in text.split(";") if name.strip())


def unit_of(line: str) -> Unit:
    """A unit as a case writes it."""
    rest, _, parent = line.partition(" < ")
    name, _, aliases = rest.partition(" = ")
    return Unit(name, names(aliases), parent or None)


def shelf_line(site: Site, shelf: Shelf) -> str:
    """A shelf as a case writes it."""
    titles = ", ".join(site.articles[position].entry.title for position in shelf.articles)
    return f"{shelf.stem}: {shelf.name}: {titles}"


def shelf_lines(site: Site, shelves: Iterable[Shelf]) -> list[str]:
    """The shelves as a case writes them."""
    return [shelf_line(site, shelf) for shelf in shelves]


@pytest.mark.parametrize(("articles", "units", "expected"), cases())
def test_a_site_is_laid_out_as_the_case_says(article: MakeEntry, articles: str, units: str, expected: str) -> None:
    rows = [[part.strip() for part in re.split(r"\s*\|", line)] for line in articles.splitlines() if line]
    entries = [article(title, date or None, names(unit), names(byline)) for date, unit, byline, title in rows]
    site = plan(entries, [unit_of(line) for line in units.splitlines() if line])
    told = [*site.units, *site.people]
    # The shelves of the unknown are told where the case is about them.
    told += [shelf for shelf in site.unknown if shelf.stem in expected]
    lines = [re.sub(r"-[0-9a-f]{4}:", "-SUFFIX:", line) for line in shelf_lines(site, told)]
    assert lines == [line for line in expected.splitlines() if line]


def test_a_unit_knows_the_units_above_and_below_it(article: MakeEntry) -> None:
    entries = [article(unit=("Xã Láng Vông",)), article("Hai", unit=("Xã Mỹ Trâm",))]
    site = plan(entries, BRANCHES)
    shelf = {unit.name: unit for unit in site.units}
    above = [site.units[position].name for position in shelf["Xã Láng Vông"].parents]
    below = [site.units[position].name for position in shelf["Huyện ủy Bàu Sim"].children]
    assert above == ["Tỉnh ủy Trâm Giang", "Huyện ủy Bàu Sim"]
    assert below == ["Xã Láng Vông", "Xã Mỹ Trâm"]


def test_articles_stand_newest_first_and_undated_last(article: MakeEntry) -> None:
    dates = ["2013", "2014-07-13", None, "2014", "2014-07-13T20:16", "2014-07"]
    site = plan([article(str(number), date) for number, date in enumerate(dates)])
    order = [placed.entry.date for placed in site.articles]
    assert order == ["2014-07-13T20:16", "2014-07-13", "2014-07", "2014", "2013", None]


def test_neighbours_are_the_next_articles_of_the_first_unit(article: MakeEntry) -> None:
    ours, theirs = "Xã Mỹ Trâm", "Xã Láng Vông"
    entries = [
        article("Cũ", "2010", (ours,)),
        article("Của xã khác", "2011", (theirs,)),
        article("Chung", "2012", (theirs, ours)),
        article("Mới", "2013", (ours,)),
    ]
    site = plan(entries)
    placed = {one.entry.title: one for one in site.articles}

    def title(position: int | None) -> str:
        return "" if position is None else site.articles[position].entry.title

    around = {name: (title(one.previous), title(one.next)) for name, one in placed.items()}
    assert around == {
        "Cũ": ("", "Chung"),
        "Của xã khác": ("", "Chung"),
        "Chung": ("Của xã khác", ""),
        "Mới": ("Chung", ""),
    }


def test_the_first_article_keeps_its_address_when_a_twin_comes(article: MakeEntry) -> None:
    first = article("Mở đường", "2014-01-02", file="articles/b.txt")
    alone = plan([first]).articles[0].path
    twin = article("Mở đường", "2014-05-06", file="articles/a.txt")
    paths = {placed.entry.file: placed.path for placed in plan([twin, first]).articles}
    assert alone == paths["articles/b.txt"] == "bai/2014/mo-duong.html"
    assert re.fullmatch(r"bai/2014/mo-duong-[0-9a-f]{4}\.html", paths["articles/a.txt"])


def test_an_address_that_was_asked_for_goes_before_an_older_article(article: MakeEntry) -> None:
    older = article("Mở đường", "2014-01-02")
    asked = article("Chuyện khác", "2014-05-06", asked="mo-duong")
    paths = {placed.entry.title: placed.path for placed in plan([older, asked]).articles}
    assert paths["Chuyện khác"] == "bai/2014/mo-duong.html"
    assert paths["Mở đường"] != paths["Chuyện khác"]


def test_two_who_ask_for_one_address_are_told_of_each_other(article: MakeEntry) -> None:
    entries = [article(asked="hop", file="articles/a.txt"), article(asked="Hop", file="articles/b.txt")]
    with pytest.raises(SiteError) as raised:
        plan(entries)
    assert {"articles/a.txt", "articles/b.txt"} <= set(raised.value.values.values())


def test_one_address_in_two_years_is_two_addresses(article: MakeEntry) -> None:
    site = plan([article("Hai", "2014", asked="hop"), article("Một", "2013", asked="hop")])
    assert [placed.path for placed in site.articles] == ["bai/2014/hop.html", "bai/2013/hop.html"]


def test_an_undated_article_has_a_folder_of_its_own(article: MakeEntry) -> None:
    assert plan([article("Mở đường", None)]).articles[0].path == "bai/chua-ro/mo-duong.html"


def test_the_plan_does_not_depend_on_the_order_of_the_articles(article: MakeEntry) -> None:
    chance = Random(2014)
    entries = [
        article(
            f"Bài {number % 7}",
            chance.choice([None, "2013", "2014-07", "2014-07-13"]),
            tuple(chance.sample(["Xã Tân An", "Xã Tấn An", "XÃ TÂN AN", "Xã Mỹ Trâm"], 2)),
            tuple(chance.sample(["Lê Khảo", "LÊ KHẢO", "Ngọc Lam"], 1)),
        )
        for number in range(40)
    ]
    first = plan(entries, BRANCHES)
    for _ in range(5):
        chance.shuffle(entries)
        assert plan(entries, BRANCHES) == first


def test_every_article_is_on_every_list_it_belongs_on(article: MakeEntry) -> None:
    entries = [article(str(number), f"{2000 + number % 5}", (f"Xã {number % 3}",)) for number in range(30)]
    site = plan(entries)
    assert sorted(position for year in site.years for position in year.articles) == list(range(30))
    assert sorted(position for unit in site.units for position in unit.articles) == list(range(30))
    assert site.everything.articles == tuple(range(30))
    assert site.unsigned.articles == tuple(range(30))
    assert site.without == {"date": 0, "unit": 0, "headline": 0, "byline": 30}
