"""A project of a few articles on disk, and what a build from nothing would make of it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from archive.model.report import BuildOptions, BuildReport
from archive.pipeline import build
from archive.vietnamese.slugs import slug

Contents = Callable[[Path], dict[str, bytes]]
TITLES = (
    "Cây cầu ván",
    "Quyển sổ việc khó",
    "Đêm trực trạm bơm",
    "Bếp than ở khu phố",
    "Buổi họp dưới tán me",
    "Tủ cơm ca ba",
    "Lớp học ban đêm",
    "Mùa nước mặn",
)
UNITS = ("Đảng ủy xã Tân An", "Đảng ủy xã Tấn An", "Huyện ủy Nậm Thủy", "ĐẢNG ỦY XÃ TÂN AN")
AUTHORITY = """- name: Huyện ủy Nậm Thủy
- name: Đảng ủy xã Tân An
  parent: Huyện ủy Nậm Thủy
"""
SETTINGS = "title: Kho tin Nậm Thủy\nbase_url: https://kho.example.org/\nper_page: 5\n"


class Project:
    """A project folder, and the ways to build it."""

    def __init__(self, root: Path, contents: Contents) -> None:
        self.root = root
        self.articles = root / "articles"
        self.output = root / "public"
        self._contents = contents

    def options(self, output: Path | None = None, root: Path | None = None, jobs: int = 1) -> BuildOptions:
        """The options of a build of this project."""
        return BuildOptions(
            root=root or self.root,
            articles=self.articles,
            output=output or self.output,
            config=self.root / "site.yml",
            jobs=jobs,
        )

    def build(self, jobs: int = 1) -> BuildReport:
        """Builds the site with what is remembered."""
        return build(self.options(jobs=jobs))

    def site(self) -> dict[str, bytes]:
        """The site as it stands."""
        return self._contents(self.output)

    def clean(self) -> dict[str, bytes]:
        """The site as a build from nothing would make it."""
        with TemporaryDirectory() as empty:
            root = Path(empty)
            for name in ("templates", "static"):
                if (self.root / name).is_dir():
                    shutil.copytree(self.root / name, root / name)
            build(self.options(root / "public", root))
            return self._contents(root / "public")

    def move(self, root: Path) -> None:
        """Copies the whole folder and works on the copy: its times and its place are others."""
        shutil.copytree(self.root, root, copy_function=shutil.copy)
        shutil.rmtree(self.root)
        self.root, self.articles, self.output = root, root / "articles", root / "public"

    def memory(self) -> Path:
        """The folder in which builds are remembered."""
        return next(folder for folder in (self.root / ".archive").iterdir() if folder.is_dir())


def article_text(number: int) -> str:
    """The text of an invented article."""
    title = TITLES[number % len(TITLES)]
    day = f"{1 + number % 28:02}/{1 + number % 12:02}/{2010 + number % 6}"
    body = f"Bà con kể lại câu chuyện thứ {number} về {title.lower()}, kể đến đâu có người ghi sổ đến đó."
    return f"{day}\n\n{UNITS[number % len(UNITS)]}\n\n{title}\n\n{body}\n\n{body} Rồi ai về nhà nấy.\n\nMINH TÂM\n"


@pytest.fixture(scope="session")
def text_of() -> Callable[[int], str]:
    """Writes an article: each number has a text of its own."""
    return article_text


@pytest.fixture
def project(tmp_path: Path, contents: Contents) -> Project:
    """A project of twelve articles."""
    root = tmp_path / "kho"
    (root / "articles" / "suu-tam").mkdir(parents=True)
    for number in range(12):
        (root / "articles" / f"{number:02}-{slug(TITLES[number % len(TITLES)])}.txt").write_text(
            article_text(number), "utf-8"
        )
    (root / "site.yml").write_text(SETTINGS, "utf-8")
    (root / "units.yml").write_text(AUTHORITY, "utf-8")
    return Project(root, contents)
