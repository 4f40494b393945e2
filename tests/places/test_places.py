"""Places are found by their names, and only as far as the words decide."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive import places
from archive.places import Era, Place
from archive.places.sentences import inline
from archive.places.table import FILE, communes, districts, provinces

HERE = Path(__file__).parent
ERAS: dict[str, Era] = {"trước": "before", "sau": "after"}
SCRAPS = (
    *(
        "Đảng bộ",
        "Đoàn",
        "quận ủy",
        "Thành uỷ",
        "ỦY BAN",
        "xã",
        "XÃ",
        "Phường",
        "TP.",
        "tp",
        "p.",
        "Q",
        "thị xã",
        "tỉnh",
    ),
    *("Ô Môn", "Thới Long", "Cần Thơ", "4", "08", "É", "ý", "Nông trường", "Bà Rịa - Vũng Tàu", "M’Đrắk"),
    *(" ", " ", "  ", ", ", ",", " (", ")", " - ", "–", "\n", "\u00a0", "."),
)
COUNTS = "table.districts.cache_info().currsize, table.communes.cache_info().currsize"
LOADED = f"from archive.places import table; print({COUNTS})"


def cases(file: str) -> list[object]:
    """What stands before and after the arrow in each case of a file."""
    blocks = [block.partition("\n") for block in (HERE / file).read_text("utf-8").split("\n== ")[1:]]
    return [pytest.param(*parts(case), id=title) for title, _, case in blocks]


def parts(case: str) -> tuple[str, list[str]]:
    """What is given in a case, and the lines expected."""
    given, _, expected = case.partition("->\n")
    return given.rstrip("\n"), [line for line in expected.splitlines() if line]


def unit_cases() -> list[list[str]]:
    """The unit, the place and the family of each line."""
    lines = (HERE / "units.txt").read_text("utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if "|" in line]


def meant(words: str) -> tuple[Place, ...]:
    """The places that the words of a case mean; a time in brackets chooses."""
    name, _, era = words.rstrip("]").partition(" [")
    return places.named(name, ERAS.get(era))


def told(place: Place) -> str:
    """A place as a case writes it."""
    era = next(word for word, era in ERAS.items() if era == place.era)
    return f"{', '.join((place.name, *place.within))} [{era}]"


@pytest.mark.parametrize(("words", "expected"), cases("named.txt"))
def test_words_mean_every_place_they_may_mean(words: str, expected: list[str]) -> None:
    assert sorted(map(told, meant(words))) == sorted(expected)


@pytest.mark.parametrize(("words", "expected"), cases("sentences.txt"))
def test_a_place_is_told_as_it_was_and_as_it_is(words: str, expected: list[str]) -> None:
    assert [places.sentence(place) for place in meant(words)] == expected


@pytest.mark.parametrize(("given", "expected"), cases("mentions.txt"))
def test_a_text_tells_where_a_place_lies(given: str, expected: list[str]) -> None:
    place, _, text = given.partition("\n")
    assert list(places.mentions(place, text)) == expected


@pytest.mark.parametrize(("unit", "place", "family"), unit_cases())
def test_the_name_of_a_unit_tells_its_place_and_its_family(unit: str, place: str, family: str) -> None:
    assert (places.seat(unit), places.family(unit)) == (place, family)


def test_the_table_is_whole() -> None:
    olds = {(old.name, old.district) for held in communes().old.values() for old in held}
    old_provinces = {name for names in provinces().values() for name in names}
    assert (len(old_provinces), len(districts()), len(olds)) == (63, 696, 10_035)
    assert (len(provinces()), len(communes().places)) == (34, 3_321)


def test_every_old_place_went_somewhere_and_every_new_one_came_from_somewhere() -> None:
    for district in districts():
        assert places.successors(district)
    for new in communes().places:
        assert all(new in places.successors(old) for old in places.predecessors(new))
        assert places.predecessors(new)


def test_every_old_commune_is_told_by_its_own_words_and_those_above_it() -> None:
    olds = {(old.name, districts()[old.district]) for held in communes().old.values() for old in held}
    for name, district in sorted(olds, key=str)[::5]:
        unit = f"Đảng bộ {inline(name)}, {inline(district.name)}"
        place = places.seat(unit)
        [words] = places.mentions(place, unit)
        assert (place, words) == (inline(name), f"{inline(name)}, {inline(district.name)}")
        assert {(found.name, found.within[0]) for found in places.named(words)} == {(name, district.name)}


def test_a_place_knows_the_one_above_it() -> None:
    commune = Place("commune", "before", "Phường Thới Long", ("Quận Ô Môn", "Thành phố Cần Thơ"))
    district = Place("district", "before", "Quận Ô Môn", ("Thành phố Cần Thơ",))
    province = Place("province", "before", "Thành phố Cần Thơ")
    assert [places.above(place) for place in (commune, district, province)] == [district, province, None]


def test_the_table_is_not_read_before_a_name_is_looked_up() -> None:
    script = f"import archive.places; archive.places.seat('Quận ủy Ô Môn'); {LOADED}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "0 0\n"


def test_communes_are_not_read_for_a_district() -> None:
    script = f"import archive.places; assert archive.places.find('district', 'Quận Ô Môn'); {LOADED}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "1 0\n"


def test_the_communes_are_read_in_a_blink() -> None:
    times = []
    for _ in range(5):
        communes.cache_clear()
        started = time.process_time()
        communes()
        times.append(time.process_time() - started)
    # 35 ms on the machine it was written on; the rest is for slower and busier ones.
    assert min(times) < 0.1


def test_the_table_is_small_and_names_its_source_and_licence() -> None:
    assert FILE.stat().st_size < 400_000
    assert "vietnamadminunits 1.0.4" in FILE.read_text("utf-8").partition("\n")[0]
    assert "MIT License" in FILE.with_name("LICENSE.txt").read_text("utf-8")


@given(st.lists(st.sampled_from(SCRAPS)).map("".join), st.lists(st.sampled_from(SCRAPS)).map("".join))
@settings(max_examples=200)
def test_no_words_are_too_odd(unit: str, text: str) -> None:
    place = places.seat(unit)
    assert places.family(unit) == "" or place
    if place:
        for words in (place, *places.mentions(place, f"{unit} . {text}")):
            assert words.startswith(place)
            assert all(found in places.named(place) for found in places.named(words))


def test_places_are_looked_for_in_time_linear_in_the_text() -> None:
    text = "phường Bến, quận Bến Bến Bến Bến Bến Bến, " * 20_000
    assert len(list(places.mentions("phường Bến", text))) == 20_000
