"""Adding to front matter never changes what a person wrote nor the text below it."""

import os
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import UNSET, structs

from archive.model.record import Record
from archive.source.filling import add_missing, fill_file
from archive.source.front_matter import split
from archive.source.replacing import replace_file

FOUND = Record(
    file="a.txt",
    date="2014-07-13T20:16",
    unit=("Chi bộ A", "Chi bộ B"),
    headline="Bài 1: Mở đầu",
    byline=("Hồng Lĩnh",),
    part="1",
)
WRITTEN = """date: 2014-07-13 20:16
unit:
- Chi bộ A
- Chi bộ B
headline: 'Bài 1: Mở đầu'
part: '1'
byline:
- Hồng Lĩnh
"""


def test_a_text_without_front_matter_gets_it_on_top() -> None:
    assert add_missing("Mở đầu.\n", FOUND) == f"---\n{WRITTEN}---\nMở đầu.\n"


def test_only_missing_keys_are_added_below_those_that_stand_there() -> None:
    text = "---\n# hỏi lại\nngày: 2014\nunit:\nbyline: chưa rõ\nheadline: Khác\n---\nMở đầu.\n"
    assert add_missing(text, FOUND) == text.replace("---\nMở", "part: '1'\n---\nMở")


def test_filling_again_adds_nothing() -> None:
    once = add_missing("Mở đầu.\n", FOUND)
    assert add_missing(once, FOUND) == once


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    filled = add_missing("\ufeffMở đầu.\r\n\r\n", structs.replace(FOUND, unit=(), byline=(), part=None))
    assert filled == "\ufeff---\r\ndate: 2014-07-13 20:16\r\nheadline: 'Bài 1: Mở đầu'\r\n---\r\nMở đầu.\r\n\r\n"


@pytest.mark.parametrize(
    "text",
    [
        "---\nheadline: Bài 1: A\n---\nMở đầu.\n",
        "---\nunit: A\nunit: B\n---\nMở đầu.\n",
        "---\n  headline: A\n---\nMở đầu.\n",
        "---\nheadline: A\n...\n---\nMở đầu.\n",
    ],
)
def test_front_matter_that_cannot_be_added_to_stays_as_it_is(text: str) -> None:
    assert add_missing(text, FOUND) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_filled_in_its_own_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Mở đầu.\r\n".encode(encoding))
    assert fill_file(file, FOUND) == (True, None)
    assert file.read_bytes().decode(encoding) == f"---\n{WRITTEN}---\nMở đầu.\n".replace("\n", "\r\n")
    assert fill_file(file, FOUND) == (False, None)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"M\xea \xff\xe7u.\n", "fill-encoding"),
        ("Sáng nay, Đảng bộ xã Vĩnh Tường mở đầu đại hội.\n".encode().decode("latin-1").encode(), "fill-encoding"),
        (b"---\nunit: A: B\n---\nA.\n", "fill-refused"),
        (b"---\runit: A\r---\rA.\r", "fill-refused"),
    ],
)
def test_a_file_that_cannot_be_filled_is_told_and_stays(tmp_path: Path, data: bytes, code: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    filled, problem = fill_file(file, FOUND)
    assert (filled, problem and problem.code) == (False, code)
    assert file.read_bytes() == data


def test_a_file_that_changes_while_it_is_filled_is_left_to_whoever_changed_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Mở đầu.\n".encode())

    def interrupted(path: Path, before: bytes, content: bytes) -> bool:
        path.write_bytes("Sửa dở.\n".encode())
        return replace_file(path, before, content)

    monkeypatch.setattr("archive.source.filling.replace_file", interrupted)
    filled, problem = fill_file(file, FOUND)
    assert (filled, problem and problem.code) == (False, "fill-changed")
    assert file.read_bytes() == "Sửa dở.\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever may do everything is not refused")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Mở đầu.\n".encode())
    tmp_path.chmod(0o500)
    filled, problem = fill_file(file, FOUND)
    tmp_path.chmod(0o700)
    assert (filled, problem and problem.code) == (False, "fill-unwritable")


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    _, problem = fill_file(tmp_path / "a.txt", FOUND)
    assert problem
    assert problem.code == "fill-unwritable"


WORDS = (
    st.none()
    | st.text(min_size=1, max_size=30)
    | st.sampled_from(["No", "010", "12:30", "chưa rõ", "---", "a: b", "- a"])
)
TEXTS = st.text(alphabet="-\n\r a:#'\"[]|>\ufeff", max_size=60) | st.text(max_size=30)
FRONTS = st.sampled_from(
    ["", "---\n---\n", "---\nheadline: A\n---\n", "---\nlead: |\n  A\n\n---\n", "---\n# A\n\n---\r\n"]
)


@given(WORDS, WORDS, st.lists(WORDS.filter(bool), max_size=3), FRONTS, TEXTS)
@settings(max_examples=300)
def test_what_stood_there_stands_there_still(headline: Any, lead: Any, names: Any, front: str, body: str) -> None:
    text = front + body
    before = split(text, "a.txt")
    after = split(add_missing(text, Record("a.txt", headline=headline, lead=lead, byline=tuple(names))), "a.txt")
    assert after.body.removeprefix("\ufeff") == before.body.removeprefix("\ufeff")
    assert after.issues == before.issues
    said, says = structs.asdict(before.front.written), structs.asdict(after.front.written)
    assert {key: value for key, value in says.items() if said[key] is not UNSET} == {
        key: value for key, value in said.items() if value is not UNSET
    }


@given(st.binary(max_size=80), FRONTS)
@settings(max_examples=200)
def test_no_byte_below_is_changed(body: bytes, front: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "a.txt"
        file.write_bytes(front.encode() + body)
        before = file.read_bytes()
        filled, _ = fill_file(file, FOUND)
        assert file.read_bytes().endswith(
            body.removeprefix(BOM_UTF8).removeprefix(BOM_UTF16_LE).removeprefix(BOM_UTF16_BE)
        )
        assert filled or file.read_bytes() == before
