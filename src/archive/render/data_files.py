"""Writes the records of a site for other programs: one line a record, as JSON and as CSV."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from msgspec import defstruct, json

from archive.model.output import OutputFile
from archive.model.record import Record

LEFT_OUT = ("body", "discarded")
"""Fields of a record that stand on the article's page, or in its source, and not in the data files."""
COLUMNS = tuple(name for name in Record.__struct_fields__ if name not in LEFT_OUT)
LINE_END = "\r\n"
"""How a line of CSV ends (RFC 4180); a cell that holds a part of it is put in quotes."""
CSV_END = LINE_END.encode()
QUOTE = '"'
DATA_FILES = ("data/records.jsonl", "data/records.csv")
"""Where they stand below the root."""
OpenLines = tuple[bytes, bytes, str]
"""A record's line of JSON and of CSV, both open at the end, and its page's path below the root."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


def json_line(record: Record) -> bytes:
    """The record's JSON without its page's address, open at the end."""
    return _encode(_Row(*_values_of(record)))[:-1]


def csv_line(record: Record) -> bytes:
    """The record's line of CSV without its page's address, open at the end.

    Several values of a field stand in one cell, parted by `; `; a cell that a spreadsheet would take for a formula
    begins with `'`.
    """
    return joined([cell(value) if value else "" for value in _values_of(record)]).encode()


_Row = defstruct("_Row", COLUMNS)
_values_of = attrgetter(*COLUMNS)
_encode = json.Encoder().encode


def data_lines(records: Iterable[OpenLines]) -> Iterator[tuple[bytes, bytes]]:
    """The lines of both `DATA_FILES`, first what stands above the records.

    The CSV has a byte-order mark and comma-separated cells, as spreadsheets want UTF-8.
    """
    yield b"", joined([*COLUMNS, "url"]).encode("utf-8-sig") + CSV_END
    yield from map(closed, records)


def revised_data_files(
    standing: Sequence[bytes], revisions: Iterable[tuple[OpenLines, OpenLines]]
) -> tuple[OutputFile, ...] | None:
    """Both data files, from how they stand and what changed: each record as it was and as it is.

    `revisions` are in order of file. None when a record does not stand as it was.
    """
    lines = [(closed(before), closed(now)) for before, now in revisions]
    files = []
    for number, (path, content) in enumerate(zip(DATA_FILES, standing, strict=True)):
        revised = with_lines(content, [(before[number], now[number]) for before, now in lines])
        if revised is None:
            return None
        files.append(OutputFile(path, revised, "records"))
    return tuple(files)


def with_lines(content: bytes, lines: Iterable[tuple[bytes, bytes]]) -> bytes | None:
    """The content with the first line of each pair replaced by the second, in order; None when one does not stand."""
    parts, end = [], 0
    for before, now in lines:
        start = content.find(before, end)
        if start < 0 or content[max(start - 1, 0) : start] not in (b"", b"\n"):
            return None
        parts += [content[end:start], now]
        end = start + len(before)
    return b"".join([*parts, content[end:]])


def closed(record: OpenLines) -> tuple[bytes, bytes]:
    """The record's line of both data files."""
    json_open, csv_open, url = record
    return json_open + b',"url":' + json.encode(url) + b"}\n", csv_open + b"," + joined([url]).encode() + CSV_END


def joined(cells: Sequence[str]) -> str:
    """The cells as CSV (RFC 4180), without a line end.

    Python's own writer looks at each character for itself: a tenth of the time that reading an article takes.
    """
    return ",".join([cell and quoted(cell) for cell in cells])


def quoted(cell: str) -> str:
    """The cell, between quotation marks when a sign in it would else be taken for one of the file's own."""
    if QUOTE in cell or "," in cell or "\r" in cell or "\n" in cell:
        return f'"{cell.replace(QUOTE, 2 * QUOTE)}"'
    return cell


def cell(value: object) -> str:
    """The value as one cell."""
    if not value:
        return ""
    text = "; ".join(value) if isinstance(value, tuple) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
