"""Finds the title proper and the kicker above it, or says that there is none."""

from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from archive.extract.agreement import is_taken_up, pairs_taken_up, prints_each, told_below_head
from archive.extract.bodies import all_names, bodies_in, cut
from archive.extract.captions import ENOUGH, MARKED, SEVERAL
from archive.extract.captions import score as caption_score
from archive.extract.credits import is_domain, read_credit, split_photo_credit
from archive.extract.dateline import is_repeated_title
from archive.extract.digest import is_signed
from archive.extract.draft import Draft, Piece
from archive.extract.letterhead import is_kind
from archive.extract.page import AGES, titles_in
from archive.extract.series import has_part, is_part_label, is_series_name
from archive.extract.shape import LONG, greets, has_digit, is_bullet, is_closed, is_prose, parts_of, sentences
from archive.extract.told import Told
from archive.extract.unit import SECTION_WORDS, is_only_body, may_be_body
from archive.extract.vocabulary import REMEMBERED, Vocabulary, label_and_value, label_key, phrase_at, words_of
from archive.model.extraction import Candidate
from archive.model.record import KickerType
from archive.patterns import pattern
from archive.vietnamese.names import has_surname, is_name
from archive.vietnamese.syllables import is_syllable

SURE = 0.7
"""Confidence below which a person should look."""
QUOTED = 0.9
"""How sure a line is for the headline that the text holds word for word."""
SHORT_TITLE = 7
"""Words up to which a title may be a kicker instead."""
NEAR = 60
"""How many pieces from the top can hold the headline again."""
MOST, ABOVE = 6, 4
"""How many pieces above the running text are looked at, and how many of them may stand above the date."""
LONGEST_OPENING = 900
"""Characters up to which the first paragraph cannot hold a headline whose line break was lost."""
TITLED = ("running head", "printed again")
"""Why a line was discarded that holds the title of the window."""
FIRST_PASSAGES = 5
"""How many paragraphs are asked for the name of a body that a line in capitals may go on behind."""
CREDIT_WORDS, CREDIT_WITH_OFFICE = 8, 12
"""Words of the longest line above the text that only says who wrote, and of one that says in which office too."""
CROWD = 3
"""Lines without known words from which a menu may be among them."""
MENU = 2
"""Short lines right below which another that no list knows is an item of the same menu."""
TITLE_WORDS = 5
"""Words that a headline has at least when it stands among the items of a menu."""


class Head(Struct):
    """A piece above the running text, and what it may be."""

    piece: Piece
    place: int
    kicker: KickerType | None
    """What kind of kicker it is when it is one by its words."""
    caption: bool
    """Whether it is a caption: it has a credit, or is closed and shows."""
    shows: bool
    """Whether it reads like a caption: it opens with somebody or something seen, and shows."""
    tale: bool
    """Whether it opens as a paragraph does."""
    words: int
    above_date: bool
    """Whether the date line is right below it, or below its author."""
    able: bool = False
    """Whether its form is that of a headline."""
    outlet: bool = False
    """Whether it is the name of a paper, a station, an office, or of who owns the page."""


def headline(draft: Draft) -> None:
    """Claims the headline, once, and the kicker above it. A text that begins in mid story has none.

    Leaves alone a lead or caption though nothing else stands above the text: a missing headline stays missing.
    """
    told = told_below_head(draft)
    heads = _heads(draft, told)
    if draft.headline is not None and not _has_better(draft, heads, told):
        _claim_kicker_above(draft, heads)
        return
    chosen = _choose(draft, heads, told)
    if chosen is None:
        _only_kicker(draft, heads)
        if is_signed(draft) or not _begins_with_text(draft, heads):
            draft.doubt("headline-missing")
        return
    confidence = _confidence(draft, heads, chosen, told)
    title = _once(chosen.piece.text)
    chosen.piece.owner, draft.headline = "headline", title
    draft.note("headline", title, "headline", [chosen.piece], confidence)
    others = [head.piece for head in heads if head is not chosen]
    draft.beaten("headline", [Candidate(piece.text, "headline", piece.lines, 0.3) for piece in others])
    _claim_kicker(draft, heads, chosen)
    if confidence < SURE and not is_part_label(title):
        draft.doubt("headline-weak", title)


