"""Parts the front matter that a person wrote from the text below it, and reads it strictly."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, get_args

from msgspec import UNSET, Struct, structs

from archive.model.issue import Issue
from archive.model.record import KickerType, Kind
from archive.model.source import FrontMatter, Written
from archive.model.yaml_node import YamlEntry, YamlList, YamlMapping, YamlNode, YamlScalar
from archive.patterns import pattern
from archive.vietnamese.dates import read_written_date
from archive.vietnamese.folding import fold
from archive.vietnamese.slugs import slug
from archive.yaml_document import read_document

if TYPE_CHECKING:
    from frontmatter.default_handlers import YAMLHandler

KEYS = Written.__struct_fields__
"""The keys of front matter, in the order in which they are written."""
VIETNAMESE_KEYS: Mapping[str, str] = {
    "ngày": "date",
    "ngày đăng": "date",
    "đơn vị": "unit",
    "địa danh": "place",
    "tiêu đề": "headline",
    "tít": "headline",
    "sapo": "lead",
    "tác giả": "byline",
    "ảnh": "photo_credit",
    "chú thích": "caption",
    "nguồn": "source",
    "địa chỉ nguồn": "source_url",
    "đã kiểm tra": "checked",
    "ghi chú": "note",
}
"""Names under which a key may be written as well."""
UNKNOWN = "chưa rõ"
"""What a person writes where something is not known."""


class FrontSplit(Struct, frozen=True):
    """A text parted in two."""

    front: FrontMatter
    body: str
    """The text below the front matter, sign for sign; the whole text when there is no front matter."""
    first_line: int
    """1-based line of the file on which `body` begins."""
    issues: tuple[Issue, ...] = ()


def split(text: str, file: str) -> FrontSplit:
    """The front matter of a text and what stands below it.

    Front matter begins with `---` on the first line (a byte order mark may stand before it) and ends with the next
    line that is `---`, when what stands between begins as `key: value`. A text between two rules stays a text.
    Doubtful values are warnings; an issue of severity error says that the front matter cannot be relied on.
    """
    if not text.startswith(("---", "\ufeff---")):
        return FrontSplit(FrontMatter(), text, 1)
    inner, body = _part(text.removeprefix("\ufeff"))
    if inner is None:
        return FrontSplit(FrontMatter(), text, 1, _unclosed(body, file))
    front, issues = _read(inner, file)
    return FrontSplit(front, body, inner.count("\n") + 3, issues)


_RULE = pattern(r"^---[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
_NAMES = "|".join((*KEYS, *VIETNAMESE_KEYS))
_BLANK_OR_COMMENT = r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*"
_FIRST_KEY = pattern(
    rf"{_BLANK_OR_COMMENT}[ \t]*(?:\Z|([\"']?)(?:{_NAMES}|[a-z_][a-z0-9_-]*)\1[ \t]*:(?:\s|\Z))", re.IGNORECASE
)
_KNOWN_FIRST_KEY = pattern(rf"---[ \t]*\r?\n(?:{_NAMES}):\s", re.IGNORECASE)


def _part(text: str) -> tuple[str | None, str]:
    """What stands between the two rules, and the text below; None and the text when there is no front matter."""
    handler = _handler()
    if not handler.detect(text):
        return None, text
    try:
        inner, body = handler.split(text)
    except ValueError:  # the second rule is missing
        return None, text
    return (inner, body) if _FIRST_KEY.match(inner) else (None, text)


@cache
def _handler() -> "YAMLHandler":
    from frontmatter.default_handlers import YAMLHandler

    return YAMLHandler(fm_boundary=_RULE)


def _unclosed(text: str, file: str) -> tuple[Issue, ...]:
    """A warning when a text begins as front matter does and never closes it."""
    return (Issue("front-matter-unclosed", file, 1),) if _KNOWN_FIRST_KEY.match(text) else ()


def _read(inner: str, file: str) -> tuple[FrontMatter, tuple[Issue, ...]]:
    """The front matter between the rules, and what is wrong with it."""
    document = read_document(inner, file, first_line=2)
    issues = [_as_front_matter(issue) for issue in document.issues]
    if not isinstance(document.root, YamlMapping):
        if document.root is not None:
            issues.append(Issue("front-matter-broken", file, document.root.line, "error", _example("")))
        return FrontMatter(), tuple(issues)
    written: dict[str, object] = {}
    lines: dict[str, int] = {}
    for entry in document.root.entries:
        _read_entry(entry, file, written, lines, issues)
    return FrontMatter(structs.replace(_NOTHING, **written), lines), tuple(issues)


_NOTHING = Written()


def _as_front_matter(issue: Issue) -> Issue:
    return structs.replace(issue, code="front-matter-broken") if issue.code == "yaml-broken" else issue


def _example(text: str) -> dict[str, str]:
    return {"text": text, "remedy": 'headline: "Bài 1: …"'}


def _read_entry(
    entry: YamlEntry, file: str, written: dict[str, object], lines: dict[str, int], issues: list[Issue]
) -> None:
    """Puts the value of one key in its place, or says what is wrong with it."""
    key = entry.key if entry.key in _READERS else _key_meant(entry.key)
    if key is None:
        issues.append(Issue("front-matter-unknown-key", file, entry.line, values=_nearest_key(entry.key)))
        return
    if key in lines:
        values = {"key": entry.key, "first": str(lines[key])}
        issues.append(Issue("yaml-duplicate-key", file, entry.line, "error", values))
        return
    lines[key] = entry.line
    value, problem = _READERS[key](entry)
    if problem:
        issues.append(Issue(problem.code, file, entry.line, values={"key": entry.key, **problem.values}))
    if value is not UNSET:
        written[key] = value


def _key_meant(key: str) -> str | None:
    """The key, whatever its capitals and language; None when it is unknown."""
    plain = unicodedata.normalize("NFC", key).casefold()
    return VIETNAMESE_KEYS.get(plain, plain if plain in _READERS else None)


_OTHER_PROGRAMS_KEYS = {"title": "headline", "author": "byline", "authors": "byline", "description": "lead"}
"""Keys of other programs that are spelt like none of ours; they are only proposed."""


_ALIKE = 0.7
"""So alike is a key that was mistyped: `dates` is `date`, `draft` is not."""


def _nearest_key(key: str) -> dict[str, str]:
    """What the warning about an unknown key names: the nearest known key, or all of them."""
    import difflib

    known = {fold(name): name for name in (*KEYS, *VIETNAMESE_KEYS)} | _OTHER_PROGRAMS_KEYS
    near = difflib.get_close_matches(fold(key), known, 1, _ALIKE)
    proposed = known[near[0]] if near else ", ".join(KEYS)
    return {"key": key, "keys": proposed}


class _Problem(Struct, frozen=True):
    """What is wrong with a value; the file, line and key are added where it is told."""

    code: str
    values: dict[str, str] = {}


_Reading = tuple[object, _Problem | None]
"""The value, UNSET when there is none to use, and what is wrong."""


def _read_words(entry: YamlEntry) -> _Reading:
    """One text, None when it is said to be unknown."""
    node = entry.value
    if not isinstance(node, YamlScalar):
        return UNSET, _Problem("front-matter-one-value")
    if node.kind == "null":
        return (None if node.text else UNSET), None
    if node.kind != "str":
        return node.text, _Problem("front-matter-bent", {"text": node.text, "remedy": f'{entry.key}: "{node.text}"'})
    words = _tidy(node.text)
    return (None if words.casefold() == UNKNOWN else words or UNSET), None


def _tidy(text: str) -> str:
    """The words in composed letters on one line, without characters that no page and no feed can hold."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join((composed if composed.isprintable() else _UNPRINTABLE.sub("", composed)).split())


