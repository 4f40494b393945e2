"""A change that was begun is finished, however often it is broken off."""

from pathlib import Path

import pytest

from archive.publish.swap import Journal, finish, write_journal


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A site whose file `nam` gives way to a folder, with a foreign folder where the home page must go."""
    (tmp_path / ".archive-new/site/nam").mkdir(parents=True)
    (tmp_path / ".archive-new/site/nam/2014.html").write_text("năm", "utf-8")
    (tmp_path / ".archive-new/site/index.html").write_text("trang chủ", "utf-8")
    (tmp_path / ".archive-new/manifest.json").write_text("{}", "utf-8")
    (tmp_path / "nam").write_text("tệp cũ", "utf-8")
    (tmp_path / "index.html").mkdir()
    return tmp_path


def test_what_was_cleared_and_stands_anew_is_not_cleared_again(output: Path) -> None:
    write_journal(output, Journal("site", cleared=("nam",), moves=("nam", "index.html")))
    with pytest.raises(OSError, match=r"index\.html"):
        finish(output)
    assert (output / "nam/2014.html").exists()
    (output / "index.html").rmdir()
    finish(output)
    assert (output / "nam/2014.html").read_text("utf-8") == "năm"
    assert (output / "index.html").read_text("utf-8") == "trang chủ"


def test_a_folder_that_somebody_made_meanwhile_is_filled(output: Path) -> None:
    write_journal(output, Journal("site", moves=("nam",)))
    (output / "nam").unlink()
    (output / "nam").mkdir()
    (output / "nam/cua-toi.txt").write_text("của người khác", "utf-8")
    finish(output)
    assert sorted(path.name for path in (output / "nam").iterdir()) == ["2014.html", "cua-toi.txt"]


def test_a_finished_change_leaves_no_journal(output: Path) -> None:
    write_journal(output, Journal("site", cleared=("nam",), moves=("nam",)))
    finish(output)
    assert not (output / ".archive-new/journal.json").exists()
    finish(output)
    assert (output / "nam/2014.html").exists()


def test_a_journal_cut_off_by_a_power_cut_is_not_followed(output: Path) -> None:
    (output / ".archive-new/journal.json").write_text('{"staging":"site","mo', "utf-8")
    finish(output)
    assert (output / "nam").read_text("utf-8") == "tệp cũ"
