"""Measures search: what it finds, what it costs the reader and the build; writes the tables into RESULTS.md.

    python -m bench.search.measure [--articles 10000] [--seeds 31] [--settle 400] [--without pagefind,speed]
                                   [--keep FOLDER]

`make bench-search` installs Hugo and runs this. Needs Node, npm and Chromium, and `../shared/bench`. Each seed gives
other articles, needles and queries; our site is built from them by `archive build`, as they are: plain text. Pagefind
searches the same pages. The index is timed on the articles of `make bench`, from which Hugo builds its site. What has
been measured is in RESULTS.md as soon as it is known: a run that is broken off leaves the lines that it has.
"""

import argparse
import gzip
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import fmean, median
from typing import Any

from bench.processes import run
from bench.results import put_section, table
from bench.sites import ARCHIVE, Corpus, Peer, Project

PROJECT = Path(__file__).resolve().parents[2]
SHARED = PROJECT.parent / "shared" / "bench"
SERVER = SHARED / "search" / "server.mjs"
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
    found: list[Line] = []
    with work_folder(options.keep) as folder:
        say("installing the browser's driver and Pagefind")
        run(["npm", "install", "--silent", "--prefix", str(folder), *PACKAGES], folder)
        for seed in options.seeds.split(","):
            corpus, project = made(folder, seed, options.articles)
            for line in searched(folder, corpus, project.site, options.settle, pagefind="pagefind" not in without):
                found.append((f"{line[0]}, seed {seed}", *line[1:]))
                put_section(RESULTS, "search", section(found, [], options.articles, options.settle))
            if not options.keep:
                shutil.rmtree(corpus)
                shutil.rmtree(project.folder)
        if "speed" not in without:
            speed = timed(folder, options.articles)
            put_section(RESULTS, "search", section(found, speed, options.articles, options.settle))


@contextmanager
def work_folder(kept: str) -> Iterator[Path]:
    """Where all is made: the folder that is `kept`, else one that is gone afterwards, in memory where that can be."""
    if kept:
        Path(kept).mkdir(parents=True, exist_ok=True)
        yield Path(kept).resolve()
        return
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as name:
        yield Path(name)


def say(what: str) -> None:
    """Tells on the terminal what begins, and when."""
    print(time.strftime("%H:%M:%S"), what, file=sys.stderr, flush=True)


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seeds", default="31", help="one or more, parted by commas")
    parser.add_argument("--settle", default="400", help="milliseconds for which an answer must stand still")
    parser.add_argument(
        "--keep", default="", metavar="FOLDER", help="keeps articles and sites there, for the next time"
    )
    parser.add_argument("--without", default="", help="pagefind, speed")
    return parser.parse_args()


# ---- what is found


