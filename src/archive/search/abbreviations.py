"""Short forms and what they stand for: learned from the articles' own `Ban Thường vụ (BTV)`, and a list by people."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from archive.resources import own_text
from archive.search.forms import form, plain, syllables

Learned = tuple[str, str]
"""A short form and its long form, as forms of search: `("btv", "ban thương` vu.")`."""

_BRACKET = re.compile(r"\((?:(?:sau đây )?(?:gọi|viết) tắt là )?([A-ZĐƯ][A-ZĐƯ0-9]{1,7})\)")
_BEFORE = 120
_LONGEST_TABLE = 800
_MOST_MEANINGS = 3


def learn(texts: Iterable[str]) -> tuple[Learned, ...]:
    """The short forms that the texts explain in brackets, each once.

    The words before the bracket must begin with the letters of the short form, every one; `TW` may stand for
    `Trung ương`. Anything else in brackets is left alone.
    """
    found = {learned: None for text in texts for match in _BRACKET.finditer(text) if (learned := _explained(match))}
    return tuple(found)


def abbreviation_table(
    learned: Iterable[tuple[Learned, int]], written: Mapping[str, Iterable[str]]
) -> dict[str, list[str]]:
    """The long forms of each short form, as forms of search, the commonest first.

    `learned` brings each learned pair with the number of articles that explain it; `written` is the editors' list, from
    short to long forms as people write them, which comes before what was learned.
    """
    table: dict[str, list[str]] = {}
    for short, longs in {**_well_known(), **written}.items():
        for long in longs:
            _add(table, _as_forms(short), _as_forms(long))
    for (short, long), _ in sorted(learned, key=lambda item: (-item[1], item[0])):
        if len(table) < _LONGEST_TABLE or short in table:
            _add(table, short, long)
    return dict(sorted(table.items()))


def count_learned(analyses: Iterable[tuple[Learned, ...]]) -> Counter[Learned]:
    """In how many articles each pair was explained."""
    return Counter(learned for each in analyses for learned in each)


def _explained(match: re.Match[str]) -> Learned | None:
    short = match[1]
    before = match.string[max(0, match.start() - _BEFORE) : match.start()]
    words = syllables(before)[-len(short) :]
    if len(words) != len(short) or not all(map(_begins, words, short)):
        return None
    return form(short.lower()), " ".join(map(form, words))


def _begins(word: str, letter: str) -> bool:
    initial, wanted = plain(form(word))[:1], plain(form(letter.lower()))
    return initial == wanted or (wanted == "w" and initial == "u")


def _as_forms(text: str) -> str:
    return " ".join(map(form, syllables(text)))


def _add(table: dict[str, list[str]], short: str, long: str) -> None:
    meanings = table.setdefault(short, [])
    if long not in meanings and len(meanings) < _MOST_MEANINGS:
        meanings.append(long)


def _well_known() -> dict[str, tuple[str, ...]]:
    lines = own_text("search/abbreviations.txt").splitlines()
    pairs = (line.split(" = ") for line in lines if " = " in line)
    return {short: tuple(longs.split(", ")) for short, longs in pairs}
