"""What of a text goes into the search index: its words, and how else they may be typed."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from unicodedata import unidata_version

from secondop_desktop.journal.search.dates_in_text import days_said
from secondop_desktop.journal.search.numbers_in_text import numbers_said
from secondop_desktop.journal.search.other_spellings import others_in
from secondop_desktop.journal.search.plain_words import apart, broken_parts, plain
from secondop_desktop.lang import code
from secondop_desktop.patterns import pattern

RULE = f"4 {unidata_version}"
"""Another rule, or other tables of letters, and the index is made anew."""

_LONG = 2_000
"""Characters of a text that is not made plain with each save of its entry."""

_SHORT = 64
"""Characters of a text that is likely to be told again, such as a unit or the name of a test."""

_Prepared = tuple[str, tuple[str, ...]]
"""A text as it is indexed, and how else its words may be typed."""

_FIGURE = pattern(r"\d")
_COMPOUND = pattern(r"[^\W_]+(?:['-]\s?[^\W_]+)+")
_LONGEST = 60


def index_words(texts: Iterable[str]) -> str:
    """Return the words of several texts, and after them the other ways to type some."""
    language = code()
    prepared = [_reader(text)(text, language) for text in texts if text]
    also = dict.fromkeys(chain.from_iterable(words for _text, words in prepared))
    return "\n".join([*(text for text, _words in prepared), *([" ".join(also)] if also else [])])


def _reader(text: str) -> Callable[[str, str], _Prepared]:
    """Return what prepares a text of this length: short ones, as units and names, come often."""
    if len(text) <= _SHORT:
        return _often
    return _long if len(text) > _LONG else _prepared


def _prepared(text: str, _language: str) -> _Prepared:
    spelled = plain(text)
    broken = map(plain, broken_parts(text))
    also = chain(broken, _also(spelled), others_in(text, spelled))
    return apart(spelled), tuple(dict.fromkeys(also))


_long = lru_cache(maxsize=2)(_prepared)
_often = lru_cache(maxsize=4_096)(_prepared)


def _also(text: str) -> Iterator[str]:
    if "-" in text or "'" in text:
        yield from (word for one in _COMPOUND.findall(text) if (word := joined(one)))
    if not _FIGURE.search(text):
        return
    for said in days_said(text):
        yield from (*said.day, *said.wider)
    yield from numbers_said(text)


def joined(word: str) -> str:
    """Return a word without its hyphens and apostrophes; empty for none and for mere figures."""
    whole = re.sub(r"['\s-]", "", word)
    return whole if len(word) <= _LONGEST and not whole.isdigit() and whole != word else ""
