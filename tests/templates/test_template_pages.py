"""What holds for every page that the templates make."""

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
import pytest

HTML = "{http://www.w3.org/1999/xhtml}"
RICH = "bai/2014/giu-bo-song-minh-hoa.html"
POOR = "bai/khong-ro-nam/sang-nay-dang-uy-xa-hoa-thu.html"
BY_AN_OFFICE = "bai/2019/chuyen-voi-ba-bi-thu.html"


def parsed(text: str) -> Element:
    """The page as a tree. Raises an error of html5lib when the HTML is wrong."""
    tree: Element = html5lib.HTMLParser(strict=True).parse(text)
    return tree


def elements(tree: Element, name: str) -> Iterator[Element]:
    """The elements of that name."""
    return tree.iter(HTML + name)


def attributes(tree: Element, name: str) -> list[str]:
    """The values of that attribute anywhere in the page."""
    return [element.attrib[name] for element in tree.iter() if name in element.attrib]


def words(tree: Element) -> str:
    """What the page says, blanks made one."""
    return " ".join(" ".join(tree.itertext()).split())


def test_the_html_is_valid(pages: dict[str, str]) -> None:
    for text in pages.values():
        parsed(text)


def test_every_page_says_it_is_vietnamese(pages: dict[str, str]) -> None:
    assert all(parsed(text).get("lang") == "vi" for text in pages.values())


def test_every_page_has_one_main_heading(pages: dict[str, str]) -> None:
    counts = {path: len(list(elements(parsed(text), "h1"))) for path, text in pages.items()}
    assert set(counts.values()) == {1}, counts


def test_no_level_of_heading_is_left_out(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", text)]
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_no_id_is_there_twice(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        ids = attributes(parsed(text), "id")
        assert len(ids) == len(set(ids)), path


def test_what_is_named_by_an_id_is_there(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        tree = parsed(text)
        named = {address[1:] for address in attributes(tree, "href") if address.startswith("#")}
        named |= set(attributes(tree, "aria-labelledby"))
        assert named <= set(attributes(tree, "id")), path


def test_every_address_of_the_site_is_relative_and_names_a_file(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        tree = parsed(text)
        inner = [link.attrib["href"] for link in elements(tree, "a") if link.get("rel") != "external noopener nofollow"]
        inner += [link.attrib["href"] for link in elements(tree, "link") if link.get("rel") != "canonical"]
        wrong = [
            href for href in inner if not re.fullmatch(r"(?:\.\./)*[\w./-]+\.(?:html|xml|css|svg)(?:#\S+)?|#\S+", href)
        ]
        assert not wrong, (path, wrong)


def test_addresses_begin_at_the_root_of_the_site(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        style = next(link for link in elements(parsed(text), "link") if link.get("rel") == "stylesheet")
        assert style.attrib["href"] == "../" * path.count("/") + "static/style.css"


def test_nothing_is_fetched_from_elsewhere_and_nothing_runs(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        tree = parsed(text)
        assert not [value for value in attributes(tree, "src") if "//" in value], path
        assert all(
            script.get("src") or script.get("type") == "application/ld+json" for script in elements(tree, "script")
        ), path
        names = {name for element in tree.iter() for name in element.attrib}
        assert not {name for name in names if name == "style" or name.startswith("on")}, path
        assert not list(elements(tree, "style")), path


def test_the_menu_marks_where_one_is(pages: dict[str, str]) -> None:
    assert '<a href="../nam/index.html" aria-current="page">Năm</a>' in pages["nam/index.html"]
    assert '<a href="../nam/index.html" aria-current="true">Năm</a>' in pages["nam/2014.html"]


def test_what_is_unknown_is_said_and_leads_to_its_shelf(pages: dict[str, str]) -> None:
    tree = parsed(pages[POOR])
    links = {words(link): link.attrib["href"] for link in elements(tree, "a")}
    assert links["Ngày: chưa rõ"] == "../../chua-ro/ngay.html"
    assert links["Đơn vị: chưa rõ"] == "../../chua-ro/don-vi.html"
    assert links["Tác giả: chưa rõ"] == "../../chua-ro/tac-gia.html"


def test_first_words_are_not_passed_off_as_a_headline(pages: dict[str, str]) -> None:
    assert "Bài không có tiêu đề" in words(parsed(pages[POOR]))
    assert "Bài không có tiêu đề" not in words(parsed(pages[RICH]))


def test_what_is_doubtful_is_shown(pages: dict[str, str]) -> None:
    doubtful, sure = words(parsed(pages[BY_AN_OFFICE])), words(parsed(pages[RICH]))
    for remark in ("do người ghi, không in sẵn", "còn chờ người xem lại"):
        assert remark in doubtful
        assert remark not in sure


def test_a_damaged_copy_says_so(pages: dict[str, str]) -> None:
    assert "Bản lưu của bài này bị hỏng" in words(parsed(pages[POOR]))


def test_an_office_is_not_shown_as_a_person(pages: dict[str, str]) -> None:
    said = words(parsed(pages[BY_AN_OFFICE]))
    assert "Tác giả chưa rõ Cơ quan thực hiện Ban Tuyên giáo Đảng ủy xã" in said


def test_a_year_alone_is_not_made_a_day(pages: dict[str, str]) -> None:
    times = [time.attrib["datetime"] for time in elements(parsed(pages[BY_AN_OFFICE]), "time")]
    assert set(times) == {"2019-03"}


def test_a_unit_without_a_page_is_named_without_a_link(pages: dict[str, str]) -> None:
    links = [words(link) for link in elements(parsed(pages["don-vi/minh-hoa.html"]), "a")]
    assert "Đảng bộ tỉnh Lâm Mẫu" not in links
    assert "Đảng bộ tỉnh Lâm Mẫu" in words(parsed(pages["don-vi/minh-hoa.html"]))


def test_a_gap_between_sheets_is_shown(pages: dict[str, str]) -> None:
    assert "Trang 4 … Trang 25" in words(parsed(pages["bai/trang-3.html"]))


def test_thousands_are_parted_by_dots(pages: dict[str, str]) -> None:
    assert "1.204 bài" in words(parsed(pages["index.html"]))


@pytest.mark.parametrize(
    "path", ["trong/index.html", "chua-ro/ngay.html", "tac-gia/index.html", "don-vi/le-nghia.html"]
)
def test_a_page_without_entries_says_so(pages: dict[str, str], path: str) -> None:
    assert "Chưa có" in words(parsed(pages[path]))


def test_the_missing_page_finds_its_way_from_any_depth(pages: dict[str, str]) -> None:
    text = pages["404.html"]
    assert text.index('<base href="/kho/tin/">') < text.index("<link ")
    assert 'href="#' not in text, "with a base element such a link leads away from the page"


def test_each_feed_is_named_in_the_head(pages: dict[str, str]) -> None:
    assert 'title="Đảng bộ phường Minh Hòa" href="../don-vi/minh-hoa.xml"' in pages["don-vi/minh-hoa.html"]
    assert 'href="../feed.xml"' in pages["nam/2014.html"]
