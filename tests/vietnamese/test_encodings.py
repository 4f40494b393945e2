"""Old encodings are read, misread text is mended, and good text is left as it is."""

import random
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese.encodings import Decoded, decode
from archive.vietnamese.legacy import from_tcvn3, from_viscii, from_vni, shown

HERE = Path(__file__).parent
CORPUS = HERE.parents[2] / "shared" / "corpus" / "open"
TEXT = "Chi bộ ấp Mẫu Đông họp lệ đúng ngày.\r\nGhi sổ từng việc đã hứa với dân.\n"
SMALL = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"


def cases() -> list[tuple[str, str, str]]:
    """The cases of `old_encodings.txt`: an encoding, how it is shown, what it says."""
    lines = (HERE / "old_encodings.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split(" | ") for line in lines if not line.startswith("#"))
    return [(name, re.sub("{([0-9a-f]+)}", lambda sign: chr(int(sign[1], 16)), odd), said) for name, odd, said in rows]


def saved(text: str) -> bytes:
    """The bytes that Windows-1252 shows as the text."""
    return bytes({char: byte for byte, char in enumerate(shown(bytes(range(256))))}[char] for char in text)


OLD = [case for case in cases() if case[0] != "utf-8-misread"]


@pytest.mark.parametrize(("encoding", "odd", "said"), OLD)
def test_bytes_of_an_old_encoding_are_read(encoding: str, odd: str, said: str) -> None:
    decoded = decode(saved(odd))
    assert decoded is not None
    assert (decoded.encoding, decoded.text) == (encoding, said)


@pytest.mark.parametrize(("repair", "odd", "said"), cases())
def test_text_that_was_saved_again_as_utf8_is_mended(repair: str, odd: str, said: str) -> None:
    decoded = decode(odd.encode())
    assert decoded is not None
    assert (decoded.encoding, decoded.repaired, decoded.text) == ("utf-8", repair, said)


def test_what_tcvn3_cannot_say_is_told() -> None:
    losses = {(encoding, decoded.loss) for encoding, odd, _ in OLD if (decoded := decode(saved(odd)))}
    assert losses == {("windows-1258", ()), ("tcvn3", ("tcvn3-capitals",)), ("vni", ()), ("viscii", ())}


@pytest.mark.parametrize(
    ("reading", "letters"),
    [(from_tcvn3, SMALL), (from_vni, SMALL + SMALL.upper()), (from_viscii, SMALL + SMALL.upper())],
)
def test_every_vietnamese_letter_can_be_read(reading: object, letters: str) -> None:
    assert callable(reading)
    bytes_shown = shown(bytes(range(256)))
    pairs = [first + second for first in "aeiouyAEIOUY\xf4\xd4\xf6\xd6" for second in bytes_shown]
    assert {reading(sign) for sign in [*bytes_shown, *pairs]} >= set(letters)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert decoded is not None
    assert decoded.text == TEXT
    assert not decoded.loss


def test_decomposed_text_is_left_to_later_stages() -> None:
    text = unicodedata.normalize("NFD", TEXT)
    assert decode(text.encode()) == Decoded(text)


def test_a_letter_cut_in_two_is_the_only_loss() -> None:
    decoded = decode(TEXT.encode() + "ậ".encode()[:2])
    assert decoded is not None
    assert decoded.text == TEXT + "\ufffd"
    assert (decoded.encoding, decoded.loss) == ("utf-8", ("undecodable-bytes",))


def test_one_line_in_another_encoding_is_told_and_left() -> None:
    text = f"{TEXT}\r\nVeà döï hoïp coù caùc baïn ñoaøn vieân\r\n{TEXT}"
    assert decode(text.encode()) == Decoded(text, loss=("mixed-encoding-line:4",))


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0",
        b"\x1f\x8b\x08\x08\x01\x02\x03\x04\x05\x06" * 40 + b"\xff\xfe",
        b"PK\x03\x04\x14\0\x06\0\x08\0",
        TEXT.encode() + b"\0",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert decode(data) is None


def test_other_languages_in_windows_1252_are_read_and_told_to_be_unsure() -> None:
    decoded = decode("Résumé: déjà été à Besançon, où naît l’été".encode("cp1252"))
    assert decoded is not None
    assert decoded.text == "Résumé: déjà été à Besançon, où naît l’été"
    assert decoded.loss == ("encoding-unsure",)


@pytest.mark.parametrize(
    "text",
    [
        "Señor Muñoz y la niña Peña, año 2014. ¿Qué pasó? El Niño.",
        "Für Müller: größere Flüsse, schöne Wälder, ähnliche Übungen.",
        "Ça va où? L’été dernier, à Besançon, le maître est né « là-bas ».",
        "Ångström, Øresund, Ærø, blåbær, smörgås.",
        "®©µ«»¶·¸¬\xad ñ ö Ä º » ¡ ¢ £ ³",
        "XÃ\xa0TÂN AN: HÒA GIẢI Ở CƠ SỞ",
        "XÃ\xa0HÒA AN",
        "là và có thì cho à",
        "",
        "\ufffd",
    ],
)
def test_text_that_is_already_right_is_left(text: str) -> None:
    assert decode(text.encode()) == Decoded(text)


def test_thousands_of_clean_texts_are_left() -> None:
    choice = random.Random(11)
    changed = [text for text in (clean_text(choice) for _ in range(4000)) if decode(text.encode()) != Decoded(text)]
    assert changed == []


def clean_text(choice: random.Random) -> str:
    """A few lines of syllables, with now and then a foreign name or an odd sign."""
    onsets = [
        "",
        "b",
        "c",
        "ch",
        "d",
        "đ",
        "gi",
        "h",
        "kh",
        "l",
        "m",
        "n",
        "ng",
        "nh",
        "ph",
        "qu",
        "t",
        "th",
        "tr",
        "v",
        "x",
    ]
    rimes = [
        "à",
        "ã",
        "âu",
        "ấn",
        "ậm",
        "ắng",
        "é",
        "ên",
        "ìn",
        "ò",
        "ô",
        "ông",
        "ơi",
        "ớp",
        "ù",
        "ưng",
        "ươi",
        "ượt",
        "ý",
        "an",
        "ao",
    ]
    others = [
        "Muñoz",
        "Peña",
        "São",
        "Müller",
        "Ångström",
        "Köln",
        "Ærø",
        "naïve",
        "25°C",
        "5m²",
        "©",
        "®",
        "«Ví»",
        "µm",
        "½",
        "№",
        "soft\xadhyphen",
        "Ðảng",
        "£5",
        "º",
        "Ä",
        "30–4",
        "“Ví”",
        "Tân\xa0An",
    ]

    def word() -> str:
        if choice.random() < 0.06:
            return choice.choice(others)
        syllable = choice.choice(onsets) + choice.choice(rimes)
        return choice.choice([syllable, syllable, syllable.capitalize(), syllable.upper()])

    return "\n".join(" ".join(word() for _ in range(choice.randint(1, 14))) for _ in range(choice.randint(1, 8)))


@given(st.binary(max_size=200))
def test_no_bytes_stop_the_reading(data: bytes) -> None:
    decoded = decode(data)
    assert decoded is None or 0 <= decoded.confidence <= 1


@given(st.text(max_size=200))
def test_text_without_zeros_is_never_refused(text: str) -> None:
    assert decode(text.replace("\0", "").encode()) is not None


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not here")
@pytest.mark.parametrize("path", sorted((CORPUS / "encodings").glob("*.txt")), ids=lambda path: path.stem)
def test_the_corpus_of_encodings_is_read(path: Path) -> None:
    decoded = decode(path.read_bytes())
    assert decoded is not None
    assert unicodedata.normalize("NFC", decoded.text) == path.with_suffix(".expected").read_text(encoding="utf-8")


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not here")
def test_articles_of_the_corpus_are_left() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))}
    odd = {
        name: decode(text.encode())
        for name, text in texts.items()
        if decode(text.encode()) != Decoded(text.removeprefix("\ufeff"))
    }
    assert list(odd) == ["F-06.txt"]
    assert odd["F-06.txt"] == Decoded(texts["F-06.txt"], loss=("mixed-encoding-line:6",))
