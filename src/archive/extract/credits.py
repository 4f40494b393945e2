"""Reads who wrote and who took the pictures from lines and line ends that say so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct, structs

from archive.extract.vocabulary import (
    GLUED_DEGREES,
    REMEMBERED,
    Phrase,
    Vocabulary,
    any_of,
    holds_any,
    label_key,
    phrase_at,
    words_of,
)
from archive.patterns import SMALL, pattern
from archive.vietnamese.folding import identity_words
from archive.vietnamese.names import has_surname, is_full_name, is_highland, is_initials, is_name, restore_name
from archive.vietnamese.syllables import has_marks, is_syllable

LONGEST = 140
"""Characters up to which a line can be a byline."""

PICTURES = ("ảnh", "hình", "hình ảnh")
"""Labels of who took the pictures, and no film."""
BORN_AS = frozenset(("hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "út", "cả"))
"""By these the South names children in their order, behind a form of address: `Ông Mười Thiệt`."""
GIVEN_WITHIN = 12
"""Characters at the end of a caption among which it says that the picture was given."""
OFFICE_WORDS = 6
"""Words of the longest office that no list knows behind a name."""
LONGEST_CREDIT = 6
"""Words that can stand behind `Ảnh:` and still be a name."""


class Credit(Struct, frozen=True):
    """What one line says about who made the article."""

    people: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    office: str | None = None
    source: str | None = None
    confidence: float = 0.0
    """How sure it is that the line is a byline at all."""
    rule: str = ""
    address: str | None = None
    """Where on the web the source has it."""


class PhotoCredit(Struct, frozen=True):
    """A caption parted from the credit at its end."""

    caption: str
    names: tuple[str, ...]
    certain: bool
    """Whether there was a credit."""


def read_credit(text: str, vocabulary: Vocabulary) -> Credit | None:
    """What a line that stands by itself credits, or None when it is no byline.

    Leaves alone people with a form of address (`Ông Lê Văn Thử` is a caption), `PV:` in front of a question, every line
    with a sentence in it, and those in whose place a document is signed: `TM. BAN CHẤP HÀNH`.
    """
    if "@" in text and (address := _EMAIL.search(text)):
        return _surely_named(read_credit(text[: address.start()], vocabulary))
    text = text.strip(" |•*_")
    if ":" in text and not text[0].isalnum() and (icon := _ICON.match(text)):
        text = text[icon.end() :]
    if _FONT_BULLET.match(text):
        return _surely_named(read_credit(text[2:], vocabulary))
    if text[:1] in "bB" and (by := _BY.match(text)):
        credit = _surely_named(_read_short(text[by.end() :], vocabulary))
        return credit if credit and credit.people else None
    if not text or len(text) > LONGEST or (text[0].islower() and " " in text) or text.startswith(vocabulary.on_behalf):
        return None
    return _read_short(text, vocabulary)


@lru_cache(maxsize=REMEMBERED)
def _read_short(text: str, vocabulary: Vocabulary) -> Credit | None:
    if text[0] == "(" and text[-1] == ")" and text.count("(") == 1:
        text = text[1:-1].strip()
        if vocabulary.papers.section(label_key(text)):
            return Credit(source=restore_name(text), confidence=0.9, rule="source_in_brackets")
        if vocabulary.roles.section(label_key(text)):
            return _from_paper(text, vocabulary)
        name, comma, told = text.partition(",")
        text = name if comma and _describes_author(name, told, vocabulary) else text
    return (
        _labelled(text, vocabulary)
        or _from_source(text, vocabulary)
        or _with_role(text, vocabulary)
        or _plain(text, vocabulary)
    )


def _surely_named(credit: Credit | None) -> Credit | None:
    """What a line credits beside whose names something stands as beside authors only: an address of electronic mail, or
    the box in front of the one of a printed paper."""
    return structs.replace(credit, confidence=0.95) if credit and credit.rule == "name_alone" else credit


def split_photo_credit(text: str) -> PhotoCredit:
    """The caption without the credit at its end, and the names credited.

    >>> split_photo_credit("Dân làng sửa cầu. Ảnh: LÊ MẪU")
    PhotoCredit(caption='Dân làng sửa cầu.', names=('Lê Mẫu',), certain=True)
    """
    tail_at = max(0, len(text) - _CREDIT_REACH)
    if "cung cấp" in text[-GIVEN_WITHIN:] and (given := _GIVEN.search(text, tail_at)):
        return PhotoCredit(text[: given.start()], (), certain=True)
    match = _CREDIT.search(text, tail_at) if holds_any(text[tail_at:], _IN_EVERY_CREDIT) else None
    if match is None or len(text[: match.start()].split()) < 3 or not _is_credit(text[: match.start()], match):
        return PhotoCredit(text.rstrip(" |"), (), certain=False)
    caption = text[: match.start()].rstrip(" -–—|([/")
    return PhotoCredit(caption, photographers(_credited_name(match)), certain=True)


def _credited_name(match: re.Match[str]) -> str:
    return match["name"] or match["signed"] or match["bare"]


def _is_credit(before: str, match: re.Match[str]) -> bool:
    """Whether what follows `Ảnh` is a name, and what stands in front is not the rest of a sentence."""
    name = _credited_name(match)
    parted = before.rstrip()[-1:] in '.,;!?…”"([|–—-/:)' or match.group().startswith(("Ảnh", "ẢNH", "Photo"))
    return (
        parted
        and (match["signed"] is None or is_name(name))
        and len(name.split()) <= LONGEST_CREDIT
        and not before.endswith("Trong ")
        and (not name[0].islower() or "." in name or name.startswith("tư liệu"))
    )


def photographers(text: str) -> tuple[str, ...]:
    """The names of a photo credit; none for `tư liệu`, `minh họa` and the like."""
    names = (part.strip(" |") for part in _AMONG_PHOTOGRAPHERS.split(_without_stop(text.strip(" |)]"))))
    return tuple(restore_name(name) for name in names if name and label_key(name) not in _NOBODY)


def split_people(
    text: str, vocabulary: Vocabulary, labelled: bool = False
) -> tuple[tuple[str, ...], str | None] | None:
    """The people and the office of a byline's value; None when a part of it is neither.

    What stands between two offices belongs to their names: `Phòng Cơ sở đảng - Đảng viên, Ban Tổ chức …`. Behind a
    label `Anh Dũng` is a pen name; without one it may be a caption.
    """
    people: list[str] = []
    offices: list[str] = []
    unknown = False
    for part in _among_people(text):
        kind, value = _person_or_office(part, vocabulary, labelled)
        if kind == "unknown" and offices and _goes_with(offices[-1], value, vocabulary):
            kind = "office"
        if kind == "person":
            people.append(value)
        elif kind == "office":
            offices.append(value)
        elif kind == "unknown" and not offices:
            return None
        unknown = unknown or kind == "unknown"
    between = len(offices) > 1 and not people and text.startswith(offices[0]) and text.endswith(offices[-1])
    if between:
        return (), text
    return None if unknown else (tuple(people), " - ".join(offices) or None)


def _goes_with(office: str, text: str, vocabulary: Vocabulary) -> bool:
    """Whether the text is the second field of an office, `Trung tâm Văn hóa -` Truyền thông huyện Tân Ví, or what a
    paper is called beside its name: `Báo Ví Dụ -` Bản in."""
    if not text[:1].isupper():
        return False
    words = words_of(text)
    field = phrase_at(vocabulary.fields, words)
    if field is None:
        return text.count(" ") == 1 and vocabulary.names_medium(office)
    return len(field.words) == len(words) or phrase_at(vocabulary.places, words, len(field.words)) is not None


def _among_people(text: str) -> list[str]:
    """The parts of a byline's value; a dash between abbreviations parts nothing."""
    if " và " not in text and not holds_any(text, ",;&+/–—-"):
        return [text]
    if "-" not in text:
        return [part.strip() for part in _AMONG_PEOPLE.split(text)]
    parts = _AMONG_PEOPLE.split(_TWO_ABBREVIATIONS.sub("\\1\u2011\\2", text))
    return [part.strip().replace("\u2011", "-") for part in parts]


