"""Where people and text say different things is told, and nowhere else."""

from pathlib import Path

import pytest

from archive.model.report import BuildOptions, Drift
from archive.pipeline import drift

TEXT = """12/03/2015 - 08:15

Đảng bộ xã Vĩnh Tường

Ba con đường mới

Sáng 11-3, Đảng bộ xã Vĩnh Tường khánh thành ba con đường do nhân dân góp công làm trong mùa khô vừa rồi.

Mỗi con đường dài hơn một cây số, rộng ba mét, hai bên trồng dừa. Bà con góp hơn một nghìn ngày công để làm.

Lê Thu
"""


def drifts(folder: Path, front: str, text: str = TEXT, units: str = "") -> list[Drift]:
    """What drift says of one article with this front matter."""
    articles = folder / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text(f"---\n{front}---\n{text}", "utf-8")
    (folder / "units.yml").write_text(units, "utf-8")
    return drift(BuildOptions(folder, articles, folder / "public", folder / "site.yml"))


def test_a_correction_is_told_with_both_values_and_their_lines(tmp_path: Path) -> None:
    assert drifts(tmp_path, "date: 2015-03-13\nbyline: Lê Thư\n") == [
        Drift("articles/a.txt", 2, "date", ("2015-03-13",), ("2015-03-12T08:15",), (5,)),
        Drift("articles/a.txt", 3, "byline", ("Lê Thư",), ("Lê Thu",), (15,)),
    ]


def test_what_a_person_added_or_denied_is_told(tmp_path: Path) -> None:
    assert drifts(tmp_path, "unit: chưa rõ\nplace: Vĩnh Tường\n") == [
        Drift("articles/a.txt", 2, "unit", (), ("Đảng bộ xã Vĩnh Tường",), (7,)),
        Drift("articles/a.txt", 3, "place", ("Vĩnh Tường",), ()),
    ]


@pytest.mark.parametrize(
    "front",
    [
        "date: 2015-03-12 08:15\nunit: Đảng bộ xã Vĩnh Tường\nheadline: Ba con đường mới\nbyline: Lê Thu\n",
        "slug: con-duong\nchecked: true\nnote: đã hỏi\n",
        "place: chưa rõ\n",
        "unit: A: B\n",
    ],
    ids=["the same", "no fields of the record", "both know nothing", "front matter that cannot be read"],
)
def test_agreement_is_silent(tmp_path: Path, front: str) -> None:
    assert drifts(tmp_path, front) == []


def test_capitals_that_the_authority_file_restores_are_no_difference(tmp_path: Path) -> None:
    text = TEXT.replace("Đảng bộ xã Vĩnh Tường", "ĐẢNG BỘ XÃ VĨNH TƯỜNG")
    assert drifts(tmp_path, "unit: Đảng bộ xã Vĩnh Tường\n", text, "- name: Đảng bộ xã Vĩnh Tường\n") == []


def test_nothing_is_written(tmp_path: Path) -> None:
    drifts(tmp_path, "byline: Lê Thư\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "units.yml"]
