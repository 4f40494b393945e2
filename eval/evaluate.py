"""Measures extraction on the seeds, the open corpus and `eval/unseen`: `python eval/evaluate.py --help`."""

import argparse
import importlib.util
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from archive.extract import extract, load_vocabulary
from archive.extract.vocabulary import LISTS, Vocabulary, prepare, read_list
from archive.normalise import normalise

PROJECT = Path(__file__).resolve().parent.parent
FLOORS = PROJECT / "tests" / "extract" / "floors.json"
UNSEEN = PROJECT / "eval" / "unseen"
UNSEEN_SETS = (
    "north", "south", "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    "alef", "bet", "gimel",
)  # fmt: skip
SETS = ("seeds", "open", *UNSEEN_SETS)
AT_MOST = ("silent", "review")
"""Measures of which less is better; of all others more is."""

MOST_REVIEWED = 0.35
"""Share of the records of a set that may be handed to a person."""
ROUNDING = 1e-4
"""Floors are written with four digits."""

KEPT = frozenset((
    ("people", "surname"), ("people", "common surname"), ("dates", "weekday"), ("words", "links"),
    *(("places", f"cấp {level}") for level in ("xã", "huyện", "tỉnh")),
    *(("bodies", f"cấp {level}") for level in ("xã", "huyện", "tỉnh")),
))  # fmt: skip
"""Closed lists, whose words no page can lack."""

Gold = dict[str, Any]
Pair = tuple[Gold, Gold]


