"""What the style sheet promises to the reader's eyes."""

import re
from pathlib import Path

import pytest

LINES = (Path(__file__).parent / "contrast.txt").read_text("utf-8").splitlines()
CASES = [line.split() for line in LINES if not line.startswith("#")]
TEXT = 1.6
"""The least line height of running text: below it the marks of a line touch the line above."""
HEADING = 1.3


@pytest.mark.parametrize(("above", "below", "least"), CASES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_told_apart(style: str, scheme: str, above: str, below: str, least: str) -> None:
    colours = schemes(style)[scheme]
    assert contrast(colours[above], colours[below]) >= float(least)


def test_the_style_sheet_is_light(style: str) -> None:
    assert len(style.encode()) < 20_000


def test_the_style_sheet_asks_for_nothing_else(style: str) -> None:
    assert "url(" not in style
    assert "@import" not in style


def test_no_mark_above_a_letter_is_cut_off(style: str) -> None:
    heights = [
        float(height)
        for height in re.findall(r"line-height: ([\d.]+);|font:[^;]*?/([\d.]+)", style)
        for height in height
        if height
    ]
    assert heights
    assert min(heights) >= HEADING
    assert float(re.search(r"body \{[^}]*font: [\d.]+rem/([\d.]+)", style)[1]) >= TEXT  # type: ignore[index]


def test_theme_colours_are_those_of_the_paper(style: str, pages: dict[str, str]) -> None:
    for scheme, colours in schemes(style).items():
        assert (
            f'<meta name="theme-color" content="{colours["paper"]}" media="(prefers-color-scheme: {scheme})">'
            in pages["index.html"]
        )


def schemes(style: str) -> dict[str, dict[str, str]]:
    """The colours of both schemes by name; dark ones are laid over the light ones."""
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for part in style.split("prefers-color-scheme: dark")[:2]
    )
    return {"light": light, "dark": light | dark}


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, 0 to 1."""
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    """A channel of sRGB as linear light."""
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)
