"""The table of `make bench` says what was measured, and takes the place of nothing but its own section."""

from pathlib import Path

import pytest

from bench.results import Pair, Row, line, put_section

ROW = Row("plain", "cold build", "Hugo's cold build", 0.5)
UNCHANGED = Row("unchanged", "build when nothing changed", "Hugo's cold build", 0.5)


def test_a_section_is_made_where_there_is_no_file(tmp_path: Path) -> None:
    put_section(tmp_path / "R.md", "build", "fresh\n")

    assert (tmp_path / "R.md").read_text("utf-8") == "# Measured\n\n<!-- build -->\nfresh\n<!-- /build -->\n"


def test_a_section_takes_the_place_of_its_own_text_alone(tmp_path: Path) -> None:
    file = tmp_path / "R.md"
    for name, text in (("search", "found\n"), ("build", "old\n"), ("build", "new\n"), ("search", "found again\n")):
        put_section(file, name, text)

    assert file.read_text("utf-8") == (
        "# Measured\n\n<!-- search -->\nfound again\n<!-- /search -->\n\n<!-- build -->\nnew\n<!-- /build -->\n"
    )


def test_a_section_without_an_end_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "R.md").write_text("<!-- build -->\nby hand\n", "utf-8")

    with pytest.raises(SystemExit):
        put_section(tmp_path / "R.md", "build", "new\n")

    assert (tmp_path / "R.md").read_text("utf-8") == "<!-- build -->\nby hand\n"


def test_a_line_shows_the_median_of_the_ratios_and_how_far_they_spread() -> None:
    pairs = [Pair(2.0, 4.0, 0.6), Pair(1.0, 5.0, 0.4), Pair(3.0, 1.0, 0.5)]

    assert line(ROW, pairs) == (
        "cold build",
        "0.50 × Hugo's cold build",
        "0.50 ×",
        "0.20–3.00",
        "0.50 ×",
        "reached",
        "2.00 s",
        "4.00 s",
        "",
    )


@pytest.mark.parametrize(("written", "verdict"), [(0, "reached"), (1, "**missed**")])
def test_a_build_of_nothing_new_must_write_no_file(written: int, verdict: str) -> None:
    assert verdict in line(UNCHANGED, [Pair(0.1, 1.0, 0.1, written)])
