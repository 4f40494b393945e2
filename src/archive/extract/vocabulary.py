"""Reads the word lists that the rules consult: plain text files which an editor can extend."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from archive.patterns import pattern
from archive.resources import own_text
from archive.vietnamese.folding import identity_key, identity_letters, identity_words
from archive.vietnamese.tables import WordTable

LISTS = ("bodies", "bylines", "captions", "dates", "junk", "page", "people", "places", "sections", "words")
"""The files of `archive/vocabulary`, without `.txt`; a project's own folder may hold files of the same names."""

LONGEST_LABEL = 33
"""Characters of the longest label in front of a colon."""

REMEMBERED = 4096
"""How many short lines are remembered, with what they are: rules ask for the same ones, and pages of one source print
the same labels, authors and units."""

SHORT = 200
"""Characters up to which a text is worth remembering."""

Sections = Mapping[str, tuple[str, ...]]
"""The entries of one list by the section they stand under."""


class Phrase(Struct, frozen=True):
    """Words that belong together, as they are looked for in a text."""

    words: tuple[str, ...]
    """In small letters."""
    written: str
    """As it stands in the list."""
    section: str


class Beginning(Struct, frozen=True):
    """The phrases that begin with one word."""

    alone: Phrase | None
    """The word by itself, when that is a phrase."""
    longer: Mapping[str, tuple[Phrase, ...]]
    """The other phrases by their second word, longest first."""


Phrases = Mapping[str, Beginning]
"""Phrases by their first word in small letters."""

Openings = Mapping[str, Set[str]]
"""First words of labels, each with the words that may be second; an empty one where any may."""


class Passages(Struct, frozen=True):
    """Passages that are looked for anywhere in a text, also where another word is glued to their ends."""

    short: tuple[str, ...]
    """Those of one or two words."""
    long: Mapping[str, tuple[str, ...]]
    """The others by a word amid them, which has blanks around it: a text without that word has none of them."""

    def stand_in(self, words: Sequence[str]) -> bool:
        """Whether one of the passages stands in a text, given by the words of its identity key."""
        text = " ".join(words)
        amid = self.long.keys() & words
        return holds_any(text, self.short) or any(holds_any(text, self.long[word]) for word in amid)


class Labels(Struct, frozen=True):
    """Labels by their key, and labels of which only the beginning is fixed."""

    exact: Mapping[str, str]
    """The section of each key."""
    begun: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """By first word: the fixed parts, in order, and the section."""

    def beginnings(self) -> Iterator[str]:
        """What the key of a label begins with: the whole of it, or its first fixed part."""
        yield from self.exact
        yield from (parts[0] for rows in self.begun.values() for parts, _ in rows)

    def section(self, key: str) -> str | None:
        """The section that a label of this key stands under, or None."""
        if not key:
            return None
        if found := self.exact.get(key):
            return found
        return next((name for parts, name in self.begun.get(key.split(" ", 1)[0], ()) if _fits(key, parts)), None)


