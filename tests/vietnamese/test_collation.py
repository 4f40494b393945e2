"""Names sort as CLDR sorts them for `vi`."""

import random
import unicodedata
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from archive.vietnamese.collation import initial, sort_key

IN_ORDER = Path(__file__).with_name("collation.txt").read_text(encoding="utf-8").splitlines()


def test_names_sort_as_icu_sorts_them() -> None:
    shuffled = random.Random(7).sample(IN_ORDER, len(IN_ORDER))
    assert sorted(shuffled, key=sort_key) == IN_ORDER


def test_no_two_names_that_icu_keeps_apart_have_one_key() -> None:
    assert [pair for pair in pairwise(IN_ORDER) if not sort_key(pair[0]) < sort_key(pair[1])] == []


def test_decomposed_names_have_the_key_of_composed_ones() -> None:
    assert [name for name in IN_ORDER if sort_key(unicodedata.normalize("NFD", name)) != sort_key(name)] == []


def test_what_cannot_be_seen_makes_no_difference() -> None:
    assert sort_key("Tân\u200b An\ufeff\u00ad") == sort_key("Tân An")


def test_other_scripts_sort_after_vietnamese() -> None:
    assert sorted(["я", "Y", "中", "ω"], key=sort_key) == ["Y", "ω", "я", "中"]


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Ấp Bãi", "Â"),
        ("ăn", "Ă"),
        ("Á", "A"),
        ("Đảng bộ", "Đ"),
        ("dân", "D"),
        ("Ế", "Ê"),
        ("Ổ", "Ô"),
        ("ợ", "Ơ"),
        ("ữ", "Ư"),
        ("ý", "Y"),
        ("Émile", "E"),
        ("Œuvre", "O"),
        ("3 chị em", "#"),
        ("“Giữ đất”", "#"),
        ("\u200bTân An", "T"),
        ("", "#"),
        ("я", "Я"),
    ],
)
def test_a_name_stands_under_its_letter(text: str, letter: str) -> None:
    assert initial(text) == letter


def test_sorted_names_have_each_initial_in_one_run() -> None:
    runs = [letter for letter, _ in groupby(IN_ORDER, key=initial)]
    assert len(runs) == len(set(runs))
    assert runs == ["#", *"AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ"]
