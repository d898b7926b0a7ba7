"""What of a text goes into the search index: its words, and how else they may be typed."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from unicodedata import unidata_version

from secondop_desktop.journal.search.dates_in_text import days_said
from secondop_desktop.journal.search.numbers_in_text import numbers_said
from secondop_desktop.journal.search.plain_words import apart, broken_parts, plain

RULE = f"2 {unidata_version}"
"""Another rule, or other tables of letters, and the index is made anew."""

_LONG = 2_000
"""Characters of a text that is not made plain with each save of its entry."""

_COMPOUND = re.compile(r"[^\W_]+(?:['-]\s?[^\W_]+)+")
_LONGEST = 60


def index_words(texts: Iterable[str]) -> str:
    """Return the words of several texts, and after them the other ways to type some."""
    prepared = [(_long if len(text) > _LONG else _prepared)(text) for text in texts if text]
    also = dict.fromkeys(chain.from_iterable(words for _text, words in prepared))
    return "\n".join([*(text for text, _words in prepared), *([" ".join(also)] if also else [])])


def _prepared(text: str) -> tuple[str, tuple[str, ...]]:
    spelled = plain(text)
    also = chain(map(plain, broken_parts(text)), _also(spelled))
    return apart(spelled), tuple(dict.fromkeys(also))


_long = lru_cache(maxsize=2)(_prepared)


def _also(text: str) -> Iterator[str]:
    if "-" in text or "'" in text:
        yield from (word for one in _COMPOUND.findall(text) if (word := joined(one)))
    for said in days_said(text):
        yield from (*said.day, *said.wider)
    yield from numbers_said(text)


def joined(word: str) -> str:
    """Return a word without its hyphens and apostrophes; empty for none and for mere figures."""
    whole = re.sub(r"['\s-]", "", word)
    return whole if len(word) <= _LONGEST and not whole.isdigit() and whole != word else ""