def _has_better(draft: Draft, heads: list[Head], told: Told) -> bool:
    """Whether the subject of a mail only announces what it brings, and a line below it is the headline."""
    mail = [piece for piece in draft.pieces if piece.reason == "mail head"]
    if not mail:
        return False
    best = _without_label(draft.headline or "", heads) or _taken_up_more(draft.headline or "", heads, told)
    if best is None:
        return False
    for piece in draft.pieces[: best.place]:
        if piece.owner in ("", "headline"):
            draft.discard(piece, "mail head")
    heads[:] = [head for head in heads if not head.piece.owner]
    draft.headline = None
    return True


def _without_label(subject: str, heads: list[Head]) -> Head | None:
    """The line that is the subject without the label in front: `Bản tin: Chi bộ …`."""
    return next((head for head in heads if subject.endswith(f": {head.piece.text}")), None)


def _taken_up_more(subject: str, heads: list[Head], told: Told) -> Head | None:
    """The open line of which the text takes up far more than of the subject."""
    pairs = {head.place: pairs_taken_up(head.piece.text, told) for head in heads if not is_closed(head.piece.text)}
    most = max(pairs.values(), default=0)
    if most < 2 * pairs_taken_up(subject, told) + 2:
        return None
    return next(head for head in heads if pairs.get(head.place) == most)


# Choosing


def _heads(draft: Draft, told: Told) -> list[Head]:
    """The pieces above the running text that could be headline or kicker."""
    short = [at for at, piece in enumerate(draft.pieces[: draft.first_prose]) if not piece.owner]
    short = [at for at in short if len(draft.pieces[at].text) <= LONG]
    if len(short) > MOST:
        short = _nearest(draft, short, told)
    return [_head(draft, draft.pieces[at], at) for at in short]


def _nearest(draft: Draft, places: list[int], told: Told) -> list[int]:
    """Of many short lines those around the date, or else right above the text, and long ones that the text takes up.

    The others are a menu or captions. What stands above them is discarded; without date and text the first lines are
    taken.
    """
    date = next((at for at, piece in enumerate(draft.pieces[: draft.first_prose]) if piece.owner == "date"), None)
    if date is None and draft.first_prose == len(draft.pieces):
        return places[:MOST]
    anchor = draft.first_prose if date is None else date
    above = [at for at in places if at < anchor][-ABOVE:]
    below = [at for at in places if at > anchor][: MOST - ABOVE]
    near = {*above, *below, *(at for at in places if _is_told(draft.pieces[at].text, told))}
    for at in places:
        if above and at < min(near):
            draft.discard(draft.pieces[at], "site menu")
    return sorted(near)


def _is_told(text: str, told: Told) -> bool:
    """Whether a line is as long as a headline and the text takes up its words, several of them side by side."""
    long = text.count(" ") >= TITLE_WORDS - 1 and not is_closed(text)
    return long and pairs_taken_up(text, told) > 1 and is_taken_up(text, told)


def _head(draft: Draft, piece: Piece, place: int) -> Head:
    words = words_of(piece.text)
    split = split_photo_credit(piece.text)
    above_date = _is_over_date(draft, draft.pieces[place + 1 : place + 3])
    opens = phrase_at(draft.vocabulary.opens, words, int(words[0] in SEVERAL)) is not None
    closed = is_closed(piece.text)
    points = caption_score(piece, split, draft.vocabulary, LONG) if opens or closed or "(" in piece.text else 0
    described = points >= ENOUGH
    below_picture = described and opens and _is_below_picture(draft, place)
    caption = split.certain or points >= MARKED or (described and closed and not above_date) or below_picture
    tale = phrase_at(draft.vocabulary.narrates, words) is not None
    return Head(piece, place, kicker_type(piece, draft), caption, described and opens, tale, len(words), above_date)


def _is_below_picture(draft: Draft, place: int) -> bool:
    """Whether the name of a picture stands right above the line, without a blank between, on a page without date."""
    above = draft.pieces[place - 1] if place and not draft.pieces[place].gap else None
    return above is not None and above.reason == "picture left-over" and draft.date is None


def _is_over_date(draft: Draft, below: list[Piece]) -> bool:
    """Whether the first of the pieces below is the date line, or the second under an author."""
    if len(below) > 1 and below[1].owner == "date" and below[0].owner != "date":
        return _is_labelled(draft, below[0].text)
    return bool(below) and below[0].owner == "date"


