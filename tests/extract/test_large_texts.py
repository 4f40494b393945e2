"""Extraction takes time in proportion to the text, whatever the text is made of."""

import sys
import time
from collections.abc import Callable
from statistics import median
from types import FrameType

import pytest

from archive.extract import extract
from archive.normalise import normalise

SIZE = 400_000
"""Characters of each text; a five-megabyte text takes twelve times as long."""
ALLOWED = 1.5
"""Seconds of processor time; a pattern that goes back and forth needs minutes."""

LINES = 20_000
"""How many short lines are compared with a tenth of them."""
LINES_OF_A_SHAPE = 30_000
"""How many lines of one shape are weighed against an article."""
MOST_OF_LINEAR = 2.0
"""How much more than ten times as long as a tenth a text may take: room for a busy machine, none for a square."""
ARTICLE = "\n\n".join(
    (
        "12/03/2019 - 08:15",
        "ĐẢNG BỘ XÃ HÒA THỬ",
        "Đảng ủy xã Hòa Thử tổng kết công tác năm",
        *["Các chi bộ họp bàn việc làng, sửa đường và giúp nhau thu hoạch vụ lúa mới trước ngày mưa. " * 10] * 8,
        "Lê Thị Thử",
    )
)
"""An article of 8 KB such as most are: date, unit, headline, some paragraphs, a name."""
SHORT_LINES_AN_ARTICLE = 25
"""Short lines that may take as long as an article: 100,000 are allowed two seconds, an article half a millisecond.

Both are measured in one run, so that it does not matter how fast or how busy the machine is.
"""
MOST_CALLS_OF_AN_ARTICLE, MOST_CALLS_OF_A_LINE = 5600, 130
"""Calls of functions, Python's own and those written in C: as many on every machine, however busy it is."""

SYLLABLES = ["An", "Bình", "Cát", "Đông", "Giang", "Hòa", "Khê", "Lâm", "Mai", "Nam"]
HEAD_OF_PAGE = "BẢN TIN XÃ THỬ"
SENTENCE = "Sáng nay các chi bộ đã cùng nhau bàn việc làm đường, dựng cầu và trồng cây ven kênh cho bà con đi lại, năm"
SUB_HEADINGS = [
    f"Niềm vui trao {one}{two}{three} cho bà con" for one in SYLLABLES for two in SYLLABLES for three in SYLLABLES[:9]
]

