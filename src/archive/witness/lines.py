"""Votes on the lines that repeat in a source: what stands on most of its pages is the page and not the article."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from archive.model.examination import Examination
from archive.model.issue import Issue
from archive.model.record import Discarded
from archive.vietnamese.folding import identity_key

SHORT = 80
"""Characters of the longest line that can belong to the page around an article."""
EDGE = 20
"""How many lines at each end of a text are heard: there the page stands around the article."""
FORMS = ("document", "table", "poem", "not-article")
"""Kinds whose lines repeat by their own form, such as `Nơi nhận:`, or that get no page."""
SAYS_NOTHING = ("printed again", "line of signs only", "not an article", "date that cannot be read")
"""Reasons to leave a line out that have nothing to do with the page around the article."""
PROSE = ("headline", "lead", "paragraph", "list")
"""What is the article's own: a line of it that stands on most pages is none. All else may rightly repeat."""
IN_THE_TEXT = (*PROSE, "heading")
"""What a line is that was not taken for a part of the page."""
LEAST, SHARE = 4, 0.6
"""In how many articles, and in what part of them, a line stands that belongs to the page."""
AGREED = 2
"""In how many articles a line stands in the text before the one that leaves it out is told."""


class ShortLine(Struct, frozen=True, gc=False):
    """A short line, and what became of it."""

    line: int
    """1-based line of the file."""
    text: str
    key: str
    """Its letters: equal for two printings of one label, whatever its figures and signs."""
    became: str
    """A field of `Record`, the kind of a block, or `discarded`; empty when it tells nothing or a person decided."""


class Spot(Struct, frozen=True, gc=False):
    """A short line in its file."""

    file: str
    line: ShortLine

    @property
    def is_kept(self) -> bool:
        """Whether extraction alone gave the line to a field or to the body."""
        return self.line.became not in ("", "discarded")


Heard = tuple[str, Sequence[ShortLine]]
"""A file and its short lines."""


def short_lines(one: Examination) -> tuple[ShortLine, ...] | None:
    """The short lines at both ends of an article, each label once; None when their repeating would say nothing.

    Of a label that stands twice, the line that was kept is heard.
    """
    if one.article.record.kind in FORMS:
        return None
    became = _fates(one)
    filled = [line for line in one.text.lines if line.text]
    edges = filled if len(filled) <= 2 * EDGE else [*filled[:EDGE], *filled[-EDGE:]]
    heard: dict[str, ShortLine] = {}
    for line in edges:
        key = label_letters(line.text) if len(line.text) <= SHORT else ""
        if key and (key not in heard or heard[key].became == "discarded"):
            heard[key] = ShortLine(line.number, line.text, key, became.get(line.number, ""))
    return tuple(heard.values())


def label_letters(text: str) -> str:
    """What two printings of one label have in common: its letters.

    >>> label_letters("• Lượt xem: 1.534")
    'lượt xem'
    """
    return _NO_LETTERS.sub(" ", identity_key(text)).strip()


def line_contradictions(source: str, heard: Sequence[Heard]) -> Iterator[Issue]:
    """The lines of a source that most of its articles have and some keep, and those that one alone leaves out."""
    spots: dict[str, list[Spot]] = defaultdict(list)
    for file, lines in heard:
        for line in lines:
            spots[line.key].append(Spot(file, line))
    for same in spots.values():
        told = _repeated(source, same, len(heard)) or _left_out(source, same)
        if told:
            yield told


# What became of a line


def _fates(one: Examination) -> dict[int, str]:
    """What became of each line, by its number; the date and what a person decided left out."""
    if one.source.front.written.checked:
        return {left.line: "discarded" for left in _telling(one.extraction.found.discarded)}
    silent = {*one.article.written, "date", "body"}
    if one.extraction.found.kicker_type == "section":
        silent.add("kicker")
    owned = {line: owner for line, owner in one.extraction.owners.items() if owner not in silent}
    blocks = {line: block.kind for block in one.extraction.found.body for line in block.lines}
    kept = {line: owner for line, owner in owned.items() if owner != "discarded"}
    return blocks | kept | {left.line: "discarded" for left in _telling(one.extraction.found.discarded)}


def _telling(discarded: Sequence[Discarded]) -> Iterator[Discarded]:
    return (left for left in discarded if left.reason not in SAYS_NOTHING)


# The votes


def _repeated(source: str, same: Sequence[Spot], total: int) -> Issue | None:
    """A line that belongs to the page, kept as something that it cannot be."""
    if len(same) < max(LEAST, SHARE * total):
        return None
    kept = [spot for spot in same if spot.is_kept]
    if 2 * _count(same, "discarded") < len(same):
        kept = [spot for spot in kept if spot.line.became in PROSE] if _is_worded_alike(same, total) else []
    if not kept:
        return None
    values = {
        "text": kept[0].line.text,
        "source": source,
        "count": str(len(same)),
        "total": str(total),
        "taken": f"as-{kept[0].line.became}",
        "kept": str(len(kept)),
    }
    return Issue("line-of-the-page-kept", kept[0].file, kept[0].line.line, values=values)


def _is_worded_alike(same: Sequence[Spot], total: int) -> bool:
    """Whether the line is so frequent word for word: `Bản tin số 12` and `Bản tin số 13` are two headlines."""
    wordings = Counter(identity_key(spot.line.text) for spot in same)
    return wordings.most_common(1)[0][1] >= max(LEAST, SHARE * total)


def _left_out(source: str, same: Sequence[Spot]) -> Issue | None:
    """A line that one article alone leaves out as a part of the page, while it stands in the text of others."""
    if len(same) <= AGREED or _count(same, "discarded") != 1:
        return None
    alone = next(spot for spot in same if spot.line.became == "discarded")
    words = identity_key(alone.line.text)
    kept = [spot for spot in same if spot.line.became in IN_THE_TEXT and identity_key(spot.line.text) == words]
    if len(kept) < AGREED:
        return None
    values = {"text": alone.line.text, "source": source, "count": str(len(kept)), "other": kept[0].file}
    return Issue("line-left-out-alone", alone.file, alone.line.line, values=values)


def _count(same: Sequence[Spot], became: str) -> int:
    return sum(spot.line.became == became for spot in same)


_NO_LETTERS = re.compile(r"[\W\d_]+")
