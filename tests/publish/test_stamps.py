"""What is remembered of the file system spares work and never hides a change."""

import os
from collections.abc import Callable
from pathlib import Path
from time import sleep

import pytest

from archive.publish import PublishReport

Publish = Callable[..., PublishReport]
Standing = Callable[[], dict[str, str]]

SITE = {"index.html": "trang chủ", "bai/a.html": "bài a"}


@pytest.fixture
def stamps(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "stamps"


@pytest.mark.skipif(os.name == "nt", reason="Windows does not tell when a file last changed in any way")
def test_an_edit_with_the_same_size_and_a_restored_time_is_seen(
    put: Publish, standing: Standing, output: Path, stamps: Path
) -> None:
    put(SITE, stamps=stamps)
    page = output / "index.html"
    before = page.stat()
    sleep(0.02)  # a clock of a file system may tick only every few milliseconds
    page.write_text("trang khủ", "utf-8")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert put(SITE, stamps=stamps).changed == ("index.html",)
    assert standing() == SITE


def test_an_edit_is_not_taken_for_ours_by_a_build_that_failed(
    put: Publish, standing: Standing, output: Path, stamps: Path
) -> None:
    put(SITE, stamps=stamps)
    (output / "index.html").write_text("của người khác", "utf-8")
    with pytest.raises(Exception, match="path-not-portable"):
        put({"con": ""}, stamps=stamps)
    put(SITE, stamps=stamps)
    assert standing() == SITE


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"\x82\xa8manifest"], ids=["empty", "garbage", "cut off"])
def test_a_damaged_memory_is_as_none(
    put: Publish, standing: Standing, output: Path, stamps: Path, content: bytes
) -> None:
    put(SITE, stamps=stamps)
    stamps.write_bytes(content)
    (output / "index.html").write_text("của người khác", "utf-8")
    put(SITE, stamps=stamps)
    assert standing() == SITE


def test_the_memory_of_another_site_is_as_none(put: Publish, stamps: Path) -> None:
    put(SITE, stamps=stamps)
    remembered = stamps.read_bytes()
    put({"index.html": "mới"}, stamps=stamps)
    stamps.write_bytes(remembered)
    assert put({"index.html": "mới"}, stamps=stamps).written == 0


def test_a_site_that_is_the_same_leaves_the_memory_alone(put: Publish, stamps: Path) -> None:
    put(SITE, stamps=stamps)
    before = stamps.stat().st_mtime_ns
    put(SITE, stamps=stamps)
    assert stamps.stat().st_mtime_ns == before
