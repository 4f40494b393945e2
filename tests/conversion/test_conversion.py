"""Converting keeps every byte of before and changes nothing that is right already."""

import unicodedata
from pathlib import Path

import pytest

from archive.model.issue import Issue
from archive.pipeline import extract
from archive.source.conversion import Conversion, convert_file
from archive.source.replacing import replace_file

TEXT = "Chi bộ ấp Kinh Lá trồng lại hàng dừa dọc con kinh, mỗi đảng viên nhận mười gốc.\r\nBà con góp đất, góp công.\n"


def article(folder: Path, data: bytes) -> Path:
    """An article of these bytes."""
    file = folder / "a.txt"
    file.write_bytes(data)
    return file


def names(folder: Path) -> list[str]:
    """What stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-16"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (unicodedata.normalize("NFD", TEXT).encode(), "utf-8"),
        (TEXT.encode().decode("latin-1").encode(), "utf-8-misread"),
    ],
)
def test_a_file_becomes_utf_8_in_nfc_and_its_bytes_stay_beside_it(tmp_path: Path, data: bytes, encoding: str) -> None:
    file = article(tmp_path, data)
    assert convert_file(file, "articles/a.txt") == Conversion(
        "articles/a.txt", "converted", encoding, "articles/a.txt.orig"
    )
    assert file.read_bytes() == TEXT.encode()
    assert (tmp_path / "a.txt.orig").read_bytes() == data
    assert names(tmp_path) == ["a.txt", "a.txt.orig"]


@pytest.mark.parametrize("data", [TEXT.encode(), TEXT.encode("utf-8-sig"), b"", "Ð và ﬁ\u00a0\u200b\n".encode()])
def test_a_file_in_utf_8_and_nfc_is_not_written(tmp_path: Path, data: bytes) -> None:
    file = article(tmp_path, data)
    before = file.stat()
    assert convert_file(file, "a.txt").done == "as-it-was"
    assert (file.stat().st_mtime_ns, file.stat().st_ino, file.read_bytes()) == (before.st_mtime_ns, before.st_ino, data)
    assert names(tmp_path) == ["a.txt"]


def test_converting_again_does_nothing(tmp_path: Path) -> None:
    file = article(tmp_path, TEXT.encode("utf-16"))
    convert_file(file, "a.txt")
    assert convert_file(file, "a.txt") == Conversion("a.txt", "as-it-was")


def test_bytes_that_were_kept_before_are_never_written_over(tmp_path: Path) -> None:
    for number, kept in enumerate(("a.txt.orig", "a.txt.orig.2", "a.txt.orig.3")):
        file = article(tmp_path, f"{number} {TEXT}".encode("utf-16"))
        assert convert_file(file, "a.txt").kept == kept
    assert [(tmp_path / name).read_bytes().decode("utf-16")[0] for name in names(tmp_path)[1:]] == ["0", "1", "2"]


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    file = article(tmp_path, TEXT.encode("utf-16"))
    said = convert_file(file, "a.txt", dry_run=True)
    assert names(tmp_path) == ["a.txt"]
    assert said == convert_file(file, "a.txt")


def test_what_was_lost_is_told(tmp_path: Path) -> None:
    file = article(tmp_path, TEXT.encode("utf-16") + b"\x00\xd8")
    assert convert_file(file, "a.txt").issues == (Issue("convert-loss", "a.txt", values={"loss": "undecodable-bytes"}),)


@pytest.mark.parametrize(
    ("data", "code"), [(b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40, "file-binary"), (None, "file-unreadable")]
)
def test_what_cannot_be_converted_is_refused_and_stays(tmp_path: Path, data: bytes | None, code: str) -> None:
    file = article(tmp_path, data) if data else tmp_path / "a.txt"
    refused = convert_file(file, "a.txt")
    assert (refused.done, [issue.code for issue in refused.issues]) == ("refused", [code])
    assert names(tmp_path) == (["a.txt"] if data else [])


def test_a_file_that_was_changed_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    file = article(tmp_path, b"new")
    assert not replace_file(file, b"old", b"converted")
    assert file.read_bytes() == b"new"
    assert names(tmp_path) == ["a.txt"]


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    file = article(tmp_path, b"old")
    file.chmod(0o640)
    link = tmp_path / "b.txt"
    link.symlink_to(file)
    assert replace_file(link, b"old", b"new")
    assert (link.is_symlink(), file.read_bytes(), file.stat().st_mode & 0o777) == (True, b"new", 0o640)


def test_an_article_says_the_same_after_conversion(tmp_path: Path, corpus: Path) -> None:
    for number, source in enumerate(sorted((corpus / "open" / "encodings").glob("*.txt"))):
        file = tmp_path / f"{number}.txt"
        file.write_bytes(source.read_bytes())
        (before,) = extract([file])
        convert_file(file, "a.txt")
        (after,) = extract([file])
        assert after.record == before.record, source.name
        assert after.encoding == "utf-8"


def test_kept_bytes_are_no_article(tmp_path: Path) -> None:
    convert_file(article(tmp_path, TEXT.encode("utf-16")), "a.txt")
    assert [one.record.file for one in extract([tmp_path])] == [f"{tmp_path.as_posix()}/a.txt"]
