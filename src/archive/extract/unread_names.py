"""Asks whether headline or lead name a body of a kind that no list knows; a person decides."""

from collections.abc import Iterator

from archive.extract.bodies import REACH, bodies_in
from archive.extract.draft import Draft
from archive.extract.vocabulary import Vocabulary, phrase_at, words_of
from archive.patterns import SMALL, pattern
from archive.vietnamese.names import has_surname

BEFORE = 2
"""Words of the longest level of a place or form of address in front of a name."""
NEAR = 30
"""Characters in which they stand."""


def unread_names(draft: Draft) -> None:
    """Doubts a unit when headline or lead have, above it, words that open with a capital as the kind of a body does and
    go on to a name, and are no body known: `Tổ hợp tác` Miến dong.

    Leaves alone people, places, posts, documents, medals, parts of the unit's own name, and what stands in capitals or
    opens a sentence. A text that names neither unit nor place is doubted for any name of two words.
    """
    if draft.kicker_type == "unit" or not draft.is_one_article:
        return
    for text in _above_unit(draft):
        kind = _unread_kind(text, draft.vocabulary)
        if kind and not any(kind in name for name in draft.unit):
            draft.doubt_once("unit-unread", kind)
            return
        if not (draft.unit or draft.place) and (name := _unread_name(text, draft.vocabulary)):
            draft.doubt_once("unit-missing", name)
            return


def _above_unit(draft: Draft) -> Iterator[str]:
    """Headline and lead up to where the first of them has a unit, those in capitals left out."""
    for text in (draft.headline or "", draft.lead or ""):
        found = [at for name in draft.unit if (at := text.find(name[1:])) >= 0]
        if not text.isupper():
            yield text[: min(found, default=REACH)]
        if found:
            return


def _unread_kind(text: str, vocabulary: Vocabulary) -> str:
    """The first words of a text that may be the kind of a body and are in no known one; empty when there are none."""
    for match in _KIND_AND_NAME.finditer(text):
        kind = match["kind"]
        keys = words_of(kind)
        small = (at for at, word in enumerate(kind.split()) if word[0].islower())
        if _may_open(kind, keys, vocabulary) and not (
            any(vocabulary.is_verb(keys, at) for at in small)
            or _names_place_or_person(text[: match.start()], vocabulary)
            or _in_body(text, match.start(), vocabulary)
        ):
            return kind
    return ""


def _unread_name(text: str, vocabulary: Vocabulary) -> str:
    """The first name of two words in a text that is neither a person's nor everybody's; empty when there is none."""
    names = (match[0] for match in _NAME.finditer(text))
    return next((name for name in names if _may_open(name, words_of(name), vocabulary)), "")


def _may_open(words: str, keys: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether words with a capital may be a kind of body: they are no person, post, document or paper."""
    tables = (vocabulary.posts, vocabulary.addresses, vocabulary.not_names, vocabulary.orders, vocabulary.media)
    if any(phrase_at(table, keys) for table in (*tables, vocabulary.capitals)):
        return False
    level = phrase_at(vocabulary.places, keys)
    person = words.split()[1].istitle() and has_surname(words, vocabulary.surnames)
    return (level is None or level.section == "cấp chi bộ") and not person


def _names_place_or_person(before: str, vocabulary: Vocabulary) -> bool:
    """Whether the last words of a text are the level of a place or a form of address, or the first part of a name."""
    near = before[-NEAR:]
    keys = words_of(near)[-BEFORE:]
    if near.split()[-1][0].isupper():
        return True
    for at in range(len(keys)):
        level = phrase_at(vocabulary.places, keys, at)
        if phrase_at(vocabulary.addresses, keys, at) or (level and at + len(level.words) == len(keys)):
            return True
    return False


def _in_body(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether what begins there belongs to the name of a known body."""
    place = len(text[:start].split())
    return any(body.place <= place < body.place + body.size for body in bodies_in(text, vocabulary))


_CAPITAL = rf"[^\W\d_{SMALL}]"
_GOES_ON = rf"(?<=[{SMALL}\d,]\s)"
"""Where words go on in the midst of a sentence, so that a capital shows a name."""
_TITLED = rf"{_CAPITAL}[{SMALL}]+"
_KIND_AND_NAME = pattern(
    rf"{_GOES_ON}(?P<kind>{_TITLED}(?:\s{_TITLED})?(?:\s[{SMALL}]+){{1,4}})(?<!\ssố),?\s(?={_CAPITAL}|\d)"
)
_NAME = pattern(rf"{_GOES_ON}{_TITLED}(?:\s{_TITLED})+")
