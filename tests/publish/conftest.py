"""A site as a plain mapping of paths to texts, published and read back."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from archive.model.output import OutputFile
from archive.publish import PublishReport, publish

Tree = Mapping[str, str]
Publish = Callable[..., PublishReport]
Read = Callable[..., dict[str, str]]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "public"


@pytest.fixture
def put(output: Path) -> Publish:
    """Publishes a tree into the output folder."""

    def put(tree: Tree, articles: Path | None = None, stamps: Path | None = None) -> PublishReport:
        files = (OutputFile(path, text.encode(), origin=f"articles/{path}") for path, text in tree.items())
        return publish(files, output, articles=articles, stamps=stamps)

    return put


@pytest.fixture
def standing(output: Path) -> Callable[[], dict[str, str]]:
    """Reads every file of the output folder but the manifest."""

    def standing() -> dict[str, str]:
        paths = (path for path in output.rglob("*") if path.is_file())
        tree = {path.relative_to(output).as_posix(): path.read_text("utf-8") for path in paths}
        tree.pop("manifest.json", None)
        return tree

    return standing
