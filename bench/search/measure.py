"""Measures search: what it finds, what it costs the reader and the build; writes the tables into RESULTS.md.

    python -m bench.search.measure [--articles 10000] [--seeds 7,11,29] [--settle 400] [--without pagefind,speed]

`make bench-search` installs Hugo and runs this. Needs Node, npm and Chromium, and `../shared/bench`. Each seed gives
other articles, needles and queries; our site is built from them by `archive build`, as they are: plain text. Pagefind
searches the same pages. The index is timed on the articles of `make bench`, from which Hugo builds its site.
"""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from bench.processes import run
from bench.results import put_section, table
from bench.sites import ARCHIVE, Corpus, Peer, Project

PROJECT = Path(__file__).resolve().parents[2]
SHARED = PROJECT.parent / "shared" / "bench"
RESULTS = PROJECT / "bench" / "RESULTS.md"
IN_MEMORY = Path("/dev/shm")
PACKAGES = ("playwright-core@1.65.1", "pagefind@1.6.0")
CLASSES = ("full", "nodia", "tone", "nfd", "d4dd", "abbr", "phrase", "keys", "apart")
OURS = ("--dom", "input[type=search]", "#ket-qua a", "--page", "/tim-kiem.html")
THEIRS = ("--page", "/pagefind.html")
PAGEFIND = """<!doctype html><meta charset="utf-8"><title>Pagefind</title><script type="module">
const engine = await import('./pagefind/pagefind.js');
const path = async (result) => new URL((await result.data()).url, location.href).pathname;
const search = async (query, count) => Promise.all((await engine.search(query)).results.slice(0, count).map(path));
window.bench = { init: () => engine.init(), search };
</script>
"""
INDEXING = re.compile(r"Indexing for search\s+([\d.,]+)")
TURNS = 3

Line = tuple[str, ...]


def main() -> None:
    """Measures what is asked for and writes the section."""
    options = arguments()
    without = options.without.split(",")
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as name:
        folder = Path(name)
        run(["npm", "install", "--silent", "--prefix", name, *PACKAGES], folder)
        found = [
            line
            for seed in options.seeds.split(",")
            for line in searched(folder, seed, options.articles, options.settle, pagefind="pagefind" not in without)
        ]
        speed = [] if "speed" in without else timed(folder, options.articles)
        put_section(RESULTS, "search", section(found, speed, options.articles, options.settle))


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seeds", default="7,11,29")
    parser.add_argument("--settle", default="400", help="milliseconds for which an answer must stand still")
    parser.add_argument("--without", default="", help="pagefind, speed")
    return parser.parse_args()


# ---- what is found


def searched(folder: Path, seed: str, articles: int, settle: str, *, pagefind: bool) -> Iterator[Line]:
    """The lines of one seed: ours, and Pagefind's."""
    corpus = folder / f"corpus-{seed}"
    command = [sys.executable, str(SHARED / "search" / "gen.py"), str(corpus), "--n", str(articles)]
    subprocess.run(command, check=True, env={**os.environ, "SEED": seed})
    project = Project(folder / f"site-{seed}").set_up(sorted((corpus / "txt").iterdir()), search=True)
    project.build()
    write_map(project.site, corpus / "map.json")
    size = sizes(project.site / "tim-kiem")
    yield (f"archive, seed {seed}", *cells(measured(folder, corpus, project.site, (*OURS, "--settle", settle))), size)
    if pagefind:
        program = folder / "node_modules" / ".bin" / "pagefind"
        run([str(program), "--site", str(project.site), "--glob", "bai/**/*.html"], folder)
        (project.site / "pagefind.html").write_text(PAGEFIND, "utf-8")
        size = sizes(project.site / "pagefind")
        yield (f"Pagefind, seed {seed}", *cells(measured(folder, corpus, project.site, THEIRS)), size)


def write_map(site: Path, file: Path) -> None:
    """Writes which of the benchmark's articles each page is."""
    records = map(json.loads, (site / "data" / "records.jsonl").read_text("utf-8").splitlines())
    numbers = {record["url"]: Path(record["file"]).name[:6] for record in records}
    file.write_text(json.dumps(numbers | {f"/{url}": number for url, number in numbers.items()}), "utf-8")


