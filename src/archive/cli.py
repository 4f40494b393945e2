"""Reads the arguments and runs the command that they name."""

# Imported at the top is only what every command needs: starting is a large part of a small build's time.
import gc
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from gettext import gettext as _
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

from archive import __version__
from archive.commands import (
    DONE,
    RECORD_FORMATS,
    SETTINGS,
    build,
    check,
    convert,
    diff,
    explain,
    extract,
    new,
    serve,
    tell_failure,
)
from archive.messages import choose_language, use_language

STOPPED = 130
"""The exit code of Ctrl-C; beside it there are 0, nothing to say, 1, problems found, 2, wrong use or configuration."""


def program() -> NoReturn:
    """The command as a process of its own; its end does not take apart what was loaded, which takes 25 milliseconds.

    Nor does Python look for unused objects that hold each other: a command that ends makes few (`serve` goes on).
    """
    gc.disable()
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(BrokenPipeError):
            stream.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command; `arguments` without the program's name, None for those of the process."""
    given = [*(sys.argv[1:] if arguments is None else arguments)]
    speak_utf8()
    use_language(choose_language(os.environ, site_yml(given)))
    chosen = command_line(given).parse_args(given)
    try:
        return run(chosen)
    except KeyboardInterrupt:
        print(_("Stopped."), file=sys.stderr)
        return STOPPED
    except BrokenPipeError:  # whoever read our output, `head` say, has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def run(chosen: Namespace) -> int:
    """The exit code of the chosen command; an expected failure is told in a sentence and a hint."""
    from archive.errors import ArchiveError

    try:
        code: int = chosen.command(chosen)
        sys.stdout.flush()
    except ArchiveError as error:
        tell_failure(error)
        return error.exit_code
    return code


def speak_utf8() -> None:
    """Makes the output UTF-8 whatever the code page of the console."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def site_yml(given: Sequence[str]) -> str:
    """The text of the settings file that the arguments name; empty when it cannot be read."""
    parser = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--config", nargs="?", default=SETTINGS)
    path = parser.parse_known_args(given)[0].config or SETTINGS
    try:
        return Path(path).read_text("utf-8-sig", errors="replace")
    except OSError:
        return ""


# The command line


def command_line(given: Sequence[str]) -> ArgumentParser:
    """The parser of the `given` arguments; what it gives holds the chosen command's function as `command`.

    Only a command that is named among them knows its own arguments: making all takes longer than reading one's.
    """
    parser = ArgumentParser(
        prog="archive",
        description=_("Turns a folder of plain-text articles into a website that people can browse."),
        epilog=_("archive COMMAND --help tells more about a command."),
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"archive {__version__}",
        help=_("show program's version number and exit"),
    )
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    for command, words, add_arguments in (
        (build, _("build the site"), build_arguments),
        (serve, _("show the site on this machine, and build it again after every change"), serve_arguments),
        (extract, _("print what is found in articles: date, unit, headline, byline …"), extract_arguments),
        (explain, _("explain an article: what each line was taken for, and why"), explain_arguments),
        (check, _("report every problem and what waits for review; write nothing"), check_arguments),
        (convert, _("rewrite articles in old encodings as UTF-8; the bytes of before are kept"), convert_arguments),
        (diff, _("tell which pages of two built sites are new, changed or gone, and why"), diff_arguments),
        (new, _("put a new article file in place"), new_arguments),
    ):
        own = added(commands, command, words)
        if command.__name__ in given:
            add_arguments(own)
    return parser


def build_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `archive build`."""
    add_sources(parser)
    add_output(parser)
    parser.add_argument("--strict", action="store_true", help=_("exit with 1 when there is any problem"))
    parser.add_argument("--timings", action="store_true", help=_("tell how long each phase took"))
    parser.add_argument(
        "--verify",
        action="store_true",
        help=_("build once more from nothing and compare every byte; exit with 1 when one differs"),
    )


