"""The sentence and the hint of every issue and every error, by code; all go through gettext."""

from gettext import gettext
from typing import Protocol

from msgspec import Struct

from archive.messages import N_


class Told(Protocol):
    """What can be said in a sentence: an issue or an error."""

    @property
    def code(self) -> str:
        """The name of its sentence."""

    @property
    def values(self) -> dict[str, str]:
        """What the sentence names."""


class Wording(Struct, frozen=True):
    """How one code is said; the report puts file and line before it."""

    sentence: str
    """What is wrong; `{name}` stands for a value."""
    hint: str = ""
    """What to do about it; empty when there is nothing to do."""


def sentence(told: Told) -> str:
    """What is wrong, in the language of the messages; the code itself when it has no wording."""
    wording = WORDING.get(told.code)
    return _said(wording.sentence, told) if wording else " ".join((told.code, *told.values.values()))


def hint(told: Told) -> str:
    """What to do about it, in the language of the messages; empty when there is nothing to say."""
    wording = WORDING.get(told.code)
    return _said(wording.hint, told) if wording and wording.hint else ""


def review_words(reason: str) -> str:
    """A reason of `Record.review` in words, with its detail when it has one; the code itself when it has no words."""
    from archive.extract.review import REVIEW_REASONS

    code, _, detail = reason.partition(":")
    words = gettext(REVIEW_REASONS[code]) if code in REVIEW_REASONS else code
    return f"{words.removesuffix('.')}: {detail.strip()}" if detail else words


class _Values(dict[str, str]):
    """The values of a sentence; one that is missing shows as a gap."""

    def __missing__(self, name: str) -> str:
        return "…"


def detail_words(code: str) -> str:
    """What a code is called that stands in a sentence as a value, such as an encoding; the value itself for others."""
    return gettext(_DETAILS[code]) if code in _DETAILS else code


def _said(words: str, told: Told) -> str:
    values = {name: detail_words(value) for name, value in told.values.items()}
    return gettext(words).format_map(_Values(values))


_DETAILS = {
    "tcvn3": N_("TCVN3 (ABC)"),
    "vni": N_("VNI-Windows"),
    "viscii": N_("VISCII"),
    "windows-1258": N_("Windows-1258"),
    "utf-8-misread": N_("UTF-8 that was misread once"),
    "encoding-unsure": N_("it is not sure which it was"),
    "mixed-encoding-line": N_("this line was written in another one than the rest"),
    "tcvn3-capitals": N_("capital letters with marks were written as small ones"),
    "undecodable-bytes": N_("some signs cannot be read any more and show as �"),
    "as-headline": N_("headline"),
    "as-lead": N_("lead"),
    "as-kicker": N_("kicker"),
    "as-unit": N_("unit"),
    "as-place": N_("place"),
    "as-series": N_("series"),
    "as-part": N_("part"),
    "as-byline": N_("byline"),
    "as-author_org": N_("author’s office"),
    "as-photo_credit": N_("photographs by"),
    "as-caption": N_("caption"),
    "as-source": N_("source"),
    "as-tag": N_("agency tag"),
    "as-event_date": N_("day of the event"),
    "as-paragraph": N_("paragraph"),
    "as-heading": N_("heading"),
    "as-list": N_("list"),
    "as-question": N_("question"),
    "as-answer": N_("answer"),
    "as-quote": N_("quotation"),
    "as-verse": N_("verse"),
    "as-table": N_("table"),
    "as-note": N_("note"),
}
"""Values that are codes themselves."""


_ENCODING_HINT = N_("Read the page over once; the file itself stays as it is.")
_DATE_ORDER_HINT = N_("See which day the page means, and write it on top of the file: date: YYYY-MM-DD.")
_OUTPUT_HINT = N_("Build into another folder with --output, or move the file away.")
_VERIFY_HINT = N_("Delete the folder .archive and build again; then tell us how it came about.")

