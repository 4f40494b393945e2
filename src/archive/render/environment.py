"""The one door to Jinja: finds templates, the user's own before the package's, and renders them."""

from collections.abc import Hashable, Mapping
from functools import lru_cache
from html import escape as escape_html
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, Template
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.nodes import Expr
from markupsafe import Markup

from archive.errors import RenderError

OWN = "archive"
"""Prefix under which a user's template reaches the package's one of the same name."""


class PlainOutput(CodeGenerator):
    """Writes values escaped as plain text: Jinja's own way makes each a `Markup`, half the time of a short page.

    The overridden method is Jinja's private one; should it go, values are escaped in Jinja's way again.
    """

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class QuickEnvironment(Environment):
    """Jinja's environment with quick output."""

    code_generator_class = PlainOutput

    @staticmethod
    def escaped(value: object) -> str:
        """The value as it stands on a page: escaped, but for what was made as HTML."""
        if type(value) is str:
            return escape_html(value)
        return value.__html__() if hasattr(value, "__html__") else escape_html(str(value))


class Templates:
    """The templates of one project as they stood at one time."""

    def __init__(self, folders: tuple[Path, ...], style: str) -> None:
        """`folders`, the user's first; the last is the package's. `style` is the digest of what stands in them."""
        self.style = style
        self._fragments: dict[tuple[str, Hashable], Markup] = {}
        loaders = [FileSystemLoader(folder) for folder in folders]
        self._environment = QuickEnvironment(
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
            loader=ChoiceLoader([*loaders, PrefixLoader({OWN: loaders[-1]})]),
        )

    def render(self, name: str, context: Mapping[str, object]) -> str:
        """The text of one page. Raises `RenderError` when the template is missing or wrong."""
        try:
            return self._get(name).render(context)
        except TemplateError as error:
            raise render_error(name, error) from error

    def fragment(self, name: str, key: Hashable, context: Mapping[str, object]) -> Markup:
        """A part that many pages share, made once for each `key`, on which alone it depends beside the site."""
        made = self._fragments.get((name, key))
        if made is None:
            made = self._fragments[name, key] = Markup(self.render(name, context))
        return made

    def _get(self, name: str) -> Template:
        return self._environment.get_template(name)


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
def templates(folders: tuple[Path, ...], style: str) -> Templates:
    """The templates of these folders, compiled once in a process for each state that they are in."""
    return Templates(folders, style)


def safe(html: str) -> Markup:
    """HTML that our own renderer made, which a template shows as it is."""
    return Markup(html)
