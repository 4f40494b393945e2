"""The one door to Jinja: finds templates, the user's own before the package's, and renders them."""

import operator
from collections.abc import Hashable, Mapping, MutableMapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Protocol

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    nodes,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError

from archive.errors import RenderError
from archive.render.compiled import CompiledTemplates
from archive.render.escaping import escaped
from archive.render.flattening import NotFlatError, copied, flat, joined, plain_macros

OWN = "archive"
"""Prefix under which a user's template reaches the package's one of the same name."""
PLACE = b"\0"
"""Stands on both sides of the number of something ready; no text has this sign, which cleaning takes away."""
WORDS = "words"
"""The module of small things that every template may say."""
SITE = "site"
"""What is the same on every page; templates are compiled for one site."""
WITHOUT_CONTEXT = ("entry", WORDS)
"""The function, and the module of functions, that need not be asked whether they want a template's context."""
MOST_ENTRIES = 30_000
"""How many articles of lists are kept ready; in a larger archive some are made again."""


class Ready:
    """HTML in UTF-8 that is put into a page as the bytes it is.

    Decoding it and encoding it again with the page would take as long as all else on the page. Filters get it as HTML.
    """

    __slots__ = ("content",)

    def __init__(self, content: bytes) -> None:
        self.content = content

    def __html__(self) -> str:
        return self.content.decode()


class Encoded(Protocol):
    """An article of a list; equal bytes are the same article, shown alike."""

    @property
    def encoded(self) -> bytes: ...

    @property
    def item(self) -> object: ...


class QuickCode(CodeGenerator):
    """Writes the code of templates so that what pages do most is done without Python's and Jinja's detours.

    Values are escaped as plain text: Jinja's own way makes each a `Markup`, half the time of a short page. Attributes
    are looked up outright, and in Jinja's way only when they are missing. What never asks for the context is called
    outright. The overridden methods are Jinja's private ones; should one go, that is done in Jinja's way again.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if _is_escaped(frame, finalize):
            self.write("(environment.quoted(value) if type(value := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if _is_escaped(frame, finalize):
            self.write(") is str else environment.escaped(value))")
        else:
            super()._output_child_post(node, frame, finalize)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's way of naming
        self.write("(found if (found := getattr(owner := ")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, missing)) is not missing else environment.getattr(owner, {node.attr!r}))")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        named = node.node.node if isinstance(node.node, nodes.Getattr) else node.node
        if isinstance(named, nodes.Name) and named.name in WITHOUT_CONTEXT and not forward_caller:
            self.write("environment.called(")
            self.visit(node.node, frame)
            self.signature(node, frame)
            self.write(")")
        else:
            super().visit_Call(node, frame, forward_caller=forward_caller)


def _is_escaped(frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> bool:
    """Whether a value is printed escaped and not changed before."""
    return bool(frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None)


class QuickEnvironment(Environment):
    """Jinja's environment with quick output, whose templates do not change while it lasts."""

    code_generator_class = QuickCode
    called: Any = staticmethod(operator.call)
    quoted: Any = staticmethod(escaped)

    def __init__(self, loader: BaseLoader, joined: BytecodeCache | None, apart: BytecodeCache | None) -> None:
        """Templates are kept compiled in one cache, and where they cannot be joined in another."""
        super().__init__(
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
            loader=loader,
            cache_size=0,  # what is loaded is kept below
            bytecode_cache=joined,
        )
        self._apart = apart
        self._loaded: dict[str | Template, Template] = {}
        self._known: dict[str, nodes.Template] = {}
        self._joins = True
        self._ready: list[bytes] = []

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, object] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """As in Jinja, without asking whether the file has changed."""
        known = self._loaded.get(name)
        if known is None:
            try:
                known = super().get_template(name, parent, globals)
            except NotFlatError:
                self._joins = False
                self.bytecode_cache = self._apart
                self._loaded.clear()
                known = super().get_template(name, parent, globals)
            self._loaded[name] = known
        return known

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """As in Jinja, but for all time: what is global does not change any more when a template is loaded."""
        return {**self.globals, **(d or {})}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        return joined(template, self._parsed) if self._joins else template

    def _parsed(self, name: str) -> nodes.Template:
        """The template of a name, joined; each time another one, for it will be changed."""
        if name not in self._known:
            assert self.loader
            source, filename, _ = self.loader.get_source(self, name)
            self._known[name] = self._parse(source, name, filename)
        return copied(self._known[name])

    def _generate(self, source: nodes.Template, *told: Any, **options: Any) -> str:
        if self._joins:
            source = flat(source, {WORDS: self._macros}, {SITE: self.globals[SITE]})
        return super()._generate(source, *told, **options)

    @cached_property
    def _macros(self) -> dict[str, nodes.Macro]:
        return plain_macros(flat(self._parsed(f"_{WORDS}.html")))

    def page(self, name: str, context: Mapping[str, object]) -> bytes:
        """The page in UTF-8, with what is `Ready` put in place."""
        outer, self._ready = self._ready, []
        try:
            parts: list[bytes] = self.get_template(name).render(context).encode().split(PLACE)
            parts[1::2] = [self._ready[int(number)] for number in parts[1::2]]
            return b"".join(parts)
        finally:
            self._ready = outer

    def escaped(self, value: object) -> str:
        """A value that is no plain text as it stands on a page: escaped, but for what was made as HTML."""
        if type(value) is Ready:
            self._ready.append(value.content)
            return f"\0{len(self._ready) - 1}\0"  # between two signs that mark the place
        return value.__html__() if hasattr(value, "__html__") else escaped(str(value))


