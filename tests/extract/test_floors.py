"""What was once read right stays right: measured quality may only rise."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

FLOORS: dict[str, dict[str, float]] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
MOST_SILENT = 0.02
"""Share of records wrong in silence when a tenth of the words is unknown; 0.05 before names were asked for more."""


@pytest.fixture(scope="module")
def evaluate(project: Path) -> ModuleType:
    """The script behind `make eval`."""
    spec = importlib.util.spec_from_file_location("evaluate", project / "eval" / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", FLOORS)
def test_no_measure_falls_below_its_floor(name: str, evaluate: ModuleType, corpus: Path) -> None:
    assert evaluate.fallen(evaluate.measure(corpus, name), FLOORS[name]) == []


def test_every_set_has_floors(evaluate: ModuleType) -> None:
    assert tuple(FLOORS) == evaluate.SETS


def test_words_that_no_list_has_seldom_mislead_in_silence(evaluate: ModuleType, corpus: Path) -> None:
    rates = evaluate.forgetful(corpus, share=0.1, times=2)
    assert rates["silent"] <= MOST_SILENT
    assert rates["review"] <= evaluate.MOST_REVIEWED


def test_a_fallen_measure_is_told(evaluate: ModuleType) -> None:
    assert evaluate.fallen({"date": 0.9, "silent": 0.1}, {"date": 0.95, "silent": 0.02}) == [
        "date is 0.9000; its floor is 0.9500",
        "silent is 0.1000; its floor is 0.0200",
    ]
