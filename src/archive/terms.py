"""Names fields, kinds, rules and reasons in words, for people who have never seen their codes."""

from collections.abc import Mapping, Sequence
from gettext import gettext

from archive.messages import N_


def term(table: Mapping[str, str], code: str) -> str:
    """What the code is called in the language of the messages; the code itself when it has no words.

    >>> term(FIELDS, "no_such_field")
    'no_such_field'
    """
    return gettext(table[code]) if code in table else code


def certainty(confidence: float) -> str:
    """How sure a rule is, in words."""
    return gettext(next(words for least, words in _CERTAINTIES if confidence >= least))


def lines_words(numbers: Sequence[int]) -> str:
    """Line numbers in words, runs joined: `lines 3–5, 9`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return gettext(_LINES if len(set(numbers)) > 1 else _LINE).format(lines=told)


_LINE, _LINES = N_("line {lines}"), N_("lines {lines}")
_CERTAINTIES = ((0.9, N_("sure")), (0.75, N_("fairly sure")), (0.5, N_("not quite sure")), (0.0, N_("doubtful")))

FIELDS = {
    "date": N_("date"),
    "unit": N_("unit"),
    "place": N_("place"),
    "kicker": N_("kicker"),
    "kicker_type": N_("kind of kicker"),
    "headline": N_("headline"),
    "series": N_("series"),
    "part": N_("part"),
    "lead": N_("lead"),
    "byline": N_("byline"),
    "author_org": N_("author’s office"),
    "photo_credit": N_("photographs by"),
    "caption": N_("caption"),
    "source": N_("source"),
    "source_url": N_("address of the source"),
    "tag": N_("agency tag"),
    "event_date": N_("day of the event"),
    "kind": N_("kind of text"),
    "date_status": N_("where the date is from"),
    "review": N_("review"),
}
"""Fields of a record."""

LINES = FIELDS | {
    "paragraph": N_("paragraph"),
    "heading": N_("heading"),
    "list": N_("list"),
    "question": N_("question"),
    "answer": N_("answer"),
    "quote": N_("quotation"),
    "verse": N_("verse"),
    "table": N_("table"),
    "note": N_("note"),
    "body": N_("body"),
    "discarded": N_("set aside"),
    "front": N_("front matter"),
}
"""What a line of an article can be."""

KINDS = {
    "article": N_("article"),
    "interview": N_("interview"),
    "document": N_("document"),
    "roundup": N_("roundup of several units"),
    "photo": N_("photo story"),
    "poem": N_("poem"),
    "table": N_("table"),
    "damaged": N_("damaged copy"),
    "not-article": N_("no article"),
}
"""Kinds of text."""

KICKERS = {
    "unit": N_("names the unit"),
    "section": N_("a section of the paper"),
    "campaign": N_("a campaign"),
    "series": N_("a series"),
    "speaker": N_("who is speaking"),
}
"""Kinds of kicker."""

DATE_STATUSES = {
    "printed": N_("printed as the day of publication"),
    "stamp": N_("from a stamp on the page"),
    "inferred": N_("not printed, but concluded or written by a person"),
    "conflict": N_("two dates disagree"),
}
"""Where a date comes from."""

RULES = {
    "agency_tag": N_("initials of an agency or a paper before the first words"),
    "byline_in_brackets": N_("a name in brackets at the very end"),
    "byline_in_tag": N_("initials behind those of the paper, in its tag"),
    "byline_with_role": N_("a name with its bearer’s post at the foot"),
    "byline_with_source": N_("a name together with the paper it comes from"),
    "captions": N_("a line under the headline or beside a picture that says what a picture shows"),
    "date_in_text": N_("the day that the text itself gives as its own"),
    "dateline": N_("a line that gives day or clock and little else"),
    "event_date": N_("the day on which the text says that it happened"),
    "headline": N_("the line above the text that stands, reads and is long like a headline"),
    "headline_before_date": N_("the title in front of the date on one line"),
    "kicker": N_("a short line above the headline"),
    "labelled_byline": N_("a name behind a label that says whose work it is"),
    "labelled_editor": N_("a name behind a label that says who edited or posted the text"),
    "labelled_photo": N_("a name behind a label that announces the photographer"),
    "lead": N_("the first paragraph of running text"),
    "letterhead": N_("the title under the letterhead of a document"),
    "title_above_letterhead": N_("the title that the page prints over a document"),
    "mail_head": N_("the subject of a mail, or the title that a stored page names"),
    "markdown_emphasis": N_("a paragraph that is all set in italics"),
    "markdown_heading": N_("the line that Markdown marks as the title"),
    "markdown_paragraph": N_("the first paragraph without a mark"),
    "name_alone": N_("a person’s name alone on a line where authors sign"),
    "office_alone": N_("the name of an office alone on a line where authors sign"),
    "outlet_under_headline": N_("the name of a paper under the headline"),
    "place_only": N_("a place that is named where no body is"),
    "series_and_part": N_("“part …” in front of the title, or the name of a series"),
    "signed_items": N_("a person’s name alone under each item of a digest"),
    "source_line": N_("a line that tells where the text was taken from"),
    "unit_from_body": N_("a body that the text names further down"),
    "unit_from_caption": N_("a body that a caption names"),
    "unit_from_headline": N_("the body that the headline names"),
    "unit_from_kicker": N_("the body that the kicker names"),
    "unit_from_lead": N_("the body that the lead names"),
    "unit_from_letterhead": N_("the body that issued the document"),
    "unit_of_each_item": N_("the body that each item of the roundup names"),
}
"""Rules of extraction: what each of them goes by."""

REASONS = {
    "agency tag standing alone": N_("initials of an agency, alone on a line"),
    "aggregator word": N_("word of a news collector"),
    "banner or partner label": N_("banner of the site or of a partner"),
    "comment form": N_("form for comments"),
    "date that cannot be read": N_("date that no calendar has"),
    "footer": N_("foot of the site"),
    "gallery label": N_("label of a gallery"),
    "inserted advertisement": N_("advertisement put into the text"),
    "label without its value": N_("label whose value is missing"),
    "line of signs only": N_("signs without a word"),
    "mail head": N_("head of a mail or of a stored page"),
    "not an article": N_("part of a page that is no article"),
    "page tool": N_("tool of the page, such as printing"),
    "page widget": N_("widget of the page"),
    "picture left-over": N_("what is left of a picture"),
    "printed again": N_("printed a second time"),
    "rating widget": N_("rating by readers"),
    "related or most-read link": N_("link to another article"),
    "relative age": N_("how long ago it was when saved"),
    "running head": N_("head or number of a printed page"),
    "section name under the headline": N_("name of the section under the headline"),
    "share or follow label": N_("share or follow button"),
    "site menu": N_("menu of the site"),
    "tag of HTML": N_("mark of HTML"),
    "view count": N_("how often it was read"),
}
"""Why a line was set aside."""

FIXES = {
    "without-invisible": N_("invisible signs taken out"),
    "compose": N_("letters and their marks joined"),
    "true-letter-d": N_("foreign Ð made Đ"),
    "one-kind-of-space": N_("odd blanks made plain ones"),
    "without-soft-hyphens": N_("hidden hyphens taken out"),
    "without-control-characters": N_("control characters made blanks"),
}
"""What is mended in a line before it is read."""

PHASES = {
    "list": N_("Listing what there is"),
    "look": N_("Looking at what has changed"),
    "load": N_("Loading the program"),
    "read": N_("Reading articles"),
    "plan": N_("Planning pages and lists"),
    "data": N_("Making data and style files"),
    "compare": N_("Finding pages to make"),
    "write": N_("Writing pages"),
    "search": N_("Indexing for search"),
    "publish": N_("Swapping the site in"),
    "remember": N_("Remembering for the next time"),
    "close": N_("Clearing up"),
}
"""Phases of a build."""
