"""What readers of feeds, and search engines, are given."""

from xml.etree import ElementTree

import pytest

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def read(text: str) -> ElementTree.Element:
    """The tree of an XML file that we made."""
    return ElementTree.fromstring(text)


@pytest.mark.parametrize("name", ["feed.xml", "sitemap.xml", "sitemap-index.xml"])
def test_the_declaration_is_the_first_thing_in_the_file(files: dict[str, str], name: str) -> None:
    assert files[name].startswith("<?xml ")


def test_a_feed_has_what_rfc_4287_asks_for(files: dict[str, str]) -> None:
    feed = read(files["feed.xml"])
    for name in ("id", "title", "updated", "author"):
        assert len(feed.findall(ATOM + name)) == 1, name
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")] == ["self", "alternate"]


def test_an_entry_has_what_rfc_4287_asks_for(files: dict[str, str]) -> None:
    for entry in read(files["feed.xml"]).iter(f"{ATOM}entry"):
        for name in ("id", "title", "updated", "link"):
            assert len(entry.findall(ATOM + name)) == 1, name


def test_words_in_a_feed_are_never_markup(files: dict[str, str]) -> None:
    titles = [title.text for title in read(files["feed.xml"]).iter(f"{ATOM}title")]
    assert "Chợ & sông, <một> ngày" in titles


def test_an_unknown_day_has_no_day_of_publication(files: dict[str, str]) -> None:
    known, unknown = read(files["feed.xml"]).iter(f"{ATOM}entry")
    assert known.find(f"{ATOM}published") is not None
    assert unknown.find(f"{ATOM}published") is None


def test_people_are_authors_of_their_entries(files: dict[str, str]) -> None:
    entry = next(read(files["feed.xml"]).iter(f"{ATOM}entry"))
    assert [name.text for name in entry.iter(f"{ATOM}name")] == ["Lê Ví Dụ", "V. Mẫu"]


def test_a_sitemap_lists_every_address(files: dict[str, str]) -> None:
    places = [place.text for place in read(files["sitemap.xml"]).iter(f"{MAP}loc")]
    assert places == ["https://kho.example.vn/tin/", "https://kho.example.vn/tin/bai/2022/cho-song.html?a=1&b=2"]


def test_robots_are_shown_the_sitemap(files: dict[str, str]) -> None:
    assert files["robots.txt"].splitlines()[-1] == "Sitemap: https://kho.example.vn/tin/sitemap.xml"
