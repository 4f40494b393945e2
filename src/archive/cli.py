"""Reads arguments, prints the report, chooses the exit code."""

# Imported at the top is only what every command needs: starting is a large part of a small build's time.
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from gettext import gettext as _
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive import __version__
from archive.messages import choose_language, use_language

if TYPE_CHECKING:
    from archive.errors import ArchiveError
    from archive.model.article import Article
    from archive.model.record import Record
    from archive.model.report import BuildOptions, BuildReport

DONE, PROBLEMS, WRONG_USE, STOPPED = 0, 1, 2, 130
"""The exit codes: nothing to say, problems found, wrong usage or configuration, Ctrl-C."""
SETTINGS = "site.yml"


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command; `arguments` without the program's name, None for those of the process."""
    given = [*(sys.argv[1:] if arguments is None else arguments)]
    speak_utf8()
    use_language(choose_language(os.environ, site_yml(given)))
    chosen = command_line().parse_args(given)
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


def tell_failure(error: "ArchiveError") -> None:
    """Prints what stopped the command, every problem of it."""
    from archive.report import issue_lines
    from archive.terminal import show

    sys.stdout.flush()
    show(issue_lines(error.problems), sys.stderr)


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


# Commands


def build(chosen: Namespace) -> int:
    """Builds the site once."""
    from archive.report import build_lines
    from archive.terminal import show

    report = built(options_of(chosen))
    show(build_lines(report, elapsed=sys.stdout.isatty()), sys.stdout)
    return PROBLEMS if chosen.strict and report.issues else DONE


def serve(chosen: Namespace) -> int:
    """Serves the site until Ctrl-C."""
    from archive.serve import serve as keep_serving

    options = options_of(chosen)
    keep_serving(options, lambda: built(options), Announcer(), host=chosen.host, port=chosen.port)
    return DONE


def check(chosen: Namespace) -> int:
    """Reports every problem that a build would meet."""
    from archive import pipeline
    from archive.report import check_lines
    from archive.terminal import ProgressBar, show

    bar = ProgressBar(sys.stderr)
    try:
        report = pipeline.check(options_of(chosen), bar)
    finally:
        bar.close()
    show(check_lines(report, elapsed=sys.stdout.isatty()), sys.stdout)
    return PROBLEMS if report.issues else DONE


def extract(chosen: Namespace) -> int:
    """Prints the records of the files that are named."""
    from archive import pipeline

    articles = pipeline.extract(existing(chosen.paths), spellings_of(chosen))
    show_records = write_records if chosen.write else RECORD_FORMATS[chosen.format]
    show_records(records_of(articles))
    return DONE


def new(chosen: Namespace) -> int:
    """Puts an article file in place."""
    from archive.starter import new_article

    print(new_article(chosen.articles, chosen.headline).as_posix())
    return DONE


# What commands do on their way


def built(options: "BuildOptions") -> "BuildReport":
    """The report of a build, with a bar on a terminal when it takes a while."""
    from archive import pipeline
    from archive.terminal import ProgressBar

    bar = ProgressBar(sys.stderr)
    try:
        return pipeline.build(options, bar)
    finally:
        bar.close()


class Announcer:
    """Prints what happens while the site is served."""

    def serving(self, url: str, wanted_port: int) -> None:
        """Prints where the site can be seen."""
        if f":{wanted_port}/" not in url and wanted_port:
            print(_("Port {port} is taken.").format(port=wanted_port))
        print(_("The site is at {url} (Ctrl-C to stop).").format(url=url), flush=True)

    def built(self, report: "BuildReport") -> None:
        """Prints what a build found and how long it took."""
        from archive.report import issue_lines, rebuilt_line
        from archive.terminal import show

        show((*issue_lines(report.issues, most=20), rebuilt_line(report)), sys.stdout)
        sys.stdout.flush()

    def failed(self, error: "ArchiveError") -> None:
        """Prints why a build failed."""
        tell_failure(error)


def options_of(chosen: Namespace) -> "BuildOptions":
    """The options of a build. Raises an error when the settings file that was named does not exist."""
    from archive.config import read_base_url
    from archive.errors import ConfigError, UsageError
    from archive.model.report import BuildOptions

    if chosen.config is not None and not chosen.config.exists():
        raise ConfigError("config-missing", chosen.config.as_posix())
    address = read_base_url(chosen.base_url) if chosen.base_url else chosen.base_url
    if chosen.base_url and address is None:
        raise UsageError("base-url-wrong", text=chosen.base_url)
    return BuildOptions(
        root=Path(),
        articles=chosen.articles,
        output=chosen.output,
        config=chosen.config or Path(SETTINGS),
        base_url=address,
        jobs=chosen.jobs,
        strict=chosen.strict,
    )


