"""Templates that were compiled before are taken as they are, and never when they are damaged or of another state."""

from pathlib import Path

import pytest

from archive.render.environment import Templates


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one page and what every project has."""
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "_words.html").write_text("", "utf-8")
    (folder / "base.html").write_text("<p>{% block main %}{% endblock %}</p>", "utf-8")
    (folder / "page.html").write_text('{% extends "base.html" %}{% block main %}{{ word }}{% endblock %}', "utf-8")
    return folder


def printed(folder: Path, state: str = "first") -> bytes:
    """The page as a new process prints it."""
    return Templates((folder,), state, compiled=folder.with_name("compiled")).render("page.html", {"word": "Đảng"})


def kept(folder: Path) -> list[Path]:
    """The compiled templates that are kept."""
    return [file for file in folder.with_name("compiled").rglob("*") if file.is_file()]


def test_a_compiled_template_is_taken_without_compiling(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = printed(folder)
    monkeypatch.setattr("jinja2.Environment.compile", lambda *_: pytest.fail("compiled again"))
    assert printed(folder) == first == "<p>Đảng</p>".encode()


def test_every_byte_of_a_compiled_template_that_is_another_is_noticed(folder: Path) -> None:
    first = printed(folder)
    for file in kept(folder):
        whole = file.read_bytes()
        for place in range(0, len(whole), 7):
            file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            assert printed(folder) == first
        file.write_bytes(whole[: len(whole) // 2])
        assert printed(folder) == first


def test_another_state_compiles_anew(folder: Path) -> None:
    printed(folder)
    (folder / "base.html").write_text("<div>{% block main %}{% endblock %}</div>", "utf-8")
    assert printed(folder, "second") == "<div>Đảng</div>".encode()


def test_templates_that_cannot_be_joined_are_kept_apart(folder: Path) -> None:
    printed(folder)
    dynamic = '{% set frame = "base.html" %}{% extends frame %}{% block main %}{{ word }}!{% endblock %}'
    (folder / "page.html").write_text(dynamic, "utf-8")
    assert printed(folder, "second") == printed(folder, "second") == "<p>Đảng!</p>".encode()


def test_where_nothing_can_be_written_templates_are_compiled_each_time(folder: Path) -> None:
    folder.with_name("compiled").write_text("in the way", "utf-8")
    assert printed(folder) == "<p>Đảng</p>".encode()
