"""What of a text goes into the search index: its words, and how else they may be typed."""

import re
from collections.abc import Iterable, Iterator, Sequence
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

Prepared = tuple[str, tuple[str, ...]]
"""A text as it is indexed, and how else its words may be typed."""

_FIGURE = pattern(r"\d")
_COMPOUND = pattern(r"[^\W_]+(?:['-]\s?[^\W_]+)+")
_LONGEST = 60


def index_words(texts: Iterable[str]) -> str:
    """Return the words of several texts, and after them the other ways to type some."""
    language = code()
    return together([prepared(text, language) for text in texts if text])


def together(texts: Sequence[Prepared]) -> str:
    """Return the words of several texts that were prepared one by one."""
    also = [words for _text, words in texts if words]
    said = "\n".join([text for text, _words in texts])
    return f"{said}\n{' '.join(dict.fromkeys(chain.from_iterable(also)))}" if also else said


def prepared(text: str, language: str) -> Prepared:
    """Prepare a text for the index in the language in use; short ones, as names, come often."""
    if len(text) <= _SHORT:
        return _often(text, language)
    return _long(text, language) if len(text) > _LONG else _prepared(text, language)


def _prepared(text: str, _language: str) -> Prepared:
    spelled = plain(text)
    also = [*map(plain, broken_parts(text)), *_also(spelled), *others_in(text, spelled)]
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
