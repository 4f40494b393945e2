"""The articles of a folder are found, in one order everywhere."""

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from archive.errors import SourceError
from archive.listing import list_articles
from archive.model.issue import Issue


def articles(root: Path, *names: str) -> Path:
    """A folder `articles` that holds files of these names."""
    folder = root / "articles"
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Chi bộ họp lệ", encoding="utf-8")
    return folder


def linked(link: Path, target: Path) -> None:
    """A symbolic link, where the system lets us make one."""
    try:
        link.symlink_to(target, target_is_directory=target.is_dir())
    except OSError:
        pytest.skip("symbolic links cannot be made here")


def test_articles_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    folder = articles(tmp_path, "b.txt", "a/z.md", "a.txt", "B.txt", "a-b/c.txt", "đ.txt", "z.txt")
    assert list_articles(folder).paths == ("B.txt", "a-b/c.txt", "a.txt", "a/z.md", "b.txt", "z.txt", "đ.txt")


def test_decomposed_names_stand_where_composed_ones_do(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "é.txt")
    folder = articles(tmp_path, decomposed, "f.txt", "ê.txt")
    assert [unicodedata.normalize("NFC", name) for name in list_articles(folder).paths] == ["f.txt", "é.txt", "ê.txt"]


def test_only_visible_articles_are_taken(tmp_path: Path) -> None:
    folder = articles(
        tmp_path, "a.txt", "b.MD", ".an.txt", ".git/x.txt", "anh.jpg", "c.txt.bak", "README", "d.txt/e.txt"
    )
    found = list_articles(folder)
    assert (found.paths, found.issues) == (("a.txt", "b.MD", "d.txt/e.txt"), ())


def test_an_empty_folder_has_no_articles(tmp_path: Path) -> None:
    assert list_articles(tmp_path).paths == ()


@pytest.mark.parametrize("name", ["missing", "file.txt"])
def test_what_is_no_folder_stops_the_program(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").touch()
    with pytest.raises(SourceError) as caught:
        list_articles(tmp_path / name)
    assert caught.value.code == "articles-missing"


def test_links_that_lead_outside_are_told(tmp_path: Path) -> None:
    folder = articles(tmp_path, "a.txt")
    (tmp_path / "ngoai").mkdir()
    (tmp_path / "ngoai" / "b.txt").touch()
    linked(folder / "tep.txt", tmp_path / "ngoai" / "b.txt")
    linked(folder / "thu-muc", tmp_path / "ngoai")
    linked(folder / "anh.jpg", tmp_path / "ngoai" / "b.txt")
    found = list_articles(folder)
    assert found.paths == ("a.txt",)
    assert found.issues == tuple(
        Issue("file-outside", f"articles/{name}", severity="error") for name in ("tep.txt", "thu-muc")
    )


def test_a_folder_beside_ours_with_a_longer_name_is_outside(tmp_path: Path) -> None:
    folder = articles(tmp_path, "a.txt")
    (tmp_path / "articles-cu").mkdir()
    (tmp_path / "articles-cu" / "b.txt").touch()
    linked(folder / "b.txt", tmp_path / "articles-cu" / "b.txt")
    assert [issue.code for issue in list_articles(folder).issues] == ["file-outside"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    folder = articles(tmp_path, "a.txt", "b/c.txt")
    linked(folder / "b" / "lai", folder)
    linked(folder / "xoay.txt", folder / "xoay.txt")
    found = list_articles(folder)
    assert (found.paths, found.issues) == (("a.txt", "b/c.txt", "xoay.txt"), ())


def test_a_link_to_an_article_of_the_folder_is_read(tmp_path: Path) -> None:
    folder = articles(tmp_path, "a.txt")
    linked(folder / "b.txt", folder / "a.txt")
    assert list_articles(folder).paths == ("a.txt", "b.txt")


@pytest.mark.skipif(sys.platform != "linux", reason="only here can a file have such a name")
def test_a_name_that_is_not_unicode_is_told(tmp_path: Path) -> None:
    folder = articles(tmp_path, "a.txt")
    Path(os.fsdecode(os.fsencode(folder) + b"/b\xe9.txt")).touch()
    found = list_articles(folder)
    assert found.paths == ("a.txt",)
    assert found.issues == (Issue("file-name-undecodable", "articles/b\\udce9.txt", severity="error"),)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    folder = articles(tmp_path, "a.txt", "khoa/b.txt")
    (folder / "khoa").chmod(0)
    found = list_articles(folder)
    (folder / "khoa").chmod(0o700)
    assert [(issue.code, issue.file) for issue in found.issues] == [("file-unreadable", "articles/khoa")]
