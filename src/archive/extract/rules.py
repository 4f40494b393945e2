"""The ordered table of rules, and the loop that runs it."""

from collections.abc import Callable, Sequence

from archive.extract import (
    body,
    boilerplate,
    browser,
    byline,
    byline_doubts,
    captions,
    dateline,
    digest,
    event,
    headline,
    joining,
    kind,
    letterhead,
    light,
    markup,
    page,
    repeats,
    roundup,
    second_look,
    series,
    tag,
    unit,
    unit_doubts,
    unread_names,
)
from archive.extract.draft import Draft, finish, start
from archive.extract.vocabulary import Vocabulary, load_vocabulary
from archive.model.extraction import Extraction
from archive.model.text import CleanText

Rule = Callable[[Draft], None]
"""Looks at the lines that no rule before it has claimed, claims some, and leaves evidence."""

RULES: tuple[Rule, ...] = (
    markup.tags,
    markup.marks,
    body.far_from_ends,
    browser.print_stamps,
    kind.not_an_article,
    letterhead.is_document,
    boilerplate.signs_only,
    page.notices,
    boilerplate.find_prose,
    page.addresses,
    page.titles_of_page,
    body.table_rows,
    body.headed_table,
    page.running_heads,
    page.jumps,
    page.mail_head,
    page.covering_notes,
    boilerplate.find_prose,
    page.places_to_sign,
    page.messages,
    page.posted,
    page.users,
    joining.labels_and_values,
    dateline.dateline,
    page.aged_lines,
    boilerplate.breadcrumbs,
    boilerplate.bracketed_labels,
    body.table_cells,
    boilerplate.picture_counters,
    boilerplate.bare_numbers,
    boilerplate.page_labels,
    kind.hijacked_head,
    page.buttons,
    boilerplate.ballots,
    boilerplate.rights,
    boilerplate.dated_titles,
    boilerplate.linked_titles,
    boilerplate.titles_under_labels,
    boilerplate.picture_leftovers,
    joining.broken_lines,
    joining.page_breaks,
    boilerplate.find_prose,
    boilerplate.menu_above,
    letterhead.letterhead,
    boilerplate.gallery_numbers,
    repeats.printed_again,
    boilerplate.find_prose,
    tag.agency_tag,
    body.verse_lines,
    digest.signed_items,
    headline.headline,
    series.series_and_part,
    series.other_parts,
    kind.interview,
    kind.foreign_summary,
    byline.head_byline,
    page.rest_of_card,
    byline.tail_byline,
    byline.workplaces,
    byline.behind_the_end,
    kind.text_photos,
    captions.captions,
    body.lead,
    body.blocks,
    roundup.roundup,
    unit.unit,
    event.event_date,
    kind.photo_story,
    kind.table,
    kind.damaged_copy,
    second_look.unanswered_headline,
    second_look.joined_headline,
    second_look.open_lead,
    second_look.unknown_label,
    second_look.torn_headline,
    second_look.unknown_kicker,
    second_look.unread_dates,
    second_look.future_date,
    second_look.mixed_columns,
    unit_doubts.cut_names,
    unit_doubts.broken_names,
    unit_doubts.halved_kickers,
    unit_doubts.lent_places,
    unit_doubts.paired_names,
    unit_doubts.begun_names,
    unit_doubts.halved_names,
    unit_doubts.units_elsewhere,
    unit_doubts.owner_of_page,
    unit_doubts.unread_bodies,
    unread_names.unread_names,
    byline_doubts.misplaced_authors,
    byline_doubts.listed_authors,
    byline_doubts.dropped_authors,
    byline_doubts.unread_authors,
    byline_doubts.odd_people,
)


def extract(text: CleanText, vocabulary: Vocabulary | None = None, known_units: Sequence[str] = ()) -> Extraction:
    """What the article says of itself, how each value was found, and where every line went.

    `vocabulary` is the packaged one unless given. `known_units` are names whose writing is known, for headlines and
    kickers in capitals. Never fails: a text in which nothing is found gives an empty record.
    """
    words = vocabulary or load_vocabulary()
    if text.markdown:
        return finish(light.markdown_draft(text, words))
    draft = start(text, words, known_units)
    for rule in RULES:
        if draft.kind == "not-article":
            break
        rule(draft)
    return finish(draft)
