"""Reads bytes as Vietnamese text, whichever encoding they were saved in and whatever was done to them since."""

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
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if any(sign in text for sign in _SUSPECT_SIGNS) else text


def _deciphered(data: bytes) -> Decoded | None:
    # Imported late: few articles need its tables, which take some milliseconds to make.
    from archive.vietnamese.deciphering import decipher

    return decipher(data)


# Signs that Vietnamese has next to no use for: text that was misread or is in an old encoding has one in every line.
_SUSPECT_SIGNS = "\0ñöøïäåëðµ®¬\xad¶¸ÑÖØÏÒÌÞÃÄÆ¡¢£³ªº»"
