"""Reads what stands on a line beside its date: who wrote, for which paper, under which section."""

from msgspec import Struct

from archive.extract.credits import Credit, read_credit
from archive.extract.vocabulary import SIGNS, Vocabulary, holds_any, label_and_value, label_key
from archive.patterns import pattern
from archive.vietnamese.names import has_surname, is_name


class Beside(Struct):
    """What a line says beside its date."""

    credit: Credit | None = None
    """Who wrote the article, or for which paper."""
    section: str = ""
    unknown: str = ""
    """Words that are none of these."""
    issue: bool = False
    """Whether it tells the number of an issue or a page, as the head of a printed paper does."""


def read_beside(rest: str, vocabulary: Vocabulary) -> Beside:
    """Each part of the rest of a date line read as author, paper, section, count or label."""
    beside = Beside()
    for part in _PARTS.split(rest):
        _read_part(beside, part.strip(_EDGES), vocabulary)
    if beside.issue and beside.credit and beside.credit.rule == "name_alone":
        beside.credit = None
    return beside


def _read_part(beside: Beside, part: str, vocabulary: Vocabulary) -> None:
    if _ISSUE.fullmatch(part):
        beside.issue = True
        return
    if _says_nothing(part, vocabulary):
        return
    if (paper := _PAPER_AND_ISSUE.fullmatch(part)) and vocabulary.names_medium(paper["paper"]):
        beside.issue, beside.unknown = True, f"{beside.unknown} {part}".strip()
        return
    labelled = label_and_value(part)
    if labelled and labelled[0] in vocabulary.section_labels:
        return
    if labelled and labelled[0] in vocabulary.date_labels:
        _read_part(beside, labelled[1], vocabulary)
    elif vocabulary.sections.section(label_key(part)):
        beside.section = beside.section or part
    elif credit := _credit(part, labelled is not None, vocabulary):
        beside.credit = beside.credit if beside.credit and beside.credit.people else credit
    elif not _USER.fullmatch(labelled[1] if labelled and labelled[0] in vocabulary.bylines else part):
        beside.unknown = f"{beside.unknown} {part}".strip()


def names_user(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a labelled line only tells a user of the site's software: `Người đăng: Quản trị`."""
    labelled = label_and_value(text)
    if labelled is None or vocabulary.bylines.get(labelled[0]) not in ("text", "editor"):
        return False
    return _USER.fullmatch(labelled[1]) is not None


def _says_nothing(part: str, vocabulary: Vocabulary) -> bool:
    """Whether the part is a label without its value, a count or a tool of the page."""
    key = label_key(part)
    if not key or key in vocabulary.weekdays or key in vocabulary.date_labels:
        return True
    return holds_any(key, vocabulary.on_air) or vocabulary.junk.section(key) is not None


def _credit(part: str, labelled: bool, vocabulary: Vocabulary) -> Credit | None:
    """The author or the paper of a part; a body counts only behind a label, for it may be what the line is about."""
    by = _BY.match(part)
    credit = read_credit(part[by.end() :] if by else part, vocabulary)
    if credit is None:
        return None
    if labelled or by or credit.source:
        return credit
    if credit.people:
        return credit if all(_is_signed(name, vocabulary) for name in credit.people) else None
    return credit if credit.office and vocabulary.names_medium(credit.office) else None


def _is_signed(name: str, vocabulary: Vocabulary) -> bool:
    return is_name(name) and (has_surname(name, vocabulary.surnames) or name.isupper() or "." in name)


_EDGES = SIGNS.replace(")", "").replace("(", "").replace(".", "") + " "
_PARTS = pattern(r"[|¦•·;~]|\s[-–—/*]\s|\s{2,}|,\s")
_ISSUE = pattern(r"(?:[Ss]ố|SỐ|[Kk]ỳ|KỲ|Năm thứ|No|[Tt]rang|TRANG)\s?\.?\s?[\dIVX.]*(?:\s?\(\d[\d.]{0,6}\))?")
_PAPER_AND_ISSUE = pattern(r"(?P<paper>[^\W\d_].{2,60}?)\s(?:[Ss]ố|SỐ)")
"""The name of a paper in front of the number of its issue, which is left out of what stands beside a date."""
_BY = pattern(r"(?:(?:[Đđ]ăng|[Vv]iết|[Gg]ửi|[Pp]osted|[Ww]ritten|[Ss]ubmitted)\s)?(?:[Bb]ởi|[Bb]y)\s?:?\s+")
_POSTED_BY = r"(?:(?:[Đđ]ăng|[Pp]osted|[Ss]ubmitted)\s)?(?:[Bb]ởi|[Bb]y)\s?:?\s+"
_USER = pattern(
    rf"(?:{_POSTED_BY})?(?:[Aa]dmin\w{{0,12}}|[Qq]uản trị(?: viên)?|[Qq]uantri\w{{0,9}})"
    rf"|{_POSTED_BY}[a-z][\w. -]{{1,30}}|[a-z][a-z0-9_.-]{{3,30}}"
)
"""Who posted it, by a name of the site's software and not a person's."""
