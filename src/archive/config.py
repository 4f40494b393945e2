"""Loads and checks `site.yml` and `units.yml`."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import get_args

from msgspec import Struct, structs

from archive.errors import ConfigError
from archive.model.issue import Issue, Severity
from archive.model.settings import Language, Settings, Unit
from archive.model.yaml_node import YamlDocument, YamlEntry, YamlList, YamlMapping, YamlNode, YamlScalar
from archive.resources import reading
from archive.vietnamese.folding import identity_key
from archive.yaml_document import read_document

Issues = tuple[Issue, ...]

FEWEST, MOST = 5, 500
"""How many articles a sheet of a list may hold."""


def load_settings(path: Path) -> tuple[Settings, Issues]:
    """The settings of `site.yml`, the defaults when there is no such file, and warnings.

    Raises `ConfigError` with every problem of the file: an unknown key, a value of the wrong type or out of range.
    """
    document = _load(path)
    if document is None:
        return Settings(), ()
    values, issues = _read_mapping(document.root, path.as_posix(), _SETTINGS)
    _refuse((*document.issues, *issues))
    return structs.replace(Settings(), **values), issues


def load_units(path: Path) -> tuple[tuple[Unit, ...], Issues]:
    """The entries of `units.yml` in order, none when there is no such file, and warnings.

    A parent is named as its own entry names it. Raises `ConfigError` with every problem of the file: a broken entry, a
    name that two entries have (as `identity_key` compares them), a parent that is missing or stands below its child.
    """
    document = _load(path)
    if document is None:
        return (), ()
    file = path.as_posix()
    units, issues = _read_units(document.root, file)
    owners, doubled = _owners(units, file)
    _refuse((*document.issues, *issues, *doubled, *_wrong_parents(units, owners, file)))
    named = tuple(structs.replace(unit, parent=_parent_name(unit, owners)) for unit in units)
    return named, (*issues, *doubled)


def read_base_url(text: str) -> str | None:
    """The address of a site as `base_url` holds it, ending in `/`; None when it is none that can be built on.

    >>> read_base_url("https://bao.example.org/kho")
    'https://bao.example.org/kho/'
    """
    return f"{text.rstrip('/')}/" if _ADDRESS.fullmatch(text) else None


# Files


def _load(path: Path) -> YamlDocument | None:
    """The YAML of a file, None when there is no such file."""
    with reading(path):
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            return None
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise ConfigError("config-encoding", path.as_posix(), line) from error
    return read_document(text, path.as_posix())


def _refuse(issues: Sequence[Issue]) -> None:
    """Raises all errors among the issues as one, in order of line."""
    errors = sorted((issue for issue in issues if issue.severity == "error"), key=lambda issue: issue.line)
    if errors:
        first, *others = errors
        raise ConfigError(first.code, first.file, first.line, others=others, **first.values)


# Values: a reader gives the value, or the code and the values of what is wrong with it


class _Wrong(Struct, frozen=True):
    """Why a value cannot be used, or, with `instead`, what is used for it."""

    code: str
    values: dict[str, str] = {}
    instead: str | None = None


_Reader = Callable[[YamlEntry], object]


def _read_text(entry: YamlEntry) -> object:
    """The words, on one line; nothing when the value is empty."""
    node = entry.value
    if not isinstance(node, YamlScalar):
        return _Wrong("config-one-value")
    if node.kind not in ("str", "null"):
        return _Wrong("config-bent", {"text": node.text, "remedy": f'{entry.key}: "{node.text}"'})
    return "" if node.kind == "null" else _tidy(node.text)


def _read_texts(entry: YamlEntry) -> object:
    """Several texts; one text is a list of one."""
    nodes = entry.value.items if isinstance(entry.value, YamlList) else (entry.value,)
    texts = [_read_text(YamlEntry(entry.key, entry.line, node)) for node in nodes]
    wrong = next((text for text in texts if isinstance(text, _Wrong)), None)
    return wrong or tuple(text for text in texts if text)


def _read_address(entry: YamlEntry) -> object:
    text = _read_text(entry)
    if not isinstance(text, str) or not text:
        return text
    address = read_base_url(text)
    if address is None:
        return _Wrong("config-base-url", {"text": text})
    return address if address == text else _Wrong("config-base-url-slash", {"remedy": address}, instead=address)


_ADDRESS = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*)?")


def _read_sheet(entry: YamlEntry) -> object:
    node = entry.value
    text = node.text if isinstance(node, YamlScalar) else ""
    if re.fullmatch(r"[1-9][0-9]{0,2}", text) and FEWEST <= int(text) <= MOST:
        return int(text)
    return _Wrong("config-per-page", {"text": text, "fewest": str(FEWEST), "most": str(MOST)})


def _read_switch(entry: YamlEntry) -> object:
    text = entry.value.text if isinstance(entry.value, YamlScalar) else ""
    wrong = _Wrong("front-matter-choice", {"text": text, "choices": "true, false"})
    return text == "true" if text in ("true", "false") else wrong


def _read_language(entry: YamlEntry) -> object:
    text = _read_text(entry)
    if text == "":
        return None
    return text if text in get_args(Language) else _Wrong("config-language", {"text": str(text)})


def _tidy(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


_SETTINGS: Mapping[str, _Reader] = {
    "title": _read_text,
    "tagline": _read_text,
    "publisher": _read_text,
    "base_url": _read_address,
    "notice": _read_text,
    "per_page": _read_sheet,
    "search": _read_switch,
    "language": _read_language,
}
_UNIT: Mapping[str, _Reader] = {
    "name": _read_text,
    "aliases": _read_texts,
    "parent": _read_text,
    "kind": _read_text,
    "note": _read_text,
}


def _read_mapping(node: YamlNode | None, file: str, readers: Mapping[str, _Reader]) -> tuple[dict[str, object], Issues]:
    """The values that differ from nothing by key, and what is wrong."""
    if node is None:
        return {}, ()
    if not isinstance(node, YamlMapping):
        return {}, (Issue("config-no-keys", file, node.line, "error", {"keys": ", ".join(readers)}),)
    values: dict[str, object] = {}
    issues: list[Issue] = []
    for entry in node.entries:
        value = readers[entry.key](entry) if entry.key in readers else _unknown_key(entry.key, readers)
        if isinstance(value, _Wrong):
            severity: Severity = "error" if value.instead is None else "warning"
            issues.append(Issue(value.code, file, entry.line, severity, {"key": entry.key, **value.values}))
            value = value.instead
        if value not in (None, "", ()):
            values[entry.key] = value
    return values, tuple(issues)


def _unknown_key(key: str, known: Iterable[str]) -> _Wrong:
    import difflib

    near = difflib.get_close_matches(key, known, 1)
    return _Wrong("config-unknown-key", {"keys": ", ".join(near or known)})


# Units


def _read_units(root: YamlNode | None, file: str) -> tuple[list[Unit], Issues]:
    """The entries that have a name, and what is wrong with the others."""
    if root is None:
        return [], ()
    if not isinstance(root, YamlList):
        return [], (Issue("units-no-list", file, root.line, "error"),)
    units: list[Unit] = []
    issues: list[Issue] = []
    for node in root.items:
        values, wrong = _read_mapping(node, file, _UNIT)
        issues += wrong
        if "name" in values:
            units.append(structs.replace(Unit("", line=node.line), **values))
        elif not any(issue.severity == "error" for issue in wrong):
            issues.append(Issue("unit-without-name", file, node.line, "error"))
    return units, tuple(issues)


_Owners = Mapping[str, Unit]
"""Units by the identity key of each of their names."""


def _owners(units: Sequence[Unit], file: str) -> tuple[_Owners, Issues]:
    """Whose each name is, and the names that stand twice."""
    owners: dict[str, Unit] = {}
    issues: list[Issue] = []
    for name, unit in ((name, each) for each in units for name in (each.name, *each.aliases)):
        owner = owners.setdefault(identity_key(name), unit)
        if owner is not unit:
            values = {"name": name, "owner": owner.name, "first": str(owner.line)}
            issues.append(Issue("unit-twice", file, unit.line, "error", values))
    return owners, (*issues, *_needless(units, file))


def _needless(units: Sequence[Unit], file: str) -> Iterator[Issue]:
    """The aliases that say nothing new."""
    for unit in units:
        seen = {identity_key(unit.name)}
        for alias in unit.aliases:
            if identity_key(alias) in seen:
                yield Issue("unit-alias-needless", file, unit.line, "warning", {"name": alias, "owner": unit.name})
            seen.add(identity_key(alias))


def _wrong_parents(units: Sequence[Unit], owners: _Owners, file: str) -> Iterator[Issue]:
    """The parents that are missing or stand below their child."""
    for unit in units:
        if unit.parent and identity_key(unit.parent) not in owners:
            yield Issue("unit-parent-unknown", file, unit.line, "error", _nearest_unit(unit, units))
        elif (circle := _circle(unit, owners)) and unit.line == min(each.line for each in circle):
            names = " → ".join(each.name for each in (*circle, unit))
            yield Issue("unit-parent-cycle", file, unit.line, "error", {"name": unit.name, "circle": names})


def _nearest_unit(unit: Unit, units: Sequence[Unit]) -> dict[str, str]:
    import difflib

    parent = unit.parent or ""
    near = difflib.get_close_matches(parent, [other.name for other in units if other is not unit], 1)
    return {"name": unit.name, "parent": parent, "remedy": near[0] if near else parent}


def _circle(unit: Unit, owners: _Owners) -> list[Unit]:
    """The units met from this one upward until it comes again; none when it does not."""
    met = [unit]
    while (above := owners.get(identity_key(met[-1].parent or ""))) and above not in met:
        met.append(above)
    return met if above is unit else []


def _parent_name(unit: Unit, owners: _Owners) -> str | None:
    return owners[identity_key(unit.parent)].name if unit.parent else None
