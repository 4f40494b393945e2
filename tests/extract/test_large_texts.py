"""Extraction takes time in proportion to the text, whatever the text is made of."""

import time

import pytest

from archive.extract import extract
from archive.normalise import normalise

SIZE = 400_000
"""Characters of each text; a five-megabyte text takes twelve times as long."""
ALLOWED = 1.5
"""Seconds of processor time; a pattern that goes back and forth needs minutes."""

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
    "date lines": "12/03/2014 - 08:15\n" * (SIZE // 40),
    "digits": "1" * SIZE,
    "dates without end": "1/" * (SIZE // 2),
    "questions": "PV: a? \n" * (SIZE // 40),
    "credits": ("Ảnh: " * 30 + "\n") * (SIZE // 150),
    "numbered titles": "\n".join(f"Tiêu đề số {number} của ảnh {number}" for number in range(SIZE // 40)),
    "lines that go on": "và đi tiếp mãi không thôi nữa\n" * (SIZE // 30),
    "quotation marks": ('"“ ' * 40 + "\n") * (SIZE // 120),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_large_text_is_read_in_time(text: str) -> None:
    start = time.process_time()
    extract(normalise("large.txt", text, 1, markdown=False))
    assert time.process_time() - start < ALLOWED