def tells_author(text: str) -> bool:
    """Whether a line says somewhere whose work it is: `Đất đứng - Phóng sự của LÊ VĂN THỬ`."""
    return _WORK_OF.search(text) is not None


# The forms of a byline


def _labelled(text: str, vocabulary: Vocabulary) -> Credit | None:
    """`Bài, ảnh: X`, `Tác giả: X - office`, `Tin: X. Ảnh: Y`, `Tin, ảnh Office`."""
    match = _LABEL.match(text) if ":" in text or "：" in text else None
    kind = _kind_of_label(match["label"], vocabulary) if match else None
    if kind is None and (work := _WORK_OF.match(text)):
        match, kind = work, "text"
    if match is None or kind is None:
        match = _BARE_LABEL.match(text)
        kind = "both" if match and "nh" in match["label"] else "text"
    if match is None:
        return None
    value = _before_second_label(match["value"], vocabulary)
    photos: tuple[str, ...] = ()
    if second := _PHOTO_LABEL.search(value):
        value, photos = value[: second.start()].strip(" -–;,.("), photographers(second["value"])
    return _credited(kind, value, photos, vocabulary)


def _kind_of_label(label: str, vocabulary: Vocabulary) -> str | None:
    """What a label credits; one put together from several credits what all of these do: `Tin, ảnh, video`."""
    kind = vocabulary.bylines.get(label_key(label))
    if kind is None and (parts := _LABELS.split(label))[1:]:
        kinds = {vocabulary.bylines.get(label_key(part)) for part in parts}
        return (kinds.pop() if len(kinds) == 1 else "both") if kinds <= {"text", "photo", "both"} else None
    return kind


