"""What is remembered changes how long a build takes, and never a byte of the site."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

Project = Any
Edit = Callable[[Project, Random, Callable[[int], str]], object]


def some_article(project: Project, chance: Random) -> Path:
    """One of the article files."""
    files: list[Path] = sorted(file for file in project.articles.rglob("*") if file.is_file())
    return chance.choice(files)


def add(project: Project, chance: Random, text_of: Callable[[int], str]) -> None:
    number = chance.randrange(1000)
    (project.articles / "suu-tam" / f"{number}.txt").write_text(text_of(number), "utf-8")


def delete(project: Project, chance: Random, _: Callable[[int], str]) -> None:
    some_article(project, chance).unlink()


def rename(project: Project, chance: Random, _: Callable[[int], str]) -> None:
    file = some_article(project, chance)
    file.rename(file.with_name(f"{chance.randrange(1000)}-{file.name}"))


def edit(project: Project, chance: Random, _: Callable[[int], str]) -> None:
    file = some_article(project, chance)
    file.write_text(file.read_text("utf-8") + f"\nThêm dòng thứ {chance.randrange(1000)} cho đủ chuyện.\n", "utf-8")


def edit_in_secret(project: Project, chance: Random, _: Callable[[int], str]) -> None:
    """Other words of the same length, and the old time put back."""
    file = some_article(project, chance)
    times = file.stat()
    old, new = chance.choice([("câu chuyện", "cuốn truyện"), ("ghi sổ", "ghi vở"), ("MINH TÂM", "MINH TẤM")])
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def touch(project: Project, chance: Random, _: Callable[[int], str]) -> None:
    os.utime(some_article(project, chance), ns=(0, chance.randrange(2**60)))


def set_aside(project: Project, chance: Random, _: Callable[[int], str]) -> None:
    some_article(project, chance).write_bytes(b"")


def rename_unit(project: Project, chance: Random, _: Callable[[int], str]) -> None:
    name = chance.choice(["Đảng ủy xã Tân An", "Đảng bộ xã Tân An", "Chi bộ xã Tân An"])
    text = f"- name: Huyện ủy Nậm Thủy\n- name: {name}\n  parent: Huyện ủy Nậm Thủy\n"
    text += "" if name == "Đảng ủy xã Tân An" else "  aliases: [Đảng ủy xã Tân An]\n"
    (project.root / "units.yml").write_text(text, "utf-8")


def drop_units(project: Project, *_: object) -> None:
    (project.root / "units.yml").unlink(missing_ok=True)


def change_template(project: Project, chance: Random, _: Callable[[int], str]) -> None:
    folder = project.root / "templates"
    folder.mkdir(exist_ok=True)
    block = f"{{% block tagline %}}<p>{chance.randrange(1000)}</p>{{% endblock %}}"
    (folder / "home.html").write_text(f'{{% extends "archive/home.html" %}}{block}', "utf-8")


def drop_templates(project: Project, *_: object) -> None:
    shutil.rmtree(project.root / "templates", ignore_errors=True)


def change_static(project: Project, chance: Random, _: Callable[[int], str]) -> None:
    folder = project.root / "static"
    folder.mkdir(exist_ok=True)
    (folder / "cua-toi.css").write_text(f"p {{ top: {chance.randrange(1000)}px }}", "utf-8")


def change_setting(project: Project, chance: Random, _: Callable[[int], str]) -> None:
    text = f"title: Kho tin {chance.randrange(1000)}\nper_page: {chance.choice([5, 6, 50])}\n"
    (project.root / "site.yml").write_text(text + chance.choice(["", "base_url: https://kho.example.org/\n"]), "utf-8")


def damage_memory(project: Project, chance: Random, _: Callable[[int], str]) -> None:
    """A few bytes of one of the memory's files are others."""
    file = chance.choice(sorted(file for file in project.memory().iterdir() if file.is_file()))
    content = bytearray(file.read_bytes())
    for _place in range(min(5, len(content))):
        content[chance.randrange(len(content))] ^= 0x55
    file.write_bytes(content)


def cut_memory(project: Project, chance: Random, _: Callable[[int], str]) -> None:
    file = chance.choice(sorted(file for file in project.memory().iterdir() if file.is_file()))
    content = file.read_bytes()
    file.write_bytes(content[: chance.randrange(len(content) + 1)])


def lose_packs(project: Project, *_: object) -> None:
    for pack in project.memory().glob("pack-*"):
        pack.unlink()


def lose_memory(project: Project, *_: object) -> None:
    shutil.rmtree(project.root / ".archive")


