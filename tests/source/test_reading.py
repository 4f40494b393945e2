"""Article files are read whatever they hold."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from archive.model.issue import Issue
from archive.model.source import SourceText
from archive.source import read

TEXT = "Chi bộ ấp Mẫu họp lệ\n\nMười hai ý kiến được ghi lại.\n"


def saved(folder: Path, data: bytes, name: str = "bai.txt") -> SourceText:
    """What reading a file of these bytes gives."""
    path = folder / name
    path.write_bytes(data)
    return read(path, f"articles/{name}")


def test_a_plain_article_comes_as_it_is(tmp_path: Path) -> None:
    digest = sha256(TEXT.encode()).hexdigest()[:32]
    assert saved(tmp_path, TEXT.encode()) == SourceText("articles/bai.txt", digest, "utf-8", TEXT)


def test_what_a_person_wrote_is_parted_from_the_text(tmp_path: Path) -> None:
    source = saved(tmp_path, f"---\nheadline: Họp lệ\n---\n{TEXT}".encode())
    assert (source.front.written.headline, source.text, source.first_line) == ("Họp lệ", TEXT, 4)


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_is_found_behind_a_mark_and_with_all_line_ends(tmp_path: Path, mark: bytes, end: str) -> None:
    source = saved(tmp_path, mark + f"---\nheadline: Họp lệ\n---\n{TEXT}".replace("\n", end).encode())
    assert (source.front.written.headline, source.text, source.first_line) == ("Họp lệ", TEXT, 4)


def test_other_separators_do_not_end_a_line(tmp_path: Path) -> None:
    text = "một\x0bhai\x0cba\x85bốn\u2028năm\u2029sáu\n"
    assert saved(tmp_path, text.encode()).text == text


@pytest.mark.parametrize(("name", "markdown"), [("a.txt", False), ("a.TXT", False), ("a.md", True), ("a.MD", True)])
def test_the_ending_tells_markdown(tmp_path: Path, name: str, markdown: bool) -> None:
    assert saved(tmp_path, TEXT.encode(), name).markdown is markdown


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        (b"\xef\xbb\xbf", "file-empty"),
        (" \n\u00a0\r\n\t".encode(), "file-empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file-binary"),
    ],
)
def test_a_file_without_text_is_an_error(tmp_path: Path, data: bytes, code: str) -> None:
    source = saved(tmp_path, data)
    assert source.text == ""
    assert source.issues == (Issue(code, "articles/bai.txt", severity="error"),)


def test_a_file_of_fifty_megabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "to.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    [issue] = read(path, "to.txt").issues
    assert (issue.code, issue.severity) == ("file-too-large", "error")


def test_a_file_that_vanished_is_an_error(tmp_path: Path) -> None:
    source = read(tmp_path / "mất.txt", "mất.txt")
    assert source.issues == (Issue("file-unreadable", "mất.txt", severity="error", values={"error": "ENOENT"}),)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ống.txt")
    assert read(tmp_path / "ống.txt", "ống.txt").issues[0].code == "file-unreadable"


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    assert read(tmp_path, "articles").issues[0].code == "file-unreadable"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_a_file_that_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "khóa.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    assert read(path, "khóa.txt").issues[0].values == {"error": "EACCES"}


def test_a_converted_article_says_so(tmp_path: Path) -> None:
    source = saved(tmp_path, "Häc viÖn ChÝnh trÞ më líp båi d\xad\xecng".encode("latin-1"))
    assert (source.encoding, source.text) == ("tcvn3", "Học viện Chính trị mở lớp bồi dưỡng")
    assert source.issues == (
        Issue("encoding-converted", "articles/bai.txt", values={"encoding": "tcvn3"}),
        Issue("encoding-loss", "articles/bai.txt", values={"loss": "tcvn3-capitals"}),
    )


def test_utf16_needs_no_word(tmp_path: Path) -> None:
    source = saved(tmp_path, TEXT.encode("utf-16"))
    assert (source.text, source.issues) == (TEXT, ())


def test_a_line_in_another_encoding_is_told_with_its_number(tmp_path: Path) -> None:
    source = saved(tmp_path, f"---\nnote: thử\n---\n{TEXT}Veà döï hoïp coù caùc baïn ñoaøn vieân".encode())
    loss = Issue("encoding-loss", "articles/bai.txt", 7, values={"loss": "mixed-encoding-line"})
    assert source.issues == (loss,)
