"""Settings of a site and its authority file of units, as read from `site.yml` and `units.yml`."""

from typing import Literal

from msgspec import Struct

Language = Literal["vi", "en"]


class Settings(Struct, frozen=True):
    """What `site.yml` says."""

    title: str = "Kho tin xây dựng Đảng"
    tagline: str = ""
    """One line under the title on the home page; empty for none."""
    publisher: str = ""
    """Who publishes the site; empty when not told."""
    base_url: str = ""
    """Absolute address of the site, ending in `/`; empty when not known: no feeds' absolute links, no sitemap."""
    notice: str = ""
    """A sentence shown on every page, such as "articles for demonstration"; empty for none."""
    per_page: int = 50
    """How many articles a sheet of a list holds."""
    search: bool = True
    """Whether readers can search: the index takes time to make and room on the host."""
    language: Language | None = None
    """Language of the command's messages; None: the machine's."""


class Unit(Struct, frozen=True):
    """One entry of the authority file."""

    name: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    """Name of the unit above it."""
    kind: str = ""
    note: str = ""
    line: int = 0
    """1-based line of `units.yml` on which the entry begins."""