TEXTS = {
    "blanks": " " * SIZE,
    "blanks between letters": "a" + " " * SIZE + "b",
    "wide gaps": "a    " * (SIZE // 5),
    "cells without end": "a\t" * (SIZE // 2),
    "lines with gaps": "ĐẢNG BỘ XÃ      CỘNG HÒA   12\n" * (SIZE // 40),
    "short lines": "\n".join(f"Dòng thứ {number} của trang này" for number in range(SIZE // 40)),
    "the same short line": "Chi bộ ấp 5 họp\n" * (SIZE // 40),
    "nested brackets": "(" * (SIZE // 2) + ")" * (SIZE // 2),
    "lines of brackets": ("(" * 50 + ")" * 50 + "\n") * (SIZE // 100),
    "one endless sentence": "chi bộ xã " * (SIZE // 10),
    "one endless sentence in capitals": "CHI BỘ XÃ " * (12 * SIZE // 10),
    "date lines": "12/03/2014 - 08:15\n" * (SIZE // 40),
    "digits": "1" * SIZE,
    "dates without end": "1/" * (SIZE // 2),
    "questions": "PV: a? \n" * (SIZE // 40),
    "credits": ("Ảnh: " * 30 + "\n") * (SIZE // 150),
    "numbered titles": "\n".join(f"Tiêu đề số {number} của ảnh {number}" for number in range(SIZE // 40)),
    "lines that go on": "và đi tiếp mãi không thôi nữa\n" * (SIZE // 30),
    "quotation marks": ('"“ ' * 40 + "\n") * (SIZE // 120),
    "heads of pages": "\n".join([HEAD_OF_PAGE, *["7"] * (SIZE // 20), *[HEAD_OF_PAGE, "7"] * (SIZE // 20)]),
    "sub-headings below a long text": "\n\n".join(
        (
            *(f"{SENTENCE} {number}." for number in range(SIZE // 10)),
            *(f"{title}\n\n{SENTENCE} {SENTENCE} {title}." for title in SUB_HEADINGS),
        )
    ),
}

SHAPES: dict[str, Callable[[str], str]] = {
    "captions": lambda name: f"Đồng chí bí thư trao quà cho bà con ấp {name}.",
    "credited captions": lambda name: f"Đoàn viên dọn đường ở ấp {name}. Ảnh: Lê Văn Thử",
    "captions with quotation marks": lambda name: f'Phong trào "Sạch làng {name}" ở ấp Thử.',
    "authors": lambda name: f"Tác giả: {name}",
    "authors in brackets": lambda name: f"Chi bộ ấp Thử họp bàn. ({name})",
    "posts": lambda name: f"Phó Bí thư Thường trực Đảng ủy xã {name}",
    "units": lambda name: f"Chi bộ ấp {name}, Đảng bộ xã Hòa Thử họp",
    "capitals": lambda name: f"CHI BỘ ẤP {name.upper()} LÀM ĐƯỜNG MỚI",
    "columns in capitals": lambda name: f"HUYỆN ỦY {name.upper()}          ĐẢNG CỘNG SẢN VIỆT NAM",
    "dates in sentences": lambda name: f"Ngày 5/3/2019, chi bộ {name} họp",
    "cited documents": lambda name: f"Kế hoạch số 9-KH/ĐU ngày 5/3/2019 của xã {name}",
    "titles with their dates": lambda name: f"Xã {name} làm đường mới (5/3/2019)",
    "questions": lambda name: f"Đồng chí nghĩ gì về việc của ấp {name}?",
    "labelled questions": lambda name: f"PV: Việc của ấp {name} làm thế nào?",
    "rows": lambda name: f"Ông Thử    ấp {name}    12",
    "verses": lambda name: f"Quê em xanh lúa {name.lower()}",
    "quotations": lambda name: f'"Chi bộ ấp {name} làm được việc ấy"',
    "items": lambda name: f"a) Chi bộ ấp {name} nộp đảng phí;",
    "related titles": lambda name: f">> Xã {name} làm đường mới",
    "labels of a page": lambda name: f"Chia sẻ {name}   Thích 4",
    "titles of parts": lambda name: f"Chuyện làng {name} - Kỳ 2: Đường mới",
    "labels of documents": lambda name: f"Điều 5. Chi bộ {name}",
}
"""Lines that a rule looks at closely, by what they look like; each with another name."""


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_large_text_is_read_in_time(text: str) -> None:
    start = time.process_time()
    extract(normalise("large.txt", text, 1, markdown=False))
    assert time.process_time() - start < ALLOWED


def _seconds(text: str) -> float:
    """Processor time of reading the text once."""
    clean = normalise("large.txt", text, 1, markdown=False)
    start = time.process_time()
    extract(clean)
    return time.process_time() - start


def _short_lines(number: int) -> str:
    return "\n".join(f"Dòng thứ {line} của trang này, chi bộ ấp" for line in range(number))


def test_ten_times_the_lines_take_ten_times_as_long() -> None:
    few = median(_seconds(_short_lines(LINES // 10)) for _ in range(5))
    assert median(_seconds(_short_lines(LINES)) for _ in range(3)) < 10 * MOST_OF_LINEAR * few


def _of_shape(shape: Callable[[str], str], number: int) -> str:
    """So many lines of one shape, a name of five syllables in each."""
    return "\n".join(shape(" ".join(SYLLABLES[int(digit)] for digit in f"{line:05}")) for line in range(number))


def _seconds_of_an_article() -> float:
    _seconds(ARTICLE)
    return median(_seconds(ARTICLE) for _ in range(41))


def test_a_short_line_costs_a_small_share_of_an_article() -> None:
    line = min(_seconds(_short_lines(LINES)) for _ in range(3)) / LINES
    assert line * SHORT_LINES_AN_ARTICLE < _seconds_of_an_article()


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_line_of_any_shape_costs_a_small_share_of_an_article(shape: Callable[[str], str]) -> None:
    line = _seconds(_of_shape(shape, LINES_OF_A_SHAPE)) / LINES_OF_A_SHAPE
    assert line * SHORT_LINES_AN_ARTICLE < _seconds_of_an_article()


def test_row_numbers_without_end_are_counted_in_time() -> None:
    numbers = "\n".join(map(str, range(LINES)))
    assert _seconds(numbers) < ALLOWED


def _calls(text: str) -> int:
    """How many functions are called to read a text of which the lines are known already."""
    clean = normalise("large.txt", text, 1, markdown=False)
    extract(clean)
    calls = 0

    def count(_frame: FrameType, event: str, _called: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    former = sys.getprofile()
    sys.setprofile(count)
    try:
        extract(clean)
    finally:
        sys.setprofile(former)
    return calls


def test_an_article_and_a_short_line_take_few_calls() -> None:
    assert _calls(ARTICLE) < MOST_CALLS_OF_AN_ARTICLE
    assert _calls(_short_lines(2000)) / 2000 < MOST_CALLS_OF_A_LINE