class Vocabulary(Struct, frozen=True, eq=False):
    """Every word list, made ready for looking up; equal to none but itself, so that answers can be remembered by it."""

    junk: Labels
    sections: Labels
    label_openings: Openings
    """How the labels of junk and of sections open."""
    tool_openings: Openings
    """How labels of junk and buttons open."""
    bodies: Phrases
    inner: Phrases
    workplace_ends: frozenset[str]
    """Last words of kinds of workplaces."""
    trades: Phrases
    """Trades and branches that stand for a proper name: `Khoa Cấp cứu`."""
    places: Phrases
    agencies: Phrases
    """Bodies of the section of agencies."""
    not_names: Phrases
    """Phrases with a capital that end the name of a body."""
    joined_names: Phrases
    """Names of places with a dash inside."""
    in_names: frozenset[str]
    """Words with which anything begins that is known to stand in the name of a body, or to end it."""
    bylines: Mapping[str, str]
    """Byline labels by key: `text`, `editor`, `reader`, `photo`, `both`, `source`."""
    workplaces: frozenset[str]
    """Labels of the office in which an author works."""
    on_behalf: tuple[str, ...]
    """What a signer writes before the name of the body or the post for which a document is signed."""
    roles: Labels
    degrees: Phrases
    collective: Labels
    credit_openings: frozenset[str]
    """First words of what can be credited though no capital follows: degrees, posts, offices, several people."""
    offices: Phrases
    fields: Phrases
    """What an office works at beside its first field: `Trung tâm Văn hóa -` Thông tin."""
    media: Phrases
    papers: Labels
    """Names of papers that are printed without a word for it: `(Nhân Dân)`."""
    date_labels: Mapping[str, bool]
    """Longest first, each with whether it tells of a change."""
    publishing_labels: Phrases
    """Labels that tell when the article was published."""
    own_clock_labels: Phrases
    """Labels of the moment at which the page was shown or printed."""
    deadlines: tuple[str, ...]
    """Words for a day until which something may be sent in."""
    weekdays: Mapping[str, int]
    """Names of weekdays in small letters, longest first, with 1 for Monday to 7 for Sunday."""
    on_air: tuple[str, ...]
    """Words in brackets that tell of a broadcast."""
    off_air: tuple[str, ...]
    """Programmes of work, which no station sends: `Chương trình hành động`."""
    opens: Phrases
    shows: Phrases
    caption_labels: frozenset[str]
    """Labels that announce a caption."""
    where: Phrases
    """Words that say where somebody or something stands in a picture."""
    tells: Phrases
    narrates: Phrases
    counted: frozenset[str]
    """Words behind a number that counts and does not name."""
    orders: Phrases
    """Words for what a body issues; a body close behind one only directs."""
    capitals: Phrases
    """Words with a capital that are no body's: medals, ranks, days."""
    members: tuple[str, ...]
    groups: Phrases
    """Those who work or learn together and have a body of their own."""
    links: frozenset[str]
    """Words with which no line ends by itself."""
    deeds: Phrases
    """What bodies do: verbs that follow their names."""
    stops: frozenset[str]
    """Words over which no name goes on: links, and verbs of one word that show or tell."""
    government: tuple[str, ...]
    """Beginnings of the names of authorities that are told along with a body of the Party."""
    planted: tuple[str, ...]
    """Words of betting sites that steal articles."""
    titles: Labels
    """Kinds of short texts that are their own title: `Tin buồn`, `Thư khen`, and of several together: `Tin vắn`."""
    promotions: tuple[str, ...]
    """Invitations of such sites that stand on a line of their own."""
    surnames: frozenset[str]
    common_surnames: frozenset[str]
    addresses: Phrases
    posts: Phrases
    casing: Mapping[str, str]
    """How common words of the names of bodies and places are written."""
    buttons: Phrases
    """Verbs with which buttons of a page begin."""
    things: Phrases
    """What buttons are about."""
    notices: Passages
    """Words that only a page says to its reader."""
    english: frozenset[str]
    """Words of pages in English."""
    errors: tuple[str, ...]
    """Words of a page that stands where an article was."""
    mail_labels: frozenset[str]
    headline_labels: frozenset[str]
    section_labels: frozenset[str]
    label_pairs: frozenset[tuple[str, str]]
    """Words that stand side by side in labels and sections of pages."""
    address_labels: frozenset[str]

    def tells_air(self, key: str) -> bool:
        """Whether a text in small letters tells of a broadcast, and of no programme of work."""
        return holds_any(key, self.on_air) and not holds_any(key, self.off_air)

    def is_verb(self, words: Sequence[str], place: int) -> bool:
        """Whether a verb or a link stands at the place, so that no name goes on over it."""
        return words[place] in self.stops or phrase_at(self.deeds, words, place) is not None

    def may_name(self, words: Sequence[str], place: int = 0) -> bool:
        """Whether from the place on the words open with what stands in the names of bodies, or ends them."""
        tables = (self.bodies, self.inner, self.trades, self.places, self.not_names)
        return words[place] == NUMBER or any(phrase_at(table, words, place) for table in tables)

    def level_at_end(self, words: Sequence[str]) -> tuple[str, ...]:
        """The level of a place in which words end, `khu vực`, of `thị xã` not `xã` alone; empty when there is none."""
        for size in (2, 1):
            level = phrase_at(self.places, words[-size:])
            if level and len(level.words) == size:
                return level.words
        return ()

    def heads_news(self, key: str) -> bool:
        """Whether a key is that of a line over several short news: `TIN VẮN`."""
        return self.titles.section(key) == NEWS

    def labels_page(self, key: str) -> bool:
        """Whether a key is that of a label or of a section of a page."""
        return bool(self.sections.section(key) or self.junk.section(key))

    def names_medium(self, text: str) -> bool:
        """Whether the text begins with the name of a paper or a station."""
        return phrase_at(self.media, words_of(text)) is not None