def measured(folder: Path, corpus: Path, site: Path, how: Sequence[str]) -> dict[str, Any]:
    """The benchmark's findings on its queries, with the class apart among them."""
    first, extra = (asked(folder, corpus, site, (*how, *more)) for more in ((), ("--extra", "--bytes", "0")))
    first.setdefault("classes", {}).update(extra.get("classes", {}))
    return first


def asked(folder: Path, corpus: Path, site: Path, how: Sequence[str]) -> dict[str, Any]:
    """The benchmark's findings."""
    out = folder / "found.json"
    files = ("--site", site, "--queries", corpus / "queries.json", "--map", corpus / "map.json", "--out", out)
    command = ["node", str(SHARED / "search" / "run.mjs"), *map(str, files), *how]
    subprocess.run(command, check=True, env={**os.environ, "BENCH_MODULES": str(folder)})
    found: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return found


def cells(found: dict[str, Any]) -> Line:
    """One line of the table of what is found; a search that failed says so."""
    classes, cold, warm = found["classes"], found.get("cold"), found.get("warm")
    scores = [
        f"{classes[name]['recall10']:.2f}/{classes[name]['mrr']:.2f}" if name in classes else "failed"
        for name in CLASSES
    ]
    if not cold or not warm:
        return (*scores, "", "", "", "")
    first = f"{cold['first_query_kb']:.0f} ({cold['first_query_kb_max']:.0f})"
    return (*scores, first, str(cold["requests"]), f"{warm['ms_median']:.0f}", f"{warm['renderer_rss_mb']:.0f}")


def sizes(folder: Path) -> str:
    """How many files a folder has, and how many megabytes, as they lie on the disk."""
    files = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    return f"{len(files):,} / {sum(files) / 1e6:.1f}"


# ---- what the index costs the build


def timed(folder: Path, articles: int) -> list[Line]:
    """The time that the index takes of a cold build and of one after a corrected article, beside Hugo's cold build."""
    corpus = Corpus(folder).make(SHARED / "make_corpus.py", articles)
    project = Project(folder / "ours").set_up(sorted(corpus.records.iterdir()), search=True)
    peer = Peer(folder / "hugo").set_up(corpus)
    cold, corrected, hugo = [], [], []
    for turn in range(TURNS):
        project.forget()
        hugo.append(peer.build().seconds)
        cold.append(indexing(project))
        project.change_body(turn)
        corrected.append(indexing(project))
    project.forget()
    memory = project.build(watched=True).together
    return [
        ("index of a cold build", "1.5 ×", *compared(cold, hugo)),
        ("index after one corrected article", "0.10 ×", *compared(corrected, hugo)),
        ("whole build, memory of all processes", "", f"{memory / 1e6:,.0f} MB", "", ""),
    ]


def indexing(project: Project) -> float:
    """Builds the site and tells how many seconds its index took."""
    command = [ARCHIVE, "build", "--timings"]
    told = subprocess.run(command, cwd=project.folder, check=True, capture_output=True, text=True).stdout
    match = INDEXING.search(told)
    if match is None:
        raise SystemExit(f"No time of the index in:\n{told}")
    return float(match[1].replace(",", ""))


def compared(ours: Sequence[float], hugo: Sequence[float]) -> Line:
    """Median of ours, of Hugo's, and of the ratios of each turn."""
    ratio = median(mine / theirs for mine, theirs in zip(ours, hugo, strict=True))
    return (f"{median(ours):.2f} s", f"{median(hugo):.2f} s", f"{ratio:.2f} ×")


# ---- the section


def section(found: Sequence[Line], speed: Sequence[Line], articles: int, settle: str) -> str:
    """The tables and how they came about."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    costs = ("first query, KB (most)", "requests", "warm, ms", "renderer, MB", "index: files / MB")
    parts = [
        f"## Search\n\n{articles:,} articles; {machine}; load {os.getloadavg()[1]:.1f}. By `make bench-search`.\n",
        "Recall at 10 / mean reciprocal rank of each class of queries. The first query is that of a fresh profile, as\n"
        "served with gzip, requests and bytes with page, style, scripts and excerpts; median of 16. An answer counts\n"
        f"once it has stood still for {settle} ms.\n",
        table(found, ("", *CLASSES, *costs)),
    ]
    if speed:
        parts.append(table(speed, ("", "at most", "ours", "Hugo, cold", "ratio")))
    return "\n".join(parts)


if __name__ == "__main__":
    main()
