"""A YAML text as it was read: each value with its line and its wording."""

from msgspec import Struct

from archive.model.issue import Issue


class YamlScalar(Struct, frozen=True):
    """One value."""

    text: str
    """The words as written, without the quotes."""
    line: int
    """1-based line of the file."""
    plain: bool = True
    """Whether it stands without quotes."""
    kind: str = "str"
    """What YAML makes of it: `str`, `null`, `bool`, `int`, `float`, `timestamp`, `merge`, `value`."""


class YamlList(Struct, frozen=True):
    """A list of values."""

    items: tuple["YamlNode", ...]
    line: int


class YamlEntry(Struct, frozen=True):
    """One key with its value."""

    key: str
    line: int
    value: "YamlNode"


class YamlMapping(Struct, frozen=True):
    """Keys with their values, in the order of the file, no key twice."""

    entries: tuple[YamlEntry, ...]
    line: int


YamlNode = YamlScalar | YamlList | YamlMapping


class YamlDocument(Struct, frozen=True):
    """A YAML text, read."""

    root: YamlNode | None
    """None when there is nothing in it, or when it cannot be read."""
    issues: tuple[Issue, ...] = ()
    """All of severity error: `yaml-broken`, `yaml-tab`, `yaml-duplicate-key`, `yaml-alias`, `yaml-tag`."""
