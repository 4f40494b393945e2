"""Turns what the encodings before Unicode look like, when they are shown as Windows-1252, into Vietnamese.

Every function takes such a text and gives it back in NFC; signs that the encoding does not know stay as they are. The
tables of TCVN3 and VNI follow the fonts `.VnTime` and `VNI-Times`, that of VISCII follows RFC 1456.
"""

import codecs
import re
import unicodedata
from itertools import product


def shown(data: bytes) -> str:
    """The bytes as Windows-1252 shows them; the five bytes that it lacks as Latin-1 does. One character a byte."""
    return codecs.charmap_decode(data, "strict", _WINDOWS_1252)[0]


def is_shown(text: str) -> bool:
    """Whether bytes shown as Windows-1252 could look so: no letter that only Unicode has, such as `đ` or `ạ`."""
    return _NOT_SHOWN.search(text) is None


def from_cp1258(text: str) -> str:
    """The text that was saved as Windows-1258, whose tones stand behind their letters."""
    return unicodedata.normalize("NFC", text.translate(_WINDOWS_1258))


def from_tcvn3(text: str) -> str:
    """The text that was saved as TCVN3 (ABC).

    TCVN3 has no capitals with tones. They come back in lines and words that are else in capitals, and only there.
    """
    lines_done = _LINE_IN_CAPITALS.sub(lambda line: line.group().upper(), text.translate(_TCVN3))
    return _CAPITALS_AND_TONES.sub(_in_capitals, lines_done)


def from_vni(text: str) -> str:
    """The text that was saved as VNI-Windows, whose marks stand behind their letters."""
    return _VNI_LETTER.sub(lambda letter: _VNI.get(letter.group(), letter.group()), text)


def from_viscii(text: str) -> str:
    """The text that was saved as VISCII."""
    return text.translate(_VISCII)


def from_misread_utf8(text: str) -> str:
    """The text that was saved as UTF-8 and read as Windows-1252 or Latin-1, once or more often."""
    repaired = _MISREAD.sub(_reread, text)
    return text if repaired == text else from_misread_utf8(repaired)


def _decoded(byte: int, encoding: str) -> str:
    return bytes([byte]).decode(encoding, "ignore") or chr(byte)


_WINDOWS_1252 = "".join(_decoded(byte, "cp1252") for byte in range(256))
_NOT_SHOWN = re.compile(f"[^{re.escape(_WINDOWS_1252)}\x80-\x9f]")
_BYTES = {char: byte for byte, char in enumerate(_WINDOWS_1252)} | {chr(byte): byte for byte in range(0x80, 0xA0)}

_WINDOWS_1258 = {ord(char): _decoded(byte, "cp1258") for byte, char in enumerate(_WINDOWS_1252) if byte >= 0x80}

_TONED = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_TCVN3 = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    f"ĂÂÊÔƠƯĐăâêôơưđ{_TONED}",
)
_LINE_IN_CAPITALS = re.compile(r"^(?=.*[A-ZĂÂÊÔƠƯĐ]{2})[^a-zăâêôơưđ\n]+$", re.MULTILINE)
_CAPITALS_AND_TONES = re.compile(rf"(?<!\w)[A-ZĂÂÊÔƠƯĐ{_TONED}]++(?!\w)")


def _in_capitals(word: re.Match[str]) -> str:
    """A word of capitals and toned letters in capitals, when two capitals show that it was meant so."""
    text = word.group()
    return text.upper() if sum(char.isupper() for char in text) > 1 else text


_VISCII_HIGH = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII = {
    **{ord(_WINDOWS_1252[byte]): letter for byte, letter in enumerate(_VISCII_HIGH, start=0x80)},
    **dict(zip((0x02, 0x05, 0x06, 0x14, 0x19, 0x1E), "ẲẴẪỶỸỴ", strict=True)),
}

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT, _BREVE, _ROOF = "\u0300\u0301\u0309\u0303\u0323\u0306\u0302"
_VNI_TONES = {"ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_ROOFS = {"â": "", "à": _GRAVE, "á": _ACUTE, "å": _HOOK, "ã": _TILDE, "ä": _DOT}
_VNI_BREVES = {"ê": "", "è": _GRAVE, "é": _ACUTE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni_small() -> dict[str, str]:
    """Each small letter of VNI, of one sign or two, with its letter of Unicode."""
    toned = {base + sign: base + tone for base, (sign, tone) in product("aeiouy", _VNI_TONES.items())}
    horned = {base + sign: _VNI_ALONE[base] + tone for base, (sign, tone) in product("ôö", _VNI_TONES.items())}
    roofed = {base + sign: base + _ROOF + tone for base, (sign, tone) in product("aeo", _VNI_ROOFS.items())}
    short = {"a" + sign: "a" + _BREVE + tone for sign, tone in _VNI_BREVES.items()}
    return toned | horned | roofed | short | _VNI_ALONE


def _vni() -> dict[str, str]:
    """Each letter of VNI; behind a capital stands the capital mark, or the small one where someone was in a hurry."""
    small = {sign: unicodedata.normalize("NFC", letter) for sign, letter in _vni_small().items()}
    capitals = {spelt: letter.upper() for sign, letter in small.items() for spelt in (sign.upper(), sign.capitalize())}
    return capitals | small


_VNI = _vni()
_VNI_MARKS = "".join(sorted({sign[1] for sign in _VNI if len(sign) == 2}))
_VNI_LETTER = re.compile(f"[aeiouyôöAEIOUYÔÖ][{_VNI_MARKS}]|[ôöñìíæóòîÔÖÑÌÍÆÓÒÎ]")

_LATER_BYTES = f"[{re.escape(_WINDOWS_1252[0x80:0xC0])}\x80-\x9f]"
_MISREAD = re.compile(f"[Â-ß]{_LATER_BYTES}|[à-ï]{_LATER_BYTES}{{2}}|[ð-ô]{_LATER_BYTES}{{3}}")


def _reread(misread: re.Match[str]) -> str:
    try:
        return bytes(_BYTES[char] for char in misread.group()).decode()
    except UnicodeDecodeError:
        return misread.group()
