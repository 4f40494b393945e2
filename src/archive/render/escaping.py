"""Writes text so that HTML takes none of it for markup."""

from markupsafe import escape

try:
    from markupsafe import _escape_inner as escaped  # type: ignore[attr-defined]
except ImportError:  # a private name, which makes no object of the text: without it the same comes out, only later

    def escaped(text: str, /) -> str:
        """The text with the signs of HTML as references."""
        return str.__str__(escape(text))


__all__ = ["escaped"]
