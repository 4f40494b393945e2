"""Whatever an article contains, its page shows words: no text becomes markup, and none stops a build."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.model.report import BuildOptions
from archive.pipeline import build

Parse = Callable[[str], tuple[Element, list[str]]]
ATTRIBUTES = {
    "a": {"href", "class", "rel", "aria-current"},
    "aside": {"class", "aria-labelledby"},
    "article": {"class"},
    "blockquote": set(),
    "body": {"class"},
    "br": set(),
    "button": set(),
    "code": set(),
    "dd": set(),
    "div": {"class", "data-root"},
    "dl": {"class"},
    "dt": set(),
    "em": set(),
    "figcaption": set(),
    "figure": {"class"},
    "footer": {"class"},
    "form": {"role", "action"},
    "h1": {"class"},
    "h2": {"class", "id"},
    "h3": {"class"},
    "h4": set(),
    "h5": set(),
    "h6": set(),
    "head": set(),
    "header": {"class"},
    "hr": set(),
    "html": {"lang"},
    "input": {"type", "id", "name", "placeholder", "autocomplete", "enterkeyhint", "aria-keyshortcuts"},
    "label": {"class", "for"},
    "li": {"class"},
    "link": {"rel", "href", "type", "title"},
    "main": {"id", "tabindex"},
    "meta": {"charset", "name", "content", "property", "media"},
    "nav": {"class", "aria-label", "aria-labelledby"},
    "ol": {"class", "start"},
    "p": {"class"},
    "pre": set(),
    "script": {"type", "src", "defer"},
    "span": {"class"},
    "strong": set(),
    "time": {"datetime"},
    "title": set(),
    "ul": {"class"},
}
"""Every element that an article's page may hold, with the attributes it may have."""
SPELLS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(1)</script>",
    "<!--",
    "-->",
    "]]>",
    "&lt;script&gt;",
    "&#60;b&#62;",
    "{{ 7*7 }}",
    "{% raw %}",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)",
    "`</code><b>`",
    "<a href='x' onclick='y'>",
    "</article></main></body>",
    "<svg/onload=alert(1)>",
    "\u2028\u2029",
    "\u202e",
    "\ufeff",
    "\x00",
    "\x0b\x0c\x1b",
    'Nguồn: https://x.example.org/"><b>',
    "Theo javascript:alert(1)",
    "    <b>",
    "---",
    "# <b>",
    "1. <b>",
    "* <b>",
    "PV: <b>",
    "Ảnh: <b>",
    "12/03/2013 - 07:45",
    "ĐẢNG ỦY XÃ <B>",
    "Bài, ảnh: <IMG SRC=X>",
)
LINES = st.lists(
    st.one_of(
        st.sampled_from(SPELLS),
        st.text(max_size=60),
        st.sampled_from(["Bà con kể lại câu chuyện về cây cầu ván, kể đến đâu có người ghi sổ đến đó.", ""]),
    ),
    max_size=12,
)
FRONT = st.dictionaries(
    st.sampled_from(["headline", "byline", "unit", "kicker", "lead", "source", "caption", "place", "tag", "series"]),
    st.one_of(st.sampled_from(SPELLS), st.text(max_size=30)),
    max_size=4,
)


def article(front: dict[str, str], lines: list[str]) -> bytes:
    """An article file of a front matter and lines; dated when it has front matter, so that it comes into the feed."""
    head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items())
    text = (f"---\ndate: 2014-07-13\n{head}---\n" if front else "") + "\n".join(lines)
    return text.encode("utf-8", "surrogatepass")


def site_of(files: dict[str, bytes]) -> dict[str, str]:
    """The pages and feeds of a site of these articles."""
    with TemporaryDirectory() as empty:
        root = Path(empty)
        (root / "articles").mkdir()
        for name, content in files.items():
            (root / "articles" / name).write_bytes(content)
        (root / "site.yml").write_text("base_url: https://kho.example.org/\n", "utf-8")
        output = root / "public"
        articles, config = root / "articles", root / "site.yml"
        build(BuildOptions(root=root, articles=articles, output=output, config=config, jobs=1))
        made = (file for file in output.rglob("*") if file.suffix in {".html", ".xml"})
        return {file.relative_to(output).as_posix(): file.read_text("utf-8") for file in made}


def strangers(tree: Element) -> list[str]:
    """What is on an article's page and not of our making."""
    found = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            found.append("a comment")
        else:
            names = set(element.keys()) - ATTRIBUTES.get(element.tag, set())
            found += [f"{element.tag} {name}" for name in names]
            found += [element.tag] if element.tag not in ATTRIBUTES else []
    return found


def is_article(path: str) -> bool:
    return path.startswith("bai/") and path.count("/") == 2


def scripts(tree: Element) -> Iterable[Element]:
    """The scripts that stand on the page itself."""
    return (element for element in tree.iter("script") if not element.get("src"))


def assert_inert(text: str, parse: Parse) -> None:
    """Fails when anything on a page runs, or is not of our making."""
    tree, errors = parse(text)
    assert strangers(tree) == []
    assert errors == []
    for script in scripts(tree):
        assert script.get("type") == "application/ld+json"
        assert json.loads(script.text or "")["@type"] == "NewsArticle"
    for element in tree.iter("a"):
        address = (element.get("href") or "").strip().casefold()
        assert not address.startswith(("javascript:", "data:", "vbscript:", "//"))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    front=FRONT,
    lines=LINES,
    more=st.lists(st.tuples(st.tuples(FRONT, LINES), st.sampled_from(["txt", "md"])), max_size=4),
)
def test_no_article_can_bring_markup_onto_a_page(
    front: dict[str, str], lines: list[str], more: list[tuple[tuple[dict[str, str], list[str]], str]], parse: Parse
) -> None:
    given_articles = [((front, lines), "txt"), ((front, lines), "md"), *more]
    files = {f"{number}.{ending}": article(*parts) for number, (parts, ending) in enumerate(given_articles)}
    pages = site_of(files)
    for path, text in pages.items():
        if path.endswith(".xml"):
            ElementTree.fromstring(text)
        elif is_article(path):
            assert_inert(text, parse)
        else:
            tree, _ = parse(text)
            assert all(script.get("type") == "application/json" for script in scripts(tree)), path
            assert not {"img", "svg", "iframe", "b", "object"} & {element.tag for element in tree.iter()}, path


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize("spell", SPELLS)
def test_a_spell_in_every_place_is_words(spell: str, ending: str, parse: Parse) -> None:
    fields = ("headline", "byline", "unit", "kicker", "lead", "source", "caption", "place", "tag", "series")
    lines = [spell, "", f"Bà con kể lại {spell} câu chuyện về cây cầu ván.", "", spell]
    pages = site_of({f"a.{ending}": article(dict.fromkeys(fields, f"Một {spell} hai"), lines)})
    articles = [text for path, text in pages.items() if is_article(path)]
    for text in articles:
        assert_inert(text, parse)
    ElementTree.fromstring(pages["feed.xml"])
    assert articles or spell == "\x00"


@settings(max_examples=60)
@given(st.lists(st.binary(max_size=300), min_size=1, max_size=8))
def test_no_bytes_stop_a_build(files: list[bytes]) -> None:
    assert "index.html" in site_of({f"{number}.txt": content for number, content in enumerate(files)})
