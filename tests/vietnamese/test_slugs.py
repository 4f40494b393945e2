"""Slugs are short, safe, unique, and those of python-slugify."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slugify import slugify

from archive.vietnamese.slugs import allocate, slug

SHAPE = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
VIETNAMESE = "aảăằâấbcdđeẹêệghiỉklmnoỏôộơợpqrstuụưữvxyỹỳ"
TEXTS = st.text(
    VIETNAMESE + VIETNAMESE.upper() + "fjwz 0123456789,.:;-–—_/()[]“”‘’\"'«»!?%…&\u00a0\u0301\u0323", max_size=120
)
ANY_TEXT = st.one_of(TEXTS, st.text(max_size=80))


@given(ANY_TEXT, st.integers(8, 60))
def test_a_slug_is_that_of_python_slugify(text: str, limit: int) -> None:
    theirs = slugify(text, max_length=limit, word_boundary=True, save_order=True)
    assert slug(text, limit) in (theirs or "khong-ten", f"{theirs}-1")


def test_every_letter_and_sign_is_that_of_python_slugify() -> None:
    texts = [f"ba{chr(code)}o b{chr(code)}" for code in (*range(0x600), *range(0x1E00, 0x2200))]
    assert [text for text in texts if slug(text) != slugify(text)] == []


@given(ANY_TEXT, st.integers(10, 60))
def test_a_slug_is_short_plain_and_never_empty(text: str, limit: int) -> None:
    assert SHAPE.fullmatch(slug(text, limit))
    assert len(slug(text, limit)) <= limit


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Đảng bộ phường Thới Long", "dang-bo-phuong-thoi-long"),
        ("“Giữ đất” cho mai sau – Bài cuối", "giu-dat-cho-mai-sau-bai-cuoi"),
        ("Góp 2.450 ngày công, 1,200 cây", "gop-2-450-ngay-cong-1200-cay"),
        ("Cà phê & nghị quyết", "ca-phe-nghi-quyet"),
        ("Con", "con-1"),
        ("AUX", "aux-1"),
        ("Com1", "com1-1"),
        ("Index", "index-1"),
        ("Con đường", "con-duong"),
        ("...", "khong-ten"),
        ("", "khong-ten"),
        ("0\x850", "00"),
        ("中国", "zhong-guo"),
        ("a" * 80, "a" * 60),
        ("một " * 30, "-".join(["mot"] * 15)),
    ],
)
def test_a_text_has_its_slug(text: str, answer: str) -> None:
    assert slug(text) == answer


def test_the_first_owner_keeps_the_plain_slug() -> None:
    first, second, other = allocate([("hop-le", "2014/a.txt"), ("hop-le", "2014/b.txt"), ("cay-cau", "c.txt")])
    assert (first, other) == ("hop-le", "cay-cau")
    assert re.fullmatch("hop-le-[0-9a-f]{4}", second)


def test_a_later_owner_keeps_its_slug_when_others_come() -> None:
    few = allocate([("hop-le", "a"), ("hop-le", "z")])
    many = allocate([("hop-le", "a"), *(("hop-le", f"m{number}") for number in range(50)), ("hop-le", "z")])
    assert many[-1] == few[-1]


def test_a_suffix_never_takes_a_slug_that_someone_wants() -> None:
    suffixed = allocate([("hop-le", "a"), ("hop-le", "b")])[1]
    answers = allocate([("hop-le", "a"), ("hop-le", "b"), (suffixed, "c")])
    assert answers[2] == suffixed
    assert len(set(answers)) == 3


def test_case_twins_are_one_slug() -> None:
    assert allocate([("Hop-Le", "a"), ("hop-le", "b")])[1] != "hop-le"


@given(st.lists(st.sampled_from(["hop-le", "Hop-Le", "a" * 60, "-".join(["mot"] * 15)]), max_size=300))
def test_slugs_of_a_folder_are_unique_and_short(wanted: list[str]) -> None:
    answers = allocate([(plain, str(number)) for number, plain in enumerate(wanted)])
    assert len({answer.casefold() for answer in answers}) == len(wanted)
    assert all(len(answer) <= 60 for answer in answers)
