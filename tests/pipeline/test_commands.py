"""Each command does what it says, and what cannot be done leaves the old site as it stood."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from archive.errors import ArchiveError, ConfigError, PublishError, RenderError, SiteError, SourceError
from archive.pipeline import build, check, extract

Project = Any
Contents = Callable[[Path], dict[str, bytes]]


def spoil_settings(project: Project) -> None:
    (project.root / "site.yml").write_text("titel: Kho tin\n", "utf-8")


def spoil_units(project: Project) -> None:
    (project.root / "units.yml").write_text("- name: A\n- name: A\n", "utf-8")


def ask_twice_for_one_address(project: Project) -> None:
    for name in ("x", "y"):
        (project.articles / f"{name}.md").write_text("---\nslug: hop\nheadline: Họp\n---\n\nHọp.\n", "utf-8")


def break_template(project: Project) -> None:
    (project.root / "templates").mkdir()
    (project.root / "templates" / "home.html").write_text("{% block main %}", "utf-8")


def name_no_such_thing(project: Project) -> None:
    (project.root / "templates").mkdir()
    (project.root / "templates" / "home.html").write_text("{{ view.khong_co }}", "utf-8")


def lose_articles(project: Project) -> None:
    project.articles.rename(project.root / "bai-bao")


def put_a_file_of_ones_own_in_the_way(project: Project) -> None:
    (project.root / "static" / "x").mkdir(parents=True)
    (project.root / "static" / "x" / "a.css").write_text("a {}", "utf-8")
    (project.output / "static" / "x").write_text("của tôi", "utf-8")


MISTAKES = {
    spoil_settings: ConfigError,
    spoil_units: ConfigError,
    ask_twice_for_one_address: SiteError,
    break_template: RenderError,
    name_no_such_thing: RenderError,
    lose_articles: SourceError,
    put_a_file_of_ones_own_in_the_way: PublishError,
}


@pytest.mark.parametrize(("mistake", "error"), MISTAKES.items(), ids=lambda given: getattr(given, "__name__", ""))
def test_what_stops_a_build_leaves_the_old_site_as_it_stood(
    project: Project, mistake: Callable[[Project], None], error: type[ArchiveError]
) -> None:
    project.build()
    mistake(project)
    before = project.site()
    with pytest.raises(error):
        project.build()
    assert project.site() == before
    assert not (project.output / ".archive-new").exists() or not list((project.output / ".archive-new").glob("site-*"))


def test_a_build_goes_on_after_a_mistake_is_mended(project: Project) -> None:
    ask_twice_for_one_address(project)
    with pytest.raises(SiteError):
        project.build()
    (project.articles / "y.md").unlink()
    assert project.build().articles == 13
    assert project.site() == project.clean()


def test_the_report_counts_what_the_site_holds(project: Project) -> None:
    (project.articles / "rong.txt").write_text("", "utf-8")
    report = project.build()
    site = project.site()
    assert report.articles == 13
    assert report.set_aside == 1
    assert [issue.code for issue in report.issues] == ["file-empty"]
    assert report.pages == report.written == len(site) - 1
    assert report.without["date"] == 0


def test_a_check_tells_what_a_build_would_and_writes_nothing(project: Project) -> None:
    (project.articles / "rong.txt").write_text("", "utf-8")
    before = {path: path.stat().st_mtime_ns for path in project.root.rglob("*")}
    found = check(project.options())
    assert {path: path.stat().st_mtime_ns for path in project.root.rglob("*")} == before
    report = project.build()
    assert (found.articles, found.without, found.set_aside) == (report.articles, report.without, report.set_aside)
    assert found.issues == report.issues
    assert len(found.queue) == report.review


def test_another_executor_makes_the_same_site(project: Project) -> None:
    with ThreadPoolExecutor(2) as executor:
        build(project.options(), executor=executor)
    assert project.site() == project.clean()


def test_progress_is_told_to_the_end_of_each_phase(project: Project) -> None:
    told: list[tuple[int, int, str]] = []
    build(project.options(), lambda done, total, phase: told.append((done, total, phase)))
    assert {phase for _, _, phase in told} == {"read", "write"}
    assert all(0 < done <= total for done, total, _ in told)
    assert [done == total for done, total, phase in told if phase == "read"][-1]


def test_extraction_gives_an_article_for_every_file_in_order(project: Project) -> None:
    (project.articles / "rong.txt").write_text("", "utf-8")
    names = [article.record.file for article in extract([project.articles])]
    assert names == sorted(names)
    assert len(names) == 13


def test_a_unit_in_capitals_has_no_page_of_its_own(project: Project) -> None:
    project.build()
    names = {path for path in project.site() if path.startswith("don-vi/") and "--" not in path}
    assert len([name for name in names if name.startswith("don-vi/dang-uy-xa-tan-an")]) == 2
    assert len(names) == 4


def test_a_name_that_ends_like_an_index_is_not_marked_as_one(project: Project) -> None:
    text = "---\ndate: 2014\nbyline: Đội Index\nheadline: Họp\n---\n\nHọp.\n"
    (project.articles / "x.md").write_text(text, "utf-8")
    project.build()
    site = {path: content.decode() for path, content in project.site().items() if path.startswith("tac-gia/")}
    assert 'href="../tac-gia/index.html" aria-current="page"' in site["tac-gia/index.html"]
    assert 'href="../tac-gia/index.html" aria-current="true"' in site["tac-gia/doi-index.html"]


def test_a_project_of_no_articles_is_a_site(project: Project) -> None:
    for file in project.articles.glob("*.txt"):
        file.unlink()
    assert project.build().articles == 0
    assert b"</html>" in project.site()["index.html"]


def test_another_base_url_changes_absolute_addresses_only(project: Project) -> None:
    project.build()
    first = project.site()["feed.xml"]
    (project.root / "site.yml").write_text(
        (project.root / "site.yml").read_text("utf-8").replace("kho.example.org", "tin.example.org"), "utf-8"
    )
    project.build()
    assert project.site()["feed.xml"] == first.replace(b"kho.example.org", b"tin.example.org")
