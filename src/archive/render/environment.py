"""The one door to Jinja: finds templates, the user's own before the package's, and renders them."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, Template
from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from archive.errors import RenderError

OWN = "archive"
"""Prefix under which a user's template reaches the package's one of the same name."""


class Templates:
    """The templates of one project as they stood at one time."""

    def __init__(self, folders: tuple[Path, ...], style: str) -> None:
        """`folders`, the user's first; the last is the package's. `style` is the digest of what stands in them."""
        self.style = style
        loaders = [FileSystemLoader(folder) for folder in folders]
        self._environment = Environment(
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
