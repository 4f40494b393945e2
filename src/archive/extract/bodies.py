"""Reads the names of bodies out of a text: what kind, of which level, and in which role they stand there."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import compress, count

from msgspec import Struct
from msgspec.structs import replace

from archive.extract.vocabulary import (
    AGENCIES,
    NUMBER,
    SIGNS,
    Phrase,
    Phrases,
    Vocabulary,
    any_of,
    bare,
    phrase_at,
)
from archive.patterns import SMALL, pattern
from archive.vietnamese.folding import fold, identity_words

LEVELS = {"cấp chi bộ": 0, "cấp xã": 2, "cấp huyện": 3, "cấp tỉnh": 4, "cấp trung ương": 5}
"""Levels by the sections of `bodies.txt` and `places.txt`; 1 is an agency, a school, a company."""
LINKING = frozenset(("các", "và", "ở", "tại", "thuộc", "trực", "-", "–", "&"))
"""Words between the names on a line that is nothing but names."""
REACH = 8000
"""Characters of a paragraph that are read: no paragraph of a newspaper is longer."""
RECENT = 32
"""How many texts are remembered in words, and with their bodies: those of one article that name some."""
AGENCY, UNKNOWN = 1, 2
WHOLE = ["đảng", "bộ"]
"""The words for all the Party in a place."""
LONGEST_TRADE = 3
"""Words of the longest trade in small letters."""
LONGEST_KIND = 2
"""Words of the longest kind of place that no list knows."""
FOUNDING_DAY = ["ngày", "thành", "lập"]
"""In front of a body whose anniversary it is."""
DASHES = ("-", "–", "—")
OPENING = '([“"'
"""Signs behind which a word belongs to no name in front of them."""
CELLS = "cấp chi bộ"
"""The section of bodies that have no others within them."""
_AROUND = SIGNS.replace(")", "").replace('"', "").replace("”", "")
"""Signs at the ends of a body's name that never belong to it."""
TIMES = frozenset(("quý", "tháng", "năm", "đợt", "kỳ", "khóa", "lần"))
"""Words whose numbers tell when, and name nobody: `chuyên đề quý I`."""
MINISTRY = "Bộ"
"""What a ministry's name begins with; it is in no list, for many words of bodies end so."""
LONGEST_NAME = 5
"""Words of a proper name that can follow one another in the name of a body."""


class Body(Struct, frozen=True):
    """The name of a body, found in a text."""

    text: str
    level: int
    named: bool
    """Whether a proper name or number belongs to it: `Đảng ủy xã Hòa Thử`, not `Đảng ủy xã`."""
    capital: bool
    """Whether its first word has a capital in the text."""
    bare: bool
    """It is no more than its kind: `Đảng ủy`, not `Chi đoàn Quân sự`."""
    agency: bool
    """A school, company or office and not a body of the Party, a union, the front or the forces."""
    post: bool
    """It only says where a person serves: `Bí thư Đảng ủy xã Hòa Thử`."""
    directs: bool
    """It only gave the order, `Kế hoạch số 5 của Đảng ủy xã Hòa Thử`, or only has an anniversary."""
    guessed: bool
    """A word that no list knows was taken for the kind of its place: `Chi bộ` nóc `Ông Thử`."""
    place: int
    """Index of its first word."""
    size: int
    """How many words it has."""
    head: int
    """How many of them say its kind."""


class Words(Struct, frozen=True):
    """A text cut into words."""

    printed: list[str]
    """As they stand, with their signs."""
    bare: list[str]
    """Without signs at their ends."""
    keys: list[str]
    """In small letters, tone marks in one place."""

    def behind(self, start: int) -> "Words":
        """The words from `start` on."""
        return Words(self.printed[start:], self.bare[start:], self.keys[start:]) if start else self