def _before_second_label(value: str, vocabulary: Vocabulary) -> str:
    """What a label credits, without who filmed, edited or read it, as another label tells behind: `X; Clip: Y`."""
    for second in _SECOND_LABEL.finditer(value) if ":" in value else ():
        label = label_key(second["label"])
        if label not in PICTURES and vocabulary.bylines.get(label) in ("photo", "editor", "reader"):
            return value[: second.start()]
    return value


def _credited(kind: str, value: str, photos: tuple[str, ...], vocabulary: Vocabulary) -> Credit | None:
    if kind == "source":
        return _source_credit(value, vocabulary)
    if kind == "reader":
        return Credit(confidence=0.9, rule="labelled_editor")
    if kind == "photo":
        names = photographers(value)
        shaped = bool(names) and all(
            is_name(name) or "." in name or name.isupper() or _is_office(name, vocabulary) for name in names
        )
        return Credit(photographers=names, confidence=0.9, rule="labelled_photo") if shaped else None
    split = split_people(_without_role(value, vocabulary), vocabulary, labelled=True) or _first_of(value, vocabulary)
    if split is None:
        return None
    people, office = split
    if kind == "editor":
        return Credit(people, (), office, None, 0.75, "labelled_editor")
    return Credit(people, photos or (people if kind == "both" else ()), office, None, 0.98, "labelled_byline")


def _first_of(value: str, vocabulary: Vocabulary) -> tuple[tuple[str, ...], None] | None:
    """The person in front of a post that no list knows: `Kiều Oanh - Công chức VH-XH`."""
    first = _BEFORE_POST.split(value, maxsplit=1)[0]
    split = split_people(first, vocabulary, labelled=True) if first != value else None
    return (split[0], None) if split and split[0] and " " in first else None