class Templates:
    """The templates of one project as they stood at one time."""

    def __init__(
        self, folders: tuple[Path, ...], style: str = "", site: object = None, compiled: Path | None = None
    ) -> None:
        """`folders`, the user's first; the last is the package's. `style` is the digest of what stands in them.

        `site` is what every page says of it, which `style` depends on too. `compiled` is a folder that keeps the
        templates compiled; None keeps none.
        """
        self.style = style
        self._fragments: dict[tuple[str, Hashable], Ready] = {}
        self._entries: dict[tuple[bytes, str, int], Ready] = {}
        loaders = [FileSystemLoader(folder) for folder in folders]
        loader = ChoiceLoader([*loaders, PrefixLoader({OWN: loaders[-1]})])
        kept = [CompiledTemplates(compiled / way, style) if compiled else None for way in ("joined", "apart")]
        self._environment = QuickEnvironment(loader, *kept)
        self._environment.globals |= {"entry": self.entry, SITE: site}
        self._environment.globals[WORDS] = self._environment.get_template(f"_{WORDS}.html").module

    def load(self, name: str) -> None:
        """Finds a template and compiles it. Raises `RenderError` when it is missing or wrong."""
        try:
            self._environment.get_template(name)
        except TemplateError as error:
            raise render_error(name, error) from error

    def render(self, name: str, context: Mapping[str, object]) -> bytes:
        """One page in UTF-8. Raises `RenderError` when the template is missing or wrong."""
        try:
            return self._environment.page(name, context)
        except TemplateError as error:
            raise render_error(name, error) from error

    def fragment(self, name: str, key: Hashable, context: Mapping[str, object]) -> Ready:
        """A part that many pages share, made once for each `key`, on which alone it depends beside the site."""
        made = self._fragments.get((name, key))
        if made is None:
            made = self._fragments[name, key] = Ready(self.render(name, context))
        return made

    def entry(self, item: Encoded, root: str, level: int = 3) -> Ready:
        """An article as lists show it, its headline at a level of headings; `root` leads to the root of the site.

        Templates have this as a function; `_item.html` says how it looks.
        """
        key = item.encoded, root, level
        made = self._entries.get(key)
        if made is None:
            if len(self._entries) >= MOST_ENTRIES:
                self._entries.clear()
            made = self._entries[key] = Ready(
                self.render("_item.html", {"item": item.item, "root": root, "level": level})
            )
        return made


def render_error(name: str, error: TemplateError) -> RenderError:
    """What is wrong with a template, in the words of the report."""
    if isinstance(error, TemplateNotFound):
        return RenderError("template-missing", name, name=str(error.name))
    if isinstance(error, TemplateSyntaxError):
        return RenderError(
            "template-broken", error.filename or error.name or name, error.lineno, reason=str(error.message)
        )
    return RenderError("template-broken", name, reason=str(error))


@lru_cache(maxsize=2)
def templates(folders: tuple[Path, ...], style: str, site: object, compiled: Path) -> Templates:
    """The templates of these folders, loaded once in a process for each state that they are in."""
    return Templates(folders, style, site, compiled)
