"""Chooses the language of the command's messages and brings in its catalogue."""

import gettext
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

DOMAIN = "archive"
LANGUAGES = ("vi", "en")
DEFAULT = "vi"
"""The editors are Vietnamese: their language when nothing tells."""
CATALOGUES = Path(__file__).with_name("locale")


def N_(text: str) -> str:  # noqa: N802 - the name by which Babel knows a marked text
    """The text itself, marked for the catalogues; whoever shows it translates it."""
    return text


def use_language(language: str) -> None:
    """Makes gettext, and with it argparse, speak the language from here on, in this process and those it starts."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    gettext.textdomain(DOMAIN)


def choose_language(environment: Mapping[str, str], site_yml: str) -> str:
    """`vi` or `en`: what `ARCHIVE_LANG` says, else `site.yml`, else the machine; Vietnamese when nothing tells.

    `site_yml` is the text of that file, empty when there is none. A language that we do not speak becomes English.
    """
    for told in (environment.get("ARCHIVE_LANG", ""), _language_line(site_yml), _locale(environment)):
        code = re.split(r"[_.@-]", told.strip().lower())[0]
        if code not in ("", "c", "posix"):
            return code if code in LANGUAGES else "en"
    return DEFAULT


def _language_line(site_yml: str) -> str:
    """The language of `site.yml`, read without YAML: a file that is broken is told about in its own language too."""
    found = re.search(r"^language:[ \t]*[\"']?([a-z]+)", site_yml, re.MULTILINE)
    return found[1] if found else ""


def _locale(environment: Mapping[str, str]) -> str:
    """The locale of the messages as the machine names it, such as `vi_VN.UTF-8`; empty when it has none."""
    named = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, named), "") or _windows_locale()


def _windows_locale() -> str:
    if sys.platform != "win32":
        return ""
    import ctypes
    import locale

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")


def extract_reasons(
    file: BinaryIO, *_keywords: object, **_options: object
) -> Iterator[tuple[int, str, str, list[str]]]:
    """The sentences of the table `REVIEW_REASONS` of a Python file, as Babel takes them for the catalogues.

    `babel.cfg` names this function; it lets that table stay a plain one.
    """
    import ast

    for node in ast.parse(file.read()).body:
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "REVIEW_REASONS" and node.value:
            for text in ast.literal_eval(node.value).values():
                yield node.lineno, "N_", text, []


ARGPARSE = (
    N_("%(heading)s:"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected at least one argument"),
    N_("expected at most one argument"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
    N_("options"),
    N_("positional arguments"),
    N_("show program's version number and exit"),
    N_("show this help message and exit"),
    N_("the following arguments are required: %s"),
    N_("unknown parser %(parser_name)r (choices: %(choices)s)"),
    N_("unrecognized arguments: %s"),
    N_("usage: "),
)
"""The sentences of argparse, 3.11 to 3.14, that a user of ours can meet: they are in our catalogues."""
