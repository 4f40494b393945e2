"""Each fix mends one thing, says so, and leaves good text alone."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.model.text import Line
from archive.normalise import FIXES, normalise
from archive.normalise.cleaning import _ORDINARY

ROWS = Path(__file__).with_name("fixes.txt").read_text(encoding="utf-8").splitlines()
CASES = [row for row in ROWS if " => " in row and not row.startswith("#")]


def unescape(text: str) -> str:
    return "".join(chr(int(part[:4], 16)) + part[4:] if place else part for place, part in enumerate(text.split("\\u")))


@pytest.mark.parametrize("case", CASES)
def test_a_line_is_mended_and_the_fixes_are_named(case: str) -> None:
    before, _, rest = case.partition(" => ")
    after, _, names = rest.rpartition(" |")
    clean = normalise("a.txt", unescape(before), 7, markdown=False)
    assert clean.lines[0].text == after
    assert [(fix.name, fix.line) for fix in clean.fixes] == [
        (name.strip(), 7) for name in names.split(",") if name.strip()
    ]


def test_indents_are_counted_and_blank_lines_kept() -> None:
    clean = normalise("a.txt", "một\n\n   hai  \n\tba\n \u00a0 \n", 3, markdown=False)
    assert clean.lines == (Line(3, "một"), Line(4, ""), Line(5, "hai", 3), Line(6, "ba", 4), Line(7, ""), Line(8, ""))


def test_tabs_between_cells_stay() -> None:
    assert normalise("a.txt", "Mẫu cũ\tMẫu mới", 1, markdown=False).lines[0].text == "Mẫu cũ\tMẫu mới"


@settings(max_examples=200)
@given(text=st.text(max_size=200))
def test_mended_text_needs_no_mending(text: str) -> None:
    once = normalise("a.txt", text, 1, markdown=False)
    again = normalise("a.txt", "\n".join(line.text for line in once.lines), 1, markdown=False)
    assert again.fixes == ()
    assert [line.text for line in again.lines] == [line.text for line in once.lines]
    assert all(unicodedata.is_normalized("NFC", line.text) for line in once.lines)
    assert [line.number for line in once.lines] == list(range(1, text.count("\n") + 2))


def test_no_fix_changes_an_ordinary_text() -> None:
    ordinary = "".join(filter(_ORDINARY.fullmatch, map(chr, range(0x110000))))
    assert [fix.mend(ordinary) for fix in FIXES] == [ordinary] * len(FIXES)
    assert set("Đảng ủy xã, ở “Thử”") <= set(ordinary)


def test_every_fix_has_its_own_name() -> None:
    assert len({fix.name for fix in FIXES}) == len(FIXES)
