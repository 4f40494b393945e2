"""Says what each review reason means; `archive.wording` puts these sentences through gettext."""

REVIEW_REASONS: dict[str, str] = {
    "byline-unread": "Here may stand the name of an author who was not read.",
    "byline-weak": "This may be no author.",
    "clock-impossible": "The time of day printed beside this date is none that a clock shows; it was left out.",
    "damaged-text": "The copy is damaged: words are glued or an advertisement was planted, first in this line.",
    "date-after-event": "The article would be printed long after the event it reports; the event is on this day.",
    "date-before-event": "The article would be older than the event it reports; the event is on this day.",
    "date-conflict": "Two printed dates disagree; the other one is this.",
    "date-future": "The date had not come yet when the article was read.",
    "date-order-ambiguous": "Day and month may have changed places.",
    "date-unreadable": "A line looks like a date and cannot be read as one.",
    "date-weak": "The date stands where publication dates seldom stand.",
    "headline-joined": "This line may not belong to the headline.",
    "headline-missing": "The text has no headline.",
    "headline-other": "This line may be the headline, or a part of it.",
    "headline-weak": "The headline may be another line, or only a part of what was printed, or more than that.",
    "lead-missing": "No paragraph of running text was found.",
    "not-an-article": "The page is a list, a fragment or in another language.",
    "place-only-headline": "The headline names a place only; the unit comes from the text.",
    "unit-cut": "The name of the unit may have more words, as in the text.",
    "unit-elsewhere": "The headline opens with another place, at which this body is.",
    "unit-missing": "No body is named; the text speaks of this place.",
    "unit-of-page": "This body may be whose page it is, and not whom the article is about.",
    "unit-several": "Several bodies of one level are named; the first was taken.",
    "unit-unread": "Something else is named, perhaps a body of a kind that no list knows.",
    "unit-weak": "The unit may be another body, or its name lack words or have too many.",
    "weekday-disagrees": "The weekday printed beside the date belongs to another day.",
}
"""An English sentence for each code. In a record a detail may follow the code behind a colon."""


def code_of(reason: str) -> str:
    """The code of a review reason without its detail.

    >>> code_of("weekday-disagrees:Thứ Ba")
    'weekday-disagrees'
    """
    return reason.partition(":")[0]
