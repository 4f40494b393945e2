"""Reads bytes as Vietnamese text, whichever encoding they were saved in and whatever was done to them since."""

import codecs
from collections.abc import Callable

from msgspec import Struct

from archive.vietnamese.legacy import (
    from_cp1258,
    from_misread_utf8,
    from_tcvn3,
    from_viscii,
    from_vni,
    is_shown,
    shown,
)
from archive.vietnamese.plausibility import LONGEST, Plausibility, plausibility


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


def decode(data: bytes) -> Decoded | None:
    """The text of the bytes; None when they are no text.

    UTF-8 is believed when the bytes allow it, and its text is left as it is unless most of it is plainly something
    else: UTF-8 that was misread, or an old encoding that was taken for Windows-1252. A few such lines in a good text
    are told in `loss` and left. Bytes that are not UTF-8 are read in the encoding that gives most Vietnamese syllables.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _examined(*_strictly(data[len(mark) :], encoding), encoding)
    if b"\0" in data:
        return _utf16_without_mark(data)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return _in_old_encoding(data)
    return _examined(text) if any(sign in text for sign in _SUSPECT_SIGNS) else Decoded(text)


_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Signs that Vietnamese has next to no use for. A line of text that was misread, or that is in an old encoding, has one.
_SUSPECT_SIGNS = "ñöøïäåëðµ®¬\xad¶¸ÑÖØÏÒÌÞÄÆ¡¢£³º»"
_LIKELY = 0.8
"""The share of right words above which a text is taken for Vietnamese."""
_TELLING = 3
"""How many right words an old encoding must give before valid Unicode is taken for it."""
_SURE = 10
"""How many right words make an encoding as sure as their share says."""

_OLD_ENCODINGS: dict[str, Callable[[str], str]] = {
    "windows-1258": from_cp1258,
    "tcvn3": from_tcvn3,
    "vni": from_vni,
    "viscii": from_viscii,
}
# Misread UTF-8 is known by its form, two or more odd signs for each letter, so that one word of it is enough.
_MISREAD = "utf-8-misread"
_REPAIRS: dict[str, Callable[[str], str]] = {_MISREAD: from_misread_utf8, **_OLD_ENCODINGS}
_IMPLIED_LOSS = {"tcvn3": ("tcvn3-capitals",)}


def _examined(text: str, loss: tuple[str, ...] = (), encoding: str = "utf-8") -> Decoded:
    """The text, repaired when most of it is not Vietnamese and a repair makes it so."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    odd = {number: line for number, line in enumerate(lines, start=1) if _is_odd(line)}
    if not odd:
        return Decoded(text, encoding, loss=loss)
    whole = plausibility(text)
    name, _, repaired = _best("\n".join(odd.values())[:LONGEST], _REPAIRS)
    enough = 1 if name == _MISREAD else _TELLING
    if whole.share < 0.5 and _is_likely(repaired) and repaired.right >= max(enough, whole.right + 1):
        mended = "".join(_mended(line, _REPAIRS[name]) for line in text.splitlines(keepends=True))
        loss += _IMPLIED_LOSS.get(name, ())
        return Decoded(mended, encoding, name, loss, _confidence(repaired))
    mixed = tuple(f"mixed-encoding-line:{number}" for number, line in odd.items() if _is_readable_otherwise(line))
    return Decoded(text, encoding, loss=loss + mixed)


def _is_odd(line: str) -> bool:
    """Whether a line has letters, but neither those of Unicode's Vietnamese nor its syllables."""
    return not line.isascii() and is_shown(line) and plausibility(line).share < 0.5


def _is_readable_otherwise(line: str) -> bool:
    _, _, repaired = _best(line, _REPAIRS)
    return _is_likely(repaired) and repaired.right >= _TELLING


def _mended(line: str, repair: Callable[[str], str]) -> str:
    return repair(line) if is_shown(line) else line


def _best(text: str, readings: dict[str, Callable[[str], str]]) -> tuple[str, str, Plausibility]:
    """The reading that gives most Vietnamese: its name, its text and how plausible that is. The first wins a draw."""
    read = ((name, reading(text)) for name, reading in readings.items())
    weighed = ((name, result, plausibility(result)) for name, result in read)
    return max(weighed, key=lambda reading: (reading[2].share, reading[2].right))


def _is_likely(found: Plausibility) -> bool:
    return found.right > 0 and found.share >= _LIKELY


def _confidence(found: Plausibility) -> float:
    return round(found.share * min(1.0, found.right / _SURE), 2)


def _in_old_encoding(data: bytes) -> Decoded | None:
    """Bytes that are not UTF-8 in the most plausible old encoding, as damaged UTF-8, or else as Windows-1252."""
    if _is_binary(data):
        return None
    sample = b"\n".join(line for line in data.split(b"\n") if not line.isascii())[:LONGEST]
    damaged = plausibility(sample.decode("utf-8", "replace"))
    name, _, found = _best(shown(sample), _OLD_ENCODINGS)
    if damaged.right and damaged.share >= found.share:
        return Decoded(data.decode("utf-8", "replace"), "utf-8", None, ("undecodable-bytes",), _confidence(damaged))
    if not _is_likely(found):
        return Decoded(shown(data), "windows-1252", None, ("encoding-unsure",), 0.0)
    text = _OLD_ENCODINGS[name](shown(data))
    return Decoded(text, name, None, _IMPLIED_LOSS.get(name, ()), _confidence(found))


def _is_binary(data: bytes) -> bool:
    """Whether more than one byte in fifty is a control character. Capitals of VISCII are, but few."""
    return len(data) - len(data.translate(None, _CONTROLS)) > len(data) / 50


_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a"))


def _utf16_without_mark(data: bytes) -> Decoded | None:
    """UTF-16 told by its zeros, which stand for the first half of every ASCII character; None when it is not."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    text, loss = _strictly(data, encoding)
    if min(even, odd) * 20 > max(even, odd) or "\0" in text or plausibility(text).share < 0.5:
        return None
    return _examined(text, loss, encoding)


def _strictly(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    """The text of the bytes, and the loss when some of them are not of the encoding."""
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        return data.decode(encoding, "replace"), ("undecodable-bytes",)
