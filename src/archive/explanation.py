"""Explains one article: what each of its lines was taken for, and why each field has its value."""

from collections.abc import Iterator, Mapping, Sequence
from gettext import gettext as _

from archive.model.examination import Examination
from archive.model.extraction import Candidate, Evidence
from archive.model.record import Record
from archive.report import issue_lines
from archive.terminal import Line
from archive.terms import (
    DATE_STATUSES,
    FIELDS,
    FIXES,
    KICKERS,
    KINDS,
    LINES,
    REASONS,
    RULES,
    certainty,
    lines_words,
    term,
)
from archive.wording import review_words

NOT_SHOWN = ("file", "date_status", "kicker_type", "body", "discarded", "review")
"""What is no field of its own here: it is told beside another, or by the numbered lines."""
ORDINARY = {"kind": "article"}
"""Values that need no telling when nobody wrote them."""
LONGEST = 100
"""Most characters of a value; the numbered lines have the rest."""
_COLOURS = {"discarded": "dim", "front": "magenta", "paragraph": "", "headline": "bold green", "date": "cyan"}
_FIELD_COLOUR = "green"
_INDENT = ("    ", "margin")
_WRAPPED = ("", "margin")


def explanation_lines(one: Examination, file_lines: Sequence[str]) -> Iterator[Line]:
    """The explanation of an article; `file_lines` are all lines of its file, front matter included."""
    yield ((one.article.record.file, "bold"),)
    yield ()
    yield from _numbered(one, file_lines)
    yield ()
    yield from _fields(one)
    yield ()
    yield from _review(one)
    if one.article.issues:
        yield ()
        yield from issue_lines(one.article.issues)


def evidence_of(one: Examination) -> Mapping[str, object]:
    """The record as data, and with it why: `evidence` by field, what each line is, and what a person wrote.

    `lines` has the label of each line that is not blank by its number; `written` the line of each key that a person
    wrote. The evidence is that of the text: where a person wrote something else, it tells what the text says.
    """
    record = one.article.record
    values = {name: getattr(record, name) for name in record.__struct_fields__}
    why = {"evidence": one.article.evidence, "lines": line_labels(one), "written": one.source.front.lines}
    return values | why


def line_labels(one: Examination) -> dict[int, str]:
    """What each line that is not blank was taken for, by its number: a key of `archive.terms.LINES`.

    A line that a person's front matter put back into the text is what it is now, and not what it was found to be.
    """
    found = {line for block in one.extraction.found.body for line in block.lines}
    in_text = {line: block.kind for block in one.article.record.body for line in block.lines}
    labels = {
        line: in_text.get(line, owner) if owner == "body" else owner for line, owner in one.extraction.owners.items()
    }
    put_back = {line: kind for line, kind in in_text.items() if line not in found}
    front = dict.fromkeys(range(1, one.source.first_line), "front")
    return labels | put_back | front


# The article, line by line


def _numbered(one: Examination, file_lines: Sequence[str]) -> Iterator[Line]:
    labels = line_labels(one)
    texts = {number: line for number, line in enumerate(file_lines, 1) if number < one.source.first_line}
    texts |= {line.number: line.text for line in one.text.lines}
    if texts and not texts[max(texts)]:
        del texts[max(texts)]  # what stands behind the last line end
    remarks = _remarks(one)
    digits = len(str(max(texts, default=0)))
    wide = max((len(term(LINES, label)) for label in labels.values()), default=0)
    for number, text in sorted(texts.items()):
        label = labels.get(number, "")
        margin = (
            (f"{number:>{digits}}", "margin dim"),
            (f"  {term(LINES, label):<{wide}}  ", f"margin {_colour(label)}"),
        )
        words = (_visible(text), "dim" if label in ("discarded", "front") else "")
        remark = (f"  [{remarks[number]}]", "yellow") if number in remarks else ("", "")
        yield (*margin, words, remark) if text else margin[:1]


def _colour(label: str) -> str:
    return _COLOURS.get(label, _FIELD_COLOUR if label in FIELDS else "")