def serve_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `archive serve`."""
    add_sources(parser)
    add_output(parser)
    parser.add_argument("--host", default="127.0.0.1", metavar=_("ADDRESS"), help=_("where to serve (127.0.0.1)"))
    parser.add_argument("--port", type=whole_number, default=8000, metavar="N", help=_("the port (8000)"))


def extract_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `archive extract`."""
    add_paths(parser)
    parser.add_argument("--format", choices=RECORD_FORMATS, help=_("one JSON a line, YAML, or a table to read (table)"))
    parser.add_argument(
        "--evidence", action="store_true", help=_("with each record why it is so, as JSON (--format jsonl)")
    )
    parser.add_argument(
        "--write", action="store_true", help=_("write what is found on top of each file, where it is missing")
    )
    add_config(parser)


def explain_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `archive explain`."""
    add_paths(parser)
    add_config(parser)


def check_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `archive check`."""
    add_sources(parser)
    parser.add_argument(
        "--review-csv",
        nargs="?",
        type=Path,
        const=Path("review.csv"),
        metavar=_("FILE"),
        help=_("write what waits for review as a table for a spreadsheet (review.csv)"),
    )
    parser.add_argument(
        "--drift", action="store_true", help=_("tell only where what people wrote differs from what the texts say")
    )
    parser.set_defaults(output=Path("public"), base_url=None)


def convert_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `archive convert`."""
    add_paths(parser)
    parser.add_argument("--dry-run", action="store_true", help=_("only tell what would be done"))


def diff_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `archive diff`."""
    parser.add_argument("old", type=Path, metavar=_("OLD"), help=_("the folder of a built site, or its manifest.json"))
    parser.add_argument("new", type=Path, metavar=_("NEW"), help=_("the same of the later one"))
    parser.add_argument(
        "--format", choices=("text", "jsonl"), default="text", help=_("sentences, or one JSON a line (text)")
    )


def new_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `archive new`."""
    parser.add_argument("headline", metavar=_("HEADLINE"), help=_("the headline, in quotes"))
    add_articles(parser)


def added(commands: Any, command: Callable[[Namespace], int], words: str) -> ArgumentParser:
    """The parser of one command, named as its function."""
    sentence = f"{words[0].upper()}{words[1:]}" + ("" if words.endswith("…") else ".")
    parser: ArgumentParser = commands.add_parser(command.__name__, help=words, description=sentence, allow_abbrev=False)
    parser.set_defaults(command=command, strict=False)
    return parser


def add_paths(parser: ArgumentParser) -> None:
    """Adds the articles that a command is about."""
    parser.add_argument("paths", nargs="+", type=Path, metavar=_("PATH"), help=_("an article, or a folder of them"))


def add_sources(parser: ArgumentParser) -> None:
    """Adds what is read."""
    add_articles(parser)
    add_config(parser)
    parser.add_argument(
        "--jobs", type=whole_number, default=0, metavar="N", help=_("how many processes work (one a core)")
    )


def add_articles(parser: ArgumentParser) -> None:
    """Adds the folder of articles."""
    parser.add_argument(
        "--articles", type=Path, default=Path("articles"), metavar=_("FOLDER"), help=_("the articles (articles)")
    )


def add_config(parser: ArgumentParser) -> None:
    """Adds the settings file; None when it is not named."""
    parser.add_argument(
        "--config", type=Path, metavar=_("FILE"), help=_("the settings (site.yml); units.yml stands beside it")
    )


def add_output(parser: ArgumentParser) -> None:
    """Adds what is written."""
    parser.add_argument(
        "--output", type=Path, default=Path("public"), metavar=_("FOLDER"), help=_("where the site goes (public)")
    )
    parser.add_argument("--base-url", metavar="URL", help=_("the address of the site, in place of the one in site.yml"))


def whole_number(text: str) -> int:
    """The number. Raises `ArgumentTypeError` when it is none, or more than the highest port."""
    if not (text.isascii() and text.isdigit()) or int(text) > 65535:
        raise ArgumentTypeError(_("“{text}” is no number from 0 to 65535").format(text=text))
    return int(text)
