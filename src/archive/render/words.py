"""The words that views are made with: counts and spans of years."""

from collections.abc import Sequence


def number(count: int) -> str:
    """The number as Vietnamese writes it: `1.234`."""
    return f"{count:,}".replace(",", ".")


def span(count: int, years: Sequence[str]) -> str:
    """How many articles, over which years: `37 bài, 2009–2021`.

    `years` are those of the articles in any order; the unknown ones are empty.
    """
    known = sorted(set(years) - {""})
    if not known:
        return f"{number(count)} bài"
    over = known[0] if len(known) == 1 else f"{known[0]}–{known[-1]}"
    return f"{number(count)} bài, {over}"