def _remarks(one: Examination) -> dict[int, str]:
    """Why each line was set aside, and what was mended in it, by its number."""
    remarks = {left.line: term(REASONS, left.reason) for left in one.article.record.discarded}
    for fix in one.text.fixes:
        mended = _("mended: {fix}").format(fix=term(FIXES, fix.name))
        remarks[fix.line] = "; ".join(filter(None, (remarks.get(fix.line), mended)))
    return remarks


def _visible(text: str) -> str:
    """The text without signs that would do something to a terminal."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text.replace("\t", "    "))


# The fields


def _fields(one: Examination) -> Iterator[Line]:
    record, evidence = one.article.record, {known.field: known for known in one.article.evidence}
    names = [name for name in Record.__struct_fields__ if name not in NOT_SHOWN]
    known = [name for name in names if _is_told(name, one)]
    for name in known:
        yield (_WRAPPED, (f"{_heading(name)}: ", "bold"), (_value(record, name), ""), (_aside(record, name), "dim"))
        yield from ((_INDENT, (sentence, "dim")) for sentence in _why(name, one, evidence.get(name)))
    unknown = ", ".join(term(FIELDS, name) for name in names if name not in known and name not in ORDINARY)
    if unknown:
        yield _WRAPPED, (_("The text does not say: {fields}.").format(fields=unknown), "")


def _is_told(name: str, one: Examination) -> bool:
    value = getattr(one.article.record, name)
    return name in one.article.written or (bool(value) and value != ORDINARY.get(name))


def _heading(name: str) -> str:
    words = term(FIELDS, name)
    return words[:1].upper() + words[1:]


def _value(record: Record, name: str) -> str:
    value = getattr(record, name)
    if name == "kind":
        return term(KINDS, value)
    text = "; ".join(value) if isinstance(value, tuple) else value or ""
    return _short(text) if text else _("unknown")


def _aside(record: Record, name: str) -> str:
    """What is told beside the value of a field."""
    if name == "date" and record.date:
        return f" ({term(DATE_STATUSES, record.date_status)})"
    return f" ({term(KICKERS, record.kicker_type)})" if name == "kicker" and record.kicker_type else ""


def _why(name: str, one: Examination, evidence: Evidence | None) -> Iterator[str]:
    """The sentences that say where a value comes from and what else it might have been."""
    if name in one.article.written:
        line = one.source.front.lines.get(name, 0)
        yield _("A person wrote this on line {line}; it wins.").format(line=line)
        if evidence:
            yield _said_by_text(name, one, _because(evidence.chosen))
    elif evidence:
        yield _("Taken from {why}.").format(why=_because(evidence.chosen))
    for beaten in evidence.beaten if evidence else ():
        told = _("Considered and not taken: “{value}” on {why}.")
        yield told.format(value=_short(beaten.value), why=_because(beaten, evidence.chosen.rule if evidence else ""))


def _said_by_text(name: str, one: Examination, why: str) -> str:
    """What the text says where a person wrote the value."""
    if getattr(one.extraction.found, name) == getattr(one.article.record, name):
        return _("The text says the same on {why}.").format(why=why)
    return _("The text itself says “{value}” on {why}.").format(value=_value(one.extraction.found, name), why=why)


def _because(candidate: Candidate, known: str = "") -> str:
    """The lines that a rule looked at, the rule in words unless it is the one already `known`, and how sure it is."""
    values = {
        "lines": lines_words(candidate.lines) if candidate.lines else _("no line of its own"),
        "rule": term(RULES, candidate.rule),
        "certainty": certainty(candidate.confidence),
    }
    told = _("{lines} ({certainty})") if candidate.rule == known else _("{lines}: {rule} ({certainty})")
    return told.format(**values)


def _short(text: str) -> str:
    text = _visible(" ".join(text.split()))
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


# What is left to a person


def _review(one: Examination) -> Iterator[Line]:
    if one.source.front.written.checked:
        yield ((_("A person has looked this article over."), "green"),)
        return
    reasons = one.article.record.review
    if not reasons:
        yield ((_("Nothing here waits for a person."), "green"),)
        return
    yield ((_("To be looked at by a person:"), "bold"),)
    yield from ((_INDENT, (review_words(reason), "yellow")) for reason in reasons)
