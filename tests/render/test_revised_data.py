"""The data files that stand are brought up to date as if they were made anew."""

from collections.abc import Iterable, Sequence

from archive.render import OpenLines, data_lines, revised_data_files

RECORDS: list[OpenLines] = [
    (b'{"file":"%s"' % name, name + cells, f"bai/{number}.html")
    for number, (name, cells) in enumerate(
        [(b"a.txt", b",x"), (b"b.txt", b',"x\r\ny"'), (b"cb.txt", b",x"), (b"d", b"")]
    )
]


def contents(records: Sequence[OpenLines]) -> list[bytes]:
    """The bytes of both files of the records, made anew."""
    return [*map(b"".join, zip(*data_lines(records), strict=True))]


def revised(standing: Sequence[bytes], revisions: Iterable[tuple[OpenLines, OpenLines]]) -> list[bytes] | None:
    """The bytes of both files, brought up to date."""
    files = revised_data_files(standing, revisions)
    return None if files is None else [file.content for file in files]


def changed(number: int) -> OpenLines:
    """The record at a place, said otherwise."""
    as_json, as_csv, path = RECORDS[number]
    return as_json + b',"unit":[]', as_csv + b',"\r\n"', path


def test_what_has_changed_is_put_in_its_place() -> None:
    for numbers in ([], [0], [1], [3], [0, 2, 3], [0, 1, 2, 3]):
        now = [changed(number) if number in numbers else record for number, record in enumerate(RECORDS)]
        revisions = [(RECORDS[number], changed(number)) for number in numbers]
        assert revised(contents(RECORDS), revisions) == contents(now), numbers


def test_a_record_that_does_not_stand_as_it_was_is_noticed() -> None:
    standing = contents([changed(0), *RECORDS[1:]])
    assert revised(standing, [(RECORDS[0], changed(0))]) is None


def test_the_end_of_another_line_is_not_taken_for_a_line() -> None:
    inner = (b'{"file":"b.txt"', b"b.txt,x", RECORDS[2][2])  # the table ends one of its lines with these very cells
    standing = [b'{"file":"b.txt","url":"bai/2.html"}\n', contents(RECORDS)[1]]
    assert revised(standing, [(inner, inner)]) is None
