"""Names the bodies that the article is about: from kicker, headline, first paragraph, body, in that order."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice, pairwise, takewhile

from msgspec import Struct
from msgspec.structs import replace

from archive.extract.bodies import CELLS, LEVELS, REACH, UNKNOWN, Body, Words, all_names, bodies_in, body_at, cut
from archive.extract.draft import Draft, Piece
from archive.extract.shape import has_digit, is_closed
from archive.extract.vocabulary import REMEMBERED, SIGNS, Phrases, Vocabulary, phrase_at, words_of
from archive.model.extraction import Candidate
from archive.patterns import pattern
from archive.vietnamese.casing import restore_case
from archive.vietnamese.folding import identity_key
from archive.vietnamese.numerals import NUMERALS

NAMING = ("headline", "lead", "body", "caption")
"""Parts of an article that name bodies."""
IN_PASSING = ("body", "caption")
"""Parts of an article that name bodies beside the one that it is about."""
BODY_PIECES = 40
"""How many pieces of the body are read when kicker, headline and lead name nobody."""
SEATS = frozenset(("phòng", "khoa", "đội", "tổ"))
"""First words of the parts of an office in which a body sits, beside those that are bodies themselves."""
MOST_CAPITALS = 10
"""Capitals in the name of a body at most, after common words got their small letters back."""
WEAKER = 0.16
"""How much less sure a unit is that is only an agency, a post, an author of orders, or has no name."""
LIKELIER = 0.06
"""How much surer a unit is that the text names again, or that is the only one it names."""
SURE = 0.7
SECTION_WORDS = 7
"""Words of the longest name of a section."""
TOGETHER = "phối hợp"
"""Words in front of a body that helps the one that the article is about."""
KIND_OF_LEVEL = 2
"""Words of a kind of body that tells the level of its place: `huyện ủy`, `thành đoàn`."""
LINKS = frozenset(("của", "ở", "thuộc"))
"""Words that tie a body to its place."""
SENT_WITHIN = 4
"""Pieces at the top of a post among which stands when it was sent."""
LONGEST_REST = 4
"""Most words that a name is known to go on with."""


class Zone(Struct, frozen=True):
    """A part of the article and the bodies that it names."""

    name: str
    piece: Piece
    bodies: Sequence[Body]
    confidence: float


def is_only_body(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a short line is the name of a body and nothing else: `ĐẢNG BỘ PHƯỜNG MINH HÒA`, `Các chi bộ ở …`."""
    text = _name_on(text)
    return bool(text) and len(text) <= 110 and text[-1] not in ".:?!," and _names_body(text, vocabulary)


@lru_cache(maxsize=REMEMBERED)
def _names_body(text: str, vocabulary: Vocabulary) -> bool:
    keys = words_of(text)
    several = keys[0] in ("các", "những", "hai", "ba") and phrase_at(vocabulary.bodies, keys) is None
    start = int(several)
    head = phrase_at(vocabulary.bodies, keys, start)
    if head is None:
        return False
    words = cut(text if not text.isupper() else _guess_case(text, vocabulary))
    body = body_at(words.behind(start), 0, vocabulary)
    if body is None:
        return False
    end = start + body.size
    if text.isupper() and _tells(words.keys, start + len(head.words), vocabulary):
        return False
    if text.isupper() and sum(word[:1].isupper() for word in words.bare) > MOST_CAPITALS:
        return False
    if end >= len(words.keys):
        return body.named or start == 1 or len(words.keys) > len(head.words)
    return all_names(words, end, vocabulary) and any(word[:1].isupper() for word in words.bare[end:])


def _name_on(line: str) -> str:
    """What a line over a headline names, without the colon or the place in brackets behind it and the word for where in
    front: `Ở CHI BỘ …`, `Chi bộ … (Tân Ví)`."""
    name = line.removesuffix(":").rstrip()
    return _WHERE.sub("", _IN_PLACE.sub("", name) if name[-1:] == ")" else name)