def made(folder: Path, seed: str, articles: int) -> tuple[Path, Project]:
    """The articles of a seed with their queries, and the project of our site of them, which is built."""

    def write(place: Path) -> None:
        say(f"seed {seed}: writing {articles:,} articles")
        command = [sys.executable, str(SHARED / "search" / "gen.py"), str(place), "--n", str(articles)]
        subprocess.run(command, check=True, env={**os.environ, "SEED": seed}, stdout=subprocess.DEVNULL)

    def set_up(place: Path) -> None:
        Project(place).set_up(sorted((corpus / "txt").iterdir()), search=True)

    corpus = once(folder / f"corpus-{seed}-{articles}", write)
    project = Project(once(folder / f"site-{seed}-{articles}", set_up))
    say(f"seed {seed}: building our site")
    project.build()
    write_map(project.site, corpus / "map.json")
    return corpus, project


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """The folder, which is made, whole or not at all, when it is not there."""
    if not folder.exists():
        unfinished = folder.with_name("unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        make(unfinished)
        unfinished.rename(folder)
    return folder


def searched(folder: Path, corpus: Path, site: Path, settle: str, *, pagefind: bool) -> Iterator[Line]:
    """What is found on our site and what that costs, and the same of Pagefind."""
    say("asking our site")
    found = measured(folder, corpus, site, (*OURS, "--settle", settle))
    yield ("archive", *cells(found), sizes(site / "tim-kiem"), main_thread(folder, corpus, site))
    if pagefind:
        yield ("Pagefind", *pagefind_cells(folder, corpus, site))


def pagefind_cells(folder: Path, corpus: Path, site: Path) -> Line:
    """What Pagefind finds in the pages of our site, and what it costs; it may run out of memory on many."""
    say("Pagefind: building its index")
    try:
        run(
            [str(folder / "node_modules" / ".bin" / "pagefind"), "--site", str(site), "--glob", "bai/**/*.html"], folder
        )
    except SystemExit as stopped:
        say(f"Pagefind failed: {stopped}")
        return (*cells({"scores": {}}), "", "")
    (site / "pagefind.html").write_text(PAGEFIND, "utf-8")
    say("Pagefind: asking it")
    return (*cells(measured(folder, corpus, site, THEIRS)), sizes(site / "pagefind"), "")


def write_map(site: Path, file: Path) -> None:
    """Writes which of the benchmark's articles each page is."""
    records = map(json.loads, (site / "data" / "records.jsonl").read_text("utf-8").splitlines())
    numbers = {record["url"]: Path(record["file"]).name[:6] for record in records}
    file.write_text(json.dumps(numbers | {f"/{url}": number for url, number in numbers.items()}), "utf-8")


def measured(folder: Path, corpus: Path, site: Path, how: Sequence[str]) -> dict[str, Any]:
    """The benchmark's findings on its queries, with the class apart among them, and the scores of each class."""
    first, extra = (asked(folder, corpus, site, (*how, *more)) for more in ((), ("--extra", "--bytes", "0")))
    queries = json.loads((corpus / "queries.json").read_text("utf-8"))
    relevant = {query["qid"]: query["relevant_ids"] for query in queries["queries"] + queries["extra"]}
    return first | {"scores": scores([*first.get("results", []), *extra.get("results", [])], relevant)}


def scores(results: Sequence[dict[str, Any]], relevant: dict[str, list[str]]) -> dict[str, str]:
    """Recall at 10 / mean reciprocal rank of each class, of the queries that some article answers: among few articles
    some needles are planted nowhere, where the benchmark's own mean is no number."""
    found: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for result in results:
        wanted, ranks = (
            relevant[result["qid"]],
            [rank for rank, one in enumerate(result["ids"], 1) if one in relevant[result["qid"]]],
        )
        if wanted:
            recall = sum(rank <= 10 for rank in ranks) / min(10, len(wanted))
            found[result["class"]].append((recall, 1 / min(ranks) if ranks else 0.0))
    return {
        name: "/".join(f"{fmean(column):.2f}" for column in zip(*pairs, strict=True)) for name, pairs in found.items()
    }


def asked(folder: Path, corpus: Path, site: Path, how: Sequence[str]) -> dict[str, Any]:
    """The benchmark's findings."""
    out = folder / "found.json"
    out.unlink(missing_ok=True)
    files = ("--site", site, "--queries", corpus / "queries.json", "--map", corpus / "map.json", "--out", out)
    command = ["node", str(SHARED / "search" / "run.mjs"), *map(str, files), *how]
    subprocess.run(command, check=True, env={**os.environ, "BENCH_MODULES": str(folder)})
    found: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return found


def main_thread(folder: Path, corpus: Path, site: Path) -> str:
    """How many milliseconds of CPU an answer takes from the page's main thread, and the longest of its tasks."""
    say("looking at the main thread")
    command = ["node", "bench/search/tasks.mjs", str(site), str(corpus / "queries.json"), str(SERVER)]
    environment = {**os.environ, "BENCH_MODULES": str(folder)}
    told = subprocess.run(command, check=True, cwd=PROJECT, env=environment, stdout=subprocess.PIPE).stdout
    tasks = json.loads(told)
    return f"{tasks['median']:.0f} ({tasks['longest']:.0f})"


def cells(found: dict[str, Any]) -> Line:
    """One line of the table of what is found; "none" where nothing was answered."""
    cold, warm = found.get("cold"), found.get("warm")
    of_classes = [found["scores"].get(name, "none") for name in CLASSES]
    if not cold or not warm:
        return (*of_classes, "", "", "", "")
    first = f"{cold['first_query_kb']:.0f} ({cold['first_query_kb_max']:.0f})"
    return (*of_classes, first, str(cold["requests"]), f"{warm['ms_median']:.0f}", f"{warm['renderer_rss_mb']:.0f}")


def sizes(folder: Path) -> str:
    """How many files a folder has, and how many megabytes: as they lie on the disk, and as a host compresses them."""
    files = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    packed = sum(len(gzip.compress(content, 6)) for content in files)
    return f"{len(files):,} / {sum(map(len, files)) / 1e6:.1f} / {packed / 1e6:.1f}"


# ---- what the index costs the build


def timed(folder: Path, articles: int) -> list[Line]:
    """The time that the index takes of a cold build and of one after a corrected article, beside Hugo's cold build."""
    say("timing the index beside Hugo")
    corpus = Corpus(folder).make(SHARED / "make_corpus.py", articles)
    project = Project(folder / "ours").set_up(sorted(corpus.records.iterdir()), search=True)
    peer = Peer(folder / "hugo").set_up(corpus)
    cold, corrected, hugo = [], [], []
    for turn in range(TURNS):
        say(f"turn {turn + 1} of {TURNS}")
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
    costs = (
        "first query, KB (most)",
        "requests",
        "warm, ms",
        "renderer, MB",
        "index: files / MB / MB with gzip",
        "main thread, ms (longest task)",
    )
    parts = [
        f"## Search\n\n{articles:,} articles; {machine}; load {os.getloadavg()[1]:.1f}. By `make bench-search`.\n",
        "Recall at 10 / mean reciprocal rank of each class of queries. The first query is that of a fresh profile, as\n"
        "served with gzip, bytes and requests with the page itself (four requests: page, style, script, icon) and the\n"
        f"excerpts; median of 16. An answer counts once it has stood still for {settle} ms. The main thread's time is\n"
        "CPU time until the answer with its excerpts stands there, the longest task that of all answers.\n",
        table(found, ("", *CLASSES, *costs)),
    ]
    if speed:
        parts.append(table(speed, ("", "at most", "ours", "Hugo, cold", "ratio")))
    return "\n".join(parts)


if __name__ == "__main__":
    main()