def _from_source(text: str, vocabulary: Vocabulary) -> Credit | None:
    """`Nguồn X: address`, `Theo X`, `Trích báo X`, `X - Theo Y`."""
    if (match := _SIGNED_OFF.fullmatch(text)) and vocabulary.names_medium(match["outlet"]):
        return Credit(source=match["outlet"], confidence=0.9, rule="source_line")
    match = _SOURCE.match(text)
    if match and (match["word"] != "Trích" or vocabulary.names_medium(match["value"])):
        return _source_credit(match["value"], vocabulary, match["word"].lower() == "theo")
    if holds_any(text, _IN_EVERY_SOURCE) and (match := _ENDS_IN_SOURCE.search(text)):
        split = split_people(text[: match.start()].strip(" -–,("), vocabulary)
        if split and any(" " in name or "." in name for name in split[0]):
            return Credit(split[0], (), split[1], match["value"].strip(" )."), 0.9, "byline_with_source")
    return None


def _from_paper(text: str, vocabulary: Vocabulary) -> Credit | None:
    """`Theo Báo X` in brackets, where nothing but a paper or a station is a source."""
    match = _SOURCE.match(text)
    return _source_credit(match["value"], vocabulary) if match and vocabulary.names_medium(match["value"]) else None


def _source_credit(value: str, vocabulary: Vocabulary, according: bool = False) -> Credit | None:
    """The outlet of a source line; `Theo` in front of a person credits the person."""
    address = match[0] if (match := _ADDRESS.search(value)) else None
    outlet = _ADDRESS.sub("", value).strip(" :-–.")
    if (
        according
        and (match := _NAME_IN_BRACKETS.match(outlet) or _NAME_OF_OUTLET.match(outlet))
        and _is_person(match["name"], vocabulary)
        and not vocabulary.names_medium(match["name"])
    ):
        return Credit((restore_name(match["name"]),), (), None, match["outlet"], 0.75, "source_line")
    if according and (credit := _person_of_office(outlet, vocabulary)):
        return credit
    if (match := _NAME_IN_BRACKETS.match(outlet)) and is_domain(match["outlet"]):
        return Credit(source=match["name"], address=match["outlet"], confidence=0.9, rule="source_line")
    if according and has_surname(outlet, vocabulary.surnames) and is_name(outlet):
        return Credit((restore_name(outlet),), confidence=0.6, rule="source_line")
    if not outlet:
        return Credit(source=address, address=address, confidence=0.9, rule="source_line") if address else None
    if outlet[0].isdigit() or len(outlet.split()) > 10 or (according and not outlet[0].isupper()):
        return None
    return Credit(source=outlet, address=address, confidence=0.9, rule="source_line")


def _person_of_office(text: str, vocabulary: Vocabulary) -> Credit | None:
    """A whole name and the office beside it, as behind `Theo`: `Lê Văn Thử - Hội CCB huyện Tân Ví`."""
    split = split_people(text, vocabulary)
    if split is None or len(split[0]) != 1 or not split[1] or vocabulary.names_medium(split[1]):
        return None
    if not has_surname(split[0][0], vocabulary.surnames):
        return None
    return Credit(split[0], (), split[1], confidence=0.75, rule="source_line")


def _with_role(text: str, vocabulary: Vocabulary) -> Credit | None:
    """`X (thực hiện)`, `X thực hiện`."""
    value = _without_role(text, vocabulary)
    if value == text:
        return None
    split = split_people(value, vocabulary)
    return Credit(split[0], (), split[1], None, 0.95, "byline_with_role") if split and split[0] else None


def _plain(text: str, vocabulary: Vocabulary) -> Credit | None:
    """Names alone, names with an office, an office alone; no `Đồng chí X`, who is spoken of where no label credits."""
    if len(text) > 90 or text[-1] in ":?!":
        return None
    if is_domain(text):
        return Credit(office=text, confidence=0.8, rule="office_alone")
    if text[0] in "Đđ" and label_key(text).startswith("đồng chí "):
        return None
    split = split_people(_without_stop(text), vocabulary) or _before_slash(text, vocabulary)
    if split is None or not (split[0] or split[1]):
        return None
    people, office = split
    if not people and text.isupper() and " " not in text and vocabulary.names_medium(text):
        return Credit(source=office, confidence=0.8, rule="source_line")
    if not people:
        return Credit(office=office, confidence=0.7, rule="office_alone")
    return Credit(people, (), office, None, _sureness(people, office, vocabulary), "name_alone")


