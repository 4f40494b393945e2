"""Gathers what a build is given: settings, authority file, articles, templates, static files."""

import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct, json, structs

from archive.config import load_settings, load_units
from archive.digests import digest_of_all, digest_of_files
from archive.knowledge import Knowledge, knowledge_of
from archive.listing import list_articles
from archive.memory import Source, program_digest
from archive.model.issue import Issue
from archive.model.output import OutputFile
from archive.model.report import BuildOptions
from archive.model.settings import Settings, Unit
from archive.resources import files_in, layered


class Given(Struct, frozen=True, dict=True):
    """All that goes into one build but the bytes of the articles."""

    options: BuildOptions
    settings: Settings
    authority: tuple[Unit, ...]
    names: tuple[str, ...]
    """The articles, by path below their folder, in order."""
    issues: tuple[Issue, ...] = ()
    """What is odd in the configuration and in the list of articles."""

    @property
    def folder(self) -> Path:
        """The articles' folder."""
        return self.options.articles

    @cached_property
    def knowledge(self) -> Knowledge:
        """What reading an article depends on beside the article."""
        return knowledge_of(self.options.root, self.authority, search=self.settings.search)

    @cached_property
    def templates(self) -> tuple[Path, ...]:
        """Where templates are looked for, the user's folder first."""
        return layered("templates", self.options.root)

    @cached_property
    def static(self) -> tuple[OutputFile, ...]:
        """The style and what else pages are served with, the project's own files before the program's."""
        files: dict[str, OutputFile] = {}
        for folder in layered("static", self.options.root):
            for path, content in files_in(folder):
                name = f"static/{path}"
                files.setdefault(name, OutputFile(name, content, (folder / path).as_posix()))
        return tuple(files.values())

    def static_file(self, path: str) -> bytes:
        """The bytes of the static file at this path below their folder."""
        return next(file.content for file in self.static if file.path == f"static/{path}")

    @cached_property
    def abbreviations(self) -> dict[str, tuple[str, ...]]:
        """What editors say short forms stand for: lines `BTV = Ban Thường vụ` in `vocabulary/abbreviations.txt`."""
        lines = dict(self.knowledge.words).get("abbreviations", "").splitlines()
        pairs = (line.partition(" = ") for line in lines if not line.startswith("#"))
        return {short.strip(): tuple(longs.strip().split(", ")) for short, sign, longs in pairs if sign}

    @cached_property
    def style(self) -> str:
        """The digest of what every page depends on beside its own view."""
        found = (digest_of_files(files_in(folder)).encode() for folder in self.templates)
        return digest_of_all([program_digest().encode(), json.encode(self.settings), *found])

    @cached_property
    def layout(self) -> str:
        """The digest of what the lists of a site depend on beside its articles."""
        return digest_of_all([json.encode(self.settings), json.encode(self.authority)])

    def digest(self, sources: Mapping[str, Source]) -> str:
        """The digest of everything that goes into the build; empty while a source has not been read."""
        if not all(source.digest for source in sources.values()):
            return ""
        static = digest_of_files((file.path, file.content) for file in self.static)
        told = [
            json.encode(self.knowledge.words),
            json.encode(self.authority),
            json.encode(self.issues),
            json.encode(self.names),
            json.encode({name: source.digest for name, source in sources.items()}),
        ]
        return digest_of_all([self.style.encode(), *told, static.encode()])


def given_by(options: BuildOptions) -> Given:
    """What a build with these options is given. Raises `ConfigError`, or `SourceError` when there is no such folder."""
    settings, odd_settings = load_settings(options.config)
    authority, odd_units = load_units(options.config.parent / "units.yml")
    articles = list_articles(options.articles)
    if options.base_url is not None:
        settings = structs.replace(settings, base_url=options.base_url)
    issues = (*odd_settings, *odd_units, *articles.issues)
    return Given(options, settings, authority, articles.paths, issues)


def memory_folder(options: BuildOptions) -> Path:
    """Where builds of these articles into this output are remembered: below the project folder, a place for each."""
    places: Iterable[Path] = (options.articles, options.output)
    told = [os.path.relpath(place, options.root).encode("utf-8", "surrogateescape") for place in places]
    return options.root / ".archive" / digest_of_all(told)[:12]
