"""Names and capitals: the examples in the modules hold, and nothing is written in blind title case."""

import doctest

import pytest

from archive.extract import load_vocabulary
from archive.vietnamese import casing, names, syllables
from archive.vietnamese.casing import restore_case

WORDS = load_vocabulary().casing


@pytest.mark.parametrize("module", [names, syllables])
def test_the_examples_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("ĐẢNG BỘ PHƯỜNG THỚI MẪU", "Đảng bộ phường Thới Mẫu"),
        ("HỘI CỰU CHIẾN BINH QUẬN RẠCH MẪU", "Hội Cựu chiến binh quận Rạch Mẫu"),
        ("ỦY BAN KIỂM TRA HUYỆN ỦY NINH MẪU", "Ủy ban Kiểm tra Huyện ủy Ninh Mẫu"),
        ("ĐẢNG UỶ XÃ HOÀ THỬ", "Đảng ủy xã Hoà Thử"),
        ("Đảng bộ xã Hòa Thử", "Đảng bộ xã Hòa Thử"),
        ("CHI BỘ TRƯỜNG PTDT TẢ MẪU", "Chi bộ Trường PTDT Tả Mẫu"),
        ("TT VHTT", "TT VHTT"),
    ],
)
def test_common_words_are_small_and_names_are_not(capitals: str, written: str) -> None:
    assert restore_case(capitals, (), (), WORDS) == written


def test_the_article_itself_knows_best_then_known_units() -> None:
    capitals = "CHI BỘ CÔNG TY DỆT KIM LONG MẪU"
    text = "Sáng nay, Chi bộ Công ty Dệt kim Long Mẫu họp."
    assert restore_case(capitals, (text,), ("Chi bộ công ty dệt Kim Long Mẫu",), WORDS) == text[10:41]
    assert restore_case(capitals, (), ("Chi bộ công ty dệt Kim Long Mẫu",), WORDS) == "Chi bộ công ty dệt Kim Long Mẫu"


def test_casing_has_no_state() -> None:
    assert casing.restore_case("CHI BỘ ẤP MẪU", (), (), {}) == "Chi Bộ Ấp Mẫu"
