"""The example of `docs/scaling.md`, as it stands there, makes on a Dask cluster the site that is made alone."""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

DOCUMENT = Path(__file__).parents[2] / "docs" / "scaling.md"
EXAMPLE = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.fixture
def example() -> str:
    """The program in the document; without Dask its test is skipped, but fails in CI."""
    if find_spec("distributed") is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(
            "there is no Dask: pip install 'archive[dask]'"
        )
    found = EXAMPLE.search(DOCUMENT.read_text("utf-8"))
    assert found
    return found[1]


def test_a_site_built_on_a_cluster_is_the_one_built_alone(project: Any, example: str, tmp_path: Path) -> None:
    program = tmp_path / "build_on_cluster.py"
    program.write_text(example, "utf-8")

    done = subprocess.run(
        [sys.executable, program], cwd=project.root, capture_output=True, text=True, timeout=120, check=False
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("12 articles, ")
    assert project.site() == project.clean()