def existing(paths: Sequence[Path]) -> Sequence[Path]:
    """The paths. Raises `UsageError` when one of them does not exist."""
    from archive.errors import UsageError

    for path in paths:
        if not os.path.lexists(path):
            raise UsageError("path-missing", path.as_posix())
    return paths


def spellings_of(chosen: Namespace) -> dict[str, str]:
    """The spelling of each name in the `units.yml` beside the settings, by its identity key."""
    from archive.config import load_units
    from archive.vietnamese.folding import identity_key

    units, _issues = load_units((chosen.config or Path(SETTINGS)).parent / "units.yml")
    return {identity_key(name): name for unit in units for name in (unit.name, *unit.aliases)}


def records_of(articles: Iterable["Article"]) -> Iterator["Record"]:
    """The records of the articles that could be read; what is wrong with any is printed on the way."""
    from archive.report import issue_lines
    from archive.terminal import show

    for article in articles:
        show(issue_lines(article.issues), sys.stderr)
        if not any(issue.severity == "error" and issue.code.startswith("file-") for issue in article.issues):
            yield article.record


# The forms in which records are printed


def print_jsonl(records: Iterable["Record"]) -> None:
    """One record a line, as the schema says."""
    from msgspec import json

    for record in records:
        print(json.encode(record).decode())


def print_yaml(records: Iterable["Record"]) -> None:
    """One YAML document a record."""
    from archive.yaml_document import dump_mapping

    for record in records:
        print("---", dump_mapping(record), sep="\n", end="")


def print_table(records: Iterable["Record"]) -> None:
    """One row a record, with what people ask for first."""
    from archive.terminal import show_table

    show_table(records, sys.stdout)


def write_records(records: Iterable["Record"]) -> None:
    """Puts each record on top of its file as front matter and prints the files that were changed."""
    from archive.report import issue_lines
    from archive.source.filling import fill_file
    from archive.terminal import show

    for record in records:
        if record.kind != "not-article":
            filled, problem = fill_file(Path(record.file), record)
            show(issue_lines(filter(None, [problem])), sys.stderr)
            if filled:
                print(record.file)


RECORD_FORMATS: "dict[str, Callable[[Iterable[Record]], None]]" = {
    "jsonl": print_jsonl,
    "yaml": print_yaml,
    "table": print_table,
}


# The command line


def command_line() -> ArgumentParser:
    """The parser of the arguments; what it gives holds the chosen command's function as `command`."""
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
    for add in (add_build, add_serve, add_extract, add_check, add_new):
        add(commands)
    return parser


def add_build(commands: Any) -> None:
    """Adds `archive build`."""
    parser = added(commands, build, _("build the site"))
    add_sources(parser)
    add_output(parser)
    parser.add_argument("--strict", action="store_true", help=_("exit with 1 when there is any problem"))


def add_serve(commands: Any) -> None:
    """Adds `archive serve`."""
    parser = added(commands, serve, _("show the site on this machine, and build it again after every change"))
    add_sources(parser)
    add_output(parser)
    parser.add_argument("--host", default="127.0.0.1", metavar=_("ADDRESS"), help=_("where to serve (127.0.0.1)"))
    parser.add_argument("--port", type=whole_number, default=8000, metavar="N", help=_("the port (8000)"))


def add_extract(commands: Any) -> None:
    """Adds `archive extract`."""
    parser = added(commands, extract, _("print what is found in articles: date, unit, headline, byline …"))
    parser.add_argument("paths", nargs="+", type=Path, metavar=_("PATH"), help=_("an article, or a folder of them"))
    parser.add_argument(
        "--format", choices=RECORD_FORMATS, default="table", help=_("one JSON a line, YAML, or a table to read (table)")
    )
    parser.add_argument(
        "--write", action="store_true", help=_("write what is found on top of each file, where it is missing")
    )
    add_config(parser)


def add_check(commands: Any) -> None:
    """Adds `archive check`."""
    parser = added(commands, check, _("report every problem and what waits for review; write nothing"))
    add_sources(parser)
    parser.set_defaults(output=Path("public"), base_url=None)


def add_new(commands: Any) -> None:
    """Adds `archive new`."""
    parser = added(commands, new, _("put a new article file in place"))
    parser.add_argument("headline", metavar=_("HEADLINE"), help=_("the headline, in quotes"))
    add_articles(parser)


def added(commands: Any, command: Callable[[Namespace], int], words: str) -> ArgumentParser:
    """The parser of one command, named as its function."""
    sentence = f"{words[0].upper()}{words[1:]}" + ("" if words.endswith("…") else ".")
    parser: ArgumentParser = commands.add_parser(command.__name__, help=words, description=sentence, allow_abbrev=False)
    parser.set_defaults(command=command, strict=False)
    return parser


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
