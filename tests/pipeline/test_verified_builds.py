"""A verified build finds whatever the memory got wrong, and the time of a build is told phase by phase."""

from pathlib import Path

import pytest
from msgspec import structs

from archive.model.report import BuildOptions
from archive.pipeline import build, verify

TEXT = "Ba con đường mới\n\nSáng 11-3, Đảng bộ xã Vĩnh Tường khánh thành ba con đường do nhân dân góp công làm.\n"


@pytest.fixture
def options(tmp_path: Path) -> BuildOptions:
    """A project with one article, built."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(TEXT, "utf-8")
    options = BuildOptions(tmp_path, tmp_path / "articles", tmp_path / "public", tmp_path / "site.yml", jobs=1)
    build(options)
    return options


def test_a_right_output_has_no_differences_and_nothing_is_left_beside_it(options: BuildOptions) -> None:
    before = sorted(path.name for path in options.root.rglob("*"))
    assert verify(options) == ()
    assert sorted(path.name for path in options.root.rglob("*")) == before


def test_a_wrong_byte_a_missing_page_and_one_too_many_are_each_found(options: BuildOptions) -> None:
    home = options.output / "index.html"
    home.write_bytes(home.read_bytes().replace(b"</html>", b"</HTML>"))
    (options.output / "robots.txt").unlink()
    (options.articles / "a.txt").write_text(TEXT.replace("Ba con", "Bốn con"), "utf-8")
    found = {Path(one.file).relative_to(options.output).as_posix(): one.code for one in verify(options)}
    assert found["index.html"] == "verify-differs"
    assert found["robots.txt"] == "verify-missing"
    assert found["bai/chua-ro/ba-con-duong-moi.html"] == "verify-extra"


def test_a_build_that_remembers_nothing_makes_the_same_site(options: BuildOptions) -> None:
    clean = structs.replace(options, output=options.root / "clean")
    report = build(clean, remembering=False)
    assert report.written == report.pages
    assert verify(clean) == ()


def test_the_phases_of_a_build_stand_in_order_and_fill_its_time(options: BuildOptions) -> None:
    (options.articles / "b.txt").write_text(TEXT.replace("Ba con", "Hai con"), "utf-8")
    report = build(options)
    counts = {phase.name: phase.count for phase in report.phases}
    assert [*counts][:4] == ["list", "look", "load", "read"]
    assert (counts["list"], counts["read"], counts["publish"]) == (2, 1, report.written)
    assert 0.95 * report.seconds < sum(phase.seconds for phase in report.phases) <= report.seconds


def test_a_build_with_nothing_to_do_only_looks(options: BuildOptions) -> None:
    assert [phase.name for phase in build(options).phases] == ["list", "look", "close"]