_UNPRINTABLE = pattern("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def _read_names(entry: YamlEntry) -> _Reading:
    """A list of texts, empty when it is said to be unknown; one text is a list of one."""
    if not isinstance(entry.value, YamlList):
        value, problem = _read_words(entry)
        if not isinstance(entry.value, YamlScalar):
            return UNSET, _NO_LIST
        return (value if value is UNSET else () if value is None else (value,)), problem
    readings = [_read_item(item) for item in entry.value.items]
    problem = next((problem for _, problem in readings if problem), None)
    values = [value for value, _ in readings if value is not UNSET]
    if readings and not values:
        return UNSET, problem
    return tuple(value for value in values if value is not None), problem


def _read_item(item: YamlNode) -> _Reading:
    """One text of a list, None when it is said to be unknown."""
    value, problem = _read_words(YamlEntry("-", item.line, item))
    if not isinstance(item, YamlScalar):
        return UNSET, _NO_LIST
    return value, problem and _Problem(problem.code, {"text": item.text, "remedy": f'- "{item.text}"'})


_NO_LIST = _Problem("front-matter-list")


def _read_date(entry: YamlEntry) -> _Reading:
    """A date as ISO 8601, None when it is said to be unknown."""
    value, problem = _read_words(entry)
    if not isinstance(value, str):
        return value, problem
    read = read_written_date(value)
    if read is None:
        return UNSET, _Problem("front-matter-date", {"text": value, "remedy": f"{entry.key}: 2014-07-13"})
    if not read.day_first:
        return read.iso, None
    iso = read.iso.replace("T", " ")
    return read.iso, _Problem("front-matter-day-first", {"text": value, "read": iso, "remedy": f"{entry.key}: {iso}"})


def _read_choice(choices: tuple[str, ...], unknown: object) -> Callable[[YamlEntry], _Reading]:
    """A reader of one of the choices; `unknown` is the value when it is said to be unknown."""

    def read(entry: YamlEntry) -> _Reading:
        value, problem = _read_words(entry)
        if value is None:
            return unknown, None
        if value is UNSET or value in choices:
            return value, problem
        return UNSET, _Problem("front-matter-choice", {"text": str(value), "choices": ", ".join(choices)})

    return read


def _read_checked(entry: YamlEntry) -> _Reading:
    """True or false."""
    node = entry.value
    text = node.text.casefold() if isinstance(node, YamlScalar) else ""
    if text in ("true", "false"):
        return text == "true", None
    if isinstance(node, YamlScalar) and not text:
        return UNSET, None
    return UNSET, _Problem("front-matter-choice", {"text": text, "choices": "true, false"})


def _read_slug(entry: YamlEntry) -> _Reading:
    """The last part of an address, as `archive.vietnamese.slugs` makes them."""
    value, problem = _read_words(entry)
    if not isinstance(value, str):
        return UNSET, problem
    if slug(value) == value:
        return value, problem
    return UNSET, _Problem("slug-invalid", {"text": value, "remedy": f"{entry.key}: {slug(value)}"})


def _read_note(entry: YamlEntry) -> _Reading:
    """A remark; any value will do."""
    value, problem = _read_words(entry)
    return (UNSET if value is None else value), problem


_READERS: dict[str, Callable[[YamlEntry], _Reading]] = {
    **dict.fromkeys(KEYS, _read_words),
    **dict.fromkeys(("unit", "byline", "photo_credit", "caption"), _read_names),
    **dict.fromkeys(("date", "event_date"), _read_date),
    "kind": _read_choice(get_args(Kind), UNSET),
    "kicker_type": _read_choice(get_args(KickerType), None),
    "checked": _read_checked,
    "slug": _read_slug,
    "note": _read_note,
}
