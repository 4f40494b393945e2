"""Measures what reading one article costs, stage by stage, in CPU time of one process."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import TypeVar

from archive.assembly import condensed
from archive.extract import extract, load_vocabulary
from archive.listing import list_articles
from archive.normalise import normalise
from archive.record import settle
from archive.source import read
from archive.store import Store
from bench.sites import Corpus

Given = TypeVar("Given")
Made = TypeVar("Made")
Spent = dict[str, float]
"""Microseconds of CPU an article, by stage."""

GENERATOR = Path("../shared/bench/make_corpus.py")


def main() -> None:
    """Prints a table for the articles as plain text and one for the same with front matter."""
    options = arguments()
    with TemporaryDirectory(dir=options.place) as place:
        corpus = Corpus(Path(place)).make(options.generator.resolve(), options.articles, foreign=False)
        for folder in (corpus.plain, corpus.records):
            show(folder, [spent(folder, Path(place)) for _ in range(options.runs)])


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--generator", type=Path, default=GENERATOR)
    parser.add_argument("--place", type=Path, help="a folder on tmpfs for the articles")
    return parser.parse_args()


def spent(folder: Path, place: Path) -> Spent:
    """What one reading of all articles in the folder took."""
    vocabulary = load_vocabulary()
    times: Spent = {}
    names = list_articles(folder).paths
    sources = timed(times, "read", lambda name: read(folder / name, name), names)
    texts = timed(times, "normalise", lambda one: normalise(one.file, one.text, one.first_line, one.markdown), sources)
    found = timed(times, "extract", lambda text: extract(text, vocabulary), texts)
    articles = timed(times, "settle", lambda pair: settle(*pair), [*zip(sources, found, strict=True)])
    with TemporaryDirectory(dir=place) as packs:
        store = Store(Path(packs))
        condensing = partial(condensed, search=False)
        timed(times, "condense and store", lambda some: store.write(map(condensing, some)), [articles], len(articles))
    return times


def timed(
    times: Spent, stage: str, work: Callable[[Given], Made], given: Iterable[Given], count: int = 0
) -> Sequence[Made]:
    """What the stage makes of all that is given; its time an article is noted: one is given at a time, or `count`."""
    start = process_time()
    made = [work(one) for one in given]
    times[stage] = (process_time() - start) / (count or len(made)) * 1e6
    return made


def show(folder: Path, runs: Sequence[Spent]) -> None:
    """Prints the median of each stage and of the sum."""
    print(f"{folder.name}: microseconds of CPU an article, median of {len(runs)}")
    for stage in runs[0]:
        print(f"  {stage:20}{median(run[stage] for run in runs):8.0f}")
    print(f"  {'all':20}{median(sum(run.values()) for run in runs):8.0f}\n")


if __name__ == "__main__":
    main()
