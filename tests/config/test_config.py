"""The settings and the authority file are read whole or refused with every problem and its line."""

from pathlib import Path

import pytest

from archive.config import load_settings, load_units
from archive.errors import ConfigError
from archive.given import given_by
from archive.model.issue import Issue
from archive.model.report import BuildOptions
from archive.model.settings import Settings, Unit

CASES = Path(__file__).with_name("cases")


def cases(name: str) -> list[object]:
    """Each case of a file: what stands in the configuration, and the issues."""
    found = [block.partition("\n") for block in (CASES / name).read_text("utf-8").split("\n== ")[1:]]
    return [pytest.param(*block.split("->\n"), id=title) for title, _, block in found]


def site_issue(issue: Issue) -> str:
    """An issue as the cases of `site.yml` write it."""
    remedy = next((issue.values[name] for name in ("remedy", "keys") if name in issue.values), "")
    return f"line {issue.line}: {issue.severity} {issue.code} {issue.values.get('key', '')}: {remedy}".rstrip()


def unit_issue(issue: Issue) -> str:
    """An issue as the cases of `units.yml` write it."""
    remedy = next((issue.values[name] for name in ("remedy", "keys") if name in issue.values), "")
    return f"line {issue.line}: {issue.severity} {issue.code} {remedy}".rstrip()


@pytest.mark.parametrize(("text", "expected"), cases("site.txt"))
def test_settings_are_read_as_the_case_says(tmp_path: Path, text: str, expected: str) -> None:
    (tmp_path / "site.yml").write_text(text, "utf-8")
    try:
        _, issues = load_settings(tmp_path / "site.yml")
    except ConfigError as error:
        issues = error.problems
    assert [site_issue(issue) for issue in issues] == [line for line in expected.split("\n") if line]


@pytest.mark.parametrize(("text", "expected"), cases("units.txt"))
def test_units_are_read_as_the_case_says(tmp_path: Path, text: str, expected: str) -> None:
    (tmp_path / "units.yml").write_text(text, "utf-8")
    try:
        _, issues = load_units(tmp_path / "units.yml")
    except ConfigError as error:
        issues = error.problems
    assert [unit_issue(issue) for issue in issues] == [line for line in expected.split("\n") if line]


def test_without_files_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "site.yml") == (Settings(), ())
    assert load_units(tmp_path / "units.yml") == ((), ())


def test_the_values_of_site_yml_are_used(tmp_path: Path) -> None:
    text = "\ufefftitle:  Kho tin\nper_page: 20\r\nlanguage: en\nbase_url: http://bao.example.org/kho\n"
    (tmp_path / "site.yml").write_bytes(text.encode())
    settings, _ = load_settings(tmp_path / "site.yml")
    assert settings == Settings(title="Kho tin", per_page=20, language="en", base_url="http://bao.example.org/kho/")


def test_a_parent_is_named_as_its_own_entry_names_it(tmp_path: Path) -> None:
    text = "- name: Huyện ủy Bàu Sim\n  aliases: [Đảng bộ Bàu Sim]\n- name: Chi bộ A\n  parent: ĐẢNG BỘ BÀU SIM\n"
    (tmp_path / "units.yml").write_text(text, "utf-8")
    units, _ = load_units(tmp_path / "units.yml")
    assert units == (
        Unit("Huyện ủy Bàu Sim", ("Đảng bộ Bàu Sim",), line=1),
        Unit("Chi bộ A", parent="Huyện ủy Bàu Sim", line=3),
    )


def test_a_file_in_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "site.yml").write_bytes(b"title: A\nnotice: \xff\xfe\n")
    with pytest.raises(ConfigError) as caught:
        load_settings(tmp_path / "site.yml")
    assert (caught.value.code, caught.value.line) == ("config-encoding", 2)


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site.yml").mkdir()
    with pytest.raises(ConfigError) as caught:
        load_settings(tmp_path / "site.yml")
    assert caught.value.code == "config-unreadable"


@pytest.mark.parametrize("name", ["vocabulary/units.txt", "templates/base.html", "static/style.css"])
def test_a_file_of_the_project_that_cannot_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    file = tmp_path / name
    for folder in (file.parent, tmp_path / "articles"):
        folder.mkdir()
    file.touch()
    read_bytes = Path.read_bytes

    def held_by_another_program(path: Path) -> bytes:
        if path == file:
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", held_by_another_program)
    options = BuildOptions(tmp_path, tmp_path / "articles", tmp_path / "public", tmp_path / "site.yml")
    with pytest.raises(ConfigError) as caught:
        given_by(options).digest({})
    assert (caught.value.code, caught.value.file) == ("config-unreadable", file.as_posix())
    assert caught.value.values == {"reason": "Permission denied"}
