"""Asks whether the name of the unit is whole, and whether another body was not read; a person decides."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from archive.extract.agreement import told_in_body
from archive.extract.bodies import LEVELS, Body, Words, bodies_in, body_at, cut, ends_phrase, level_from
from archive.extract.draft import Draft
from archive.extract.vocabulary import REMEMBERED, SIGNS, Vocabulary, holds_any, phrase_at, words_of
from archive.patterns import SMALL, pattern
from archive.vietnamese.folding import identity_key
from archive.vietnamese.names import has_surname

IN_TEXT = ("lead", "body", "caption")
"""Owners of lines below the headline."""
TWO_WORDS = 24
"""Characters in which two words stand."""
PROPER = 2
"""Words of the proper name that ends the name of a body, as a rule."""
BEGINNING = 300
"""Characters of a paragraph in which it tells of the body that it is about."""
FIRST = 3
"""Paragraphs of which one does."""
LONGEST_KIND = 4
"""Most words of a kind of office or post."""
LONGEST_RUN = 6
"""Most words in front of the level of a place that may be a body's kind."""
NAMED_BY_PLACE = ("cấp xã", "cấp huyện", "cấp tỉnh")
"""Sections of bodies behind whose kind the name of a place stands, which may be one word."""
FEWEST_CAPITALS = 2
"""Capitals among them that show a name: people and things have one at most."""


def cut_names(draft: Draft) -> None:
    """Doubts a unit whose name goes on in small letters wherever the article has it, and never with what it does, or
    behind a comma with the same words each time: `Trung tâm Nuôi dưỡng`, chăm sóc ….

    Leaves alone the unit that has a line of its own over the headline, and so ends there, and its place.
    """
    unit = _unlined_unit(draft)
    if not unit or draft.kind in ("document", "not-article"):
        return
    behind = [words for text in _telling(draft) for words in _behind(unit, text)]
    behind += _behind(unit.upper(), draft.headline or "")
    if behind and all(words and not draft.vocabulary.is_verb(words, 0) for words in behind):
        draft.doubt_once("unit-cut", _going_on(unit, behind))
    able = len(behind) > 1 and not any(behind)
    listed = [words for text in _telling(draft) for words in _behind(f"{unit},", text)] if able else []
    alike = len({*listed}) == 1 and len(listed) == len(behind)
    if alike and listed[0] and not draft.vocabulary.may_name(listed[0]):
        draft.doubt_once("unit-cut", _going_on(f"{unit},", listed))


def halved_kickers(draft: Draft) -> None:
    """Doubts a unit from a line of its own that has what no name has, for it may be a headline or half of one: a colon,
    a quotation, at the end a word that something follows or what a body does, `ĐẢNG ỦY XÃ HẠ MẪU GẶP`; and when the
    text lacks the name, what a body does anywhere.

    Leaves alone a last word that has a capital there or in the text, as in a name of a place: `Đồng Giao`.
    """
    name = draft.unit[0] if draft.unit and draft.kicker_type == "unit" else ""
    keys = words_of(name)
    odd = holds_any(name, ':"“') or _ends_open(keys, draft.vocabulary)
    if not (odd or _tells_deed(keys, draft.vocabulary)):
        return
    end, printed = " ".join(name.split()[-PROPER:]), (draft.kicker or "", *_telling(draft))
    whole = end.rsplit(" ", 1)[-1][0].isupper() and any(end in text for text in printed)
    if not whole and (odd or not any(name in text for text in printed)):
        draft.doubt_once("unit-weak", name)


