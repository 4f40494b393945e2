"""Proves that the demonstration articles show what they are there to show, and that their gold says what they say."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import yaml

from archive.vietnamese.folding import identity_key as key

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "articles"
ENOUGH_FOR_A_FEED = 10
FORBIDDEN_ON_WINDOWS = set('<>:"|?*\\')

Answer = str | list[str] | None


class AnyOf(msgspec.Struct, frozen=True, rename={"answers": "any"}):
    """Several answers that are equally right, the best first."""

    answers: list[Answer]


class Junk(msgspec.Struct, frozen=True):
    """A line that belongs to no field."""

    line: int
    text: str
    reason: str
    optional: bool = False


class Gold(msgspec.Struct, frozen=True):
    """The record that an archivist would accept for one article."""

    file: str
    date: Answer
    unit: Answer | AnyOf
    place: Answer | AnyOf
    kicker: Answer | AnyOf
    headline: Answer | AnyOf
    series: Answer | AnyOf
    part: Answer | AnyOf
    lead: Answer | AnyOf
    byline: Answer | AnyOf
    author_org: Answer | AnyOf
    photo_credit: Answer | AnyOf
    caption: Answer | AnyOf
    source: Answer | AnyOf
    tag: Answer | AnyOf
    kind: str
    discarded: list[Junk]


class Entry(msgspec.Struct, frozen=True):
    """One unit of `units.yml`."""

    name: str
    aliases: list[str] = []
    parent: str | None = None
    kind: str = ""
    note: str = ""


VERBATIM = tuple(name for name in Gold.__struct_fields__ if name not in ("file", "date", "kind", "discarded"))


def read_gold() -> list[Gold]:
    lines = Path(__file__).with_name("gold.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Gold) for line in lines]


def read_units() -> list[Entry]:
    return msgspec.convert(yaml.safe_load((ROOT / "units.yml").read_text(encoding="utf-8")), list[Entry])


GOLD = read_gold()
UNITS = read_units()
SETTLED = {key(name): entry.name for entry in UNITS for name in (entry.name, *entry.aliases)}
"""The entry's name by the key of each of its names."""
every_article = pytest.mark.parametrize("gold", GOLD, ids=lambda gold: Path(gold.file).stem)


@every_article
def test_every_gold_value_stands_in_its_article(gold: Gold) -> None:
    text = key(text_of(gold.file))
    missing = [(field, value) for field in VERBATIM for value in values(getattr(gold, field)) if key(value) not in text]
    assert not missing


@every_article
def test_every_discarded_line_carries_its_text(gold: Gold) -> None:
    lines = text_of(gold.file).split("\n")
    assert all(junk.text.strip() and key(lines[junk.line - 1]) == key(junk.text) for junk in gold.discarded)


@every_article
def test_an_office_is_no_byline(gold: Gold) -> None:
    assert not set(values(gold.byline)) & {entry.name for entry in UNITS}


def test_every_article_has_one_gold_record() -> None:
    files = [path.relative_to(ROOT).as_posix() for path in ARTICLES.rglob("*") if path.suffix in (".txt", ".md")]
    assert sorted(unicodedata.normalize("NFC", file) for file in files) == sorted(gold.file for gold in GOLD)


def test_the_articles_span_at_least_twelve_years() -> None:
    assert len({gold.date[:4] for gold in GOLD if isinstance(gold.date, str)}) >= 12


def test_every_unit_of_an_article_is_in_the_authority_file() -> None:
    assert not {unit for gold in GOLD for unit in best(gold.unit) if key(unit) not in SETTLED}


def test_every_parent_is_in_the_authority_file() -> None:
    assert not {entry.parent for entry in UNITS if entry.parent} - {entry.name for entry in UNITS}


def test_no_name_belongs_to_two_units() -> None:
    names = Counter(key(name) for entry in UNITS for name in (entry.name, *entry.aliases))
    assert [name for name, count in names.items() if count > 1] == []


def test_the_units_stand_on_at_least_three_levels() -> None:
    assert max(len(list(line_of(entry.name))) for entry in UNITS) >= 3


def test_one_unit_has_enough_articles_for_a_feed() -> None:
    counts = Counter(SETTLED[key(unit)] for gold in GOLD for unit in best(gold.unit))
    assert counts.most_common(1)[0][1] > ENOUGH_FOR_A_FEED


def test_several_people_sign_three_articles_or_more() -> None:
    counts = Counter(name for gold in GOLD for name in best(gold.byline))
    assert len(counts) >= 9
    assert sum(count >= 3 for count in counts.values()) >= 4


@pytest.mark.parametrize("kind", ["article", "interview", "document", "roundup", "photo", "poem", "table"])
def test_each_kind_is_shown(kind: str) -> None:
    assert kind in {gold.kind for gold in GOLD}


@pytest.mark.parametrize("field", ["date", "headline", "unit", "byline"])
def test_the_unknown_is_shown(field: str) -> None:
    assert any(not values(getattr(gold, field)) for gold in GOLD)


def test_some_article_names_two_units() -> None:
    assert any(len(best(gold.unit)) == 2 for gold in GOLD)


def test_one_article_is_saved_as_utf_16_and_one_in_decomposed_letters() -> None:
    raw = [(ROOT / gold.file).read_bytes() for gold in GOLD]
    plain = [data.decode("utf-8") for data in raw if not data.startswith(b"\xff\xfe")]
    assert len(raw) - len(plain) == 1
    assert sum(not unicodedata.is_normalized("NFC", text) for text in plain) == 1


def test_file_names_are_safe_on_windows() -> None:
    names = [path.name for path in ARTICLES.rglob("*")]
    assert not [name for name in names if set(name) & FORBIDDEN_ON_WINDOWS or name != name.rstrip(" .")]


def text_of(file: str) -> str:
    raw = (ROOT / file).read_bytes()
    encoding = "utf-16" if raw.startswith(b"\xff\xfe") else "utf-8"
    return raw.decode(encoding).replace("\r\n", "\n")


def best(value: Answer | AnyOf) -> list[str]:
    return values(value.answers[0] if isinstance(value, AnyOf) else value)


def values(value: Answer | AnyOf) -> list[str]:
    if isinstance(value, AnyOf):
        return best(value)
    return [value] if isinstance(value, str) else value or []


def line_of(name: str) -> Iterator[str]:
    """Yield the unit and each unit above it; a circle would not end, so each is taken once."""
    above = {entry.name: entry.parent for entry in UNITS}
    seen: set[str] = set()
    unit: str | None = name
    while unit and unit not in seen:
        seen.add(unit)
        yield unit
        unit = above[unit]
