"""Whatever sites follow each other, the folder holds the last one and everybody else's files."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.errors import PublishError
from archive.model.output import OutputFile
from archive.publish import check_paths, publish

NAMES = ["a", "b", "B", "nam"] if sys.platform == "linux" else ["a", "b", "nam"]
"""Where case does not count, `b` and `B` are one file, and two owners of it cannot be told apart."""

PATHS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map("/".join)
TREES = st.dictionaries(PATHS, st.sampled_from(["", "một", "hai"]), max_size=6)
EDITS = st.lists(st.tuples(PATHS, st.sampled_from(["một", "của người khác", None])), max_size=2)


@settings(max_examples=150)
@given(steps=st.lists(st.tuples(TREES, EDITS), min_size=1, max_size=5), stamped=st.booleans())
def test_the_folder_holds_the_site_and_what_is_not_ours(
    steps: list[tuple[dict[str, str], list[tuple[str, str | None]]]], stamped: bool
) -> None:
    with TemporaryDirectory() as name:
        output, stamps = Path(name) / "public", Path(name) / "stamps" if stamped else None
        publish([], output)
        ours: dict[str, str] = {}
        for tree, edits in steps:
            before = read(output)
            foreign = {path: text for path, text in before.items() if path not in ours}
            try:
                check_paths((path, path) for path in tree)
                publish([OutputFile(path, tree[path].encode(), path) for path in tree], output, stamps=stamps)
            except PublishError:
                assert read(output) == before
            else:
                assert read(output) == foreign | tree
                ours = tree
            for path, text in edits:
                edit(output / path, text)


def read(output: Path) -> dict[str, str]:
    paths = (path for path in output.rglob("*") if path.is_file() and path.name != "manifest.json")
    return {path.relative_to(output).as_posix(): path.read_text("utf-8") for path in paths}


def edit(file: Path, text: str | None) -> None:
    """What somebody else may do in the folder: write a file, or take one away."""
    if text is None and file.is_file():
        file.unlink()
    elif text is not None and file.parent.is_dir() and not file.is_dir():
        file.write_text(text, "utf-8")
