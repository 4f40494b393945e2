"""The words that views are made with: counts, spans of years, cut sentences."""

from collections.abc import Sequence

TEASER = 180
"""Greatest length of the beginning of a lead in a list, in characters."""
FIRST_WORDS = 70
"""Greatest length of the first words that stand for a missing headline, in characters."""


def number(count: int) -> str:
    """The number as Vietnamese writes it: `1.234`."""
    return f"{count:,}".replace(",", ".")


def shortened(text: str, limit: int) -> str:
    """The text, or as many of its first words as fit in `limit` characters, with an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(" ,;:–-") + "…"


def span(count: int, years: Sequence[str]) -> str:
    """How many articles, over which years: `37 bài, 2009–2021`.

    `years` are those of the articles in any order; the unknown ones are empty.
    """
    known = sorted(set(years) - {""})
    if not known:
        return f"{number(count)} bài"
    over = known[0] if len(known) == 1 else f"{known[0]}–{known[-1]}"
    return f"{number(count)} bài, {over}"