@lru_cache(maxsize=RECENT)
def cut(text: str) -> Words:
    """The words of a text in the three forms that the rules need; several rules ask for the same texts in turn.

    The number of a note behind a word is left out: `Trung ương(1)`.
    """
    printed = (_NOTE.sub("", text) if "(" in text else text).split()
    words = bare(printed)
    signed = words if all(words) else [word or "-" for word in words]
    return Words(printed, words, [*identity_words(signed)])


@lru_cache(maxsize=RECENT)
def bodies_in(text: str, vocabulary: Vocabulary) -> tuple[Body, ...]:
    """Every body in the first `REACH` characters, in order; a body inside another's name is part of that one."""
    words = cut(text[:REACH])
    found: list[Body] = []
    end = 0
    for place in compress(count(), map(vocabulary.bodies.__contains__, words.keys)):
        if place >= end and (body := body_at(words, place, vocabulary)):
            found.append(body)
            end = place + body.size
    return _sharing_names(found, vocabulary)


def body_at(words: Words, place: int, vocabulary: Vocabulary) -> Body | None:
    """The body whose name begins at the place; no sign parts the words of a kind, `các cấp, Ủy ban`, but its own."""
    head = phrase_at(vocabulary.bodies, words.keys, place)
    if head and len(head.words) > 1 and _stops(words.printed[place + len(head.words) - 2]) and "," not in head.written:
        head = phrase_at(vocabulary.bodies, words.keys[: place + len(head.words) - 1], place)
    return _read(words, place, head, vocabulary) if head else None


def _sharing_names(found: list[Body], vocabulary: Vocabulary) -> tuple[Body, ...]:
    """The bodies, those given their name that share the last one's: `Tỉnh ủy, HĐND, UBND tỉnh Ví Dụ`; of one kind
    but other trades they share the place: `Đảng ủy Bưu điện và Đảng ủy Viễn thông tỉnh Ví Dụ`."""
    shared = list(found)
    for at in range(len(shared) - 2, -1, -1):
        upper, lower = shared[at], shared[at + 1]
        if not (upper.capital and lower.named and _is_beside(upper, lower)):
            continue
        if upper.bare and upper.level > AGENCY:
            shared[at] = _named_like(upper, lower, vocabulary)
        elif not upper.named and (place := _shared_place(upper, lower, vocabulary)):
            shared[at] = replace(upper, text=f"{upper.text} {place}", named=True)
    return tuple(shared)


def _is_beside(upper: Body, lower: Body) -> bool:
    return 0 <= lower.place - (upper.place + upper.size) <= 1 and not lower.agency


def _named_like(upper: Body, lower: Body, vocabulary: Vocabulary) -> Body:
    """The upper body with the name of the lower; a kind that tells its level itself takes the proper name only, and one
    beside which the lower is at another body the place: `Đảng ủy các cơ quan Đảng`, Đảng ủy UBND `xã Hòa Thử`."""
    words, start = cut(lower.text), lower.head
    if phrase_at(vocabulary.bodies, words.keys, start) and cut(upper.text).keys[:start] == words.keys[:start]:
        start = level_from(words, start, vocabulary)
        if start == len(words.keys):
            return upper
    level = phrase_at(vocabulary.places, words.keys, start)
    if upper.level != UNKNOWN and level:
        start += len(level.words)
    return replace(
        upper, text=" ".join([upper.text, *words.printed[start:]]), named=True, level=max(upper.level, lower.level)
    )


def level_from(words: Words, start: int, vocabulary: Vocabulary) -> int:
    """Where from a word on the first level of a place stands; behind the last word when there is none."""
    levels = (at for at in range(start, len(words.keys)) if phrase_at(vocabulary.places, words.keys, at))
    return next(levels, len(words.keys))


def _shared_place(upper: Body, lower: Body, vocabulary: Vocabulary) -> str:
    """The place behind the trade of the lower body when the upper one is of its kind; empty when not."""
    words = cut(lower.text)
    if upper.bare or words.keys[: lower.head] != cut(upper.text).keys[: upper.head]:
        return ""
    return " ".join(words.printed[level_from(words, lower.head + 1, vocabulary) :])


