"""Reads bytes as Vietnamese text, whichever encoding they were saved in and whatever was done to them since."""

import re

from archive.vietnamese.decoded import Decoded

__all__ = ["Decoded", "decode"]


def decode(data: bytes) -> Decoded | None:
    """The text of the bytes; None when they are no text.

    UTF-8 is believed when the bytes allow it, and its text is left as it is unless most of it is plainly something
    else: UTF-8 that was misread, or an old encoding that was taken for Windows-1252. A few such lines in a good text
    are told in `loss` and left. Bytes that are not UTF-8 are read in the encoding that gives most Vietnamese syllables.
    """
    text = _plain_text(data)
    return _deciphered(data) if text is None else Decoded(text)


def _plain_text(data: bytes) -> str | None:
    """The text of UTF-8 that gives no reason to look closer, as nearly all of it does; None for everything else."""
    if b"\0" in data:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if _may_be_misread(text) else text


def _may_be_misread(text: str) -> bool:
    """Whether a line has a suspect sign and no letter that only Unicode has: most lines have such a letter soon."""
    lines = text.replace("\r", "\n")
    unsure = "".join(_UNSURE_LINE.findall(f"\n{lines}"))
    return not unsure.isascii() and any(sign in unsure for sign in _SUSPECT_SIGNS)


def _deciphered(data: bytes) -> Decoded | None:
    # Imported late: few articles need its tables, which take some milliseconds to make.
    from archive.vietnamese.deciphering import decipher

    return decipher(data)


_ONLY_IN_UNICODE = "ăđĩũơưĂĐĨŨƠƯ\u0300-\u0323Ạ-ỹ"
"""Letters and marks of Vietnamese that no text shows which was misread or is in an old encoding."""
_UNSURE_LINE = re.compile(rf"\n[^\n{_ONLY_IN_UNICODE}]++(?=\n|\Z)")
"""A line with none of them, and the line end above it, which is found sooner than where a line begins."""
_SUSPECT_SIGNS = "ñöøïäåëðµ®¬\xad¶¸ÑÖØÏÒÌÞÃÄÆ¡¢£³ªº»"
"""Signs that Vietnamese has next to no use for: such a text has one in every line."""
