"""What tests of several parts share: the project's folder, the inputs beside it, and a browser where there is one."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

hypothesis.settings.register_profile("archive", deadline=None)  # a busy machine is no failure
hypothesis.settings.load_profile("archive")

PROJECT = Path(__file__).parents[1]
WORKSHOP = ".archive-new"


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of this project."""
    return PROJECT


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The real articles that stand beside the checkout; tests over them are skipped where they are not."""
    folder = PROJECT.parent / "shared" / "corpus"
    if not folder.is_dir():
        pytest.skip("there is no ../shared/corpus")
    return folder


@pytest.fixture(scope="session")
def contents() -> Callable[[Path], dict[str, bytes]]:
    """Reads every file of a site by its path, those left by a killed build not counted."""

    def contents(folder: Path) -> dict[str, bytes]:
        files = (file for file in folder.rglob("*") if file.is_file() and WORKSHOP not in file.parts)
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}

    return contents


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium; where there is none its tests are skipped, but fail in CI."""
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium")
    if not chromium:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("there is no chromium")
    with playwright.sync_playwright() as engine:
        window = engine.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield window
        window.close()
