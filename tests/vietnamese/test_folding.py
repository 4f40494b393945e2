"""Folding and identity keys join what is one and keep apart what is two."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese.folding import fold, identity_key

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
VIETNAMESE_TEXT = st.text(VIETNAMESE + VIETNAMESE.upper() + " -,.0123456789\u00a0", max_size=60)
EVERY_LETTER = [char for char in map(chr, range(0x10000)) if char.isalpha()]

ONE_NAME = [
    ("Đảng ủy xã Hòa An", "ĐẢNG ỦY XÃ HÒA AN"),
    ("Đảng ủy xã Hòa An", "Đảng uỷ xã Hoà An"),
    ("Thủy", "Thuỷ"),
    ("khỏe", "khoẻ"),
    ("Tòe", "Toè"),
    ("Quý", "Qúy"),
    ("Hóa", "HOÁ"),
    ("Ðoàn xã", "Đoàn xã"),
    ("ðoàn xã", "Đoàn xã"),
    ("Tân An", "Tân\u00a0An"),
    ("Tân An", "  Tân   An\t"),
    ("Tân An", unicodedata.normalize("NFD", "Tân An")),
]
TWO_NAMES = [
    ("Tân An", "Tấn An"),
    ("Tân An", "Tan An"),
    ("Tân An", "TânAn"),
    ("Tân An", "Tân-An"),
    ("Dân", "Đân"),
    ("Của", "Cua"),
    ("Bài", "Bải"),
    ("Chi bộ 1", "Chi bộ 01"),
]


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert identity_key(one) == identity_key(other)


@pytest.mark.parametrize(("one", "other"), TWO_NAMES)
def test_two_names_have_two_keys(one: str, other: str) -> None:
    assert identity_key(one) != identity_key(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đảng ủy\u00a0phường  Thới Long\n", "dang uy phuong thoi long"),
        (
            VIETNAMESE,
            "a" * 18 + "bcdd" + "e" * 12 + "gh" + "i" * 6 + "klmn" + "o" * 18 + "pqrst" + "u" * 12 + "vx" + "y" * 6,
        ),
        ("04-NQ/TW, 98%", "04-nq/tw, 98%"),
        ("François Ñ", "francois n"),
        ("", ""),
    ],
)
def test_folding_leaves_letters_without_marks(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(VIETNAMESE_TEXT)
def test_vietnamese_folds_to_ascii_however_it_is_composed(text: str) -> None:
    assert fold(text).isascii()
    assert fold(unicodedata.normalize("NFD", text)) == fold(text) == fold(text.upper())


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_letter_folds_alike_in_both_forms(form: Literal["NFC", "NFD"]) -> None:
    differing = [char for char in EVERY_LETTER if fold(unicodedata.normalize(form, char)) != fold(char)]
    assert differing == []


@given(VIETNAMESE_TEXT)
def test_a_key_is_its_own_key(text: str) -> None:
    assert identity_key(identity_key(text)) == identity_key(text)


@given(VIETNAMESE_TEXT)
def test_names_with_one_key_fold_alike(text: str) -> None:
    assert fold(identity_key(text)) == fold(text)
