"""Which paths can stand beside each other."""

import pytest

from archive.errors import PublishError
from archive.publish import check_paths


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("bai/a.html", "bai/a.html"),
        ("bai/A.html", "bai/a.html"),
        ("static/\u1ea3nh.png", "static/a\u0309nh.png"),
        ("static/\u1ea2NH.png", "static/a\u0309nh.png"),
        ("nam", "nam/2014.html"),
        ("nam/2014.html", "nam"),
        ("manifest.json", "index.html"),
    ],
    ids=["the same", "case", "Unicode form", "both", "file then folder", "folder then file", "the manifest"],
)
def test_two_inputs_for_one_place_are_both_named(first: str, second: str) -> None:
    with pytest.raises(PublishError) as caught:
        check_paths([(first, "articles/mot.txt"), (second, "articles/hai.txt")])
    assert caught.value.code == "path-collision"
    assert "articles/mot.txt" in caught.value.values.values()


@pytest.mark.parametrize(
    "path",
    [
        "con",
        "bai/aux.html",
        "COM1.txt",
        "lpt9/a.html",
        "a./b",
        "a /b",
        "a?.html",
        "a:b",
        "../a",
        "a//b",
        "/a",
        "a/",
        "",
    ],
)
def test_a_name_that_windows_does_not_take_is_refused(path: str) -> None:
    with pytest.raises(PublishError) as caught:
        check_paths([(path, "articles/mot.txt")])
    assert (caught.value.code, caught.value.values["origin"]) == ("path-not-portable", "articles/mot.txt")


def test_a_path_of_241_characters_is_refused() -> None:
    check_paths([("a" * 240, "articles/mot.txt")])
    with pytest.raises(PublishError) as caught:
        check_paths([("a" * 241, "articles/mot.txt")])
    assert caught.value.code == "path-too-long"


def test_ordinary_paths_pass() -> None:
    paths = ["index.html", "bai/2014/a.html", "bai/2014/b.html", "console.html", ".nojekyll", "static/ảnh đẹp.png"]
    check_paths((path, path) for path in paths)