def _before_slash(text: str, vocabulary: Vocabulary) -> tuple[tuple[str, ...], str] | None:
    """A whole name and behind a slash an office that no list knows, as agencies sign: `Lê Văn Thử/Tổ tin cơ sở`."""
    name, slash, office = (part.strip() for part in text.partition("/"))
    signed = bool(slash) and is_full_name(name, vocabulary.surnames) and office[:1].isupper()
    return ((restore_name(name),), office) if signed and office.count(" ") < OFFICE_WORDS else None


def _sureness(people: tuple[str, ...], office: str | None, vocabulary: Vocabulary) -> float:
    """How sure it is that names alone are a byline: surnames and initials are surer than pen names."""
    known = [
        has_surname(name, vocabulary.surnames)
        or is_initials(name)
        or "." in name
        or is_highland(name)
        or _is_collective(name, vocabulary)
        for name in people
    ]
    if all(known) or office:
        return 0.92
    return 0.8 if any(known) or all(2 <= len(name.split()) <= 4 for name in people) else 0.6


# Parts of a byline


def _person_or_office(part: str, vocabulary: Vocabulary, labelled: bool) -> tuple[str, str]:
    text = part.strip(" ,|")
    if not _may_open_credit(text, vocabulary):
        return "unknown", text
    if not text[-1:].isalpha():
        text = _FOOTNOTE.sub("", text)
    if _is_collective(text, vocabulary):
        return "person", text.capitalize() if text.isupper() and " " in text else text
    if not is_initials(text) or label_key(text) in vocabulary.degrees:
        text = _without_degree(text.strip("."), vocabulary)
    if not text:
        return "nothing", ""
    if "(" in text:
        name = _without_role(text, vocabulary)
        if labelled and _is_office(name, vocabulary):
            return "office", name
        return ("person", restore_name(name)) if _is_person(name, vocabulary) else ("unknown", text)
    if phrase_at(vocabulary.posts, words_of(text)) and not _is_pen_name(text):
        return "post", text
    if _is_office(text, vocabulary):
        return "office", text
    if _is_person(text, vocabulary) or (labelled and is_name(text) and (" " in text or is_syllable(text))):
        return "person", restore_name(text)
    return "unknown", text