WORDING = {
    # Source files
    "articles-missing": Wording(
        N_("there is no such folder of articles"), N_("Make the folder, or name another with --articles.")
    ),
    "file-empty": Wording(N_("the file is empty"), N_("Put the article into it, or delete it.")),
    "file-binary": Wording(N_("the file is no text"), N_("Save the article as plain text (.txt).")),
    "file-too-large": Wording(
        N_("the file is too large for an article: more than {limit} bytes"), N_("Part it into its articles.")
    ),
    "file-unreadable": Wording(
        N_("the file cannot be read ({error})"), N_("See whether it is open elsewhere, and who may read it.")
    ),
    "file-outside": Wording(
        N_("the link leads outside of the folder of articles; it is not followed"), N_("Put the file itself here.")
    ),
    "file-name-undecodable": Wording(N_("the name of the file cannot be read"), N_("Give it another name.")),
    "encoding-converted": Wording(N_("the text was written as {encoding}; it was read as Unicode"), _ENCODING_HINT),
    "encoding-loss": Wording(N_("the old encoding of this text loses something ({loss})"), _ENCODING_HINT),
    # What articles of one source say against each other
    "date-only-month-first": Wording(
        N_("“{text}” can only be read month first, other dates of “{source}” only day first ({count})"),
        _DATE_ORDER_HINT,
    ),
    "date-only-day-first": Wording(
        N_("“{text}” can only be read day first, other dates of “{source}” only month first ({count})"),
        _DATE_ORDER_HINT,
    ),
    "date-perhaps-month-first": Wording(
        N_("“{text}” was read day first, but other dates of “{source}” can only be read month first ({count})"),
        _DATE_ORDER_HINT,
    ),
    "line-of-the-page-kept": Wording(
        N_(
            "“{text}” stands in {count} of {total} articles of “{source}”, as what belongs to the page does; "
            "here it was taken for: {taken} (articles that keep it: {kept})"
        ),
        N_("If it belongs to the page, add it to vocabulary/junk.txt; if not, write “checked: true” on top."),
    ),
    "line-left-out-alone": Wording(
        N_(
            "“{text}” was left out here as a part of the page; of “{source}”, {count} articles keep it, such as {other}"
        ),
        N_("See with archive explain which is right, and write down what is missing on top of the file."),
    ),
    "not-an-article": Wording(
        N_("this looks like a list or a menu, not like an article; it gets no page"),
        N_("If it is an article, write “kind: article” on top of the file, between two lines of three hyphens."),
    ),
    # YAML and front matter
    "yaml-broken": Wording(N_("this line cannot be read: {text}"), N_("Write it so: {remedy}")),
    "yaml-tab": Wording(N_("a tab stands before: {text}"), N_("Indent with spaces.")),
    "yaml-duplicate-key": Wording(
        N_("“{key}” stands here for the second time; the first is on line {first}"), N_("Keep one of the two.")
    ),
    "yaml-alias": Wording(
        N_("{text} begins with a sign that has a meaning of its own in YAML"), N_("Put the value in quotes.")
    ),
    "yaml-tag": Wording(
        N_("{text} begins with a sign that has a meaning of its own in YAML"), N_("Put the value in quotes.")
    ),
    "front-matter-broken": Wording(
        N_("the lines on top of the article cannot be read, so it gets no page: {text}"), N_("Write it so: {remedy}")
    ),
    "front-matter-unclosed": Wording(
        N_("the lines on top of the article are never closed; they were taken for its text"),
        N_("Put a line of three hyphens (---) below them."),
    ),
    "front-matter-unknown-key": Wording(N_("“{key}” means nothing here; it was passed over"), N_("Write: {keys}")),
    "front-matter-bent": Wording(
        N_("“{key}: {text}” was read as the words that stand there; other programs see a number or yes and no"),
        N_("Put it in quotes: {remedy}"),
    ),
    "front-matter-one-value": Wording(
        N_("“{key}” takes one value, not several; it was passed over"), N_("Put the whole value in quotes.")
    ),
    "front-matter-list": Wording(
        N_("“{key}” takes a text or a list of texts; it was passed over"), N_("Put each value in quotes.")
    ),
    "front-matter-date": Wording(
        N_("“{text}” is no date; it was passed over"),
        N_("Write year, month, day, as in {remedy}. When it is not known: chưa rõ"),
    ),
    "front-matter-day-first": Wording(
        N_("“{text}” was read with the day first: {read}"), N_("To be sure, write: {remedy}")
    ),
    "front-matter-choice": Wording(
        N_("“{key}: {text}” is none of the words it can be; it was passed over"), N_("Write one of: {choices}")
    ),
    "slug-invalid": Wording(
        N_("“{text}” cannot be part of an address; it was passed over"),
        N_("Use small letters without marks, digits and hyphens: {remedy}"),
    ),
    # Writing front matter
    "fill-encoding": Wording(
        N_("the file is in an old encoding; nothing was written into it"), N_("Convert it first: archive convert FILE")
    ),
    "fill-refused": Wording(
        N_("nothing can be added on top of this file without changing what stands there"),
        N_("Mend the lines on top of it first, or write the values yourself."),
    ),
    "fill-changed": Wording(
        N_("the file was changed meanwhile; nothing was written into it"), N_("Give the command again.")
    ),
    "fill-unwritable": Wording(
        N_("cannot be written: {reason}"), N_("See whether it is open elsewhere, and whether there is room.")
    ),
    # site.yml and units.yml
    "config-missing": Wording(N_("there is no such file"), N_("Name a file that exists with --config.")),
    "config-unreadable": Wording(
        N_("the file cannot be read: {reason}"), N_("See whether it is open elsewhere, and who may read it.")
    ),
    "config-encoding": Wording(N_("the file is not in UTF-8"), N_("Save it again with the encoding UTF-8.")),
    "config-unknown-key": Wording(N_("“{key}” means nothing here"), N_("Write: {keys}")),
    "config-no-keys": Wording(N_("here a line such as “key: value” is wanted"), N_("The keys are: {keys}")),
    "config-one-value": Wording(N_("“{key}” takes one value"), N_("Put the whole value in quotes.")),
    "config-bent": Wording(
        N_("“{key}: {text}” is a number or yes and no, where words are wanted"), N_("Put it in quotes: {remedy}")
    ),
    "config-base-url": Wording(
        N_("“{text}” is no address of a site"),
        N_("Write it in full, with a slash at the end: https://example.org/news/"),
    ),
    "config-base-url-slash": Wording(
        N_("the address of the site should end with a slash; it was added"), N_("Write: {remedy}")
    ),
    "config-per-page": Wording(
        N_("“{text}” is no number of articles a page"), N_("Write a number from {fewest} to {most}.")
    ),
    "config-language": Wording(N_("the messages are not spoken in “{text}”"), N_("Write vi or en.")),
    "units-no-list": Wording(
        N_("a list of units is wanted here"), N_("Begin each unit with a hyphen: - name: Huyện ủy …")
    ),
    "unit-without-name": Wording(N_("this unit has no name"), N_("Add a line “name”.")),
    "unit-twice": Wording(
        N_("“{name}” is a name of “{owner}” too, on line {first}"), N_("Keep it with one of the two units.")
    ),
    "unit-alias-needless": Wording(
        N_("“{name}” is the same name as “{owner}” or stands there twice"), N_("Take it out of the aliases.")
    ),
    "unit-parent-unknown": Wording(
        N_("“{name}” stands below “{parent}”, which is not in the list"),
        N_("Add that unit, or write its name as it stands in the list: {remedy}"),
    ),
    "unit-parent-cycle": Wording(N_("these units stand in a circle: {circle}"), N_("Mend one “parent”.")),
    "vocabulary-broken": Wording(
        N_("this line of the word list cannot be read: {text}"), N_("Write it like the lines around it.")
    ),
    # Templates
    "template-missing": Wording(
        N_("there is no template “{name}”"), N_("Put it into the folder templates, or mend the name.")
    ),
    "template-broken": Wording(
        N_("the template cannot be used: {reason}"), N_("Mend it, or delete it to use the one of the program.")
    ),
    # Search
    "search-too-many-articles": Wording(
        N_("the search cannot hold more than {most} articles"), N_("Part the articles into several sites.")
    ),
    "search-too-many-words": Wording(
        N_("the search cannot hold more than {most} different words"), N_("Part the articles into several sites.")
    ),
    # Output
    "path-collision": Wording(
        N_("two pages want this address: {first} and {second}"), N_("Give one of them another slug or name.")
    ),
    "path-not-portable": Wording(
        N_("not every system can hold a file of this name (made from {origin})"), N_("Give it another name.")
    ),
    "path-too-long": Wording(
        N_("the path is longer than {limit} characters (made from {origin})"), N_("Give it a shorter name.")
    ),
    "output-not-ours": Wording(
        N_("the folder holds files that this program did not make, such as {example}; nothing was written"),
        N_("Build into an empty folder: --output FOLDER"),
    ),
    "output-inside-articles": Wording(
        N_("the site may not be built inside of the articles ({articles}), nor around them"),
        N_("Build into another folder: --output FOLDER"),
    ),
    "output-unwritable": Wording(
        N_("cannot be written: {reason}"), N_("See whether it is open elsewhere, and whether there is room.")
    ),
    "output-busy": Wording(
        N_("another build is writing into this folder"), N_("Wait until it is done, then build again.")
    ),
    "output-changed": Wording(N_("something else changed this file while the site was built"), N_("Build again.")),
    "output-foreign-file": Wording(
        N_("a file that this program did not make stands where a page belongs; nothing was written"), _OUTPUT_HINT
    ),
    "output-file-busy": Wording(N_("the file is open in another program"), N_("Close it there, then build again.")),
    "link-dead": Wording(N_("a link leads nowhere: {link}"), N_("Mend the link.")),
    # Commands
    "convert-loss": Wording(
        N_("this may be wrong now ({loss})"), N_("Compare it with the file of before, which stands beside it.")
    ),
    "verify-missing": Wording(N_("a clean build makes this file; it is not there"), _VERIFY_HINT),
    "verify-extra": Wording(N_("a clean build does not make this file"), _VERIFY_HINT),
    "verify-differs": Wording(N_("a clean build makes this file with other bytes"), _VERIFY_HINT),
    "manifest-missing": Wording(
        N_("no site that this program built stands here"), N_("Name the folder of a built site, or its manifest.json.")
    ),
    "evidence-jsonl": Wording(N_("--evidence is told as JSON only"), N_("Write: --evidence --format jsonl")),
    "port-taken": Wording(N_("port {port} and those after it are taken"), N_("Choose another with --port.")),
    "address-unusable": Wording(
        N_("nothing can be served at {host}:{port}: {reason}"), N_("Choose another address with --host and --port.")
    ),
    "path-missing": Wording(N_("there is no such file or folder"), N_("See whether the name is written right.")),
    "headline-empty": Wording(N_("the headline is empty"), N_('Write it in quotes: archive new "Headline"')),
    "base-url-wrong": Wording(
        N_("“{text}” is no address of a site"),
        N_("Write it in full, with a slash at the end: https://example.org/news/"),
    ),
}