def all_names(words: Words, place: int, vocabulary: Vocabulary) -> bool:
    """Whether from `place` on there are only names of bodies and places and the small words that link them."""
    while place < len(words.keys):
        size, _ = _part(words, place, vocabulary)
        level = phrase_at(vocabulary.places, words.keys, place)
        if size == 0 and level is None and words.keys[place] not in LINKING:
            return False
        place += max(size, len(level.words) if level else 1)
    return True


def _read(words: Words, start: int, head: Phrase, vocabulary: Vocabulary) -> Body | None:
    if head.section == AGENCIES and (not words.bare[start][:1].isupper() or _names_place(words, start, vocabulary)):
        return None
    end, named, guessed = _name_behind(words, start, head, vocabulary)
    if head.section == AGENCIES and (end == start + len(head.words) or _is_two_words(words, start, end)):
        return None
    post = _is_post(words, start, vocabulary)
    if post and (before := _without_person(words, start, end, vocabulary)) != end:
        end, named = before, _is_named(words, start + len(head.words), before, vocabulary)
    text = " ".join(words.printed[start:end]).strip(_AROUND)
    if "(" not in text:
        text = text.rstrip(")")
    if text.count('"') == 1 or ("”" in text) != ("“" in text):
        text = text.strip('"“”')
    return Body(
        text=text[0].upper() + text[1:],
        level=_level(words, start, end, head, vocabulary),
        named=named,
        capital=words.bare[start][0].isupper(),
        bare=end == start + len(head.words),
        agency=head.section == AGENCIES,
        post=post,
        directs=_directs(words, start, vocabulary),
        guessed=guessed,
        place=start,
        size=end - start,
        head=len(head.words),
    )


def _is_two_words(words: Words, start: int, end: int) -> bool:
    """Whether a kind of agency and one name are rather the two words of a name: `Trường Sơn`, `Trạm Tấu`."""
    return end == start + 2 and words.bare[start].istitle() and words.bare[start + 1].istitle()


def _name_behind(words: Words, start: int, head: Phrase, vocabulary: Vocabulary) -> tuple[int, bool, bool]:
    """Where the name ends, whether it holds a proper name, and whether the kind of its place is a guess.

    A cell is part of no other cell's name, and the whole of a place, `Đảng bộ`, is no part of a cell's.
    """
    place = start + len(head.words)
    if head.section == CELLS and words.keys[place : place + len(WHOLE)] == WHOLE:
        return place, False, False
    cell = head.section == CELLS and words.bare[start][0].isupper()
    if cell and (kind := _unknown_kind(words, place, vocabulary)):
        end, named = _end(words, place + kind, vocabulary)
        return end, named, not _is_group(words, place, place + kind, vocabulary)
    return *_end(words, place, vocabulary), False


def _unknown_kind(words: Words, start: int, vocabulary: Vocabulary) -> int:
    """How many small words that no list knows stand between a cell and a proper name: `Chi bộ` nóc `Ông Thử`."""
    if start >= len(words.keys) or _stops(words.printed[start - 1]) or _part(words, start, vocabulary)[0]:
        return 0
    for size in range(1, LONGEST_KIND + 1):
        end = start + size
        small = words.bare[end - 1]
        if not (small[:1].islower() and small.isalpha()) or small in vocabulary.counted:
            return 0
        if end == len(words.keys) or _stops(words.printed[end - 1]) or vocabulary.is_verb(words.keys, end - 1):
            return 0
        if words.bare[end][:1].isupper():
            if _is_group(words, start, end, vocabulary):
                return size
            tables = (vocabulary.bodies, vocabulary.not_names, vocabulary.posts, vocabulary.addresses)
            known = any(phrase_at(table, words.keys, at) for table in tables for at in range(end - size, end + 1))
            return 0 if known or words.printed[end][0] in SIGNS else size
    return 0


