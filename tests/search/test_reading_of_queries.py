"""A query is read as a reader of Vietnamese means it."""

from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent / "cases"


def cases(name: str, separator: str) -> list[tuple[str, ...]]:
    """The cases of a file: the parts of each line that has the separator, after the blank line under its heading."""
    _, _, lines = (CASES / f"{name}.txt").read_text("utf-8").partition("\n\n")
    return [tuple(part.strip() for part in line.split(separator)) for line in lines.splitlines() if separator in line]


pytestmark = pytest.mark.browser
HEAD = {"common": "", "latin": "gas", "short": [["btv", "ban thương` vu."], ["tu", "tinh? uy?"]]}


@pytest.mark.parametrize(("typed", "meant"), cases("keystrokes", "→"))
def test_raw_keystrokes_are_understood(reader: Any, typed: str, meant: str) -> None:
    assert (reader.evaluate("fromKeystrokes", typed) or "-") == meant


@pytest.mark.parametrize(("typed", "written", "level"), cases("agreement", "|"))
def test_a_typed_mark_must_agree_and_one_not_typed_may_be_any(
    reader: Any, typed: str, written: str, level: str
) -> None:
    assert reader.evaluate("([a, b]) => agreement(formOf(a), formOf(b))", [typed, written]) == int(level)


@pytest.mark.parametrize(("query", "readings"), cases("readings", "→"))
def test_a_query_has_these_readings(reader: Any, query: str, readings: str) -> None:
    script = (
        "([q, h]) => readingsOf(parse(q).free, h).flatMap(g => g.readings).map(words => words.join(' ')).join(' | ')"
    )
    assert reader.evaluate(script, [query, HEAD]) == readings


@pytest.mark.parametrize(
    ("query", "free", "quoted", "excluded"),
    [
        ('a "b c" -d', "a", ["b c"], ["d"]),
        ("số 04-NQ/TW", "sô' 04 nq tw", ["04 nq tw"], []),
        ("98%", "98 %", ["98 %"], []),
        ('-"b c" “d e”', "", ["d e"], ["b c"]),
        ('"chưa đóng', "", ["chưa đong'"], []),
        ("- a", "a", [], []),
        ('""', "", [], []),
    ],
)
def test_quotation_marks_and_minus_part_a_query(
    reader: Any, query: str, free: str, quoted: list[str], excluded: list[str]
) -> None:
    join = "forms => forms.join(' ')"
    script = (
        f"q => {{ const p = parse(q), j = {join}; return [j(formsOf(p.free)), p.quoted.map(j), p.excluded.map(j)]; }}"
    )
    assert reader.evaluate(script, query) == [free, quoted, excluded]


@pytest.mark.parametrize("query", ["", "🎉", "<img src=x>", "a(b[c*+?", "\\", "x" * 10_000, "a " * 5_000, '"' * 999])
def test_any_query_is_read_without_an_error(reader: Any, query: str) -> None:
    assert reader.evaluate("q => typeof parse(q).free.length", query) == "number"