def spoil_page(project: Project, chance: Random, _: Callable[[int], str]) -> None:
    page = chance.choice(sorted(project.output.rglob("*.html")))
    page.write_text("hỏng", "utf-8")


def lose_page(project: Project, chance: Random, _: Callable[[int], str]) -> None:
    chance.choice(sorted(project.output.rglob("*.html"))).unlink()


def copy_project(project: Project, chance: Random, _: Callable[[int], str]) -> None:
    project.move(project.root.with_name(f"kho-{chance.randrange(10**6)}"))


EDITS: tuple[Edit, ...] = (
    add,
    delete,
    rename,
    edit,
    edit_in_secret,
    touch,
    set_aside,
    rename_unit,
    drop_units,
    change_template,
    drop_templates,
    change_static,
    change_setting,
    damage_memory,
    cut_memory,
    lose_packs,
    lose_memory,
    spoil_page,
    lose_page,
    copy_project,
)


@pytest.mark.parametrize("change", EDITS, ids=lambda change: change.__name__)
def test_a_build_after_a_change_is_the_one_from_nothing(
    project: Project, text_of: Callable[[int], str], change: Edit
) -> None:
    project.build()
    for seed in range(2):
        change(project, Random(seed), text_of)
        project.build()
        assert project.site() == project.clean()


@pytest.mark.parametrize("seed", range(6))
def test_a_build_after_many_changes_is_the_one_from_nothing(
    project: Project, text_of: Callable[[int], str], seed: int
) -> None:
    chance = Random(seed)
    project.build()
    for _ in range(8):
        changes = chance.choices(EDITS, k=chance.randrange(1, 4))
        for change in changes:
            if change is not delete or len(list(project.articles.rglob("*.txt"))) > 2:
                change(project, chance, text_of)
            if not (project.root / ".archive").is_dir():
                project.build()
        project.build()
        assert project.site() == project.clean(), [change.__name__ for change in changes]


def test_a_build_with_nothing_changed_writes_no_file(project: Project) -> None:
    first = project.build()
    before = {file: file.stat() for file in project.root.rglob("*")}
    again = project.build()
    after = {file: file.stat() for file in project.root.rglob("*")}
    outside = {file for file in before if ".archive" not in file.parts}
    assert {file: after[file].st_mtime_ns for file in outside if file.is_file()} == {
        file: before[file].st_mtime_ns for file in outside if file.is_file()
    }
    assert set(after) == set(before)
    assert (again.written, again.removed, again.unchanged) == (0, 0, first.pages)
    assert (again.articles, again.without, again.issues) == (first.articles, first.without, first.issues)


def test_a_touched_article_leaves_every_page_as_it_stands(project: Project) -> None:
    project.build()
    pages = {file: file.stat().st_mtime_ns for file in project.output.rglob("*") if file.is_file()}
    for file in project.articles.rglob("*.txt"):
        os.utime(file, ns=(0, 10**18))
    assert project.build().written == 0
    assert {file: file.stat().st_mtime_ns for file in pages} == pages


def test_a_corrected_word_writes_its_page_and_leaves_other_articles(project: Project) -> None:
    project.build()
    before = project.site()
    file = next(project.articles.glob("03-*.txt"))
    file.write_text(file.read_text("utf-8").replace("Rồi ai về nhà nấy", "Rồi ai nấy về nhà"), "utf-8")
    report = project.build()
    changed = {path for path, content in project.site().items() if before.get(path) != content}
    articles = {path for path in changed if path.startswith("bai/2")}
    assert [path for path in articles if "bep-than" not in path] == []
    assert len(articles) == 1
    assert report.written == len(changed - {"manifest.json"})


def test_a_mark_corrected_and_then_a_word_are_one_article_to_read_each(project: Project) -> None:
    project.build()
    file = next(project.articles.glob("03-*.txt"))
    for old, new in (("Rồi ai", "Rồi, ai"), ("nhà nấy", "nhà ấy"), ("nhà ấy", "nhà, ấy"), ("về nhà", "ra nhà")):
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
        read = [phase.count for phase in project.build().phases if phase.name == "read"]
        assert read == [1], new
    assert project.site() == project.clean()


def test_a_deleted_article_takes_its_pages_with_it(project: Project) -> None:
    project.build()
    file = next(project.articles.glob("03-*.txt"))
    pages = [*project.output.rglob("bep-than*.html")]
    file.unlink()
    assert project.build().removed >= 1
    assert len([*project.output.rglob("bep-than*.html")]) == len(pages) - 1


def test_two_outputs_of_one_project_have_memories_of_their_own(project: Project) -> None:
    project.build()
    site = project.site()
    project.output = project.root / "public-khac"
    project.build()
    assert project.site() == site
    assert project.build().written == 0
