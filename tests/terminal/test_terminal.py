"""What is printed is made for the place where it goes."""

import re
from io import StringIO

import pytest

from archive.messages import use_language
from archive.terminal import Line, ProgressBar, show


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    use_language("en")


LINES: tuple[Line, ...] = ((("a.txt", "bold"), (" error", "red")), (("    ", "margin"), ("hint", "dim")))


def test_a_long_text_goes_on_beside_its_margin() -> None:
    terminal = Terminal()
    show(((("  1  ", "margin dim"), ("chữ ", "margin red"), ("mười " * 20, "")),), terminal)
    rows = [plain.rstrip() for plain in re.sub(r"\x1b\[[\d;]*m", "", terminal.getvalue()).splitlines()]
    assert rows == ["  1  chữ " + " ".join(["mười"] * 14), " " * 9 + " ".join(["mười"] * 6)]


def test_a_line_elsewhere_is_as_long_as_it_is() -> None:
    file = StringIO()
    show(((("  1  ", "margin"), ("mười " * 20, "")),), file)
    assert file.getvalue() == "  1  " + "mười " * 20 + "\n"


def test_colour_is_for_terminals() -> None:
    terminal, file = Terminal(), StringIO()
    show(LINES, terminal)
    show(LINES, file)
    assert "\x1b[31m error" in terminal.getvalue()
    assert file.getvalue() == "a.txt error\n    hint\n"


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal()
    show(LINES, terminal)
    assert terminal.getvalue() == "a.txt error\n    hint\n"


def test_a_file_name_with_brackets_is_shown_as_it_is() -> None:
    terminal = Terminal()
    show(((("[red]a.txt[/]", ""),),), terminal)
    assert "[red]a.txt[/]" in terminal.getvalue()


@pytest.mark.parametrize(
    ("stream", "patience", "shown"), [(Terminal(), 0, True), (Terminal(), 60, False), (StringIO(), 0, False)]
)
def test_a_bar_is_shown_on_a_terminal_when_the_work_takes_a_while(
    stream: StringIO, patience: float, shown: bool
) -> None:
    bar = ProgressBar(stream, patience)
    bar(1, 2, "read")
    bar(2, 2, "read")
    bar.close()
    assert ("Reading articles" in stream.getvalue()) is shown
