"""What reading bytes as Vietnamese gives."""

from msgspec import Struct


class Decoded(Struct, frozen=True):
    """Bytes, read."""

    text: str
    """The text without a byte order mark; lines end as they did."""
    encoding: str = "utf-8"
    """How the bytes were read: `utf-8`, `utf-16-le`, `windows-1258`, `tcvn3`, `vni`, `viscii` …"""
    repaired: str | None = None
    """What had been done to the text before it was saved: `utf-8-misread`, `tcvn3` …; None when nothing had."""
    loss: tuple[str, ...] = ()
    """What may be wrong now: `tcvn3-capitals`, `undecodable-bytes`, `encoding-unsure`, `mixed-encoding-line:N`."""
    confidence: float = 1.0
    """How sure the encoding is, from 0 to 1."""
