"""What each command does once its arguments are read: the work, what is printed of it, and the exit code."""

# Imported at the top is only what every command needs: starting is a large part of a small build's time.
import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.errors import ArchiveError
    from archive.knowledge import Knowledge
    from archive.model.examination import Examination
    from archive.model.issue import Issue
    from archive.model.record import Record
    from archive.model.report import BuildOptions, BuildReport, Waiting

DONE, PROBLEMS = 0, 1
"""What a command answers: nothing to say, problems found."""
SETTINGS = "site.yml"


def build(chosen: Namespace) -> int:
    """Builds the site once."""
    from archive.report import build_lines
    from archive.terminal import show

    options = options_of(chosen)
    report = built(options)
    wrong = verified(options) if chosen.verify else ()
    show(build_lines(report, elapsed=sys.stdout.isatty()), sys.stdout)
    if chosen.timings:
        from archive.findings import timing_lines

        show([(), *timing_lines(report.phases)], sys.stdout)
    return PROBLEMS if wrong or (chosen.strict and report.issues) else DONE


def serve(chosen: Namespace) -> int:
    """Serves the site until Ctrl-C."""
    from archive.pipeline import get_ready
    from archive.serve import serve as keep_serving

    gc.enable()
    options = options_of(chosen)
    keep_serving(
        options,
        lambda: built(options),
        Announcer(),
        lambda: get_ready(options),
        host=chosen.host,
        port=chosen.port,
    )
    return DONE


def check(chosen: Namespace) -> int:
    """Reports every problem that a build would meet; or only where people and texts say different things."""
    from archive import pipeline
    from archive.report import check_lines
    from archive.terminal import progress_bar, show

    if chosen.drift:
        return drift(chosen)
    with progress_bar(sys.stderr) as bar:
        report = pipeline.check(options_of(chosen), bar)
    if chosen.review_csv:
        write_worklist(chosen.review_csv, report.queue)
    show(check_lines(report, elapsed=sys.stdout.isatty()), sys.stdout)
    return PROBLEMS if report.issues else DONE


def drift(chosen: Namespace) -> int:
    """Prints where people wrote something else than the texts say: no problem, for what people wrote is what counts."""
    from archive import pipeline
    from archive.findings import drift_lines
    from archive.terminal import progress_bar, show

    with progress_bar(sys.stderr) as bar:
        drifts = pipeline.drift(options_of(chosen), bar)
    show(drift_lines(drifts), sys.stdout)
    return DONE


def extract(chosen: Namespace) -> int:
    """Prints the records of the files that are named, or writes them on top of the files."""
    from archive import pipeline
    from archive.errors import UsageError

    found = Readable(pipeline.explain(existing(chosen.paths), knowledge_of_project(chosen)))
    records = (one.article.record for one in found)
    code = DONE
    if chosen.evidence:
        if chosen.write or chosen.format not in (None, "jsonl"):
            raise UsageError("evidence-jsonl")
        print_evidence(found)
    elif chosen.write:
        code = write_records(records)
    else:
        RECORD_FORMATS[chosen.format or "table"](records)
    return PROBLEMS if found.refused else code


def explain(chosen: Namespace) -> int:
    """Prints what each line of the articles was taken for, and why each field has its value."""
    from archive import pipeline
    from archive.explanation import explanation_lines
    from archive.source.rows import rows
    from archive.terminal import show

    found = Readable(pipeline.explain(existing(chosen.paths), knowledge_of_project(chosen)), quietly=True)
    for number, one in enumerate(found):
        show(([()] if number else []), sys.stdout)
        show(explanation_lines(one, rows(Path(one.source.file))), sys.stdout)
    return PROBLEMS if found.refused else DONE


def convert(chosen: Namespace) -> int:
    """Rewrites the files that are named as UTF-8 in NFC; those that are so already are left alone."""
    from archive import pipeline
    from archive.findings import conversion_lines
    from archive.terminal import show

    refused = False
    for conversion in pipeline.convert(existing(chosen.paths), dry_run=chosen.dry_run):
        refused |= conversion.done == "refused"
        show(conversion_lines(conversion, chosen.dry_run), sys.stderr if conversion.done == "refused" else sys.stdout)
    return PROBLEMS if refused else DONE


def diff(chosen: Namespace) -> int:
    """Prints which pages of two built sites are new, changed or gone, and why as far as their records tell."""
    from msgspec import json

    from archive.changes import page_changes, read_site, unchanged
    from archive.findings import change_lines
    from archive.terminal import show

    old, new = read_site(chosen.old), read_site(chosen.new)
    changes = [*page_changes(old, new)]
    if chosen.format == "jsonl":
        sys.stdout.writelines(json.encode(change).decode() + "\n" for change in changes)
    else:
        show(change_lines(changes, unchanged(old, new)), sys.stdout)
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
    from archive.terminal import progress_bar

    with progress_bar(sys.stderr) as bar:
        return pipeline.build(options, bar)


