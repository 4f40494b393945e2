"""The page of a unit says where it is and what is above it, as its articles tell."""

from collections.abc import Callable
from pathlib import Path

import pytest

from archive.model.report import BuildOptions
from archive.pipeline import build

ARTICLE = """\
---
unit: {unit}
headline: {headline}
date: 2014-07-13
---
{text}
"""
BuildSite = Callable[..., Path]


@pytest.fixture
def build_site(tmp_path: Path) -> BuildSite:
    """Builds the site of articles given by unit and text, and of the lines of `units.yml`."""

    def build_site(articles: dict[str, str], units: str = "") -> Path:
        (tmp_path / "articles").mkdir(exist_ok=True)
        for number, (unit, text) in enumerate(articles.items()):
            content = ARTICLE.format(unit=unit, headline=f"Bài thứ {number}", text=text)
            (tmp_path / "articles" / f"{number}.txt").write_text(content, "utf-8")
        (tmp_path / "units.yml").write_text(units, "utf-8")
        config = tmp_path / "site.yml"
        config.write_text("title: Kho thử\n", "utf-8")
        build(BuildOptions(root=tmp_path, articles=tmp_path / "articles", output=tmp_path / "public", config=config))
        return tmp_path / "public" / "don-vi"

    return build_site


WARD = {"Đảng bộ phường Thới Long": "Đảng bộ phường Thới Long, quận Ô Môn họp về việc giữ con rạch."}
DISTRICT = {"Quận ủy Ô Môn": "Quận ủy Ô Môn giao mỗi tổ một trang giấy."}
ABOVE = '<a href="../don-vi/quan-uy-o-mon.html">Quận ủy Ô Môn</a></li>\n</ol></dd>'


def test_the_page_says_what_the_place_was_and_is(build_site: BuildSite) -> None:
    page = (build_site(WARD) / "dang-bo-phuong-thoi-long.html").read_text("utf-8")
    assert (
        "<dt>Địa bàn</dt><dd>Phường Thới Long, quận Ô Môn, thành phố Cần Thơ; "
        "từ ngày 1-7-2025 thuộc phường Thới Long, thành phố Cần Thơ</dd>"
    ) in page


def test_the_page_says_which_unit_is_above(build_site: BuildSite) -> None:
    assert ABOVE in (build_site(WARD | DISTRICT) / "dang-bo-phuong-thoi-long.html").read_text("utf-8")


def test_the_authority_file_says_it_first(build_site: BuildSite) -> None:
    units = "- name: Đảng bộ phường Thới Long\n  parent: Đảng bộ Thử\n- name: Đảng bộ Thử\n"
    page = (build_site(WARD | DISTRICT, units) / "dang-bo-phuong-thoi-long.html").read_text("utf-8")
    assert ABOVE not in page
    assert "Đảng bộ Thử</a></li>\n</ol></dd>" in page


def test_the_page_of_an_invented_place_says_nothing(build_site: BuildSite) -> None:
    invented = {"Đảng bộ xã Mỹ Trâm": "Đảng bộ xã Mỹ Trâm, huyện Bàu Sim họp về việc giữ con rạch."}
    page = (build_site(invented) / "dang-bo-xa-my-tram.html").read_text("utf-8")
    assert "Địa bàn" not in page


def test_a_page_is_made_anew_when_an_article_tells_the_place(build_site: BuildSite) -> None:
    silent = {"Đảng bộ phường Thới Long": "Đảng bộ phường Thới Long họp về việc giữ con rạch."}
    page = build_site(silent) / "dang-bo-phuong-thoi-long.html"
    before = page.read_text("utf-8")
    build_site(WARD)
    assert "Địa bàn" not in before
    assert "Địa bàn" in page.read_text("utf-8")
