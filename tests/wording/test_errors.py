"""Errors carry what their sentence needs, wherever they were raised."""

import pickle

import pytest

from archive.errors import ArchiveError, ConfigError, PublishError, RenderError, SiteError
from archive.model.issue import Issue


@pytest.mark.parametrize(
    "error",
    [
        RenderError("template-broken", "home.html", 3, reason="unexpected end"),
        PublishError("output-busy"),
        ConfigError("config-bent", "site.yml", 1, others=(Issue("yaml-tab", "site.yml", 2, "error"),), key="title"),
    ],
)
def test_an_error_comes_back_whole_from_a_worker_process(error: ArchiveError) -> None:
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is type(error)
    assert back.problems == error.problems


def test_all_problems_of_a_file_are_told_in_order() -> None:
    other = Issue("yaml-tab", "site.yml", 2, "error", {"text": "A"})
    error = ConfigError("config-bent", "site.yml", 1, others=[other], key="title")
    assert error.problems == (Issue("config-bent", "site.yml", 1, "error", {"key": "title"}), other)


def test_the_exit_code_tells_the_articles_from_the_command() -> None:
    errors = [SiteError("path-collision"), PublishError("path-collision"), PublishError("output-busy")]
    assert [error.exit_code for error in errors] == [1, 1, 2]
    assert ConfigError("config-missing").exit_code == 2
