"""Cuts a text at a word."""


def shortened(text: str, limit: int) -> str:
    """The text, or as many of its first words as fit in `limit` characters, with an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(" ,;:–-") + "…"
