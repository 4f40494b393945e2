"""A comparison of two outputs finds every byte that differs and looks at nobody else's files."""

from pathlib import Path

import pytest

from archive.model.output import OutputFile
from archive.publish import publish
from archive.publish.comparison import differences

FILES = [OutputFile(path, path.encode(), path) for path in ("index.html", "bai/a.html", "bai/b.html")]


@pytest.fixture
def outputs(tmp_path: Path) -> tuple[Path, Path]:
    """Two outputs of the same files."""
    for name in ("site", "clean"):
        publish(FILES, tmp_path / name)
    return tmp_path / "site", tmp_path / "clean"


def codes(outputs: tuple[Path, Path]) -> dict[str, str]:
    """The code of each difference, by path."""
    site, clean = outputs
    return {Path(one.file).relative_to(site).as_posix(): one.code for one in differences(site, clean)}


def test_equal_outputs_do_not_differ(outputs: tuple[Path, Path]) -> None:
    (outputs[0] / "CNAME").write_text("example.org", "utf-8")
    assert codes(outputs) == {}


def test_one_byte_is_found_though_size_and_times_are_the_same(outputs: tuple[Path, Path]) -> None:
    (outputs[0] / "bai/a.html").write_bytes(b"bai/A.html")
    assert codes(outputs) == {"bai/a.html": "verify-differs"}


def test_a_file_that_is_not_there_is_found(outputs: tuple[Path, Path]) -> None:
    (outputs[0] / "index.html").unlink()
    assert codes(outputs) == {"index.html": "verify-missing"}


def test_a_file_that_should_be_gone_is_found_and_the_manifest_differs_too(tmp_path: Path) -> None:
    publish(FILES, tmp_path / "site")
    publish(FILES[:2], tmp_path / "clean")
    found = codes((tmp_path / "site", tmp_path / "clean"))
    assert found == {"bai/b.html": "verify-extra", "manifest.json": "verify-differs"}


def test_every_difference_is_an_error(outputs: tuple[Path, Path]) -> None:
    (outputs[0] / "index.html").unlink()
    assert [one.severity for one in differences(*outputs)] == ["error"]