def verified(options: "BuildOptions") -> "tuple[Issue, ...]":
    """Where the output is not what a clean build makes; each is printed, and that there is none."""
    from archive import pipeline
    from archive.report import issue_lines
    from archive.terminal import progress_bar, show

    with progress_bar(sys.stderr) as bar:
        wrong = pipeline.verify(options, bar)
    show(issue_lines(wrong), sys.stdout)
    if not wrong:
        print(_("Every byte is that of a clean build."))
    return wrong


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
    """The paths. Raises `UsageError` when one of them does not exist, or has a name that is no text."""
    from archive.errors import UsageError

    for path in paths:
        shown = path.as_posix().encode("utf-8", "backslashreplace").decode()
        if shown != path.as_posix():
            raise UsageError("file-name-undecodable", shown)
        if not os.path.lexists(path):
            raise UsageError("path-missing", path.as_posix())
    return paths


def knowledge_of_project(chosen: Namespace) -> "Knowledge":
    """What the project in this folder knows, its units as the `units.yml` beside the settings names them."""
    from archive.config import load_units
    from archive.knowledge import knowledge_of

    units, _issues = load_units((chosen.config or Path(SETTINGS)).parent / "units.yml")
    return knowledge_of(Path(), units)


class Readable:
    """The articles that could be read; what is wrong with any is told on the way, with `quietly` only of the others."""

    def __init__(self, found: "Iterable[Examination]", *, quietly: bool = False) -> None:
        self._found = found
        self._quietly = quietly
        self.refused = 0
        """How many could not be read so far."""

    def __iter__(self) -> "Iterator[Examination]":
        from archive.report import issue_lines
        from archive.terminal import show

        for one in self._found:
            issues = one.article.issues
            refused = any(issue.severity == "error" and issue.code.startswith("file-") for issue in issues)
            self.refused += refused
            show(issue_lines(issues if refused or not self._quietly else ()), sys.stderr)
            if not refused:
                yield one


def write_worklist(file: Path, queue: "Sequence[Waiting]") -> None:
    """Writes the queue for review as CSV. Raises `UsageError` when the file cannot be written."""
    from archive.errors import UsageError
    from archive.worklist import worklist

    try:
        file.write_bytes(worklist(queue))
    except OSError as error:
        raise UsageError("output-unwritable", file.as_posix(), reason=error.strerror or str(error)) from error


# The forms in which records are printed


def print_jsonl(records: Iterable["Record"]) -> None:
    """One record a line, as the schema says."""
    from msgspec import json

    for record in records:
        print(json.encode(record).decode())


def print_yaml(records: Iterable["Record"]) -> None:
    """One YAML document a record."""
    from archive.yaml_parser import dump_mapping

    for record in records:
        print("---", dump_mapping(record), sep="\n", end="")


def print_table(records: Iterable["Record"]) -> None:
    """One row a record, with what people ask for first."""
    from archive.terminal import show_table

    show_table(records, sys.stdout)


def print_evidence(found: "Iterable[Examination]") -> None:
    """One record a line with how it came about."""
    from msgspec import json

    from archive.explanation import evidence_of

    for one in found:
        print(json.encode(evidence_of(one)).decode())


def write_records(records: Iterable["Record"]) -> int:
    """Puts each record on top of its file as front matter and prints the files that were changed.

    What waits for review is not written: in the front matter it would pass for what a person says. The exit code is 1
    when a file could not be written.
    """
    from archive.record import without_doubtful
    from archive.report import issue_lines
    from archive.source.filling import fill_file
    from archive.terminal import show

    code = DONE
    for record in records:
        if record.kind != "not-article":
            filled, problem = fill_file(Path(record.file), without_doubtful(record))
            if problem:
                show(issue_lines([problem]), sys.stderr)
                code = PROBLEMS
            if filled:
                print(record.file)
    return code


RECORD_FORMATS: "dict[str, Callable[[Iterable[Record]], None]]" = {
    "jsonl": print_jsonl,
    "yaml": print_yaml,
    "table": print_table,
}


# What commands say when they cannot go on


def tell_failure(error: "ArchiveError") -> None:
    """Prints what stopped the command, every problem of it."""
    from archive.report import issue_lines
    from archive.terminal import show

    sys.stdout.flush()
    show(issue_lines(error.problems), sys.stderr)
