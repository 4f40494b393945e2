"""Builds a small site with search from the articles of a search benchmark: pages, page of results, index, map.json.

    python bench/search/site.py CORPUS SITE

CORPUS is what `gen.py` of the benchmark wrote. Its articles are read by a plain reader of their four layouts.
"""

import json
import re
import shutil
import sys
import tempfile
import time
import unicodedata
from concurrent.futures import ProcessPoolExecutor
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from archive.render.views import PageView, SiteView
from archive.search import Listing, SearchDocument, analyse, build_index
from archive.search.reader import head_json, reader_script

ROOT = Path(__file__).resolve().parents[2]
_DATE = re.compile(r"(\d\d)/(\d\d)/(\d{4}) - (\d\d:\d\d)$")
_AMERICAN = re.compile(r"(.*) \((\d\d)/(\d\d)/(\d{4}) \d+:\d\d [AP]M\)$")
_BYLINE = re.compile(r"(?:Bài, ảnh|Tác giả): (.+)$")


def main(corpus: Path, site: Path) -> None:
    """Builds the site and tells how long the index took and how large it is."""
    shutil.rmtree(site, ignore_errors=True)
    files = sorted((corpus / "txt").iterdir())
    with ProcessPoolExecutor(2) as executor:
        read = list(executor.map(read_document, files, chunksize=100))
        read.sort(key=lambda pair: pair[1].path)
        read.sort(key=lambda pair: pair[1].date, reverse=True)
        documents = [document for _, document in read]
        for document in documents:
            write(site, document.path, page_of(document).encode())
        started = time.perf_counter()
        analyses = list(executor.map(analyse, documents, chunksize=50))
        analysed = time.perf_counter()
        with tempfile.TemporaryDirectory(dir=site) as workspace:
            listings: list[Listing] = list(documents)
            index = build_index(listings, analyses, Path(workspace), executor=executor)
            for file in index.files:
                write(site, file.path, file.content)
        ended = time.perf_counter()
    print(f"{len(documents)} articles: analysed in {analysed - started:.2f} s, index built in {ended - analysed:.2f} s")
    shutil.copytree(ROOT / "static", site / "static")
    script = reader_script(lambda path: (ROOT / "static" / path).read_bytes())
    write(site, script.path, script.content)
    write(site, "tim-kiem.html", results_page(head_json(index.head)).encode())
    ids = {f"/{document.path}": name[:6] for name, document in read} | {
        document.path: name[:6] for name, document in read
    }
    (corpus / "map.json").write_text(json.dumps(ids), "utf-8")


def read_document(file: Path) -> tuple[str, SearchDocument]:
    """The name of an article's file and the article."""
    lines = unicodedata.normalize("NFC", file.read_text("utf-8")).split("\n")
    paragraphs = [line.strip() for line in lines if line.strip()]
    date, byline, unit = "", "", ""
    if match := _DATE.match(paragraphs[0]):
        date = f"{match[3]}-{match[2]}-{match[1]}T{match[4]}"
        unit, headline, *texts = paragraphs[1:]
    elif american := next((i for i, text in enumerate(paragraphs) if _AMERICAN.match(text)), None):
        found = _AMERICAN.match(paragraphs[american])
        assert found
        date, headline, texts = f"{found[4]}-{found[2]}-{found[3]}", found[1], paragraphs[american + 1 :]
    else:
        headline, *texts = paragraphs[1:]
    signed = next((match[1] for text in texts if (match := _BYLINE.match(text))), "")
    byline = signed.title()
    units = ((unit,),) if unit else ()
    path = f"bai/{date[:4] or 'khong-ro'}/{file.stem}.html"
    people = (byline,) if byline else ()
    return file.name, SearchDocument(
        path=path, headline=headline, date=date, units=units, byline=people, lead=texts[0], texts=tuple(texts[1:])
    )


def page_of(document: SearchDocument) -> str:
    """A plain page of an article, of about the size of a real one."""
    text = "".join(f"<p>{escape(text)}</p>\n" for text in (document.lead, *document.texts))
    title = escape(document.headline)
    head = f'<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head>'
    box = '<script src="../../static/search/box.js" defer></script>'
    body = f'<article><h1>{title}</h1><div class="text">{text}</div></article>'
    return f"{head}<body><main>{body}</main>{box}</body></html>\n"


def results_page(head: str) -> str:
    """The page of results, from the project's own template."""
    environment = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    page = PageView(path="tim-kiem.html", root="", title="Tìm kiếm", description="")
    site = SiteView(title="Kho thử", tagline="", publisher="", notice="", base_url="", generator="archive")
    context = {"site": site, "page": page, "view": {"page": page, "head": head}, "menu": "", "search": ""}
    return environment.get_template("search.html").render(context)


def write(site: Path, path: str, content: bytes) -> None:
    """Writes one file below the site."""
    target = site / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
