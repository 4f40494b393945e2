"""Reads bytes that are not plain Vietnamese in UTF-8: other encodings, and text that was misread and saved again."""

import codecs
import re
from collections.abc import Callable, Mapping

from archive.vietnamese.decoded import Decoded
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

Reading = Callable[[str], str]
"""Turns what Windows-1252 shows into what was meant."""


def decipher(data: bytes) -> Decoded | None:
    """The text of the bytes, as `archive.vietnamese.encodings.decode` promises; None when they are no text."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _examined(*_strictly(data[len(mark) :], encoding), encoding)
    if b"\0" in data:
        return _in_utf16(data)
    text, loss = _strictly(data, "utf-8")
    return _in_old_encoding(data) if loss else _examined(text)


_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLD_ENCODINGS: Mapping[str, Reading] = {
    "windows-1258": from_cp1258,
    "tcvn3": from_tcvn3,
    "vni": from_vni,
    "viscii": from_viscii,
}
# Misread UTF-8 is known by its form, two or more odd signs for each letter, so that one word of it is enough.
_MISREAD = "utf-8-misread"
_REPAIRS: Mapping[str, Reading] = {_MISREAD: from_misread_utf8, **_OLD_ENCODINGS}
_IMPLIED_LOSS = {"tcvn3": ("tcvn3-capitals",)}

_LIKELY = 0.8
"""The share of right words above which a text is taken for Vietnamese."""
_TELLING = 3
"""How many right words an old encoding must give before valid Unicode is taken for it."""
_SURE = 10
"""How many right words make an encoding as sure as their share says."""


# Unicode


def _strictly(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    """The text of the bytes, and the loss when some of them are not of the encoding."""
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        return data.decode(encoding, "replace"), ("undecodable-bytes",)


def _in_utf16(data: bytes) -> Decoded | None:
    """UTF-16 told by its zeros, which stand for one half of every ASCII character; None when it is not."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    text, loss = _strictly(data, encoding)
    if min(even, odd) * 20 > max(even, odd) or "\0" in text or plausibility(text).share < 0.5:
        return None
    return _examined(text, loss, encoding)


def _examined(text: str, loss: tuple[str, ...] = (), encoding: str = "utf-8") -> Decoded:
    """The text, repaired when most of it is not Vietnamese and a repair makes it so; else its odd lines are told."""
    lines = enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1)
    odd = {number: line for number, line in lines if _is_odd(line)}
    if not odd:
        return Decoded(text, encoding, loss=loss)
    whole = plausibility(text)
    name, repaired = _best("\n".join(odd.values())[:LONGEST], _REPAIRS)
    if whole.share < 0.5 and repaired.right > whole.right and _is_enough(name, repaired):
        mended = _mended(text, _REPAIRS[name])
        return Decoded(mended, encoding, name, loss + _IMPLIED_LOSS.get(name, ()), _confidence(repaired))
    mixed = tuple(f"mixed-encoding-line:{number}" for number, line in odd.items() if _is_readable_otherwise(line))
    return Decoded(text, encoding, loss=loss + mixed)


def _is_odd(line: str) -> bool:
    """Whether a line has letters that are neither Unicode's for Vietnamese nor make its syllables."""
    return not line.isascii() and is_shown(line) and plausibility(line).share < 0.5


def _is_readable_otherwise(line: str) -> bool:
    _, repaired = _best(line, _REPAIRS)
    return _is_likely(repaired) and repaired.right >= _TELLING


def _is_enough(repair: str, repaired: Plausibility) -> bool:
    return _is_likely(repaired) and (repair == _MISREAD or repaired.right >= _TELLING)


def _mended(text: str, repair: Reading) -> str:
    """The text with every line repaired but those that only Unicode can have written."""
    return "".join(repair(line) if is_shown(line) else line for line in _LINES_AND_ENDS.split(text))


_LINES_AND_ENDS = re.compile("([\r\n]+)")


# Old encodings


def _in_old_encoding(data: bytes) -> Decoded | None:
    """Bytes that are not UTF-8 in the most plausible old encoding, as damaged UTF-8, or else as Windows-1252."""
    sample = b"\n".join(line for line in data.split(b"\n") if not line.isascii())[:LONGEST]
    damaged = plausibility(sample.decode("utf-8", "replace"))
    name, found = _best(shown(sample), _OLD_ENCODINGS)
    if damaged.right and damaged.share >= found.share:
        return Decoded(data.decode("utf-8", "replace"), "utf-8", None, ("undecodable-bytes",), _confidence(damaged))
    if _is_likely(found):
        text = _OLD_ENCODINGS[name](shown(data))
        return Decoded(text, name, None, _IMPLIED_LOSS.get(name, ()), _confidence(found))
    return None if _is_binary(data) else Decoded(shown(data), "windows-1252", None, ("encoding-unsure",), 0.0)


def _is_binary(data: bytes) -> bool:
    """Whether more than one byte in fifty is a control character."""
    return len(data) - len(data.translate(None, _CONTROLS)) > len(data) / 50


_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a"))


# Weighing


def _best(text: str, readings: Mapping[str, Reading]) -> tuple[str, Plausibility]:
    """The name of the reading that gives most Vietnamese, and how plausible that is. The first wins a draw."""
    weighed = [(name, plausibility(reading(text))) for name, reading in readings.items()]
    return max(weighed, key=lambda reading: (reading[1].share, reading[1].right))


def _is_likely(found: Plausibility) -> bool:
    return found.right > 0 and found.share >= _LIKELY


def _confidence(found: Plausibility) -> float:
    """The share of right words, less when there are few of them."""
    return round(found.share * min(1.0, found.right / _SURE), 2)
