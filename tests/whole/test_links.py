"""Every way on a built site leads somewhere, from wherever the site is opened."""

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

ENDINGS = (".html", ".xml", ".css", ".svg", ".js", ".jsonl", ".csv", ".json", ".bin")
OUTSIDE = ("http://", "https://")
NOT_FOUND = "404.html"
"""A host shows it at any address, so its links are seen from the root of the site."""


def links(tree: Element) -> Iterator[tuple[Element, str]]:
    """Every element that leads somewhere or asks for something, and its address."""
    for element in tree.iter():
        for name in ("href", "src", "action", "srcset", "poster", "data"):
            if (address := element.get(name)) is not None and element.tag != "base":
                yield element, address


def is_outside(address: str) -> bool:
    return address.startswith(OUTSIDE)


def inside(tree: Element) -> list[str]:
    """The addresses within the site."""
    return [address for _, address in links(tree) if not is_outside(address)]


def resolved(path: str, address: str) -> tuple[str, str]:
    """The file below the root that an address on a page leads to, and the anchor in it."""
    parts = urlsplit(address)
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
    return file, unquote(parts.fragment)


def anchors(tree: Element) -> set[str]:
    """Every place on a page that a link can lead to."""
    return {name for element in tree.iter() if (name := element.get("id"))}


def test_every_link_leads_to_a_file_of_the_site(trees: Mapping[str, Element], site: Path) -> None:
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    dead = [
        (path, address) for path, tree in trees.items() for address in inside(tree) if is_dead(path, address, files)
    ]
    assert dead == []


def is_dead(path: str, address: str, files: set[str]) -> bool:
    return resolved(path, address)[0] not in files


def test_every_anchor_stands_on_the_page_it_is_looked_for_on(trees: Mapping[str, Element]) -> None:
    known = {path: anchors(tree) for path, tree in trees.items()}
    wanted = [(path, *resolved(path, address)) for path, tree in trees.items() for address in inside(tree)]
    lost = [(path, file, anchor) for path, file, anchor in wanted if anchor and anchor not in known.get(file, set())]
    assert lost == []


def test_every_link_is_relative_and_names_its_file(trees: Mapping[str, Element]) -> None:
    addresses = [(path, address) for path, tree in trees.items() for address in inside(tree)]
    assert [pair for pair in addresses if pair[1].startswith(("/", "\\")) or urlsplit(pair[1]).scheme] == []
    named = [(path, urlsplit(address).path) for path, address in addresses]
    assert [pair for pair in named if pair[1] and not pair[1].endswith(ENDINGS)] == []


def test_every_page_can_be_reached_from_the_home_page(trees: Mapping[str, Element]) -> None:
    found, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        ways = {file for file, _ in (resolved(path, address) for address in inside(trees[path])) if file in trees}
        waiting += ways - found
        found |= ways
    assert {path for path in set(trees) - found if not is_empty_shelf(path, trees[path])} == {NOT_FOUND}


def is_empty_shelf(path: str, tree: Element) -> bool:
    """A shelf of the unknown keeps its address while nothing stands on it."""
    return path.startswith("chua-ro/") and not any("item" in (item.get("class") or "").split() for item in tree.iter())


def test_no_page_asks_another_host_for_anything(trees: Mapping[str, Element]) -> None:
    asked = [
        (path, element.tag, address)
        for path, tree in trees.items()
        for element, address in links(tree)
        if is_outside(address) and not may_lead_outside(element)
    ]
    assert asked == []


def may_lead_outside(element: Element) -> bool:
    """A link that a reader follows by hand, or the page's own canonical address: neither is fetched."""
    return element.tag == "a" or (element.tag == "link" and element.get("rel") == "canonical")


def test_no_id_stands_twice_on_a_page(trees: Mapping[str, Element]) -> None:
    for path, tree in trees.items():
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), path