def _says_more(text: str, draft: Draft, told: Told) -> bool:
    """Whether a line in capitals goes on behind a body's name, or its seat's, as the text has it in small letters, and
    not with another name or place: `ĐẢNG BỘ XÃ HÒA THỬ LÀM ĐƯỜNG`."""
    passages = told.passages[:FIRST_PASSAGES]
    if not text.isupper() or any(text.lower() in passage.lower() for passage in passages):
        return False
    words = cut(text)
    kind = phrase_at(draft.vocabulary.bodies, words.keys)
    if kind is None or pairs_taken_up(text, told) >= len(words.keys) - 1:
        return False
    names = [cut(body.text).keys for passage in passages for body in bodies_in(passage, draft.vocabulary) if body.named]
    starts = (0, len(kind.words))
    ends = (at + len(name) for name in names for at in starts if words.keys[at : at + len(name)] == name)
    end = max(ends, default=len(words.keys))
    rest = words.keys[end:]
    return len(rest) > 1 and rest[0] != "-" and not draft.vocabulary.may_name(rest)


def kicker_type(piece: Piece, draft: Draft) -> KickerType | None:
    """What kind of kicker the words of a short line make it, None when they say nothing."""
    vocabulary = draft.vocabulary
    if is_only_body(piece.text, vocabulary) or _is_body_in_capitals(piece.text, draft):
        return "unit"
    if (
        (piece.text[-1] == ":" or piece.text.isupper())
        and _tells_speaker(piece.text)
        and _opens_with_person(piece.text, vocabulary)
    ):
        return "speaker"
    section = vocabulary.sections.section(piece.key)
    if section and (credit := read_credit(piece.text, vocabulary)) and credit.rule == "labelled_byline":
        return None
    if section == "campaign":
        return "campaign"
    whole = piece.key in vocabulary.sections.exact
    return "section" if section and (whole or piece.text.count(" ") < SECTION_WORDS) else None


def _tells_speaker(text: str) -> bool:
    """Whether a line may tell who speaks, by the colon at its end, or in capitals by a post behind a dash."""
    return (_NAME_AND_POST if text.isupper() else _SPEAKER).match(text) is not None


