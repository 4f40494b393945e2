"""A project's own word lists are read by every command, and a change in them reads the articles again."""

from pathlib import Path

from archive.knowledge import knowledge_of
from archive.model.report import BuildOptions
from archive.pipeline import build, extract

ARTICLE = """Đội Du kích ấp Mẫu dọn kinh

Từ đầu mùa khô, mười hai người trong ấp chia nhau từng đoạn kinh mà dọn. Nước nay đã chảy thông.
"""


def project(root: Path) -> BuildOptions:
    """A project of one article about a body that the program does not know."""
    (root / "articles").mkdir()
    (root / "articles" / "kinh.txt").write_text(ARTICLE, "utf-8")
    return BuildOptions(root, root / "articles", root / "public", root / "site.yml", jobs=1)


def teach(root: Path) -> None:
    """The project learns of the body."""
    (root / "vocabulary").mkdir()
    (root / "vocabulary" / "bodies.txt").write_text("[cấp chi bộ]\nĐội Du kích\n", "utf-8")


def test_a_body_of_the_project_is_found(tmp_path: Path) -> None:
    project(tmp_path)
    teach(tmp_path)
    (article,) = extract([tmp_path / "articles"], knowledge_of(tmp_path, ()))
    assert article.record.unit == ("Đội Du kích ấp Mẫu",)


def test_a_word_that_is_learned_later_reads_the_articles_again(tmp_path: Path) -> None:
    options = project(tmp_path)
    assert build(options).without["unit"] == 1
    teach(tmp_path)
    assert build(options).without["unit"] == 0


def test_a_site_without_search_has_no_box_and_no_index(tmp_path: Path) -> None:
    options = project(tmp_path)
    assert build(options).issues == ()
    assert 'role="search"' in (options.output / "index.html").read_text("utf-8")
    options.config.write_text("search: false\n", "utf-8")
    assert build(options).issues == ()
    assert 'role="search"' not in (options.output / "index.html").read_text("utf-8")
    assert not (options.output / "tim-kiem.html").exists()
    assert not (options.output / "tim-kiem").exists()
    options.config.unlink()
    build(options)
    assert (options.output / "tim-kiem.html").exists()