def main(arguments: list[str]) -> int:
    """Prints every measure beside its floor; 1 when one has fallen, 2 when there is nothing to measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=PROJECT.parent / "shared")
    parser.add_argument("--raise-floors", action="store_true", help="write what is better into the floor file")
    parser.add_argument("--forget", type=float, metavar="SHARE", help="measure with this share of all word lists lost")
    parser.add_argument("--times", type=int, default=6, help="how often other words are forgotten")
    options = parser.parse_args(arguments)
    if not (options.shared / "corpus" / "score.py").exists():
        print(f"No corpus in {options.shared}.", file=sys.stderr)
        return 2
    if options.forget:
        rates = forgetful(options.shared / "corpus", options.forget, options.times)
        print(
            f"\nwords forgotten {options.forget:.0%}: "
            + ", ".join(f"{name} {rate:.4f}" for name, rate in rates.items())
        )
        return 0
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    found = {name: measure(options.shared / "corpus", name) for name in SETS}
    fallen = [line for name in SETS for line in _compare(name, found[name], floors.get(name, {}))]
    for name in ("seeds", "open"):
        _print_families(name, options.shared / "corpus")
    corpus = options.shared / "corpus"
    _print_reasons(corpus, (pair for name in SETS for pair in _pairs(corpus, name)))
    print("\n".join(fallen) or "Nothing has fallen below its floor.")
    if options.raise_floors:
        _raise(floors, found)
    return 1 if fallen else 0


def measure(corpus: Path, name: str) -> dict[str, float]:
    """The share of right values by field, precision and recall of discarded lines, silent errors and review rate."""
    score, pairs = _score_module(corpus), _pairs(corpus, name)
    rates = {field: rate for field in score.COMPARE if (rate := _right(score, pairs, field)) is not None}
    wanted = given = right = 0
    for gold, record in pairs:
        if "discarded" in gold:
            must, optional = score.junk_lines(gold["discarded"])
            got = {entry["line"] for entry in record["discarded"]} - optional
            wanted, given, right = wanted + len(must), given + len(got), right + len(must & got)
    if wanted:
        rates |= {"discarded_precision": right / (given or 1), "discarded_recall": right / wanted}
    silent = sum(not record["review"] and _is_faulty(score, gold, record) for gold, record in pairs)
    review = sum(bool(record["review"]) for _, record in pairs)
    return rates | {"silent": silent / len(pairs), "review": review / len(pairs)}


def forgetful(corpus: Path, share: float, times: int) -> dict[str, float]:
    """Silent errors and review rate over all sets when a share of every word list is unknown, other words each time.

    So the rules meet words that no list has, as on pages never seen, and show whether they tell when they do not know.
    """
    score = _score_module(corpus)
    known = [forgetting(share, seed) for seed in range(times)]
    pairs = [pair for words in known for name in SETS for pair in _pairs(corpus, name, words)]
    _print_reasons(corpus, pairs)
    silent = sum(not record["review"] and _is_faulty(score, gold, record) for gold, record in pairs)
    return {"silent": silent / len(pairs), "review": sum(bool(record["review"]) for _, record in pairs) / len(pairs)}


def forgetting(share: float, seed: int) -> Vocabulary:
    """The word lists without a share of their words, but for the closed ones.

    A word's fate hangs on itself and the seed alone, so that a list may change and the other words are forgotten alike.
    """
    return prepare(
        {
            name: {
                section: entries
                if (name, section) in KEPT
                else tuple(
                    entry for entry in entries if random.Random(f"{seed} {name} {section} {entry}").random() >= share
                )
                for section, entries in read_list(name).items()
            }
            for name in LISTS
        }
    )


def fallen(found: dict[str, float], floors: dict[str, float]) -> list[str]:
    """The measures that are worse than their floor, each as a line."""
    lines = []
    for name, floor in floors.items():
        worse = found[name] > floor + ROUNDING if name in AT_MOST else found[name] < floor - ROUNDING
        if worse:
            lines.append(f"{name} is {found[name]:.4f}; its floor is {floor:.4f}")
    return lines


def _score_module(corpus: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpus_score", corpus / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _pairs(corpus: Path, name: str, words: Vocabulary | None = None) -> list[Pair]:
    """Each gold record with the record found; where bytes are in an old encoding, its decoded twin is read."""
    vocabulary = words or load_vocabulary()
    folder = UNSEEN if name in UNSEEN_SETS else corpus
    pairs = []
    for line in (folder / name / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        path = folder / gold["file"]
        twin = path.with_suffix(".expected")
        text = (twin if twin.exists() else path).read_bytes().decode("utf-8").replace("\r\n", "\n")
        found = extract(normalise(gold["file"], text, 1, markdown=False), vocabulary).found
        pairs.append((gold, json.loads(msgspec.json.encode(found))))
    return pairs


def _right(score: ModuleType, pairs: Iterable[Pair], field: str) -> float | None:
    key = "unit" if field == "unit_all" else field
    marks = [bool(score.is_right(field, gold, record)) for gold, record in pairs if key in gold]
    return sum(marks) / len(marks) if marks else None


def _is_faulty(score: ModuleType, gold: Gold, record: Gold) -> bool:
    return any(name in gold and not score.is_right(name, gold, record) for name in score.SURE)


def _compare(name: str, found: dict[str, float], floors: dict[str, float]) -> list[str]:
    print(f"\n{name:22}{'found':>8}{'floor':>8}")
    for measure_name, rate in found.items():
        floor = f"{floors[measure_name]:8.3f}" if measure_name in floors else "       -"
        print(f"{measure_name:22}{rate:8.3f}{floor}")
    return [f"{name}: {line}" for line in fallen(found, floors)]


def _print_families(name: str, corpus: Path) -> None:
    """Prints for each family of files the fields with an error, and nothing for families without one."""
    score = _score_module(corpus)
    families: dict[str, list[Pair]] = defaultdict(list)
    for gold, record in _pairs(corpus, name):
        families[Path(gold["file"]).stem.split("-")[0]].append((gold, record))
    for family, pairs in sorted(families.items()):
        rates = {field: _right(score, pairs, field) for field in score.COMPARE}
        wrong = ", ".join(f"{field} {rate:.2f}" for field, rate in rates.items() if rate is not None and rate < 1)
        print(f"{name}/{family:6} {len(pairs):3} articles  {wrong or 'every field right'}")


def _print_reasons(corpus: Path, pairs: Iterable[Pair]) -> None:
    """Prints for each review reason how many records have it, and how many of those have an error in a sure field."""
    score = _score_module(corpus)
    told, right = Counter[str](), Counter[str]()
    for gold, record in pairs:
        for code in {reason.partition(":")[0] for reason in record["review"]}:
            told[code] += 1
            right[code] += _is_faulty(score, gold, record)
    print(f"\n{'review reason':22}{'records':>8}{'faulty':>8}")
    for code, count in sorted(told.items(), key=lambda row: (-row[1], row[0])):
        print(f"{code:22}{count:8}{right[code]:8}")


def _raise(floors: dict[str, dict[str, float]], found: dict[str, dict[str, float]]) -> None:
    """Writes the better of floor and finding for each measure; of the review rate only what is allowed at most, for a
    new doubt must be able to raise it."""
    for name, rates in found.items():
        known = floors.setdefault(name, {})
        for measure_name, rate in rates.items():
            if measure_name == "review":
                known.setdefault(measure_name, MOST_REVIEWED)
                continue
            better = min if measure_name in AT_MOST else max
            known[measure_name] = round(better(rate, known.get(measure_name, rate)), 4)
    FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