def _opens_with_person(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a form of address or a post opens the line, `Đồng chí Lê Thử`, `Chủ tịch Hội Nông dân …`, or a post what
    stands behind a name and its comma: `Nhà giáo LÊ THỬ, Chủ tịch Hội …`."""
    words, (front, _, behind) = words_of(text), text.partition(",")
    if any(phrase_at(table, words) for table in (vocabulary.addresses, vocabulary.posts)):
        return True
    return phrase_at(vocabulary.posts, words_of(behind)) is not None and _ends_in_name(front, vocabulary.surnames)


def _ends_in_name(text: str, surnames: frozenset[str]) -> bool:
    """Whether the last two to four words are a name with a surname."""
    words = text.split()
    names = (" ".join(words[-size:]) for size in (2, 3, 4))
    return any(is_name(name) and has_surname(name, surnames) for name in names)


def _is_body_in_capitals(text: str, draft: Draft) -> bool:
    """Whether a line in capitals names a body, though a word of it may be a verb, for the text writes what stands
    behind its kind as a name, to its end or to its place: `CHI BỘ ẤP GÁNH HÀO`, and below `ấp Gánh Hào`."""
    words = words_of(text)
    head = phrase_at(draft.vocabulary.bodies, words) if may_be_body(text, draft.vocabulary) else None
    if head is None:
        return False
    kind, rest = text.split()[: len(head.words)], text.lower().split()[len(head.words) :]
    places = (at for at in range(1, len(rest)) if phrase_at(draft.vocabulary.places, words, len(kind) + at))
    names = {" ".join(rest), " ".join(rest[: max(places, default=len(rest))])}
    below = (piece.text for piece in draft.pieces[draft.first_prose :] if not piece.owner)
    written = (
        passage[at : at + len(name)]
        for passage, low in ((passage, passage.lower()) for passage in below)
        for name in names
        if name and (at := low.find(name)) >= 0
    )
    return any(is_only_body(f"{' '.join(kind).capitalize()} {found}", draft.vocabulary) for found in written)


def _choose(draft: Draft, heads: list[Head], told: Told) -> Head | None:
    """The headline among the heads: the first that is no kicker, caption or byline, unless the text tells another."""
    able = [head for head in heads if not head.caption and _can_be_headline(draft, head)]
    for head in able:
        head.able = True
    printed_twice = [head for head in able if _is_doubled(draft, head)]
    if printed_twice:
        return printed_twice[0]
    plain = _without_other_parts(draft, [head for head in able if head.kicker is None])
    if greeted := [head for head in plain if _is_below_greeting(draft, head) and _is_told(head.piece.text, told)]:
        return greeted[0]
    if not plain:
        named = (head for head in heads if not head.caption and (head.kicker == "unit" or head.outlet))
        over_verse = able[-1] if able and draft.kind == "poem" else None
        says_more = (head for head in named if _says_more(head.piece.text, draft, told))
        titled = (head for head in able if head.kicker != "unit" and _opens_title_of_page(draft, head.piece))
        return over_verse or next(says_more, None) or next(titled, None) or _kicker_as_headline(draft, able)
    chosen = _by_place(draft, plain, told)
    if len(plain) == 1 or is_taken_up(chosen.piece.text, told):
        return chosen
    others = [head for head in plain if _is_told(head.piece.text, told)]
    return max(others, key=lambda head: pairs_taken_up(head.piece.text, told), default=chosen)


def _without_other_parts(draft: Draft, plain: list[Head]) -> list[Head]:
    """The lines without those that lead to other parts of a series: of several labels the first is its own."""
    parts = [head for head in plain if is_part_label(head.piece.text)]
    if len(parts) > 1:
        draft.doubt("headline-weak", parts[1].piece.text)
    return [head for head in plain if head not in parts[1:]]


def _is_below_greeting(draft: Draft, head: Head) -> bool:
    """Whether those who listen are greeted right above the line, as in what is read aloud."""
    return head.place > 0 and greets(draft.pieces[head.place - 1].text)


def _by_place(draft: Draft, plain: list[Head], told: Told) -> Head:
    """The headline as place and form tell it."""
    first = plain[0]
    if len(plain) >= CROWD and (beside := _beside_date(draft, plain)):
        return beside
    if len(plain) > 1 and (_is_kicker_over(draft, first, plain[1], told) or _is_caption_over(first, plain[1])):
        return plain[1]
    return first


def _is_caption_over(upper: Head, lower: Head) -> bool:
    """Whether the upper of two lines is a sentence that shows, and the lower ends open as headlines do."""
    return upper.shows and upper.piece.text[-1] == "." and not is_closed(lower.piece.text)


def _beside_date(draft: Draft, plain: list[Head]) -> Head | None:
    """Among many lines the one with words enough that stands next to the date, above it rather than below."""
    date = next((at for at, piece in enumerate(draft.pieces[: draft.first_prose]) if piece.owner == "date"), None)
    titles = [head for head in plain if head.words >= TITLE_WORDS]
    if date is None or not titles:
        return None
    above = [head for head in titles if head.place < date]
    if above and above[-1].place == date - 1:
        return above[-1]
    return above[0] if above else titles[0]


def _can_be_headline(draft: Draft, head: Head) -> bool:
    text = head.piece.text
    if draft.vocabulary.titles.section(head.piece.key):
        return True
    if (
        head.words < 2
        or not _has_two_words(text)
        or text[-1] in ",:"
        or _is_bracketed(text)
        or _is_labelled(draft, text)
        or (":" in text and _MEASURE.fullmatch(text))
        or (not text[0].isalnum() and _is_item(draft, text))
        or greets(text)
        or _DEDICATION.match(text)
        or (text[0].islower() and head.words < 4)
    ):
        return False
    if is_prose(head.piece) or (len(text) > 120 and head.tale and not text.isupper()):
        return False
    if sentences(text) > 1 and is_closed(text):
        return False
    if is_closed(text) and not text.isupper() and text[-1] != "?" and head.tale:
        return False
    parted = head.words <= CREDIT_WITH_OFFICE and ("," in text or " - " in text) and not text.isupper()
    short = (head.words <= CREDIT_WORDS or parted) and head.kicker is None
    credit = read_credit(text, draft.vocabulary) if short else None
    head.outlet = _is_owner(text, draft.vocabulary) or bool(credit and credit.office and not credit.people)
    return not (head.outlet or (credit and credit.confidence > 0.75 and (credit.people or credit.source)))


def _has_two_words(text: str) -> bool:
    """Whether two words of the text begin with a letter."""
    letters = (word[0].isalpha() for word in text.split())
    return any(letters) and any(letters)


def _is_bracketed(text: str) -> bool:
    return text[0] == "(" and text[-1] == ")"


def _is_remark(draft: Draft, text: str) -> bool:
    """Whether a line is in brackets, greets, or tells behind a label who did what, or is to: `Duyệt: Đ/c Lê Văn Thử`,
    `Chuyển tiếp: các đ/c đọc`."""
    label, colon, value = text.partition(":")
    words = words_of(value) or ("",)
    addressed = phrase_at(draft.vocabulary.addresses, words, int(words[0] in SEVERAL)) is not None
    told_who = bool(colon) and (addressed or label_key(label) in draft.vocabulary.bylines)
    return _is_bracketed(text) or greets(text) or told_who


@lru_cache(maxsize=REMEMBERED)
def _is_owner(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line names those whose page it is, or where they are, or says what page: `Tuổi trẻ xã Hòa Thử`,
    `Xã Hòa Thử - Huyện …`, `… - Trang thông tin điện tử`."""
    if _says_what_page(text, vocabulary):
        return True
    keys = words_of(text)
    level = phrase_at(vocabulary.places, keys)
    parted = level is not None and level.section != "cấp chi bộ" and "" in keys
    if parted and all_names(cut(text), 0, vocabulary):
        return True
    line = " ".join(keys)
    able = vocabulary.members if line.startswith(vocabulary.members) else ()
    size = next((name.count(" ") + 1 for name in able if line.startswith(f"{name} ")), 0)
    return size > 0 and all_names(cut(text), size, vocabulary)


@lru_cache(maxsize=REMEMBERED)
def _says_what_page(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a label of the site stands behind the first part of a line."""
    return any(vocabulary.junk.section(label_key(part)) == "site menu" for part in parts_of(text)[1:])


def _is_labelled(draft: Draft, text: str) -> bool:
    """Whether the line is a byline, tells where its author works, or names a series: `Tác giả: …`, `Loạt bài: …`."""
    label, colon, _ = text.partition(":")
    key = label_key(label) if colon and not is_part_label(text) else ""
    return is_series_name(text) or key in draft.vocabulary.bylines or key in draft.vocabulary.workplaces


def _is_item(draft: Draft, text: str) -> bool:
    """Whether the line is one of several that a sign marks as items: three, or two one below the other."""
    if not is_bullet(text):
        return False
    alike = [place for place, piece in enumerate(draft.pieces[:NEAR]) if piece.text[0] == text[0]]
    return len(alike) > 2 or (len(alike) == 2 and alike[1] - alike[0] == 1 and text[0] in "•*-–")


def _is_doubled(draft: Draft, head: Head) -> bool:
    """Whether the same words stand once more near the head of the text."""
    near = draft.pieces[: min(draft.first_prose, NEAR) + 1] if head.kicker is None else ()
    copies = [piece for piece in near if piece.reason == "printed again" and piece is not head.piece]
    return any(is_repeated_title(head.piece.text, piece.text) for piece in copies)


def _is_kicker_over(draft: Draft, upper: Head, lower: Head, told: Told) -> bool:
    """Whether the upper of two lines without known words is a kicker: much shorter, or the only one in capitals, or
    told less of in the text than a lower one over the date."""
    between = draft.pieces[upper.place + 1 : lower.place]
    if lower.caption or any(piece.owner not in ("date", "discarded") for piece in between):
        return False
    if is_part_label(lower.piece.text):
        return not has_part(upper.piece.text)
    if lower.above_date and (
        upper.words <= SHORT_TITLE
        or upper.piece.text.isupper()
        or pairs_taken_up(upper.piece.text, told) < pairs_taken_up(lower.piece.text, told)
    ):
        return True
    if lower.shows or (is_closed(lower.piece.text) and lower.piece.text[-1] == "."):
        return False
    if upper.piece.text.isupper() and not lower.piece.text.isupper():
        return True
    return upper.words <= 5 and lower.words > upper.words + 1


def _opens_title_of_page(draft: Draft, piece: Piece) -> bool:
    """Whether the title of the window that was printed over the page begins with the line."""
    above = (other for other in draft.pieces[: draft.first_prose] if other.reason in TITLED)
    return any(piece.text in titles_in(other.text)[:1] for other in above)


def _kicker_as_headline(draft: Draft, able: list[Head]) -> Head | None:
    """With kickers only: the last of two, one too long to be a mere section, or what news in brief are about."""
    sayings = [head for head in able if head.kicker in ("campaign", "section") and head.words >= 6]
    sayings = [head for head in sayings if not head.piece.text.isupper()]
    if len(able) > 1 and able[-1].kicker != "unit":
        return able[-1]
    named = [head for head in able if head.words > 2 and draft.vocabulary.titles.section(head.piece.key)]
    return next(reversed(sayings or named), None)


def _begins_with_text(draft: Draft, heads: list[Head]) -> bool:
    """Whether it is plain that the headline was lost: the text opens as a story does, and no line stands over it."""
    if any(head.kicker is None for head in heads) or draft.first_prose + 1 >= len(draft.pieces):
        return False
    first = draft.pieces[draft.first_prose]
    opens = phrase_at(draft.vocabulary.narrates, words_of(first.text)) is not None
    return len(first.text) <= LONGEST_OPENING and (opens or draft.tag is not None)


def _confidence(draft: Draft, heads: list[Head], chosen: Head, told: Told) -> float:
    """How sure the choice is: a neighbouring date, a double or a clear kicker make it surer, rivals less, most of all
    a long one below that stands over the date.

    When the text takes up the chosen line, a line of which it takes up less is no rival.
    """
    if _is_doubled(draft, chosen) or draft.part:
        return 0.98
    rivals = [head for head in heads if head.able and head is not chosen and _may_rival(head, chosen, told)]
    below = [head for head in rivals if head.place > chosen.place and head.words > TITLE_WORDS]
    over_date = any(head.above_date for head in below)
    if rivals and _is_told(chosen.piece.text, told):
        pairs = pairs_taken_up(chosen.piece.text, told)
        rivals = [head for head in rivals if pairs_taken_up(head.piece.text, told) >= pairs]
    base = 0.95 if chosen.kicker is None or _is_told(chosen.piece.text, told) else 0.6
    sentence = chosen.piece.text[-1] == "." and (chosen.shows or bool(rivals))
    alone = chosen.above_date or chosen.piece.text.isupper()
    if (
        sentence
        or over_date
        or _is_first_of_items(draft, heads, chosen)
        or (not alone and _may_be_caption(draft, heads, chosen))
    ):
        base = 0.6
    sure = base - 0.05 * len(rivals) - 0.3 * any(_rivals(chosen, head) for head in rivals)
    return QUOTED if sure < SURE and _is_quoted(chosen.piece.text, told) else sure


def _may_rival(head: Head, chosen: Head, told: Told) -> bool:
    """Whether a line is no kicker by its words, or the text tells of it as of a headline, and of the chosen not."""
    text = head.piece.text
    return head.kicker is None or (
        head.kicker != "unit" and _is_told(text, told) and not is_taken_up(chosen.piece.text, told)
    )


def _is_first_of_items(draft: Draft, heads: list[Head], chosen: Head) -> bool:
    """Whether the line is the first of several news, numbered, all in capitals or under what such are called: the
    headline of them all is another, or none."""
    above = (head.piece for head in heads if head.place < chosen.place)
    if any(draft.vocabulary.heads_news(piece.key) for piece in above):
        return True
    text, below = chosen.piece.text, draft.pieces[chosen.place + 1 :]
    if text.startswith(("1.", "1)", "1/")):
        return any(piece.text.startswith(("2.", "2)", "2/")) for piece in below)
    return text.isupper() and sum(_is_title_over_text(upper, lower) for upper, lower in pairwise(below)) > 1


def _is_title_over_text(upper: Piece, lower: Piece) -> bool:
    """Whether a line in capitals, as long as a headline, stands right over running text."""
    title = upper.text.isupper() and upper.text.count(" ") >= TITLE_WORDS - 1 and len(upper.text) <= LONG
    return title and not upper.owner and is_prose(lower)


def _is_quoted(text: str, told: Told) -> bool:
    """Whether the text holds the whole line word for word, and the line is long enough for a headline."""
    line = text.rstrip(".").lower()
    words = [word for word in line.split() if word.isalpha()]
    able = told.passages if line.count(" ") >= TITLE_WORDS - 1 else ()
    return any(prints_each(passage, words) and line in passage.lower() for passage in able)


def _may_be_caption(draft: Draft, heads: list[Head], chosen: Head) -> bool:
    """Whether a caption would look the same: a closed one, one on a page without date, one among others.

    None stands right under a kicker or the site's menu, and many under a credit.
    """
    if any(head.kicker and head.place == chosen.place - 1 for head in heads) or _is_below_menu(draft, chosen):
        return False
    above = draft.pieces[chosen.place - 1] if chosen.place else chosen.piece
    if chosen.shows and _PHOTO.match(above.text):
        return True
    if chosen.piece.text[-1] == ".":
        return True
    others = sum(head.shows for head in heads if head is not chosen)
    dated = draft.date is not None or any(piece.reason in AGES for piece in draft.pieces[: draft.first_prose])
    return chosen.shows and (not dated or others > 1)


def _is_below_menu(draft: Draft, head: Head) -> bool:
    """Whether the last line of the site's menu, or tools of the page alone below it, stand right above."""
    above = (piece.reason for piece in reversed(draft.pieces[: head.place]))
    return next((reason for reason in above if reason != "page tool"), "") == "site menu"


def _rivals(chosen: Head, other: Head) -> bool:
    """Whether another line could as well be the headline: a longer one below, or a kicker known by its length only.

    None does that lines part from a headline right over the date.
    """
    apart = other.place < chosen.place - 1
    if other.outlet or (chosen.above_date and (apart or not chosen.shows)):
        return False
    if other.piece.text.isupper() and not chosen.piece.text.isupper():
        return other.place == chosen.place + 1 and other.words >= TITLE_WORDS
    if other.place < chosen.place:
        return not other.piece.text.isupper() and not other.shows
    short = chosen.words <= SHORT_TITLE or chosen.piece.text.isupper()
    return short and not other.piece.text.isupper() and not is_closed(other.piece.text)


def _once(text: str) -> str:
    """The headline once, when its line holds it twice, or up to four times."""
    for times in (2, 3, 4):
        first = text[: len(text) // times]
        if " ".join([first] * times) == text:
            return _once(first)
    return text


# Kickers


def _claim_kicker(draft: Draft, heads: list[Head], chosen: Head) -> None:
    """Claims the nearest short line above the headline; the rest above it belongs to the site."""
    above = [head for head in heads if head.place < chosen.place and not _is_remark(draft, head.piece.text)]
    below = [head for head in heads if head.place > chosen.place and head.kicker in ("section", "campaign")]
    if above:
        _set_kicker(draft, above[-1])
        for head in above[:-1]:
            _settle_upper(draft, head, beside=head is above[-2])
    for head in below:
        if head.words <= 6 and not is_closed(head.piece.text):
            draft.discard(head.piece, "section name under the headline")


def _claim_kicker_above(draft: Draft, heads: list[Head]) -> None:
    """The kicker over a headline that the date line told."""
    place = draft.place_of("headline", 0)
    above = [head for head in heads if head.place < place]
    for head in above:
        if _is_labelled(draft, head.piece.text):
            continue
        if is_repeated_title(draft.headline or "", head.piece.text):
            draft.discard(head.piece, "printed again")
        elif head is above[-1] and (head.kicker or _may_be_campaign(head)):
            _set_kicker(draft, head)
        else:
            draft.discard(head.piece, "site menu")


def _settle_upper(draft: Draft, head: Head, beside: bool) -> None:
    """A second line above the headline: a unit right over a section is the kicker, other lines are the site's."""
    if head.kicker == "unit" and beside and draft.kicker_type != "unit":
        _set_kicker(draft, head)
    else:
        draft.discard(head.piece, "site menu")


def _only_kicker(draft: Draft, heads: list[Head]) -> None:
    """A section or unit that stands over a text without a headline."""
    named = [head for head in heads if head.kicker and not head.caption]
    if named and named[0].place < draft.first_prose:
        _set_kicker(draft, named[-1])


def _set_kicker(draft: Draft, head: Head) -> None:
    if (
        head.caption
        or head.piece.text[-1] == ","
        or (head.shows and is_closed(head.piece.text))
        or is_kind(head.piece.text)
        or _is_author(draft, head)
    ):
        return
    text, vocabulary = head.piece.text, draft.vocabulary
    if head.kicker is None and may_be_body(text, vocabulary) and not _says_what_page(text, vocabulary):
        head.kicker = "unit"
        draft.doubt("unit-weak", head.piece.text)
    elif head.place < draft.place_of("headline", len(draft.pieces)) and (
        head.outlet or (head.kicker is None and _is_of_page(draft, head))
    ):
        draft.discard(head.piece, "site menu")
        return
    kind = head.kicker or ("campaign" if _may_be_campaign(head) else "section")
    head.piece.owner = "kicker"
    labelled = label_and_value(text)
    draft.kicker = labelled[1] if labelled and labelled[0] in vocabulary.section_labels else text
    draft.kicker_type = kind
    draft.note("kicker", draft.kicker, "kicker", [head.piece], 0.9 if head.kicker else 0.6)


def _may_be_campaign(head: Head) -> bool:
    """Whether a line is written as names of campaigns and contests are: in capitals, and longer than a section's."""
    return head.piece.text.isupper() and head.words > 5


def _is_of_page(draft: Draft, head: Head) -> bool:
    """Whether an unknown line over the headline is the site's: it says so, is numbers mostly, closes a menu, or has the
    form of no section's name."""
    text = head.piece.text
    numbers = sum(map(str.isdigit, text)) > sum(map(str.isalpha, text))
    return numbers or _is_no_name(text) or _closes_menu(draft, head) or _is_of_site(draft, head)


def _is_no_name(text: str) -> bool:
    """Whether a line is a sentence, begins with a sign of markup, tells the time of day, counts behind a label what a
    page has, `Trong số này: 4 tin`, or is the code by which an agency knows an article: `PK-0417/TN`."""
    if " " not in text and ("/" in text or text.count("-") > 1) and has_digit(text):
        return True
    told = ":" in text and _CLOCK_OR_COUNT.search(text) is not None
    return told or text[0] in "<>" or (text[-1] == "." and text.count(" ") >= SECTION_WORDS)


def _closes_menu(draft: Draft, head: Head) -> bool:
    """Whether a short line is the last of three or more without a blank line between them, one of which is known."""
    above = draft.pieces[max(0, head.place - MENU) : head.place]
    lines = [*above, head.piece]
    short = len(above) == MENU and all(piece.text.count(" ") < SECTION_WORDS for piece in lines)
    known = any(draft.vocabulary.labels_page(piece.key) for piece in above)
    return short and known and not any(piece.gap for piece in lines[1:])


def _is_of_site(draft: Draft, head: Head) -> bool:
    """Whether an unknown line over the headline belongs to the site: it names a paper, or has words in English."""
    parts = parts_of(head.piece.text)
    paper = any(draft.vocabulary.names_medium(part) for part in parts)
    return (
        paper
        or is_domain(head.piece.text)
        or any(
            len(word) > 4 and word.isascii() and word.isalpha() and not is_syllable(word)
            for word in words_of(head.piece.text)
        )
    )


def _is_author(draft: Draft, head: Head) -> bool:
    """Whether a person's name stands where a kicker would: then it is claimed as the byline."""
    credit = read_credit(head.piece.text, draft.vocabulary) if head.kicker is None and head.words <= 8 else None
    common = words_of(head.piece.text)[0] in draft.vocabulary.common_surnames
    if credit is None or not credit.people or not common or draft.byline:
        return False
    head.piece.owner, draft.byline = "byline", credit.people
    draft.note("byline", "; ".join(credit.people), credit.rule, [head.piece], credit.confidence)
    return True


_DEDICATION = pattern(r"(?:(?:Kính|Thân|Mến|Riêng|Xin)\s(?:mến\s)?tặng|Tặng\s(?:anh|chị|các|những))\s[^.!?:]{3,80}$")
"""To whom a poem or a tale is given, which stands below its title."""
_MEASURE = pattern(r"[^\W\d_][^:\d]{1,30}:\s?(?:(?:\d[\d.,]*\s[^\W\d_]+\s?)+(?:\([^()]*\))?|\d[\d./-]*)")
"""A number or a measure behind a label: `Mã tin: 2019-114`, `Thời lượng: 6 phút 30 giây`."""
_CLOCK_OR_COUNT = pattern(r"(?<!\d)\d{1,2}:\d\d(?!\d)|:\s?\d[\d.]{0,8}\s(?:tin|bài|chữ)$")
_PHOTO = pattern(r"(?:Ảnh|ẢNH|Hình)\s?:")
_NAME_AND_POST = pattern(
    r"[^-–,:]{8,50}(?:\s[-–]|,)\s(?:PHÓ )?(?:BÍ THƯ|CHỦ TỊCH|TRƯỞNG|GIÁM ĐỐC|ỦY VIÊN|HIỆU TRƯỞNG)\s|[^:]{5,120}:$"
)
_SPEAKER = pattern(r"[^:]{5,120}:$")