@lru_cache(maxsize=4)
def load_vocabulary(own: tuple[tuple[str, str], ...] = ()) -> Vocabulary:
    """The packaged word lists, extended by a project's `own`: pairs of a list's name and its text."""
    return prepare({name: read_list(name, [text for other, text in own if other == name]) for name in LISTS})


@lru_cache(maxsize=REMEMBERED)
def label_key(text: str) -> str:
    """What two printings of one label have in common: its letters, without digits, signs, capitals.

    >>> label_key("• Lượt xem: 1.534")
    'lượt xem'
    """
    return " ".join(filter(None, map(_LABEL.__getitem__, text.split())))


def _letters(word: str) -> str:
    return " ".join(_LETTERS.findall(identity_letters(word)))


def opens_with(openings: Openings, key: str) -> bool:
    """Whether the first two words of a label's key, or the first, are one of the openings."""
    first, _, rest = key.partition(" ")
    seconds = openings.get(first)
    return seconds is not None and ("" in seconds or rest.partition(" ")[0] in seconds)


def label_and_value(text: str) -> tuple[str, str] | None:
    """The key of a label and what stands behind its colon; None when no short label opens the text."""
    label, colon, value = text.partition(":")
    if not colon or len(label) > LONGEST_LABEL:
        return None
    return label_key(label), value.strip()


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, tone marks in one place, signs at their ends cut off."""
    return _words_of_line(text) if len(text) <= SHORT else _words_of(text)


def _words_of(text: str) -> tuple[str, ...]:
    return tuple(bare(identity_words(text.split())))


_words_of_line = lru_cache(maxsize=REMEMBERED)(_words_of)


def bare(words: Iterable[str]) -> list[str]:
    """The words without signs at their ends."""
    return [*map(_BARE.__getitem__, words)]


def holds_any(text: str, passages: Iterable[str]) -> bool:
    """Whether one of the passages stands in the text."""
    for passage in passages:  # noqa: SIM110 - a generator takes twice as long, and nothing is asked oftener
        if passage in text:
            return True
    return False


def any_of(phrases: Phrases, words: Sequence[str]) -> bool:
    """Whether one of the phrases stands anywhere in the words."""
    if phrases.keys().isdisjoint(words):
        return False
    return any(word in phrases and phrase_at(phrases, words, place) for place, word in enumerate(words))


def phrase_at(phrases: Phrases, words: Sequence[str], place: int = 0) -> Phrase | None:
    """The longest phrase that stands in `words` from `place` on."""
    beginning = phrases.get(words[place]) if place < len(words) else None
    if beginning is None:
        return None
    for phrase in beginning.longer.get(words[place + 1], ()) if place + 1 < len(words) else ():
        if tuple(words[place : place + len(phrase.words)]) == phrase.words:
            return phrase
    return beginning.alone


def opening(phrases: Phrases, text: str) -> Phrase | None:
    """The phrase with which the text opens; most open with a word that no phrase has, and need not be cut."""
    first = words_of(text.split(maxsplit=1)[0])
    return phrase_at(phrases, words_of(text)) if first[0] in phrases else None


SIGNS = ".,;:!?…\"“”‘’'()[]{}<>|*•-–—/`"
_LETTERS = pattern(r"[^\W\d_]+")
_LABEL = WordTable(_letters)
_BARE = WordTable(lambda word: word.strip(SIGNS))


def read_list(name: str, own: Iterable[str] = ()) -> Sections:
    """The entries of one list; what a project adds stands behind what is packaged."""
    sections: dict[str, list[str]] = {}
    for text in (own_text(f"vocabulary/{name}.txt"), *own):
        section = ""
        for line in text.splitlines():
            entry = line.strip()
            if entry.startswith("[") and entry.endswith("]"):
                section = entry[1:-1].strip()
            elif entry and not entry.startswith("#"):
                sections.setdefault(section, []).append(entry)
    return {section: tuple(entries) for section, entries in sections.items()}


def prepare(lists: Mapping[str, Sections]) -> Vocabulary:
    """All lists, made ready for looking up."""
    bodies, bylines, captions = lists["bodies"], lists["bylines"], lists["captions"]
    dates, people, places, words = lists["dates"], lists["people"], lists["places"], lists["words"]
    page = lists["page"]
    heads = {name: entries for name, entries in bodies.items() if name not in (INNER, NOT_NAMES, TRADES, JOINED)}
    inner = _phrases({INNER: bodies.get(INNER, ())})
    trades = _phrases({TRADES: bodies.get(TRADES, ())})
    not_names = _phrases({NOT_NAMES: bodies.get(NOT_NAMES, ())})
    joined = _phrases({JOINED: bodies.get(JOINED, ())})
    kinds, levels = _phrases(heads), _phrases(places)
    offices, degrees = _phrases({"office": bylines.get("office", ())}), _phrases({"degree": bylines.get("degree", ())})
    posts, collective = (
        _phrases({"post": people.get("post", ())}),
        _labels({"collective": bylines.get("collective", ())}),
    )
    shows, tells = _phrases({"shows": captions.get("shows", ())}), _phrases({"tells": captions.get("tells", ())})
    links = frozenset(words.get("links", ()))
    junk, sections, buttons = _labels(lists["junk"]), _labels(lists["sections"]), _phrases({"": page.get("button", ())})
    return Vocabulary(
        junk=junk,
        sections=sections,
        label_openings=_openings((*junk.beginnings(), *sections.beginnings())),
        tool_openings=_openings((*junk.beginnings(), *(label_key(word).split(" ", 1)[0] for word in buttons))),
        bodies=kinds,
        inner=inner,
        workplace_ends=frozenset(words_of(entry)[-1] for name in (INNER, AGENCIES) for entry in bodies.get(name, ())),
        trades=trades,
        places=levels,
        agencies=_phrases({AGENCIES: bodies.get(AGENCIES, ())}),
        not_names=not_names,
        joined_names=joined,
        in_names=frozenset((*kinds, *inner, *trades, *levels, *not_names, *joined, NUMBER)),
        bylines=_byline_labels(bylines),
        workplaces=_keys(bylines.get("workplace", ())),
        on_behalf=tuple(bylines.get("on behalf", ())),
        roles=_labels({"role": bylines.get("role", ())}),
        degrees=degrees,
        collective=collective,
        credit_openings=frozenset(
            (*kinds, *offices, *degrees, *posts, *GLUED_DEGREES, *_openings(collective.beginnings()))
        ),
        offices=offices,
        fields=_phrases({"field": bylines.get("field", ())}),
        media=_phrases({"medium": bylines.get("medium", ())}),
        papers=_labels({"paper": bylines.get("paper", ())}),
        date_labels=_date_labels(dates),
        publishing_labels=_label_phrases(dates.get("publishing", ())),
        own_clock_labels=_label_phrases(dates.get("own clock", ())),
        deadlines=tuple(map(label_key, dates.get("deadline", ()))),
        weekdays=_weekdays(dates.get("weekday", ())),
        on_air=tuple(map(identity_key, dates.get("on air", ()))),
        off_air=tuple(map(identity_key, dates.get("off air", ()))),
        opens=_phrases({name: captions.get(name, ()) for name in (SCENES, THINGS, "opens")}),
        shows=shows,
        caption_labels=_keys(captions.get("label", ())),
        where=_phrases({"where": captions.get("where", ())}),
        tells=tells,
        narrates=_phrases({"narrates": captions.get("narrates", ())}),
        counted=frozenset(map(identity_key, words.get("counted", ()))),
        orders=_phrases({"orders": words.get("orders", ())}),
        capitals=_phrases({"capital": words.get("capitals", ())}),
        members=tuple(map(identity_key, words.get("members", ()))),
        groups=_phrases({"group": words.get("groups", ())}),
        links=links,
        deeds=_phrases({"deed": words.get("deeds", ())}),
        stops=links.union(word for verbs in (shows, tells) for word, found in verbs.items() if found.alone),
        government=tuple(map(identity_key, words.get("government", ()))),
        planted=words.get("planted", ()),
        titles=_labels({name: words.get(name, ()) for name in ("title", NEWS)}),
        promotions=words.get("promotion", ()),
        surnames=frozenset(identity_key(entry) for entry in people.get("surname", ())),
        common_surnames=frozenset(identity_key(entry) for entry in people.get("common surname", ())),
        addresses=_phrases({"address": people.get("form of address", ())}),
        posts=posts,
        casing=_casing(bodies, places),
        buttons=buttons,
        things=_phrases({"thing": page.get("thing", ())}),
        notices=_passages(page.get("notice", ())),
        english=_keys(page.get("english", ())),
        errors=tuple(map(identity_key, page.get("error", ()))),
        mail_labels=_keys(page.get("mail label", ())),
        headline_labels=_keys(page.get("headline label", ())),
        section_labels=_keys(page.get("section label", ())),
        label_pairs=frozenset(_pairs((*junk.beginnings(), *sections.beginnings()))),
        address_labels=_keys(page.get("address label", ())),
    )


NUMBER = "số"
"""The word in front of a number that is a name."""
INNER = "phần bên trong tên"
NOT_NAMES = "không phải tên"
JOINED = "tên đất có gạch nối"
TRADES = "ngành, nghề, chuyên môn"
AGENCIES = "cơ quan, đơn vị"
NEWS = "news"
"""The section of titles of several short news."""
SCENES = "scenes"
"""Openings that only captions have: `Quang cảnh …`, `Một góc …`."""
THINGS = "things"
"""Openings of captions and of sub-headings."""
GLUED_DEGREES = ("ths", "gsts", "pgsts")
"""Degrees whose parts a text may write as one word."""
BYLINE_KINDS = ("text", "editor", "reader", "photo", "both", "source")


def _keys(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(map(label_key, entries))


def _passages(entries: Iterable[str]) -> Passages:
    """The entries by the longest word amid them, as that is the rarest."""
    short: list[str] = []
    long: dict[str, tuple[str, ...]] = {}
    for key in map(identity_key, entries):
        if amid := key.split(" ")[1:-1]:
            word = max(amid, key=len)
            long[word] = (*long.get(word, ()), key)
        else:
            short.append(key)
    return Passages(tuple(short), long)


def _label_phrases(entries: Iterable[str]) -> Phrases:
    """Labels that are looked for amid other words."""
    return _phrases({"label": tuple(filter(None, map(label_key, entries)))})


def _pairs(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    for key in keys:
        yield from pairwise(key.split(" "))


def _byline_labels(bylines: Sections) -> Mapping[str, str]:
    """The labels of authors by their key; one of a text and one of pictures together are one of both: `Tin, ảnh`."""
    texts, photos = (_keys(bylines.get(name, ())) for name in ("text", "photo"))
    pairs = (pair for text in texts for photo in photos for pair in ((text, photo), (photo, text)))
    both = {link.join(pair): "both" for pair in pairs for link in (" ", " và ")}
    return both | {label_key(entry): name for name in BYLINE_KINDS for entry in bylines.get(name, ())}


def _labels(sections: Sections) -> Labels:
    exact: dict[str, str] = {}
    begun: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for section, entries in sections.items():
        for entry in entries:
            parts = tuple(key for part in entry.split("*") if (key := label_key(part)))
            if "*" in entry and parts:
                begun.setdefault(parts[0].split(" ", 1)[0], []).append((parts, section))
            elif parts:
                exact.setdefault(parts[0], section)
    return Labels(exact, {word: tuple(rows) for word, rows in begun.items()})


def _openings(beginnings: Iterable[str]) -> Openings:
    openings: dict[str, set[str]] = {}
    for beginning in beginnings:
        first, _, rest = beginning.partition(" ")
        openings.setdefault(first, set()).add(rest.partition(" ")[0])
    return openings


def _fits(key: str, parts: tuple[str, ...]) -> bool:
    """Whether the key begins with the first part and holds the others behind it, in order, at words' ends."""
    rest = key + " "
    if not rest.startswith(parts[0] + " "):
        return False
    place = 0
    for part in parts:
        place = rest.find(part + " ", place)
        if place < 0:
            return False
        place += len(part)
    return True


