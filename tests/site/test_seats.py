"""A unit has a seat when its articles leave no doubt of it, and a unit above it when one fits exactly."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs

from archive.model.entry import Entry
from archive.model.settings import Unit
from archive.model.site import Site, UnitShelf
from archive.site import plan

CASES = Path(__file__).with_name("seats.txt")
MakeEntry = Callable[..., Entry]


def cases() -> list[object]:
    """Each case of the file: the articles, the authority file and the units."""
    blocks = [block.partition("\n") for block in CASES.read_text("utf-8").split("\n== ")[1:]]
    return [pytest.param(*parts(text), id=title) for title, _, text in blocks]


def parts(text: str) -> tuple[list[str], list[str], list[str]]:
    """The lines of the articles, of the authority file and of what is expected."""
    given, _, expected = text.partition("->\n")
    articles, _, units = given.partition("units:\n")
    return articles.splitlines(), units.splitlines(), [line for line in expected.splitlines() if line]


def unit_of(line: str) -> Unit:
    """A unit as a case writes it."""
    name, _, parent = line.partition(" < ")
    return Unit(name, parent=parent or None)


def told(site: Site, unit: UnitShelf) -> str:
    """A unit as a case writes it."""
    above = ", ".join(site.units[position].name for position in unit.parents)
    return re.sub(" +", " ", f"{unit.name} < {above} | {unit.place}").strip()


@pytest.mark.parametrize(("articles", "units", "expected"), cases())
def test_units_are_placed_as_the_case_says(
    article: MakeEntry, articles: list[str], units: list[str], expected: list[str]
) -> None:
    rows = [[part.strip() for part in line.split("|")] for line in articles]
    entries = [
        structs.replace(article(str(number), date, tuple(unit.split("; "))), places=(words,) if words else ())
        for number, (date, unit, words) in enumerate(rows)
    ]
    site = plan(entries, [unit_of(line) for line in units])
    found = [told(site, unit) for unit in site.units]
    assert len(found) == len(expected)
    for line, start in zip(found, expected, strict=True):
        assert line == start if start.endswith("|") else line.startswith(start)
