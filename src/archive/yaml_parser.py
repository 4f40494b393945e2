"""The one door to PyYAML: reads any YAML with the line and wording of each value, writes it so that it reads back."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from msgspec import Struct, to_builtins

from archive.model.issue import Issue
from archive.model.yaml_node import YamlDocument, YamlEntry, YamlList, YamlMapping, YamlNode, YamlScalar

try:
    from yaml import CSafeDumper as SafeDumper
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # a PyYAML without its compiled part: slower, the same results
    from yaml import SafeDumper, SafeLoader  # type: ignore[assignment]


def parse_document(text: str, file: str, first_line: int = 1) -> YamlDocument:
    """As `read_document`, of any YAML."""
    issues: list[Issue] = []
    try:
        _refuse_hidden_line_ends(text)
        root = _read_root(yaml.parse(text, Loader=_Loader), _Place(file, first_line), issues)
    except (yaml.YAMLError, _RefusedError, UnicodeEncodeError) as error:
        return YamlDocument(None, (*issues, _broken(error, text, file, first_line)))
    return YamlDocument(root, tuple(issues))


def dump_mapping(values: Mapping[str, object] | Struct) -> str:
    r"""The mapping as YAML, one key a line in the order given, with a line end at the end.

    The values are texts, numbers, booleans, None, or lists and mappings of such; a Struct is a mapping of its fields.
    Strings stand in quotes exactly where a YAML reader would take them for something else.

    >>> print(dump_mapping({"unit": "Đảng bộ xã Tân An", "part": "2"}), end="")
    unit: Đảng bộ xã Tân An
    part: '2'
    """
    written: str = yaml.dump(
        to_builtins(values),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=2**31 - 1,
    )
    return written


class _Loader(SafeLoader):
    """The loader, which also knows the numbers that other YAML readers see."""


class _Dumper(SafeDumper):
    """The dumper, which also quotes the numbers that other YAML readers see."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        """True: a value that stands twice is written twice."""
        return True


# PyYAML reads YAML 1.1, in which `1e3` and `0o17` are words; in YAML 1.2 and JSON they are numbers.
_LATER_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]*)?[eE][-+]?[0-9]+|0o[0-7]+")
for _side in (_Loader, _Dumper):
    _side.add_implicit_resolver(
        "tag:yaml.org,2002:float", re.compile(rf"^(?:{_LATER_NUMBER.pattern})$"), list("-+0123456789")
    )

_DEEPEST = 20
"""Levels of lists in lists that are read; nothing here needs more than three."""


class _Place(Struct, frozen=True):
    """Where a YAML text stands."""

    file: str
    first_line: int

    def line(self, event: yaml.Event) -> int:
        return self.first_line + _line_above(event.start_mark)


class _RefusedError(Exception):
    """YAML that is right and means something that has no place here; holds how many lines stand above it."""


def _line_above(mark: Any) -> int:
    """How many lines stand above a mark of PyYAML, which has two kinds of marks."""
    return int(mark.line) if mark else 0


Events = Iterator[yaml.Event]


def _read_root(events: Events, place: _Place, issues: list[Issue]) -> YamlNode | None:
    """The one document of the text; raises `_RefusedError` when there are two."""
    next(events)
    if isinstance(next(events), yaml.StreamEndEvent):
        return None
    root = _read_node(next(events), events, place, issues, 0)
    next(events)
    after = next(events)
    if not isinstance(after, yaml.StreamEndEvent):
        raise _RefusedError(_line_above(after.start_mark))
    return root


def _read_node(event: yaml.Event, events: Events, place: _Place, issues: list[Issue], depth: int) -> YamlNode:
    """The value that begins with `event`."""
    line = place.line(event)
    _refuse_tricks(event, place, issues)
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event, line)
    if depth > _DEEPEST:
        raise _RefusedError(_line_above(event.start_mark))
    if isinstance(event, yaml.SequenceStartEvent):
        return YamlList(tuple(_read_items(events, place, issues, depth + 1)), line)
    if isinstance(event, yaml.MappingStartEvent):
        return YamlMapping(tuple(_read_entries(events, place, issues, depth + 1)), line)
    return YamlScalar("", line, kind="null")


def _read_items(events: Events, place: _Place, issues: list[Issue], depth: int) -> Iterator[YamlNode]:
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            return
        yield _read_node(event, events, place, issues, depth)


def _read_entries(events: Events, place: _Place, issues: list[Issue], depth: int) -> Iterator[YamlEntry]:
    lines: dict[str, int] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            return
        key = _read_node(event, events, place, issues, depth)
        value = _read_node(next(events), events, place, issues, depth)
        if not isinstance(key, YamlScalar):
            raise _RefusedError(_line_above(event.start_mark))
        if key.text in lines:
            values = {"key": key.text, "first": str(lines[key.text])}
            issues.append(Issue("yaml-duplicate-key", place.file, key.line, "error", values))
            continue
        lines[key.text] = key.line
        yield YamlEntry(key.text, key.line, value)


def _scalar(event: yaml.ScalarEvent, line: int) -> YamlScalar:
    return YamlScalar(event.value, line, plain=False) if event.style else _plain_scalar(event.value, line)


def _plain_scalar(text: str, line: int) -> YamlScalar:
    for tag, pattern in _Loader.yaml_implicit_resolvers.get(text[:1], ()):
        if pattern.match(text):
            return YamlScalar(text, line, kind=tag.rpartition(":")[2])
    return YamlScalar(text, line)


def _refuse_tricks(event: yaml.Event, place: _Place, issues: list[Issue]) -> None:
    """Notes an anchor, an alias or a tag."""
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor:
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        issues.append(Issue("yaml-alias", place.file, place.line(event), "error", {"text": sign + anchor}))
    if tag:
        issues.append(Issue("yaml-tag", place.file, place.line(event), "error", {"text": _tag_as_written(tag)}))


def _tag_as_written(tag: str) -> str:
    standard = tag.removeprefix("tag:yaml.org,2002:")
    return tag if standard == tag else f"!!{standard}"


_HIDDEN_LINE_END = re.compile("[\x85\u2028\u2029]")


def _refuse_hidden_line_ends(text: str) -> None:
    """Raises when a sign stands in the text that YAML takes for a line end and no editor shows."""
    if _HIDDEN_LINE_END.search(text):
        raise yaml.YAMLError


def _broken(error: Exception, text: str, file: str, first_line: int) -> Issue:
    """What stopped the reader, with the line as it stands and a way to write it."""
    offset = _offset_of(error, text)
    line = "".join(text.split("\n")[offset : offset + 1])
    shown = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line.strip()[:_SHOWN])
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return Issue("yaml-tab", file, first_line + offset, "error", {"text": shown})
    values = {"text": shown, "remedy": _quoted(shown)}
    return Issue("yaml-broken", file, first_line + offset, "error", values)


def _offset_of(error: Exception, text: str) -> int:
    """How many lines stand above the one that is wrong."""
    if isinstance(error, _RefusedError):
        return int(error.args[0])
    if isinstance(error, yaml.MarkedYAMLError):
        scanning = (error.context or "").startswith("while scanning")
        above = _line_above(error.context_mark if scanning and error.context_mark else error.problem_mark)
        return min(above, text.rstrip("\n").count("\n"))
    bad = _HIDDEN_LINE_END.search(text) or yaml.reader.Reader.NON_PRINTABLE.search(text)
    return text.count("\n", 0, bad.start()) if bad else 0


_SHOWN = 100
"""Characters of a wrong line that a message shows."""
_KEY_AND_VALUE = re.compile(r"\s*([^\s:#][^:]*):\s+(.*\S)")


def _quoted(line: str) -> str:
    """The line with its value in quotes; an example when it holds no key."""
    found = _KEY_AND_VALUE.match(line)
    key, value = found.groups() if found else ("headline", "Bài 1: …")
    inner = value.strip("\"'").replace("\\", "\\\\").replace('"', '\\"')
    return f'{key}: "{inner}"'
