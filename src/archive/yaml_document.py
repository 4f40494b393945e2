"""Reads YAML with the line and wording of each value; what is simple, without the parser, which takes long to load."""

import re

from archive.model.yaml_node import YamlDocument, YamlEntry, YamlList, YamlMapping, YamlNode, YamlScalar


def read_document(text: str, file: str, first_line: int = 1) -> YamlDocument:
    """What the YAML says, and what is wrong with it; never an exception.

    `first_line` is the 1-based line of `file` on which `text` begins. Anchors, aliases and tags are refused because
    they change or hide what a person sees; of two equal keys the first is kept.
    """
    simple = read_simple(text, first_line)
    if simple:
        return simple
    from archive.yaml_parser import parse_document

    return parse_document(text, file, first_line)


def read_simple(text: str, first_line: int = 1) -> YamlDocument | None:
    """What the parser would say of a mapping with each key on a line of its own, as most front matter is.

    None when there is anything in it that is no word, date, quoted text or list of quoted texts, plain to see: the
    parser knows what it means.
    """
    entries = []
    for line, row in enumerate(text.removesuffix("\n").split("\n"), first_line):
        match = _SIMPLE.fullmatch(row) if row.isprintable() else None
        if match is None:
            return None
        if match["key"]:
            entries.append(YamlEntry(match["key"], line, _simple_value(match, line)))
    if not entries or len({entry.key for entry in entries}) < len(entries):
        return None
    return YamlDocument(YamlMapping(tuple(entries), entries[0].line))


def _simple_value(match: re.Match[str], line: int) -> YamlNode:
    if (quoted := match["quoted"]) is not None:
        return YamlScalar(quoted, line, plain=False)
    if items := match["items"]:
        return YamlList(tuple(YamlScalar(item, line, plain=False) for item in _QUOTED.findall(items)), line)
    if day := match["day"]:
        return YamlScalar(day, line, kind="timestamp")
    return YamlScalar(match["word"], line, kind=_KINDS.get(match["word"], "str"))


_KINDS = {
    written: kind
    for kind, words in (("bool", ("yes", "no", "true", "false", "on", "off")), ("null", ("null",)))
    for word in words
    for written in (word, word.capitalize(), word.upper())
}
"""What YAML 1.1 makes of the words that are no text to it; none else begins with a letter."""
_QUOTED = re.compile(r'"([^"\\]*)"')
_SIMPLE = re.compile(
    rf'(?P<key>[a-z_]{{1,40}}): (?:"(?P<quoted>[^"\\]*)"|\[(?P<items>{_QUOTED.pattern}(?:, {_QUOTED.pattern})*)\]'
    r"|(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})|(?P<word>[^\W\d_](?:[\w,./()-]|:(?=[\w/])| +(?=[\w(]))*))|(?:#.*)?",
)
"""A key with a text in quotes, a list of such, a day, or words of which no sign means anything to YAML; or a remark."""