def _ends_open(keys: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether words end with one that something follows, or with what a body does."""
    linked = bool(keys) and keys[-1] in vocabulary.links
    return linked or ends_phrase(vocabulary.deeds, keys, len(keys), LONGEST_KIND)


def _tells_deed(keys: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether words behind the kind of a body say what it does."""
    deeds = vocabulary.deeds
    return any(key in deeds and phrase_at(deeds, keys, at) for at, key in enumerate(keys) if at >= PROPER)


def broken_names(draft: Draft) -> None:
    """Doubts a unit whose name ends with an open line that the next may go on: `… ở Chi bộ thôn Hạ` over `Mẫu …`."""
    unit = draft.unit[0] if draft.unit else ""
    for upper, lower in pairwise(draft.pieces) if unit else ():
        in_text = upper.owner in IN_TEXT and lower.owner in IN_TEXT and not lower.gap
        if in_text and upper.text.endswith(unit[1:]) and lower.text[0].isupper():
            draft.doubt_once("unit-cut", f"{unit} {lower.text.split(maxsplit=1)[0]} …")


def _going_on(name: str, behind: list[tuple[str, ...]]) -> str:
    """The name with the first word behind it, for a person to see how it goes on."""
    return f"{name} {behind[0][0]} …"


def _telling(draft: Draft) -> tuple[str, ...]:
    """What lead, body and headline say."""
    return (*told_in_body(draft).passages, draft.headline or "")


def _unlined_unit(draft: Draft) -> str:
    """The unit, unless it has a line of its own over the headline; empty when there is none."""
    return draft.unit[0] if draft.unit and draft.kicker_type != "unit" else ""


def _behind(name: str, text: str) -> Iterator[tuple[str, ...]]:
    """The two words behind each place at which the text has the name; none where a sign or a capital ends it."""
    without_capital = name[1:]
    at = text.find(without_capital)
    while at >= 0:
        end = at + len(without_capital)
        rest = text[end : end + TWO_WORDS]
        if not rest[:1].isalnum():
            yield words_of(rest)[:2] if rest[:1] == " " and rest[1:2].islower() else ()
        at = text.find(without_capital, end)


def paired_names(draft: Draft) -> None:
    """Doubts a unit behind whose name a dash joins another: `Chi bộ ghép Pù Toong - Huồi Mới`.

    Leaves alone what opens with another body or place, and the name of a person.
    """
    unit = draft.unit[0] if draft.unit else ""
    for text in _telling(draft) if unit else ():
        at = text.find(unit)
        joined = _JOINED_NAME.match(text, at + len(unit)) if at >= 0 else None
        if joined and not (
            has_surname(joined["name"], draft.vocabulary.surnames) or _opens_body(joined["name"], draft)
        ):
            draft.doubt_once("unit-cut", f"{unit}{joined[0]}")
            return


def _opens_body(text: str, draft: Draft) -> bool:
    words = words_of(text)
    return any(phrase_at(table, words) for table in (draft.vocabulary.bodies, draft.vocabulary.places))


def lent_places(draft: Draft) -> None:
    """Doubts a unit to which the body beside it lent its place, and that a text names otherwise: `Chi bộ Đồn Biên
    phòng` Cửa Lác. Leaves alone names that stand in the text whole."""
    for name in draft.unit if len(draft.unit) > 1 else ():
        stem = _before_place(name, draft.vocabulary)
        texts = _telling(draft) if stem else ()
        if not any(name in text for text in texts) and any(_has_own_name(stem, text) for text in texts):
            draft.doubt_once("unit-weak", name)


def _before_place(name: str, vocabulary: Vocabulary) -> str:
    """What stands in front of the place of a body that has a trade or an office too; empty when it has none."""
    words = cut(name)
    head = phrase_at(vocabulary.bodies, words.keys)
    start = len(head.words) if head else 1
    level = level_from(words, start, vocabulary)
    return " ".join(words.printed[:level]) if start < level < len(words.keys) else ""


def _has_own_name(stem: str, text: str) -> bool:
    """Whether in a text a word with a capital follows the beginning of a name."""
    at = text.find(stem)
    while at >= 0:
        behind = text[at + len(stem) : at + len(stem) + 2]
        if behind[:1] == " " and behind[1:].isupper():
            return True
        at = text.find(stem, at + 1)
    return False


def begun_names(draft: Draft) -> None:
    """Doubts a unit in front of whose name words with a capital stand wherever the article has it, for they may begin
    it: `Liên` chi hội, `Đoàn cơ sở` Sở ….

    Leaves alone posts, verbs and links, and what opens a sentence unless it stands there twice or a kind of body begins
    so.
    """
    unit = _unlined_unit(draft)
    if not unit or draft.kind in ("document", "not-article"):
        return
    found: list[tuple[str, bool]] = []
    for text in _telling(draft):
        for front, opens in _fronts(unit, text, draft.vocabulary):
            if not front or (found and front.lower() != found[0][0].lower()):
                return
            found.append((front, opens))
    if len(found) > 1 or (found and (not found[0][1] or words_of(found[0][0])[0] in draft.vocabulary.bodies)):
        draft.doubt_once("unit-cut", f"{found[0][0]} {unit}")


def _fronts(name: str, text: str, vocabulary: Vocabulary) -> Iterator[tuple[str, bool]]:
    """The words in front of each place at which the text has the name that may belong to it, empty where none may, and
    whether they open a sentence."""
    at = text.find(name[1:])
    while at > 0:
        if text[at - 1].lower() == name[0].lower():
            before = text[: at - 1].rstrip()
            front = "" if _is_seat(name, text, vocabulary) else _front(before, vocabulary)
            yield front, before.removesuffix(front).rstrip()[-1:] in _OPENS_SENTENCE
        at = text.find(name[1:], at + 1)


def _is_seat(name: str, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a body in the text is known whose name ends with this one: `Ban Thường vụ` Huyện ủy Hạ Mẫu."""
    return any(body.text.endswith(f" {name}") for body in bodies_in(text, vocabulary))


def _front(before: str, vocabulary: Vocabulary) -> str:
    words = before[-3 * TWO_WORDS :].split()[-LONGEST_KIND:]
    if not words or words[-1][-1] in SIGNS or words[-1] in vocabulary.links:
        return ""
    keys = words_of(" ".join(words))
    for size in (1, 2):
        front = words[-size:]
        if len(front) < size or front[0][-1] in SIGNS or (size == 1 and vocabulary.is_verb(keys, len(keys) - 1)):
            return ""
        if front[0][0].isupper():
            tables = (vocabulary.posts, vocabulary.deeds)
            known = any(ends_phrase(table, keys, len(keys), LONGEST_KIND) for table in tables)
            return "" if known else " ".join(front)
    return ""


def halved_names(draft: Draft) -> None:
    """Doubts a unit whose name ends in one word with a capital behind the small word that ends a kind of office, where
    a small word always follows: `Văn phòng Đăng` ký đất đai. Leaves alone `Trường Trung học Chợ Mẫu`."""
    unit = _unlined_unit(draft)
    words = cut(unit)
    last = len(words.keys) - 1
    if last < 1 or not (words.bare[last].isalpha() and words.bare[last].istitle()):
        return
    tables = (draft.vocabulary.inner, draft.vocabulary.agencies, draft.vocabulary.bodies)
    head = phrase_at(draft.vocabulary.bodies, words.keys)
    office = (head is None or head.section not in NAMED_BY_PLACE) and not words.bare[last - 1].istitle()
    if office and any(ends_phrase(table, words.keys, last, LONGEST_KIND) for table in tables):
        behind = [after for text in _telling(draft) for after in _behind(unit, text)]
        if behind and all(behind):
            draft.doubt_once("unit-cut", _going_on(unit, behind))


def units_elsewhere(draft: Draft) -> None:
    """Doubts a unit that is not of the place in front of the headline's colon, where the lead names a body of that."""
    place, colon, _ = (draft.headline or "").partition(":")
    if not (colon and draft.unit) or any(place in name for name in draft.unit):
        return
    of_place = (body for body in bodies_in(draft.lead or "", draft.vocabulary) if body.text.endswith(place))
    if body := next(of_place, None):
        draft.doubt_once("unit-elsewhere", body.text)


def owner_of_page(draft: Draft) -> None:
    """Doubts a unit over the headline, of a district or above, of the State or an agency, of which neither headline nor
    the text tells where they begin: the page's own name may stand there. Leaves alone a line below the date, where no
    page has its name."""
    if draft.kicker_type != "unit" or not (draft.unit and draft.is_one_article):
        return
    if draft.place_of("date", len(draft.pieces)) < draft.place_of("kicker", 0):
        return
    owner = _able_owner(draft.unit[0], draft.vocabulary)
    texts = (draft.headline or "", *(text[:BEGINNING] for text in told_in_body(draft).passages[:FIRST]))
    if owner and not any(_is_told_of(owner, text, draft.vocabulary) for text in texts):
        draft.doubt_once("unit-of-page", owner.text)


@lru_cache(maxsize=REMEMBERED)
def _able_owner(name: str, vocabulary: Vocabulary) -> Body | None:
    """The body with the name when a page may be its own; one source prints it over each article."""
    words = cut(name)
    body = body_at(words, 0, vocabulary)
    of_state = " ".join(words.keys).startswith(vocabulary.government)
    able = body is not None and (body.level >= LEVELS["cấp huyện"] or body.agency or of_state)
    return body if able else None


def _is_told_of(owner: Body, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text has the proper name of a body otherwise than within the name of a lower one, or as the place of
    something in front: `xã Hòa Thử, huyện Tân Ví`."""
    words, proper = cut(text), cut(owner.text).keys[-PROPER:]
    places = [at for at in range(len(words.keys)) if words.keys[at : at + len(proper)] == proper]
    lower = [body for body in bodies_in(text, vocabulary) if body.level < owner.level] if places else []
    for at in places:
        start = at - len(vocabulary.level_at_end(words.keys[:at]))
        within = any(body.place <= at < body.place + body.size for body in lower)
        if not (within or words.printed[start][0] == "(" or (start and words.printed[start - 1][-1] in ",-–")):
            return True
    return False


def unread_bodies(draft: Draft) -> None:
    """Doubts a unit below which headline or lead name something else in capitals at a place, whose kind no list knows:
    `Hội Quán nông dân xã Hòa Thử`.

    Leaves alone people, and what a known body's name holds.
    """
    if draft.kicker_type == "unit" or not draft.is_one_article:
        return
    for text in (draft.headline or "", draft.lead or ""):
        if text.isupper() or not text:
            continue
        if run := _unread_body(text, draft):
            draft.doubt_once("unit-unread", run)
            return
        if any(name in text for name in draft.unit):
            return


def _unread_body(text: str, draft: Draft) -> str:
    """The first words of a text that may name a body at a place and are in no known one; empty when there are none."""
    words, places = cut(text), draft.vocabulary.places
    for level, key in enumerate(words.keys):
        if key not in places or not words.printed[level][0].islower():
            continue
        start = _run_before(level, words, draft.vocabulary)
        if start and words.keys[start - 1] in places:
            continue
        if _may_be_kind(words.bare[start:level], draft.vocabulary) and phrase_at(places, words.keys, level):
            bodies = bodies_in(text, draft.vocabulary)
            if all(body.place > level or body.place + body.size <= start for body in bodies):
                return " ".join(words.bare[start:level])
    return ""


def _run_before(level: int, words: Words, vocabulary: Vocabulary) -> int:
    """Where the words in front of a level begin that no sign, verb or other level parts, from the first capital on."""
    start = level
    while start > max(0, level - LONGEST_RUN) and words.printed[start - 1][-1] not in SIGNS:
        small = words.printed[start - 1][0].islower()
        if words.keys[start - 1] in vocabulary.places or (small and vocabulary.is_verb(words.keys, start - 1)):
            break
        start -= 1
    return next((at for at in range(start, level) if words.bare[at][:1].isupper()), level)


def _may_be_kind(run: list[str], vocabulary: Vocabulary) -> bool:
    """Whether words have capitals as the kind of a body has, and are no person and no post: `Hội Quán nông dân`."""
    if sum(word[:1].isupper() for word in run) < FEWEST_CAPITALS or not run[-1][0].islower():
        return False
    line = " ".join(run)
    if identity_key(line).startswith(vocabulary.members):
        return False
    return not (has_surname(line, vocabulary.surnames) or phrase_at(vocabulary.posts, words_of(line)))


_JOINED_NAME = pattern(rf"\s[-–]\s(?P<name>[^\W\d_{SMALL}][^\W\d_]*\s[^\W\d_]+)(?=[\s.,;:!?)\"”]|$)")
_OPENS_SENTENCE = ("", ".", "!", "?", ":", '"', "“")
"""What stands in front of the first word of a sentence."""
