"""The words that a reader may have meant, and those that only look like keystrokes gone wrong."""

import re
from collections import Counter
from collections.abc import Mapping

from archive.model.output import OutputFile
from archive.search.forms import plain
from archive.search.scripts import script

_MOST = 20_000
_KEYSTROKES = re.compile(r"[a-z]*(?:w|aa|ee|oo|dd|[a-z][sfrxj1-9])[a-z0-9]*")


def spelling_file(words: Mapping[str, int], numbering: str) -> OutputFile:
    """The words of the articles without marks, the commonest first, to look for the nearest spelling in.

    `words` are forms with the number of their articles. Words with a digit are left out.
    """
    counts: Counter[str] = Counter()
    for word, count in words.items():
        if len(word) > 1 and not any(map(str.isdigit, word)):
            counts[plain(word)] += count
    commonest = sorted(counts, key=lambda word: (-counts[word], word))[:_MOST]
    return script("chu", numbering, " ".join(commonest))


def keystroke_words(words: Mapping[str, int]) -> list[str]:
    """The words of the articles that could be read as Telex or VNI keystrokes but stand so in the text, sorted.

    >>> keystroke_words({"gas": 3, "covid": 1, "viên": 8, "wifi": 1})
    ['gas', 'wifi']
    """
    return sorted(word for word in words if word.isascii() and _KEYSTROKES.fullmatch(word))
