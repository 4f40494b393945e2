"""Applies the table of fixes to a text, and cuts it into lines."""

import re
import unicodedata

from archive.model.text import CleanText, Fix, Line
from archive.normalise.fixes import FIXES, NamedFix

TAB_WIDTH = 4
"""How many blanks a tab at the head of a line counts for."""


def normalise(file: str, text: str, first_line: int, markdown: bool) -> CleanText:
    """The lines of `text`, mended and numbered from `first_line`, with a note of each fix that changed a line.

    `text` has its line ends as `\\n`. A line is never dropped or joined. Blanks at the ends of a line go without a
    note: they are counted in `Line.indent` in front, and mean nothing behind.
    """
    rows = text.split("\n")
    fixes = _mend(rows, _needed(text, rows), first_line)
    lines = tuple(_line(number, row) for number, row in enumerate(rows, first_line))
    return CleanText(file=file, lines=lines, fixes=fixes, markdown=markdown)


def _needed(text: str, rows: list[str]) -> list[NamedFix]:
    """The fixes that may change something in this text: most texts need none.

    Nothing but letters of Vietnamese and the usual signs is seen soonest to need none. In other texts all marks but
    the printable ones make a row unprintable, which is seen much sooner than each of them is found.
    """
    if _ORDINARY.fullmatch(text):
        return []
    plain = all(map(str.isprintable, rows)) and not any(mark in text for mark in _PRINTABLE)
    unusual = set() if plain else set(_UNUSUAL.findall(text))
    composed = unicodedata.is_normalized("NFC", text)
    if composed and not unusual:
        return []
    return [fix for fix in FIXES if unusual.intersection(fix.marks) or not (composed or fix.marks)]


def _mend(rows: list[str], needed: list[NamedFix], first_line: int) -> tuple[Fix, ...]:
    """Mends the rows in place; what was done, in the order of the table."""
    done = []
    for fix in needed:
        for place, row in enumerate(rows):
            mended = fix.mend(row)
            if mended != row:
                rows[place] = mended
                done.append(Fix(fix.name, place + first_line))
    return tuple(done)


def _line(number: int, row: str) -> Line:
    body = row.strip(" \t")
    if not body:
        return Line(number, "")
    if row[0] not in " \t":
        return Line(number, body)
    head = row[: len(row) - len(row.lstrip(" \t"))]
    return Line(number, body, len(head) + (TAB_WIDTH - 1) * head.count("\t"))


_MARKS = "".join(fix.marks for fix in FIXES)
_UNUSUAL = re.compile(f"[{re.escape(_MARKS)}]")
_PRINTABLE = "".join(filter(str.isprintable, _MARKS))
_ORDINARY = re.compile("[\t\n -~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ–—‘’“”…]*")
"""Composed letters of Vietnamese and the signs that are usual beside them: no fix changes any of these."""