def _phrases(sections: Sections) -> Phrases:
    """The entries by their first word; one with a dash in two forms, for some rules keep signs among the words."""
    rows: dict[str, list[Phrase]] = {}
    for section, entries in sections.items():
        for entry in entries:
            words = words_of(entry)
            for form in {words, tuple(word or "-" for word in words)}:
                rows.setdefault(words[0], []).append(Phrase(form, entry, section))
    return {word: _beginning(sorted(found, key=_longest_first)) for word, found in rows.items()}


def _beginning(found: list[Phrase]) -> Beginning:
    """Phrases with one first word, told apart by the second."""
    longer: dict[str, list[Phrase]] = {}
    for phrase in found:
        if len(phrase.words) > 1:
            longer.setdefault(phrase.words[1], []).append(phrase)
    alone = next((phrase for phrase in found if len(phrase.words) == 1), None)
    return Beginning(alone, {second: tuple(phrases) for second, phrases in longer.items()})


def _longest_first(phrase: Phrase) -> tuple[int, bool]:
    """Long phrases before short ones; of two writings the one in small letters, which fits both."""
    return -len(phrase.words), phrase.written[0].isupper()


def _date_labels(dates: Sections) -> Mapping[str, bool]:
    updates = _keys(dates.get("update", ()))
    labels = sorted(map(label_key, dates.get("label", ())), key=len, reverse=True)
    return {label: label in updates for label in labels}


def _weekdays(entries: tuple[str, ...]) -> Mapping[str, int]:
    pairs = [(entry.partition(" ")[2], int(entry.partition(" ")[0])) for entry in entries]
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))


def _casing(bodies: Sections, places: Sections) -> Mapping[str, str]:
    """Phrases in small letters and their writing; both places of the tone mark, for capitals have either."""
    entries = [entry for name, found in bodies.items() if name != NOT_NAMES for entry in found]
    entries += [entry for found in places.values() for entry in found]
    entries += ["và", "các", "cấp", "ở", "tại", "trực thuộc", "với", "với việc", "của"]
    written = {entry.lower(): entry for entry in reversed(entries)}
    return {identity_key(key): entry for key, entry in written.items()} | written
