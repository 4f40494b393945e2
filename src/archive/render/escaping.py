"""Writes text so that HTML takes none of it for markup."""

from markupsafe import escape

try:
    from markupsafe import _escape_inner as escaped  # type: ignore[attr-defined]
except ImportError:  # a private name, which makes no object of the text: without it the same comes out, only later

    def escaped(text: str, /) -> str:
        """The text with the signs of HTML as references."""
        return str.__str__(escape(text))


REFERENCES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))
"""The signs that markdown-it escapes, the one first that every reference has."""


def with_references(text: str) -> str:
    """The text as markdown-it escapes it; a long text mostly has nothing to escape, and is looked through only."""
    for sign, reference in REFERENCES:
        if sign in text:
            text = text.replace(sign, reference)
    return text


__all__ = ["escaped", "with_references"]
