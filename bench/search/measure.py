"""Measures search on the benchmark beside the checkout and writes the table `bench/search/RESULTS.md`.

    python bench/search/measure.py [--articles 10000] [--seeds 7,11] [--pagefind]

Needs Node, npm and Chromium, and `../shared/bench/search`. Each seed gives other articles, needles and queries. With
`--pagefind` the same pages are also searched with Pagefind, as it comes.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
BENCH = PROJECT.parent / "shared" / "bench" / "search"
CLASSES = ("full", "nodia", "tone", "nfd", "d4dd", "abbr", "phrase", "keys", "apart")
OURS = ("--dom", "input[type=search]", "#ket-qua a", "--page", "/tim-kiem.html", "--settle", "1000")
PAGEFIND = """<!doctype html><meta charset="utf-8"><title>Pagefind</title><script type="module">
const engine = await import('./pagefind/pagefind.js');
const path = async (result) => new URL((await result.data()).url, location.href).pathname;
const search = async (query, count) => Promise.all((await engine.search(query)).results.slice(0, count).map(path));
window.bench = { init: () => engine.init(), search };
</script>
"""


def main() -> None:
    """Runs what is asked for and writes the table."""
    options = arguments()
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run("npm", "install", "--silent", "--prefix", name, "playwright-core@1.65.1", "pagefind@1.6.0")
        for seed in options.seeds.split(","):
            corpus, site = folder / f"corpus-{seed}", folder / f"site-{seed}"
            generate(seed, options.articles, corpus)
            run(sys.executable, str(HERE / "site.py"), str(corpus), str(site), env={"PYTHONPATH": str(PROJECT / "src")})
            rows.append((f"archive, seed {seed}", measured(folder, corpus, site, OURS)))
            if options.pagefind:
                make_pagefind(folder, site)
                rows.append((f"Pagefind, seed {seed}", measured(folder, corpus, site, ("--page", "/pagefind.html"))))
    (HERE / "RESULTS.md").write_text(table(rows, options.articles), "utf-8")


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seeds", default="7,11")
    parser.add_argument("--pagefind", action="store_true")
    return parser.parse_args()


def generate(seed: str, articles: int, corpus: Path) -> None:
    """Makes the benchmark's articles and queries."""
    run(sys.executable, str(BENCH / "gen.py"), str(corpus), "--n", str(articles), env={"SEED": seed})


def make_pagefind(folder: Path, site: Path) -> None:
    """Puts Pagefind's index and a page that searches it beside ours."""
    run(str(folder / "node_modules" / ".bin" / "pagefind"), "--site", str(site), "--glob", "bai/**/*.html")
    (site / "pagefind.html").write_text(PAGEFIND, "utf-8")


def measured(folder: Path, corpus: Path, site: Path, how: tuple[str, ...]) -> dict[str, Any]:
    """The benchmark's findings on its queries, with the class apart among them."""
    found = [json.loads(searched(folder, corpus, site, (*how, *more))) for more in ((), ("--extra", "--bytes", "0"))]
    found[0]["classes"] |= found[1].get("classes", {})
    result: dict[str, Any] = found[0]
    return result


def searched(folder: Path, corpus: Path, site: Path, how: tuple[str, ...]) -> str:
    """The benchmark's findings as JSON."""
    out = folder / "result.json"
    files = ("--site", site, "--queries", corpus / "queries.json", "--map", corpus / "map.json", "--out", out)
    run("node", str(BENCH / "run.mjs"), *map(str, files), *how, env={"BENCH_MODULES": str(folder)})
    return out.read_text("utf-8")


def table(rows: list[tuple[str, dict[str, Any]]], articles: int) -> str:
    """The findings as Markdown: recall at 10 / mean reciprocal rank of each class, and what a first query costs."""
    head = ("", *CLASSES, "first query, KB (most)", "requests", "warm, ms")
    lines = [head, ("---",) * len(head), *((name, *cells(result)) for name, result in rows)]
    text = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    return (
        "# Search, measured\n\nRecall at 10 / mean reciprocal rank; bytes as served with gzip, with page, style and "
        f"scripts, in a\nfresh profile. {articles} articles; {machine}.\nMade by `bench/search/measure.py`.\n\n{text}\n"
    )


def cells(result: dict[str, Any]) -> list[str]:
    """One line of the table."""
    classes, cold = result["classes"], result["cold"]
    scores = [f"{classes[name]['recall10']:.2f}/{classes[name]['mrr']:.2f}" for name in CLASSES if name in classes]
    first = f"{cold['first_query_kb']:.0f} ({cold['first_query_kb_max']:.0f})"
    return [*scores, first, str(cold["requests"]), f"{result['warm']['ms_median']:.0f}"]


def run(*command: str, env: dict[str, str] | None = None) -> None:
    """Runs a command, and stops when it fails."""
    subprocess.run(command, check=True, env={**os.environ, **(env or {})})


if __name__ == "__main__":
    main()
