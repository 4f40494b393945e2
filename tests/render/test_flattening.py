"""A template joined with its parents and parts gives what Jinja gives by joining them while it renders."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from archive.errors import RenderError
from archive.render.environment import Ready, Templates
from archive.render.views import SiteView

FRAME = (
    "<{% block head %}head{% endblock %}>{% block main %}[{% block inner %}in{% endblock %}]{% endblock %}{{ word }}"
)
SITE = SiteView('Kho "tin"', "", "", "", "https://example.org/", "archive", search=True)
CASES: dict[str, dict[str, str]] = {
    "blocks stay as the parent has them": {"page": '{% extends "frame" %}'},
    "a block takes the place of the parent's": {
        "page": '{% extends "frame" %}{% block head %}{{ word }}{% endblock %}'
    },
    "an inner block takes its place": {"page": '{% extends "frame" %}{% block inner %}own{% endblock %}'},
    "an outer block drops the inner one": {
        "page": '{% extends "frame" %}{% block inner %}own{% endblock %}{% block main %}main{% endblock %}'
    },
    "a block prints its parent's": {
        "page": '{% extends "frame" %}{% block main %}({{ super() }}{{ word }}{{ super() }}){% endblock %}'
    },
    "a printed parent's block holds the own inner one": {
        "page": '{% extends "frame" %}{% block main %}({{ super() }}){% endblock %}{% block inner %}own{% endblock %}'
    },
    "three generations": {
        "middle": '{% extends "frame" %}{% block main %}m{{ super() }}{% block more %}{% endblock %}{% endblock %}',
        "page": '{% extends "middle" %}{% block more %}+{% endblock %}{% block inner %}<{{ super() }}>{% endblock %}',
    },
    "what is set at the head is known in blocks": {
        "page": '{% extends "frame" %}{% set own = 3 %}{% block main %}{{ own }}{% endblock %}'
    },
    "what is set in a block is not known outside": {
        "frame": "{% block one %}{% set own = 3 %}{{ own }}{% endblock %}{{ own is defined }}",
        "page": '{% extends "frame" %}',
    },
    "a part knows what surrounds it": {
        "part": "{{ n }}{{ word }}{% set own = n %}",
        "page": '{% for n in [1, 2] %}{% include "part" %}{% endfor %}{{ own is defined }}',
    },
    "a part extends a frame of its own": {
        "part": '{% extends "frame" %}{% block inner %}part{% endblock %}',
        "page": '{% extends "frame" %}{% block inner %}{% include "part" %}{% endblock %}',
    },
    "macros come along": {
        "macros": "{% macro twice(text) %}{{ text }}{{ text }}{% endmacro %}",
        "page": '{% extends "frame" %}{% from "macros" import twice %}{% block inner %}{{ twice(word) }}{% endblock %}',
    },
    "a word is said in place": {
        "_words.html": "{% macro bold(text, more) %}<b>{{ text }}{{ more }}</b>{% endmacro %}",
        "page": '{{ words.bold(word, "<") }}|{{ words.bold(word, word) ~ word }}|{{ words.bold(more=1, text=word) }}',
    },
    "a word's argument has a name that is known outside": {
        "_words.html": "{% macro bold(text, more) %}<b>{{ text }}{{ more }}</b>{% endmacro %}",
        "page": "{% set text, more = 1, 2 %}{{ words.bold(more, text) }}{{ text }}{{ more }}{{ word }}",
    },
    "a word says another": {
        "_words.html": "{% macro one(n) %}{{ n }}!{% endmacro %}{% macro two(n) %}{{ one(n) }}{{ n }}{% endmacro %}",
        "page": "{{ words.two(word) }}",
    },
    "a word goes through a list in a loop": {
        "_words.html": "{% macro row(them) %}{% for one in them %}{{ one }}{{ loop.last }}{% endfor %}{% endmacro %}",
        "page": "{% for n in [1, 2] %}{{ words.row([n, word]) }}{{ loop.last }}{{ one is defined }}{% endfor %}",
    },
    "a word with something to fall back on": {
        "_words.html": "{% macro bold(text, more='<') %}{{ text }}{{ more }}{% endmacro %}",
        "page": "{{ words.bold(word) }}{{ words.bold(word, 1) }}",
    },
    "another thing by the name of words": {"page": '{% set words = {"bold": word} %}{{ words.bold }}'},
    "what the site says": {
        "page": "<{{ site.title }}|{{ site.title ~ word }}|{% if site.notice %}!{% else %}{{ word }}{% endif %}>"
    },
    "a branch that the site decides": {
        "page": "{% if site.search %}{{ word }}{% endif %}{% if site.notice %}!{% elif word %}?{% endif %}"
    },
    "another thing by the name of site": {"page": '{% set site = {"title": word} %}{{ site.title }}'},
    "a site in a loop": {"page": '{% for site in [{"title": word}] %}{{ site.title }}{% endfor %}'},
    "what the site does not say": {"page": "{{ site.nothing is defined }}{{ site is defined }}{{ word }}"},
    "a list by a name that all lists have": {
        "page": '{% set group = {"items": [word]} %}{{ group["items"][0] }}{{ group.items is defined }}'
    },
    "a parent that is chosen while rendering": {
        "page": '{% extends "fra" ~ "me" %}{% block inner %}{{ word }}{% endblock %}'
    },
    "a parent's block that is worked on": {
        "page": '{% extends "frame" %}{% block inner %}{{ super()|upper }}{% endblock %}'
    },
    "a block printed twice": {"page": '{% extends "frame" %}{% block inner %}{{ self.head() }}{% endblock %}'},
    "a part that may be missing": {"page": '{% include "nowhere" ignore missing %}{{ word }}'},
    "a part chosen while rendering": {"page": '{% include ["nowhere", "frame"] %}'},
}


def folder_of(root: Path, templates: Mapping[str, str]) -> Path:
    """A folder with these templates."""
    for name, text in ({"frame": FRAME, "_words.html": "", "_item.html": ""} | dict(templates)).items():
        (root / name).write_text(text, "utf-8")
    return root


@pytest.mark.parametrize("given", CASES.values(), ids=CASES)
def test_a_page_is_as_jinja_makes_it(tmp_path: Path, given: Mapping[str, str]) -> None:
    folder = folder_of(tmp_path, given)
    plain = Environment(autoescape=True, undefined=StrictUndefined, loader=FileSystemLoader(folder))
    plain.globals["site"] = SITE
    plain.globals["words"] = plain.get_template("_words.html").module
    expected = plain.get_template("page").render(word="<&'\">")
    assert Templates((folder,), site=SITE).render("page", {"word": "<&'\">"}).decode() == expected
    assert "&lt;" in expected or "word" not in given["page"]


def test_what_is_ready_comes_out_once_for_each_time_it_is_printed(tmp_path: Path) -> None:
    page = "{% set kept %}{{ word }}{% endset %}{{ kept }}{{ word }}|{{ word|striptags }}"
    templates = Templates((folder_of(tmp_path, {"page": page}),))
    assert templates.render("page", {"word": Ready("<p>ừ</p>".encode())}).decode() == ("<p>ừ</p><p>ừ</p>|ừ")


@pytest.mark.parametrize(
    "page", ['{% extends "nowhere" %}', '{% include "nowhere" %}', "{{ word.nothing }}", "{% if %}"]
)
def test_a_template_that_is_wrong_is_told(tmp_path: Path, page: str) -> None:
    with pytest.raises(RenderError):
        Templates((folder_of(tmp_path, {"page": page}),)).render("page", {"word": "word"})
