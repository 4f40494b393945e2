"""What the template tests read: every page of the preview, rendered once."""

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

PREVIEW = runpy.run_path(str(Path(__file__).parent / "preview.py"))


@pytest.fixture(scope="session")
def render() -> Callable[..., dict[str, str]]:
    """Renders the preview's pages; folders of templates given to it go before the project's."""
    rendered: Callable[..., dict[str, str]] = PREVIEW["rendered"]
    return rendered


@pytest.fixture(scope="session")
def files(render: Callable[..., dict[str, str]]) -> dict[str, str]:
    """Every file of the preview by its path."""
    return render()


@pytest.fixture(scope="session")
def pages(files: dict[str, str]) -> dict[str, str]:
    """The HTML pages among them."""
    return {path: text for path, text in files.items() if path.endswith(".html")}


@pytest.fixture(scope="session")
def style() -> str:
    """The style sheet."""
    folder: Path = PREVIEW["PROJECT"]
    return (folder / "static" / "style.css").read_text("utf-8")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the preview, to be opened in a browser."""
    folder = tmp_path_factory.mktemp("preview")
    PREVIEW["main"](folder)
    return folder