def _is_group(words: Words, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether words name those who work or learn at the agency whose name begins behind them: `giáo viên` Trường …"""
    group, seat = phrase_at(vocabulary.groups, words.keys, start), phrase_at(vocabulary.bodies, words.keys, end)
    return group is not None and len(group.words) == end - start and seat is not None and seat.section == AGENCIES


def ends_phrase(phrases: Phrases, keys: Sequence[str], end: int, longest: int) -> bool:
    """Whether one of the phrases, of so many words at most, stands right in front of `end`."""
    return _start_before(phrases, keys, end, longest) >= 0


def _start_before(phrases: Phrases, keys: Sequence[str], end: int, longest: int) -> int:
    """Where the phrase begins, of so many words at most, that stands right in front of `end`; -1 when none does."""
    for start in range(max(0, end - longest), end):
        phrase = phrase_at(phrases, keys, start) if keys[start] in phrases else None
        if phrase and start + len(phrase.words) == end:
            return start
    return -1


def _is_place(words: Words, start: int, vocabulary: Vocabulary) -> bool:
    """Whether the word is the name of a place: `phường Trường Lộc Tây`."""
    return ends_phrase(vocabulary.places, words.keys, start, 3)


def _names_place(words: Words, start: int, vocabulary: Vocabulary) -> bool:
    """Whether the word is the first or second of a place's name, which seldom has one alone: `thị trấn Yên` Sở `Hạ`."""
    if _is_place(words, start, vocabulary):
        return True
    first = words.printed[start - 1] if start > 1 else ""
    return first.isalpha() and first.istitle() and _is_place(words, start - 1, vocabulary)


def _end(words: Words, place: int, vocabulary: Vocabulary) -> tuple[int, bool]:
    """Where the name ends, and whether it holds a proper name.

    It ends at a sign, at a small word that no name holds, or at another beginning. How it is shortened may be told in
    its midst: `Ban Thường vụ (BTV) Đảng ủy xã Hòa Thử`.
    """
    end, names, total = place, 0, 0
    while place < len(words.keys) and not _stops(words.printed[place - 1]):
        size, is_name = _part(words, place, vocabulary)
        if size == 0 and names == total == 1 and _is_second_half(words, place, vocabulary):
            size, is_name = 1, True
        if size == 0 and names and _is_last_half(words, place, vocabulary):
            size, is_name = 1, True
        if size == 0 and total:
            size = _small_trade_behind(words, place, vocabulary) or _second_trade(words, place, vocabulary)
        if size == 0 and _is_shortened(words, place):
            place += 1
            continue
        if size == 0 or (is_name and names >= LONGEST_NAME):
            break
        names, total = names + 1 if is_name else 0, total + is_name
        place += size
        end = place
    return end, total > 0


def _is_shortened(words: Words, place: int) -> bool:
    """Whether the initials of the words in front stand there in brackets."""
    initials = words.bare[place]
    if words.printed[place] != f"({initials})" or not initials.isupper():
        return False
    return fold(initials) == fold("".join(word[:1] for word in words.bare[max(0, place - len(initials)) : place]))


def _is_second_half(words: Words, place: int, vocabulary: Vocabulary) -> bool:
    """Whether a small word ends a compound of which only the first has a capital: `Khoa Cấp cứu`, `Công binh 84`.

    A proper name has two words with capitals as a rule, so that one alone calls for a second; a name, a number or a
    sign behind the small word shows that no verb begins there, and so does a kind of workplace in front.
    """
    small, before = words.bare[place], words.bare[place - 1]
    opened = words.printed[place][0] in OPENING
    if opened or not small[:1].islower() or not before.isalpha() or vocabulary.is_verb(words.keys, place):
        return False
    if phrase_at(vocabulary.trades, words.keys, place - 1):
        return False
    if _stops(words.printed[place]):
        return words.printed[place][-1] in ",:)"
    follows = words.bare[place + 1 : place + 2]
    named = bool(follows) and (follows[0][:1].isupper() or follows[0].isdigit())
    return named or _is_workplace(words, place - 1, vocabulary)


def _is_last_half(words: Words, place: int, vocabulary: Vocabulary) -> bool:
    """Whether a word with a capital, which elsewhere tells the level of a place, ends a name: `xã Nà Ví Bản`.

    What comes behind it is a deed, a sign or the end, and no second half of a word of its own: `Làng nghề`.
    """
    level = phrase_at(vocabulary.places, words.keys, place)
    names = words.bare[place].istitle() and words.bare[place - 1].istitle()
    if not names or level is None or len(level.words) > 1:
        return False
    return place + 1 == len(words.keys) or _stops(words.printed[place]) or vocabulary.is_verb(words.keys, place + 1)


def _small_trade(words: Words, place: int, vocabulary: Vocabulary) -> int:
    """How many small words tell a workplace's trade in front of its name: `Hợp tác xã chè Suối Bùn`."""
    if not words.bare[place][0].islower() or not _is_workplace(words, place, vocabulary):
        return 0
    for size in range(1, LONGEST_TRADE + 1):
        end = place + size
        if end >= len(words.keys) or _stops(words.printed[end - 1]) or vocabulary.is_verb(words.keys, end - 1):
            return 0
        if words.bare[end][:1].isupper():
            return 0 if words.printed[end][0] in OPENING or words.keys[end - 1] in TIMES else size
    return 0


def _is_small_name(words: Words, place: int, trade: Phrase, vocabulary: Vocabulary) -> bool:
    """Whether a known trade of several words names the office in front though it has no capital, whatever comma it has
    within: `Phòng Cảnh sát` phòng, chống ma túy, where a longer trade began, or `Bệnh viện` phục hồi chức năng `Ví Dụ`,
    or the office of a cell, `Chi bộ Nhà máy` chế biến.

    Leaves alone what an office does: `Trạm Y tế` xét nghiệm `cho dân`.
    """
    office = _start_before(vocabulary.agencies, words.keys, place, 4) if len(trade.words) > 1 else -1
    if office < 0:
        return False
    longer = (phrase_at(vocabulary.trades, words.keys, place - size) for size in range(1, min(place, 3)))
    if any(whole and len(whole.words) > len(trade.words) for whole in longer):
        return True
    if vocabulary.is_verb(words.keys, place):
        return False
    end = place + len(trade.words)
    goes_on = end < len(words.keys) and not _stops(words.printed[end - 1])
    named = goes_on and (words.bare[end][:1].isupper() or phrase_at(vocabulary.places, words.keys, end) is not None)
    return named or ends_phrase(vocabulary.bodies, words.keys, office, LONGEST_KIND)


def _small_trade_behind(words: Words, place: int, vocabulary: Vocabulary) -> int:
    """How many words a second trade, in small letters, has before a name: `Xí nghiệp Khai thác` thủy lợi `Nam Ví`."""
    if words.keys[place] not in vocabulary.in_names or not words.bare[place][:1].islower():
        return 0
    trade = phrase_at(vocabulary.trades, words.keys, place) or phrase_at(vocabulary.inner, words.keys, place)
    if trade is None or vocabulary.is_verb(words.keys, place):
        return 0
    end = place + len(trade.words)
    named = end < len(words.bare) and words.bare[end][:1].isupper() and not _stops(words.printed[end - 1])
    return len(trade.words) * (named and ends_phrase(vocabulary.trades, words.keys, place, LONGEST_TRADE))


def _second_trade(words: Words, place: int, vocabulary: Vocabulary) -> int:
    """How many words link a second trade to that of an office: `Bộ Lâm nghiệp` và Thủy lợi.

    A trade is a compound of which only the first word has a capital, as no name of a place or person is.
    """
    if words.keys[place] != "và" or not 2 < place < len(words.keys) - 2 or _stops(words.printed[place + 1]):
        return 0
    if not (_is_compound(words, place - 2, vocabulary) and _is_compound(words, place + 1, vocabulary)):
        return 0
    return 3 * (words.bare[place - 3] == MINISTRY or _is_workplace(words, place - 2, vocabulary))


def _is_compound(words: Words, place: int, vocabulary: Vocabulary) -> bool:
    """Whether a word with a capital and a small one stand there, and no name of a body or workplace begins."""
    first, second = words.bare[place], words.bare[place + 1]
    if not (first[:1].isupper() and second[:1].islower()) or vocabulary.is_verb(words.keys, place + 1):
        return False
    tables = (vocabulary.bodies, vocabulary.agencies, vocabulary.places, vocabulary.posts)
    return not any(phrase_at(table, words.keys, place) for table in tables)


def _is_workplace(words: Words, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a kind of workplace stands right in front of `end`: `Khoa`, `Xí nghiệp`."""
    if end == 0 or words.keys[end - 1] not in vocabulary.workplace_ends:
        return False
    return any(ends_phrase(rows, words.keys, end, 4) for rows in (vocabulary.inner, vocabulary.agencies))


def _stops(printed: str) -> bool:
    """Whether a sign behind the word ends the name; a full stop after `TP` does not."""
    if printed[-1] not in ',.;:!?…)"”':
        return False
    return printed[0] not in '"(' and printed.lower() not in ("tp.", "t.p.")


def _part(words: Words, place: int, vocabulary: Vocabulary) -> tuple[int, bool]:
    """How many words from `place` on belong to the name, and whether they are a proper name."""
    keys, word = words.keys, words.bare[place]
    if not word or words.printed[place][0] in OPENING:
        if words.printed[place] == "-" and _is_inner(words, place + 1, vocabulary):
            return 1, False
        return _other_trade(words, place, vocabulary), False
    if keys[place] not in vocabulary.in_names and not word.isdigit():
        return (
            (1, True)
            if word[0].isupper() or _NUMBER_AND_LETTER.fullmatch(word)
            else (_small_trade(words, place, vocabulary), False)
        )
    if keys[place] in vocabulary.joined_names and (joined := phrase_at(vocabulary.joined_names, keys, place)):
        return len(joined.words), True
    trade = None if _is_amid_name(words, place, vocabulary) else phrase_at(vocabulary.trades, keys, place)
    for phrases in (vocabulary.bodies, vocabulary.inner):
        phrase = phrase_at(phrases, keys, place) if keys[place] in phrases else None
        if phrase is None or (trade is not None and len(trade.words) > len(phrase.words)):
            continue
        if _written_alike(words, place, phrase) and not (word[0].islower() and vocabulary.is_verb(keys, place)):
            return len(phrase.words), False
    if trade and (word[0].isupper() or _is_small_name(words, place, trade, vocabulary)):
        return len(trade.words), True
    if size := _small_trade(words, place, vocabulary):
        return size, False
    if phrase := phrase_at(vocabulary.places, keys, place):
        return (len(phrase.words), False) if _is_followed(words, place + len(phrase.words)) else (0, False)
    if keys[place] == NUMBER and place + 1 < len(keys) and keys[place + 1].isdigit():
        return 2, True
    if (
        word.isdigit()
        and place + 1 < len(keys)
        and keys[place + 1] in vocabulary.counted
        and not _stops(words.printed[place])
        and words.printed[place + 1][0] != "("
        and not _is_numbered_place(words, place, vocabulary)
    ):
        return 0, False
    if phrase_at(vocabulary.not_names, keys, place) or not (word[0].isupper() or word.isdigit()):
        return int(opens := _opens_place(words, place, vocabulary)), opens
    return 1, True


def _other_trade(words: Words, place: int, vocabulary: Vocabulary) -> int:
    """How many words a dash and a second trade take between a workplace's first and a comma: `Khoa Nội` - Nhi `, Bệnh
    viện …`. Without the comma a title may go on behind the dash."""
    if words.printed[place] not in DASHES or not any(_is_workplace(words, place - n, vocabulary) for n in (1, 2)):
        return 0
    for end in (place + 2, place + 3):
        if end <= len(words.printed) and words.printed[end - 1][-1] in ",)" and words.bare[place + 1][:1].isupper():
            return end - place
    return 0


def _opens_place(words: Words, place: int, vocabulary: Vocabulary) -> bool:
    """Whether a form of address is the first of the two words of a place's name, `Huyện ủy Anh Sơn`, `xã Bà Điểm`, or
    with a capital the second of three: `ấp Giồng Ông Tố`."""
    behind = words.bare[place + 1 : place + 3]
    if words.keys[place] not in vocabulary.addresses or not behind or not behind[0].istitle():
        return False
    if words.bare[place].istitle() and words.bare[place - 1].istitle() and _is_place(words, place - 1, vocabulary):
        return True
    if len(behind) > 1 and behind[1][:1].isupper() and not _stops(words.printed[place + 1]):
        return False
    return any(ends_phrase(rows, words.keys, place, 3) for rows in (vocabulary.places, vocabulary.bodies))


def _is_numbered_place(words: Words, place: int, vocabulary: Vocabulary) -> bool:
    """Whether the number names a place, `khu phố 4`; behind a body's kind it counts, `chi bộ 30 đảng viên`."""
    return _is_place(words, place, vocabulary) and phrase_at(vocabulary.bodies, words.keys, place - 2) is None


def _is_amid_name(words: Words, place: int, vocabulary: Vocabulary) -> bool:
    """Whether the first half of a proper name stands in front: `huyện Thạch` Lâm `học Bác`, where no `Lâm học` is."""
    before, opens = words.bare[place - 1], words.keys[place - 1] in vocabulary.in_names
    return before[:1].isupper() and before.isalpha() and not (opens and vocabulary.may_name(words.keys, place - 1))


def _is_inner(words: Words, place: int, vocabulary: Vocabulary) -> bool:
    phrase = phrase_at(vocabulary.inner, words.keys, place) if place < len(words.keys) else None
    return phrase is not None and words.bare[place][:1].isupper()


def _written_alike(words: Words, place: int, phrase: Phrase) -> bool:
    """Whether the phrase stands in the text with its capital, or is one that needs none and has none within, as a place
    has behind its level: `xã` Hội `Sơn` is no `xã hội`."""
    if words.bare[place][0].isupper():
        return True
    return phrase.written[0].islower() and words.bare[place + len(phrase.words) - 1][0].islower()


def _is_followed(words: Words, place: int) -> bool:
    """Whether a name or number follows the word of a level, so that the word is part of the body's name."""
    if _stops(words.printed[place - 1]):
        return True
    nearby = words.bare[place : place + 3]
    return (
        any(word[:1].isupper() or word.isdigit() for word in nearby[:1])
        or (bool(nearby) and nearby[0] in ("phố", "dân", "số", "vực", "chuyên", "cơ", "trấn", "xã", "tự"))
        or not nearby
    )


def _is_named(words: Words, start: int, end: int, vocabulary: Vocabulary) -> bool:
    place = start
    while place < end:
        size, is_name = _part(words, place, vocabulary)
        if is_name:
            return True
        place += max(size, 1)
    return False


def _level(words: Words, start: int, end: int, head: Phrase, vocabulary: Vocabulary) -> int:
    """The lowest level that the name tells; the word behind a level belongs to the place: `xã` Phố `Là`."""
    if head.section in LEVELS:
        return LEVELS[head.section]
    levels = [AGENCY] if head.section == AGENCIES else []
    place = start + len(head.words)
    while place < end:
        level = phrase_at(vocabulary.places, words.keys, place) if words.keys[place] in vocabulary.places else None
        kind = level or (
            phrase_at(vocabulary.bodies, words.keys, place) if words.keys[place] in vocabulary.bodies else None
        )
        if kind and kind.section in LEVELS:
            levels.append(LEVELS[kind.section])
        elif kind and kind.section == AGENCIES and not _names_place(words, place, vocabulary):
            levels.append(AGENCY)
        able = kind is None and words.keys[place] in vocabulary.inner
        inner = phrase_at(vocabulary.inner, words.keys, place) if able else None
        place += len(inner.words) if inner else 1 + (len(level.words) if level else 0)
    return min(levels, default=UNKNOWN)


def _is_post(words: Words, start: int, vocabulary: Vocabulary) -> bool:
    """Whether the words in front name a post: `Phó Bí thư Thường trực`, `Chủ tịch`."""
    for back in range(1, 7):
        place = start - back
        if place < 0 or (back > 1 and _stops(words.printed[place]) and words.printed[place][-1] != ","):
            return False
        phrase = phrase_at(vocabulary.posts, words.keys, place) if words.keys[place] in vocabulary.posts else None
        if phrase and len(phrase.words) >= back:
            return True
        if phrase and len(phrase.words) == back - 1 and words.keys[start - 1] in ("đảng", "các"):
            return True
    return False


def _directs(words: Words, start: int, vocabulary: Vocabulary) -> bool:
    """Whether an order or a document stands close in front, with `của` between, or the body only has an anniversary:
    `84 năm Ngày thành lập Mặt trận …`."""
    before = words.keys[max(0, start - 9) : start]
    ordered = "của" in before[-2:] and ("/" in "".join(before) or any_of(vocabulary.orders, before))
    return ordered or before[-3:] == FOUNDING_DAY


def _without_person(words: Words, start: int, end: int, vocabulary: Vocabulary) -> int:
    """The end of the name when the holder's name follows it without a sign: `Huyện ủy Tân Ví Lê Văn Thử`, or in
    capitals: `Huyện ủy Tân Ví LÊ THỬ`."""
    if (shouted := _where_capitals_begin(words, start, end)) > start:
        return shouted
    run = end
    while run > start and words.bare[run - 1][:1].isupper() and not _known(words, run - 1, vocabulary):
        run -= 1
    names = end - run
    if names == 3 and (words.keys[run] in vocabulary.common_surnames or _is_person(words, run, vocabulary)):
        return run
    cuts = (place for place in range(run + 1, end) if names >= 4 and 2 <= end - place <= 4)
    able = [place for place in cuts if words.keys[place] in vocabulary.surnames]
    return next((place for place in able if place - run > 1), able[0] if able else end)


def _where_capitals_begin(words: Words, start: int, end: int) -> int:
    """Where two words in capitals stand behind a name that has small letters; `start` when none do."""
    if words.bare[start].isupper() or not words.bare[end - 1].isupper():
        return start
    both = (
        place for place in range(start + 1, end - 1) if _in_capitals(words, place) and _in_capitals(words, place + 1)
    )
    return next(both, start)


def _in_capitals(words: Words, place: int) -> bool:
    return len(words.bare[place]) > 1 and words.bare[place].isupper()


def _is_person(words: Words, start: int, vocabulary: Vocabulary) -> bool:
    """Whether a surname and the middle name of most men or women stand there."""
    return words.keys[start] in vocabulary.surnames and words.keys[start + 1] in ("thị", "văn")


def _known(words: Words, place: int, vocabulary: Vocabulary) -> bool:
    return any(phrase_at(rows, words.keys, place) for rows in (vocabulary.bodies, vocabulary.inner, vocabulary.places))


_NUMBER_AND_LETTER = pattern(rf"\d{{1,3}}[^\W\d_{SMALL}]")
"""The number of a troop or a class: `Lữ đoàn Công binh 279B`."""
_NOTE = pattern(r"\((?<=\w\()\d{1,2}\)")
"""The number of a note right behind a word; its bracket is looked for first."""