def may_be_body(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line in capitals would be the name of a body if what may be a verb in it belonged to the name."""
    return text.isupper() and is_only_body(_guess_case(text, vocabulary), vocabulary)


def _tells(keys: Sequence[str], start: int, vocabulary: Vocabulary) -> bool:
    """Whether a verb stands among the words from `start` on: `XÃ HÒA THỬ LÀM ĐƯỜNG`.

    The last word of several behind the level of a place is a part of the name: `KHU VỰC MẦM ĐO`.
    """
    for place in range(start, len(keys)):
        verb = phrase_at(vocabulary.shows, keys, place)
        if verb is None:
            continue
        is_last = place + len(verb.words) == len(keys)
        if not is_last or place == start or vocabulary.level_at_end(keys[start:place]):
            return True
    return False


def unit(draft: Draft) -> None:
    """Finds the lowest named body that the article is about, and all of them where several share a headline.

    Leaves alone the site's owner, the office of a byline, a speaker's post, and bodies that only direct, as long as
    another body is named. A mere place goes to `place`. When nobody is named there is no unit.
    """
    if draft.unit:
        return
    if draft.kicker and draft.kicker_type == "unit":
        if not _is_publisher(draft):
            _from_kicker(draft)
            _settle_lower_kickers(draft)
            _discard_sender(draft)
            return
        _discard_kicker(draft)
        _settle_lower_kickers(draft)
    head = [zone for zone in _head_zones(draft) if zone.bodies]
    chosen_in = ((zone, _choose(zone, head, draft.vocabulary)) for zone in chain(head, _text_zones(draft)))
    found = _likeliest(draft, [*_until_sure(chosen_in, draft.vocabulary)])
    if found:
        _settle(draft, *found, head)
    elif not (_in_capitals(draft) or _told_by_kind(draft, head)):
        _place_only(draft)


def _in_capitals(draft: Draft) -> bool:
    """Whether a headline in capitals names a body that the text never has; where its name ends is a guess."""
    piece = next((piece for piece in draft.pieces if piece.owner == "headline" and piece.text.isupper()), None)
    bodies = bodies_in(_guess_case(piece.text, draft.vocabulary), draft.vocabulary) if piece else []
    body = next((body for body in bodies if body.named and not body.post), None)
    if piece is None or body is None:
        return False
    _guess(draft, Zone("headline", piece, bodies, WEAKER), body)
    return True


def _told_by_kind(draft: Draft, zones: list[Zone]) -> bool:
    """Whether headline or lead have a cell that only its kind tells, `Chi bộ Sinh viên`; only the page says where."""
    for zone in zones:
        for body in zone.bodies:
            if _may_be_subject(body) and body.level == LEVELS[CELLS] and not body.bare:
                _guess(draft, zone, body)
                return True
    return False


def _guess(draft: Draft, zone: Zone, body: Body) -> None:
    """Takes a body whose name may be another or not be whole, and doubts it."""
    draft.unit = (body.text,)
    draft.note("unit", body.text, f"unit_from_{zone.name}", [zone.piece], WEAKER)
    draft.doubt("unit-weak", body.text)


def _until_sure(found: Iterable[tuple[Zone, list[Body]]], vocabulary: Vocabulary) -> Iterator[tuple[Zone, list[Body]]]:
    """The parts that name a body, up to the first with one that is no office, or a headline with any but a paper."""
    for zone, chosen in found:
        if chosen:
            yield zone, chosen
            if zone.name == "headline" and not vocabulary.names_medium(chosen[0].text):
                return
            if not chosen[0].agency:
                return


def _likeliest(draft: Draft, found: list[tuple[Zone, list[Body]]]) -> tuple[Zone, list[Body]] | None:
    """The first part that names a body; the last when all before it name an office in which that body sits, or one that
    only passes by, named no oftener."""
    if len(found) < 2 or found[-1][1][0].agency:
        return found[0] if found else None
    wanted = identity_key(found[-1][1][0].text)
    offices = [(zone, identity_key(chosen[0].text)) for zone, chosen in found[:-1]]
    texts = [identity_key(piece.text) for piece in draft.pieces if piece.owner in IN_PASSING][:BODY_PIECES]
    often = sum(text.count(wanted) for text in texts)
    for zone, office in offices:
        passes = zone.name in IN_PASSING or draft.vocabulary.names_medium(office)
        oftener = sum(text.count(office) for text in texts) > often
        if not wanted.endswith(" " + office) and (oftener or not passes):
            return found[0]
    return found[-1]


def _from_kicker(draft: Draft) -> None:
    piece = _kickers(draft)[0]
    name = restored(draft, _name_on(draft.kicker or ""))
    draft.unit = (name,)
    draft.note("unit", name, "unit_from_kicker", [piece], 0.97)
    if _goes_on_unlike(draft, name):
        draft.doubt("unit-weak", name)


def _discard_sender(draft: Draft) -> None:
    """Discards the name of who sent a post, on the first line kept over the moment as networks write it; the unit it
    stays, but is no line of the article's."""
    kept = [piece for piece in draft.pieces[: SENT_WITHIN + 1] if piece.owner != "discarded"]
    first, moment = next(pairwise(kept), (draft.pieces[0], draft.pieces[0]))
    if first.owner == "kicker" and moment.owner == "date" and _SENT.match(moment.text):
        draft.discard(first, "page widget")
        draft.kicker = draft.kicker_type = None
        draft.evidence.pop("kicker", None)


def _goes_on_unlike(draft: Draft, name: str) -> bool:
    """Whether the text never has the name of the kicker, but a body of which that begins with the whole name."""
    texts = _naming_texts(draft)
    kind, first = _kind_and_name(name, draft.vocabulary)
    near = [text for text in texts if first in text]
    if any(name in text for text in near):
        return False
    wanted = identity_key(name)
    telling = (text for text in near if kind in identity_key(text))
    named = (body for text in telling for body in bodies_in(text, draft.vocabulary) if body.named)
    begun = any(wanted.startswith(identity_key(body.text) + " ") for body in named)
    return begun and not any(wanted in identity_key(text) for text in texts)


def _naming_texts(draft: Draft) -> list[str]:
    """The texts in which an article may name its unit in full."""
    return [piece.text for piece in draft.pieces if piece.owner in NAMING][:BODY_PIECES]


@lru_cache(maxsize=REMEMBERED)
def _kind_and_name(name: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The key of what a body is, and the first proper name or number behind: what is named so in part has both."""
    body = body_at(cut(name), 0, vocabulary)
    words, size = name.split(), body.head if body else 0
    return identity_key(" ".join(words[:size])), next((word for word in words[size:] if not word[0].islower()), name)


def _is_publisher(draft: Draft) -> bool:
    """Whether the body over the headline only publishes: it is a station and the text names a body of another kind, or
    the headline names another, within it or unlike the text."""
    if draft.vocabulary.names_medium(draft.kicker or ""):
        zones = chain(_head_zones(draft), _text_zones(draft))
        return any(body.named and not body.agency for zone in zones for body in zone.bodies)
    if _is_small(draft.headline or ""):
        return False
    wanted = identity_key(draft.kicker or "")
    named = [body for zone in _headline_zone(draft) for body in zone.bodies if body.named and not body.post]
    if any(wanted in identity_key(body.text)[1:] for body in named):
        return True
    if any(wanted.startswith(identity_key(body.text)) for body in named):
        return False
    texts = (piece.text for piece in draft.pieces if piece.owner in NAMING)
    return bool(named) and not any(wanted in identity_key(text) for text in texts)


def _is_small(text: str) -> bool:
    """Whether a text has neither a capital behind its first letter nor a number, so that no body in it has a name."""
    return text[1:].islower() and not has_digit(text)


def _discard_kicker(draft: Draft) -> None:
    """Discards the line of who publishes; the section below it, known by its words, is the kicker then."""
    upper, *lower = _kickers(draft)
    draft.discard(upper, "site menu")
    draft.review = [reason for reason in draft.review if reason != f"unit-weak:{upper.text}"]
    draft.kicker = draft.kicker_type = None
    before = draft.evidence.pop("kicker").beaten
    section = [piece for piece in lower if piece.text.count(" ") < SECTION_WORDS]
    if section and before and before[0].value == section[0].text and before[0].confidence >= SURE:
        draft.kicker, draft.kicker_type = section[0].text, "section"
        draft.note("kicker", section[0].text, before[0].rule, section[:1], before[0].confidence)


def _settle_lower_kickers(draft: Draft) -> None:
    """Discards short lines between the kicker and the headline; a longer one stays as a heading."""
    for piece in (piece for piece in _kickers(draft) if piece.text != draft.kicker):
        if piece.text.count(" ") < SECTION_WORDS:
            draft.discard(piece, "site menu")
        else:
            piece.owner, piece.kind = "body", "heading"


def _kickers(draft: Draft) -> list[Piece]:
    """The lines over the headline that may be its kicker; the unit stands over a section."""
    return [piece for piece in draft.pieces if piece.owner == "kicker"]


# Where bodies are looked for


def _head_zones(draft: Draft) -> Iterator[Zone]:
    """What stands above the body, from the surest part to the weakest."""
    if draft.kicker_type == "speaker":
        yield from _zone(draft, "kicker", "kicker", 0.8)
    yield from _headline_zone(draft)
    yield from _zone(draft, "lead", "lead", 0.85)


def _headline_zone(draft: Draft) -> Iterator[Zone]:
    return _zone(draft, "headline", "headline", 0.93)


def _text_zones(draft: Draft) -> Iterator[Zone]:
    """The body and the captions; each paragraph is read only when none above it named a body.

    Leaves alone open lines that were left above the lead, such as offices below their authors.
    """
    top = draft.place_of("lead", 0)
    above = (piece for piece in draft.pieces[:top] if not (piece.kind == "heading" and not is_closed(piece.text)))
    body = (piece for piece in chain(above, draft.pieces[top:]) if piece.owner == "body")
    told = (piece for piece in body if piece.kind not in ("note", "table"))
    captions = (piece for piece in draft.pieces if piece.owner == "caption")
    for piece in islice(told, BODY_PIECES):
        yield Zone("body", piece, bodies_in(piece.text, draft.vocabulary), 0.66)
    for piece in islice(captions, BODY_PIECES):
        yield Zone("caption", piece, bodies_in(piece.text, draft.vocabulary), 0.5)


def _zone(draft: Draft, name: str, owner: str, confidence: float) -> Iterator[Zone]:
    for piece in draft.pieces:
        if piece.owner == owner:
            capitals = piece.text.isupper()
            text = _guess_case(piece.text, draft.vocabulary) if capitals else piece.text
            bodies = bodies_in(text, draft.vocabulary)
            yield Zone(name, piece, _as_written(draft, text, bodies) if capitals else bodies, confidence)


def _as_written(draft: Draft, text: str, bodies: Sequence[Body]) -> list[Body]:
    """Bodies read from capitals, each as the text writes it in small letters: cut or completed to that."""
    passages = [piece.text for piece in draft.pieces if piece.owner in ("lead", "body", "caption")]
    passages = [passage for passage in passages[:BODY_PIECES] if not passage.isupper()]
    written = [_without_short_name(body) for passage in passages for body in bodies_in(passage, draft.vocabulary)]
    written += [inner for body in written for inner in _seats(body.text, draft.vocabulary)]
    keys = cut(text).keys
    return [known for body in bodies if (known := _known_as(body, keys, written))]


def _seats(name: str, vocabulary: Vocabulary) -> Iterator[Body]:
    """The bodies with whose names that of a body ends: `Trung đoàn 812` of `Đảng bộ Trung đoàn 812`."""
    words = cut(name)
    for place in range(1, len(words.keys)):
        seat = body_at(words, place, vocabulary) if words.keys[place] in vocabulary.bodies else None
        if seat and seat.named and place + seat.size == len(words.keys):
            yield seat


def _without_short_name(body: Body) -> Body:
    """A body without the abbreviation in brackets that a text has inside its name, and a headline has not."""
    return replace(body, text=_SHORT_NAME.sub("", body.text)) if "(" in body.text else body


_SHORT_NAME = pattern(r"\s\([^()]*\)(?=\s)")


def _known_as(body: Body, keys: Sequence[str], written: list[Body]) -> Body | None:
    """A body read from capitals as the text writes it, else with its seat as the text writes that."""
    same = _longest_at(body.place, keys, written)
    seat = _longest_at(body.place + body.head, keys, written)
    if seat and seat.named and not (same and same.named):
        kind = " ".join(body.text.split()[: body.head])
        return replace(body, text=f"{kind} {seat.text}", size=body.head + seat.size, named=True)
    return replace(same, place=body.place, post=body.post, directs=body.directs) if same else None


def _longest_at(place: int, keys: Sequence[str], written: list[Body]) -> Body | None:
    """The longest of some bodies with whose name the words go on from the place."""
    goes_on = " ".join(keys[place:]) + " "
    same = [other for other in written if goes_on.startswith(identity_key(other.text) + " ")]
    return max(same, key=lambda other: (other.size, other.named), default=None)


def _guess_case(text: str, vocabulary: Vocabulary) -> str:
    """A text in capitals as it would stand in a sentence, as far as bodies are looked for in it."""
    return restore_case(text[:REACH], (), (), vocabulary.casing)


# Choosing


def _choose(zone: Zone, zones: list[Zone], vocabulary: Vocabulary) -> list[Body]:
    """The bodies of the zone that the article is about, the lowest first; none when the zone only mentions some."""
    able = [body for body in zone.bodies if body.named and body.level < 5]
    if not able:
        return _completed(zone, zones, vocabulary)
    plain = [body for body in able if not (body.post or body.directs)] or able
    if all(body.agency for body in plain) and (seated := _told_by_seat(zone, vocabulary)):
        return seated
    party = [body for body in plain if not body.agency] or plain
    lowest = min(body.level for body in party)
    first = _in_full(next(body for body in party if body.level == lowest), zone, zones)
    if zone.name == "headline" and (whole := _whole_of(first, zone, zones, vocabulary)):
        return [whole]
    chosen = [first]
    for body in party:
        along = identity_key(body.text).startswith(vocabulary.government)
        beside = _coordinate(chosen[-1], body) and not _is_bracketed(zone, body)
        if body.level == lowest and body is not first and not along and beside:
            chosen.append(body)
    return chosen


def _in_full(body: Body, zone: Zone, zones: list[Zone]) -> Body:
    """The body with the end of its name, when it goes on here as another passage names it: `Chi bộ Khoa Cấp` cứu."""
    goes_on = " ".join(cut(zone.piece.text).keys[body.place :]) + " "
    longer = [
        other
        for later in zones
        for other in later.bodies
        if other.size > body.size and goes_on.startswith(identity_key(other.text) + " ")
    ]
    return replace(max(longer, key=lambda other: other.size), place=body.place, post=body.post) if longer else body


def _whole_of(body: Body, zone: Zone, zones: list[Zone], vocabulary: Vocabulary) -> Body | None:
    """The body of which the headline only names the seat: `Tuổi trẻ Công an tỉnh …` is its Đoàn Thanh niên."""
    before = identity_key(" ".join(zone.piece.text.split()[max(0, body.place - 2) : body.place]))
    if not before.endswith(vocabulary.members):
        return None
    ending = identity_key(" " + body.text)
    others = [other for later in zones if later is not zone for other in later.bodies if not other.post]
    return next((other for other in others if identity_key(other.text).endswith(ending)), None)


def _coordinate(upper: Body, lower: Body) -> bool:
    """Whether two bodies stand side by side, with no more than a comma or one word between them."""
    return 0 <= lower.place - (upper.place + upper.size) <= 1


def _is_bracketed(zone: Zone, body: Body) -> bool:
    """Whether the body is told in brackets, as the one above another is: `Lữ đoàn 12 (Quân khu 3)`."""
    return cut(zone.piece.text).printed[body.place].startswith("(")


def _completed(zone: Zone, zones: list[Zone], vocabulary: Vocabulary) -> list[Body]:
    """A body of the head without its own name, as a later passage names it in full; else one that needs none."""
    for body in zone.bodies:
        if body.post or body.directs or body.agency or body.bare or zone.name == "body":
            continue
        wanted = identity_key(body.text) + " "
        for later in zones:
            full = [other for other in later.bodies if other.named and identity_key(other.text).startswith(wanted)]
            if full:
                return full[:1]
    if zone.name not in ("headline", "lead"):
        return []
    if seated := _told_by_seat(zone, vocabulary):
        return seated
    subjects = [body for body in zone.bodies if _may_be_subject(body)]
    for body in subjects:
        if leveled := _told_by_level(body, zone, vocabulary):
            return [_seated_there(leveled, zones, vocabulary) or leveled]
    return [body for body in subjects if zone.name == "lead" and _is_one_of_its_kind(body)][:1]


def _told_by_seat(zone: Zone, vocabulary: Vocabulary) -> list[Body]:
    """The first body of the zone that its seat tells."""
    able = (body for body in zone.bodies if _may_be_subject(body) and _is_told_by_seat(body, zone, vocabulary))
    return [_with_level(body, zone, vocabulary) for body in able][:1]


def _may_be_subject(body: Body) -> bool:
    """Whether a body that has no name of its own is at least written as one, and does more than lend a title."""
    return body.capital and not (body.named or body.post or body.directs)


def _is_one_of_its_kind(body: Body) -> bool:
    """Whether the paper's readers know which one is meant without a name: `Tỉnh đoàn`, `Huyện ủy`."""
    return LEVELS["cấp huyện"] <= body.level < LEVELS["cấp trung ương"]


def _told_by_level(body: Body, zone: Zone, vocabulary: Vocabulary) -> Body | None:
    """The body with the level of its place, when where the paper is read there is only one such: `Công an tỉnh`."""
    leveled = _with_level(body, zone, vocabulary)
    if body.agency or body.level != UNKNOWN or leveled is body:
        return None
    level = phrase_at(vocabulary.places, words_of(leveled.text)[body.size :])
    return leveled if level and LEVELS[level.section] >= LEVELS["cấp huyện"] else None


def _seated_there(seat: Body, zones: list[Zone], vocabulary: Vocabulary) -> Body | None:
    """The body that has its seat at another that only its level tells: `Đảng bộ Thanh tra tỉnh` of `Thanh tra tỉnh`."""
    ending = " " + identity_key(seat.text)
    bodies = (_with_level(body, zone, vocabulary) for zone in zones for body in zone.bodies if _may_be_subject(body))
    return next((body for body in bodies if identity_key(body.text).endswith(ending)), None)


def _is_told_by_seat(body: Body, zone: Zone, vocabulary: Vocabulary) -> bool:
    """Whether the office in which a body sits tells which one it is: `Chi bộ Sở Nội vụ`, `Chi bộ Bưu điện huyện`.

    A kind of office alone does not: `Đảng ủy Công ty`.
    """
    seat = cut(body.text).behind(body.head)
    if body.bare or body.agency or not (seat.keys[0] in SEATS or phrase_at(vocabulary.bodies, seat.keys)):
        return False
    return sum(word[:1].isupper() for word in seat.bare) > 1 or _with_level(body, zone, vocabulary) is not body


def _with_level(body: Body, zone: Zone, vocabulary: Vocabulary) -> Body:
    """The body with the level of its place, where the text goes on with that: `Chi bộ Bưu điện` huyện."""
    words = cut(zone.piece.text)
    end = body.place + body.size
    level = phrase_at(vocabulary.places, words.keys, end)
    if level is None or level.section == "cấp chi bộ" or not words.printed[end - 1][-1].isalpha():
        return body
    return replace(body, text=f"{body.text} {level.written}", size=body.size + len(level.words))


def _settle(draft: Draft, zone: Zone, chosen: list[Body], zones: list[Zone]) -> None:
    chosen = [_whole(draft, body, zone) for body in chosen]
    names = _listed(zone, chosen[0]) or [restored(draft, body.text) for body in chosen]
    draft.unit = tuple(dict.fromkeys(names))
    confidence = _confidence(draft, zone, chosen[0])
    draft.note("unit", "; ".join(draft.unit), f"unit_from_{zone.name}", [zone.piece], confidence)
    others = [(other, body) for other in zones for body in other.bodies if body.named and body.text not in draft.unit]
    draft.beaten(
        "unit", [Candidate(body.text, f"unit_from_{other.name}", other.piece.lines, 0.3) for other, body in others[:5]]
    )
    hinted = _is_hinted_lower(zone, chosen[0], zones) or _is_behind_cell(zone, chosen[0], draft.vocabulary)
    if confidence < SURE or hinted or chosen[0].guessed or _is_behind_another(draft, zone, chosen[0]):
        draft.doubt("unit-weak", draft.unit[0])
    elif zone.name != "headline" and (rival := _rival(zone, chosen, draft.unit)):
        draft.doubt("unit-several", rival)
    place = _place_of_headline(draft) if zone.name != "headline" else None
    if place and not _is_of(place, draft.unit[0], draft.vocabulary):
        draft.doubt("place-only-headline")


def _is_hinted_lower(zone: Zone, chosen: Body, zones: list[Zone]) -> bool:
    """Whether a part above has more than the kind of a lower body, and yet no name: that may have been missed."""
    above = zones[: zones.index(zone)] if zone in zones else zones
    return any(
        body.level < chosen.level and body.capital and not (body.bare or body.named or body.post or body.directs)
        for other in above
        for body in other.bodies
    )


def _is_behind_cell(zone: Zone, chosen: Body, vocabulary: Vocabulary) -> bool:
    """Whether small words that no list knows part an agency from a cell without a name, which may be its own."""
    for body in zone.bodies if chosen.agency else ():
        end = body.place + body.size
        if body.bare and body.level == LEVELS[CELLS] and 0 < chosen.place - end <= LONGEST_REST:
            words = cut(zone.piece.text)
            parted = (
                words.printed[at][-1] in SIGNS or vocabulary.is_verb(words.keys, at) for at in range(end, chosen.place)
            )
            return not any(parted)
    return False


def _is_behind_another(draft: Draft, zone: Zone, chosen: Body) -> bool:
    """Whether the passage first speaks of a body that only its seat tells: `Đảng bộ Thanh tra tỉnh có 5 chi bộ …`."""
    before = (body for body in zone.bodies if body.place < chosen.place and _may_be_subject(body))
    return any(_is_told_by_seat(body, zone, draft.vocabulary) for body in before)


def _rival(zone: Zone, chosen: list[Body], names: tuple[str, ...]) -> str:
    """Another body of the same level that the same passage is about; empty when there is none.

    Leaves alone one that only works together with the first, and the one above it in brackets.
    """
    taken = [identity_key(name) for name in names]
    keys = cut(zone.piece.text).keys
    for body in zone.bodies:
        key = identity_key(body.text)
        alike = body.level == chosen[0].level and body.named and not (body.post or body.directs or body.agency)
        helps = TOGETHER in " ".join(keys[max(0, body.place - 3) : body.place])
        if alike and not (helps or _is_bracketed(zone, body) or any(key in name or name in key for name in taken)):
            return body.text
    return ""


def _confidence(draft: Draft, zone: Zone, chosen: Body) -> float:
    """How sure it is that the article is about the body, by where it is named and by what the text says of it."""
    weak = chosen.directs or chosen.agency or not chosen.named
    confidence = round(zone.confidence - WEAKER * (weak or chosen.post), 2)
    if confidence >= SURE:
        return confidence
    texts = _naming_texts(draft)
    wanted = identity_key(draft.unit[0])
    likelier = sum(identity_key(text).count(wanted) for text in texts) > 1 or _seats_another(draft, chosen, texts)
    if chosen.post or not likelier:
        named = [body for text in texts for body in bodies_in(text, draft.vocabulary) if body.named and not body.post]
        acts = any(identity_key(body.text) == wanted for body in named)
        others = [body for body in named if identity_key(body.text) not in wanted]
        lowest = acts and all(body.level > chosen.level or body.agency for body in others)
        likelier = likelier or (lowest if others and not chosen.agency else not others)
        confidence = round(confidence + WEAKER * (chosen.post and acts and not weak), 2)
    return round(confidence + LIKELIER * likelier, 2)


def _seats_another(draft: Draft, chosen: Body, texts: list[str]) -> bool:
    """Whether the text also names, as one that acts, another body of the same place: `Đảng bộ` beside `Đảng ủy`."""
    wanted = identity_key(chosen.text)
    seat = " " + " ".join(wanted.split()[chosen.head :])
    near = [text for text in texts if seat in identity_key(text)] if chosen.named and not chosen.agency else []
    others = (body for text in near for body in bodies_in(text, draft.vocabulary) if body.level == chosen.level)
    keys = (identity_key(body.text) for body in others if not (body.post or body.directs))
    return any(key.endswith(seat) and key != wanted for key in keys)


def _whole(draft: Draft, body: Body, zone: Zone) -> Body:
    """The body with the rest of its name, which no list knows, where the text goes on alike each time it has it and a
    sign ends it once: `Chi bộ Bưu` cục trung tâm.

    Leaves alone what holds a verb, and a name that ends here or elsewhere.
    """
    end = body.place + body.size
    printed = zone.piece.text.split()[body.place : end + LONGEST_REST]
    if not _may_go_on(printed[body.size - 1 :], draft.vocabulary):
        return body
    name, longer = (" ".join(printed[:size]).rstrip(SIGNS) for size in (body.size, body.size + 1))
    passages = [piece.text for piece in draft.pieces if piece.owner in NAMING and name in piece.text][:BODY_PIECES]
    often = sum(passage.count(name) for passage in passages)
    if often < 2 or often > sum(passage.count(longer) for passage in passages):
        return body
    rests = [rest for passage in passages for rest in _rests(cut(passage), cut(name).keys, draft.vocabulary)]
    columns = zip(*(rest for rest, _ in rests), strict=False)
    alike = [column[0] for column in takewhile(lambda column: len({*column}) == 1, columns)]
    if not alike or (alike, True) not in rests:
        return body
    size = body.size + len(alike)
    text = " ".join(printed[:size]).rstrip(SIGNS)
    return replace(body, text=text[0].upper() + text[1:], size=size, named=True)


def _rests(words: Words, name: Sequence[str], vocabulary: Vocabulary) -> Iterator[tuple[list[str], bool]]:
    """What goes on behind each place where the words have the name."""
    for at in range(len(words.keys) - len(name) + 1):
        if words.keys[at : at + len(name)] == name:
            yield _rest(words, at + len(name), vocabulary)


def _may_go_on(printed: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a small word that is no verb follows the first of some words without a sign between."""
    if len(printed) < 2 or not printed[1][0].islower() or printed[0][-1] in SIGNS:
        return False
    return not vocabulary.is_verb(words_of(" ".join(printed)), 1)


def _rest(words: Words, start: int, vocabulary: Vocabulary) -> tuple[list[str], bool]:
    """What goes on behind a name up to a sign, a verb or a level of places, and whether a sign or a level ends it."""
    rest: list[str] = []
    at_place = False
    for place in range(start, min(start + LONGEST_REST, len(words.keys))):
        at_place = bool(rest) and phrase_at(vocabulary.places, words.keys, place) is not None
        if at_place or words.printed[place - 1][-1] in SIGNS or vocabulary.is_verb(words.keys, place):
            break
        rest.append(words.keys[place])
    last = start + len(rest) - 1
    return rest, at_place or last + 1 == len(words.keys) or words.printed[last][-1] in ".:"


def _listed(zone: Zone, first: Body) -> list[str]:
    """The bodies of a list that names their kind once: `Các Tỉnh ủy Lam Giang, Đông Lĩnh, Hải Khê`."""
    if first not in zone.bodies:
        return []
    words = zone.piece.text.split()
    before = words[first.place - 1].lower() if first.place else ""
    if before not in ("các", "hai", "ba", "bốn", "năm", "những"):
        return []
    head = first.text.split()
    names, kind = [" ".join(head)], _kind_of(head)
    place, current = first.place + first.size, ""
    if not words[place - 1].endswith(","):
        return []
    while place < len(words) and words[place][:1].isupper():
        current = f"{current} {words[place].strip(',;')}".strip()
        if words[place][-1] in ",;" or place + 1 == len(words) or not words[place + 1][:1].isupper():
            names.append(f"{kind} {current}")
            current = ""
        place += 1 + (words[place + 1 : place + 2] == ["và"])
    return names if len(names) > 1 else []


def _kind_of(words: list[str]) -> str:
    """The words of a body's name before its proper name."""
    place = len(words)
    while place > 1 and words[place - 1][:1].isupper():
        place -= 1
    return " ".join(words[:place])


def restored(draft: Draft, text: str) -> str:
    """The name with its capitals as the article's own text writes it, else as known units do, else by common words."""
    if not text.isupper():
        return text
    passages = [piece.text for piece in draft.pieces if piece.owner in NAMING]
    return restore_case(text, passages, draft.known_units, draft.vocabulary.casing)


# Places


def _place_only(draft: Draft) -> None:
    """Without any body, the place that headline or lead names; doubted where it may end a body's name."""
    for owner in ("headline", "lead"):
        for piece in draft.pieces:
            if piece.owner == owner and (found := _named_place(draft, piece.text)):
                place = restored(draft, found)
                draft.place = place
                draft.note("place", place, "place_only", [piece], 0.6)
                if any(_ends_name(place, text, draft.vocabulary) for text in (draft.headline or "", draft.lead or "")):
                    draft.doubt("unit-missing", place)
                return


def _ends_name(place: str, text: str, vocabulary: Vocabulary) -> bool:
    """Whether words stand right in front of a place somewhere in a text, without a sign, verb or link between, so that
    both may be the name of a body whose kind no list knows: `Tổ hòa giải xã Hòa Thử`."""
    words, wanted = cut(text[:REACH]), list(words_of(place))
    for at in range(1, len(words.keys) - len(wanted) + 1):
        if words.keys[at : at + len(wanted)] != wanted:
            continue
        parted = words.printed[at - 1][-1] in SIGNS or vocabulary.is_verb(words.keys, at - 1)
        if not parted or _is_linked(words, at, vocabulary):
            return True
    return False


def _is_linked(words: Words, place: int, vocabulary: Vocabulary) -> bool:
    """Whether a comma, or a word that tells where or whose, parts a place from words that open the sentence and are no
    count, time or person: `Hội quán thuộc xã Hòa Thử`, `Tổ tự quản, xã Hòa Thử`."""
    end = place - (words.keys[place - 1] in LINKS)
    start = next((at + 1 for at in range(end - 2, -1, -1) if words.printed[at][-1] in SIGNS), 0)
    if not 1 < end - start <= LONGEST_REST or (end == place and words.printed[end - 1][-1] != ","):
        return False
    opens = words.keys[start]
    tables = (vocabulary.narrates, vocabulary.posts, vocabulary.addresses)
    known = opens in NUMERALS or any(phrase_at(table, words.keys, start) for table in tables)
    counts = has_digit("".join(words.keys[start:end]))
    return words.bare[start][:1].isupper() and not (known or counts)


def _named_place(draft: Draft, text: str) -> str | None:
    """The first place that a text names, and where it is in capitals, which show no name's end, as the article writes
    it."""
    places = draft.vocabulary.places
    if not text.isupper():
        return place_in(text, places)
    written = (place_in(passage, places) for passage in _naming_texts(draft) if not passage.isupper())
    return next((place for place in written if place and identity_key(place) in identity_key(text)), None)


def _place_of_headline(draft: Draft) -> str | None:
    """The place in front of the colon of a headline, which may stand for a body: `Xã Hòa Thử: …`."""
    before, colon, _ = (draft.headline or "").partition(":")
    return place_in(before, draft.vocabulary.places) if colon else None


def _is_of(place: str, body: str, vocabulary: Vocabulary) -> bool:
    """Whether a body is of the place: `Đảng ủy xã Hòa Thử`, or by a kind that tells the level, `Huyện ủy Tân Ví`."""
    keys, wanted = words_of(body), words_of(place)
    level = phrase_at(vocabulary.places, wanted)
    size = len(level.words) if level else 0
    at = len(keys) - len(wanted) + size
    if at < 1 or keys[at:] != wanted[size:]:
        return False
    told = vocabulary.level_at_end(keys[:at])
    return told == wanted[:size] if told else wanted[0] in keys[:at][-KIND_OF_LEVEL:]


def place_in(text: str, places: Phrases) -> str | None:
    """The first named place in the first `REACH` characters of a text, with its level: `xã Hòa Thử`."""
    words = cut(text[:REACH])
    for start in range(len(words.keys)):
        phrase = phrase_at(places, words.keys, start)
        if phrase is None or phrase.section == "cấp chi bộ":
            continue
        end = start + len(phrase.words)
        while end < len(words.keys) and words.bare[end][:1].isupper() and words.printed[end - 1][-1] not in ",.;:":
            end += 1
        if end > start + len(phrase.words):
            return " ".join(words.bare[start:end])
    return None


_SENT = pattern(r"\d{1,2} [Tt]háng \d{1,2},? (?:19|20)\d\d lúc \d{1,2}:\d\d(?!\d)")
_IN_PLACE = pattern(r"\s\([^()]{2,40}\)$")
_WHERE = pattern(r"^(?:Ở|Tại|TẠI)\s(?=\S)")
