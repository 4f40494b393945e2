"""A file that is open elsewhere, on a system that then lets nobody replace it."""

from pathlib import Path

import pytest

from archive.errors import PublishError
from archive.publish.swap import patiently


def test_a_file_that_is_let_go_is_replaced() -> None:
    tries: list[int] = []

    def step() -> None:
        tries.append(1)
        if len(tries) < 3:
            raise PermissionError

    patiently(step, "index.html", pause=0)
    assert len(tries) == 3


def test_a_file_that_stays_open_is_named() -> None:
    def step() -> None:
        raise PermissionError

    with pytest.raises(PublishError) as caught:
        patiently(step, "bai/a.html", pause=0)
    assert (caught.value.code, caught.value.file) == ("output-file-busy", "bai/a.html")


def test_a_failure_of_another_kind_is_not_tried_again(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        patiently((tmp_path / "none").unlink, "none")