def _may_open_credit(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the first word, unless a capital follows it, is known to open what can be credited; sentences are told
    from names so, and need not be looked up whole."""
    first, blank, rest = text.partition(" ")
    if not (blank and rest[:1].islower() and first.isalpha()):
        return True
    return words_of(first)[0] in vocabulary.credit_openings


def _is_pen_name(text: str) -> bool:
    """Whether a word for former posts is rather the first of a name of two words: `Nguyên Lý`."""
    return text.count(" ") == 1 and is_name(text) and words_of(text)[0] == "nguyên"


def _is_person(text: str, vocabulary: Vocabulary) -> bool:
    if not is_name(text) or len(text) > 45:
        return False
    words = words_of(text)
    if len(words) == 1 and not _tells_a_name(text):
        return False
    if len(words) > 2 and words[0] not in vocabulary.surnames and phrase_at(vocabulary.places, words):
        return False
    if phrase_at(vocabulary.addresses, words) and len(words) > 1 and not (text.isupper() and len(words) == 2):
        named = words[1] in BORN_AS or has_surname(" ".join(words[1:]), vocabulary.surnames)
        return words[0] in vocabulary.surnames and not named
    if "." in text and is_initials(text):
        return True
    key = label_key(text)
    return not any(labels.section(key) for labels in (vocabulary.junk, vocabulary.sections, vocabulary.roles))


def _tells_a_name(word: str) -> bool:
    """Whether a word with a capital may be a person's name by itself, and is none of another language."""
    return is_initials(word) or "." in word or is_highland(word) or is_syllable(word) or has_marks(word)


def is_domain(text: str) -> bool:
    """Whether the text is the name of a site: `bao.example.vn`, `vidunews`."""
    return " " not in text and _DOMAIN.fullmatch(text) is not None


def _is_collective(text: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.collective.section(label_key(text)) is not None


def _is_office(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the text names a place of work: by its first words, or as an address on the web."""
    if is_domain(text):
        return True
    if text.isupper() and ((any(map(str.isdigit, text)) and " " not in text) or _is_abbreviated(text)):
        return True
    words = words_of(text)
    office = phrase_at(vocabulary.offices, words) or phrase_at(vocabulary.bodies, words)
    if office is None or not text[0].isupper() or len(words) > 14:
        return False
    if len(words) == len(office.words):
        return (text.isupper() and len(words) == 1) or len(words) > 1
    if any(
        phrase_at(told, words, place)
        for told in (vocabulary.shows, vocabulary.tells)
        for place in _small(text, len(office.words))
    ):
        return False
    if _goes_on(text, words, len(office.words), vocabulary):
        return False
    follows = text.split()[len(office.words)]
    bare = len(office.words) == 1 and is_name(text) and _reads_as_name(text, office, vocabulary)
    tables = (vocabulary.bodies, vocabulary.inner, vocabulary.places, vocabulary.offices)
    known = any(phrase_at(phrases, words, len(office.words)) for phrases in tables)
    return (follows[0].isupper() or follows[0].isdigit() or known) and not bare


def _goes_on(text: str, words: Sequence[str], place: int, vocabulary: Vocabulary) -> bool:
    """Whether two small words that no name of an office holds stand side by side, as in a sentence."""
    if len(_small(text, place)) < 2:
        return False
    tables = (vocabulary.bodies, vocabulary.inner, vocabulary.trades, vocabulary.places, vocabulary.offices)
    printed, unknown = text.split(), 0
    while place < len(words):
        phrases = (phrase_at(table, words, place) for table in tables)
        known = max((len(phrase.words) for phrase in phrases if phrase), default=0)
        unknown = 0 if known or not printed[place][0].islower() else unknown + 1
        if unknown > 1:
            return True
        place += known or 1
    return False


def _is_abbreviated(text: str) -> bool:
    """Whether each of several words is cut to its initials, as in names of offices: `TT VHTT`."""
    words = text.split()
    return len(words) > 1 and all(len(word) > 1 and word.isalpha() and is_initials(word) for word in words)


def _small(text: str, start: int) -> list[int]:
    """The places of the words in small letters from `start` on."""
    return [place for place, word in enumerate(text.split()) if place >= start and word[0].islower()]


def _reads_as_name(text: str, office: Phrase, vocabulary: Vocabulary) -> bool:
    """Whether an office of one word and capitals behind it is rather a person: `Trường Sơn`, `Hà Văn Thử`."""
    words = words_of(text)
    known = phrase_at(vocabulary.inner, words, 1) or phrase_at(vocabulary.bodies, words, 1)
    return has_surname(text, vocabulary.surnames) or (
        office.section == "cơ quan, đơn vị" and len(words) <= 3 and not known
    )


def _without_role(text: str, vocabulary: Vocabulary) -> str:
    """The names without what they did, in brackets or behind them; office in brackets parted by a dash."""
    if "(" in text and (match := _BRACKETED_END.search(text)):
        inner = match["inner"].strip()
        before = text[: match.start()].strip()
        if vocabulary.roles.section(label_key(inner)) or _is_collective(inner, vocabulary):
            return before
        if _is_office(inner, vocabulary):
            return f"{before} - {inner}"
        return before if _describes_author(before, inner, vocabulary) else text
    words = text.split()
    for size in (3, 2, 1):
        if (
            len(words) > size
            and (words[-size][0].islower() or (text.isupper() and 1 < size < len(words) - 1))
            and vocabulary.roles.section(label_key(" ".join(words[-size:])))
        ):
            return " ".join(words[:-size]).rstrip(" -–,")
    return text


def _describes_author(name: str, told: str, vocabulary: Vocabulary) -> bool:
    """Whether words in brackets behind a full name say where somebody lives or serves: `(cán bộ hưu trí, phường …)`."""
    if not (is_name(name) and has_surname(name, vocabulary.surnames)):
        return False
    return any_of(vocabulary.places, words_of(told)) or phrase_at(vocabulary.posts, words_of(told)) is not None


def has_degree(text: str, vocabulary: Vocabulary) -> bool:
    """Whether an academic or military title opens the text."""
    return _degree(text.split(), vocabulary) > 0


def _without_degree(text: str, vocabulary: Vocabulary) -> str:
    """The name without academic and military titles in front."""
    words = text.split()
    while words and words[0][0].isupper() and (size := _degree(words, vocabulary)):
        words = words[size:]
    return " ".join(words)


def _degree(words: list[str], vocabulary: Vocabulary) -> int:
    """How many of the first words are a title."""
    first = next(_title_keys(words[:1]))
    if first in vocabulary.degrees and (phrase := phrase_at(vocabulary.degrees, [*_title_keys(words)])):
        return len(phrase.words)
    return int(first.replace(" ", "") in GLUED_DEGREES)


def _title_keys(words: Iterable[str]) -> Iterator[str]:
    """The words as titles are looked for, a blank for each point within: `PGS.TS`."""
    return (word.replace(".", " ").strip(" ,") for word in identity_words(words))


def _without_stop(text: str) -> str:
    """The text without a full stop at its end, unless the stop belongs to initials."""
    bare = text.rstrip(" .")
    return text if text.endswith(".") and is_initials(text.rsplit(" ", 1)[-1]) else bare


_ICON = pattern(r"[\u2190-\u27bf\U0001f300-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]?\s*(?=[^\W\d_])")
"""A picture in front of a label, as posts of networks have them: a pen, a camera."""
_FONT_BULLET = pattern(rf"^[nlqvu§■◆●▪✍]\s(?=[^\W\d_{SMALL}])")
"""A sign in front of an author's name, or the letter that was one in a font of signs."""
_CREDIT_REACH = 90
_NOBODY = frozenset(("tư liệu", "minh họa", "minh hoạ", "internet", "st", "sưu tầm", "ảnh tư liệu", "tl"))
_IN_EVERY_CREDIT = ("ảnh", "Ảnh", "ẢNH", "Anh", "hình", "Hình", "HÌNH", "Photo", "Nguồn")
"""With one of these every credit begins; it is missed sooner than a whole credit."""
_CREDIT = pattern(
    r"(?:(?<=[\s(\[.,|–—-])|^)(?:[ẢA]nh tư liệu|Nguồn ảnh|[Ảả]nh|ẢNH|[Hh]ình|HÌNH|Photo|Nguồn)"
    r"(?:\s?[:\-–—]\s?(?P<name>[^:\n]{1,60}?)"
    r"|(?<=[.!?…)]\s[ẢA]nh)\s(?P<signed>[^\W\d_]\S*(?:\s[^\W\d_]\S*){1,3})"
    rf"|\s(?P<bare>tư liệu|[^\W\d_{SMALL}](?:[^\W\d_{SMALL}.]|[{SMALL}](?=[^\W\d_]*$)){{0,12}}))"
    r"[)\]\s|]*$"
)
_GIVEN = pattern(r"(?<=[.!?…])\s\(?(?:[ẢA]nh|Hình)\s(?:do\s)?[^.:!?\n]{2,60}\scung cấp[.)\]\s]*$")
"""Who gave a picture to the paper, which is no photographer: `Ảnh do Đoàn xã cung cấp`."""
_AMONG_PHOTOGRAPHERS = pattern(r"\s*[/,;&+]\s*|\s+[-–—]\s+|(?<=[^\W\d_])[-–](?=[A-ZĐ]{2})| và ")
_AMONG_PEOPLE = pattern(r"[ ,;&+/–—-](?:(?<=[,;&+/])\s*|(?<=[–—-])\s*(?=[^\W\d_])|(?<= )và )")
"""A sign or a word between people, its first character out of one class, which is found soonest."""
_LABEL = pattern(r"(?P<label>[^\W\d_][^:]{1,32}?)\s*[:：]\s*(?P<value>\S.*)")
_BY = pattern(r"(?:[Bb]y|[Bb]ởi):?\s+(?=[^\W\d_])")
_BARE_LABEL = pattern(
    r"(?P<label>(?:Tin|Bài|TIN|BÀI)\s?(?:[,\-–&/]|và)\s?(?:bài\s?[,&]?\s?)?(?:[Ảả]nh|ẢNH|[Hh]ình|clip)"
    r"|Tác giả|Người viết)\s+(?P<value>[^\W\d_].*)"
)
_WORK_OF = pattern(
    r"(?P<label>Bài viết|Bài|Phóng sự|Ghi chép|Bút ký|Ký sự|Ký|Tùy bút|Tản văn|Truyện ngắn|Thơ)\s(?:của|CỦA)\s"
    r"(?P<value>[^\W\d_].*)"
)
_FOOTNOTE = pattern(rf"[*¹²³⁴†‡]{{1,3}}$|(?<=[{SMALL}])\d$")
_BEFORE_POST = pattern(r"\s[-–—]\s|,\s|\s\(")
_TWO_ABBREVIATIONS = pattern(r"(?<![^\W_])([A-ZĐ]{2,4})-([A-ZĐ]{2,5})(?![^\W_])")
_NAME_OF_OUTLET = pattern(r"(?P<name>[^/]{5,40}?)\s?/\s?(?P<outlet>[^/]{2,50})$")
_PHOTO_LABEL = pattern(r"(?:^|[\s\-–;,.(/|])(?:[Ảả]nh|ẢNH|[Hh]ình)\s*:\s*(?P<value>[^:]+)$")
_LABELS = pattern(r"\s?[,/&+–-]\s?| và ")
_SECOND_LABEL = pattern(r"\s?[;,.|/–-]\s?(?P<label>[^\W\d_][^:;,.]{1,20}?)\s?:")
_SOURCE = pattern(r"(?P<word>Nguồn|NGUỒN|Theo|THEO|Trích|Source)(?:\s*[:：]\s*|\s+)(?P<value>\S.*)")
_SIGNED_OFF = pattern(r"(?P<outlet>[A-ZĐ]{3,8})/[A-ZĐ]{2,4}(?:-[A-ZĐ]{2,4}){1,2}")
"""An agency and the initials of its editors under a text: `TTXVN/NL-HTH`."""
_IN_EVERY_SOURCE = ("heo", "guồn")
_ENDS_IN_SOURCE = pattern(r"[\s(–-]+(?:[Tt]heo|[Nn]guồn)\s*:?\s*(?P<value>[^()]{2,60})\)?$")
_NAME_IN_BRACKETS = pattern(r"(?P<name>[^()]{3,40}?)\s*\((?P<outlet>[^()]{2,50})\)$")
_BRACKETED_END = pattern(r"\s*\(\s*(?P<inner>[^()]{1,60}?)\s*\)\s*\.?$")
_EMAIL = pattern(r"\s?[(–-]?\s?[\w.+-]{2,40}@[\w.-]{4,40}\)?$")
_ADDRESS = pattern(r"(?:https?://|\bwww\.)[^\s()<>]*[^\s()<>.,;]")
_DOMAIN = pattern(r"(?:[\w-]{2,30}\.){1,4}(?:vn|com|net|org|info)|[a-z]{2,12}(?:news|online|tv|portal)", re.IGNORECASE)
