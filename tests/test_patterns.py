"""Regular expressions that wait to be asked are sound, and answer as compiled ones do."""

import pkgutil
import re
from importlib import import_module
from typing import Any

import archive.extract
from archive.patterns import pattern


def waiting() -> list[Any]:
    """Every regular expression of the rules."""
    modules = (
        import_module(f"archive.extract.{module.name}") for module in pkgutil.iter_modules(archive.extract.__path__)
    )
    made = type(pattern(""))
    return [value for module in modules for value in vars(module).values() if isinstance(value, made)]


def test_every_regular_expression_of_the_rules_can_be_compiled() -> None:
    assert all(isinstance(re.compile(one.pattern, one.flags), re.Pattern) for one in waiting())
    assert len(waiting()) > 100


def test_one_that_waits_answers_as_a_compiled_one() -> None:
    text, flags = r"(?P<name>chi bộ)\s", re.IGNORECASE
    lazy, ready = pattern(text, flags), re.compile(text, flags)
    for method in ("search", "match", "fullmatch"):
        assert str(getattr(lazy, method)("Chi bộ ấp")) == str(getattr(ready, method)("Chi bộ ấp"))
    assert lazy.sub("-", "Chi bộ ấp") == ready.sub("-", "Chi bộ ấp")
    assert (lazy.pattern, lazy.flags) == (ready.pattern, ready.flags)
