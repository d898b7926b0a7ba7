"""The glossary: what the words and abbreviations of a letter mean, without advice."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from secondop_desktop import lang
from secondop_desktop.paths import resource
from secondop_desktop.widgets.background.text_folding import fold
from secondop_desktop.window.help.topics import translated

if TYPE_CHECKING:
    from secondop_desktop.widgets.preview.known_words import KnownWords


class Term(NamedTuple):
    """One word: how it is also written, and what it means in one to three sentences."""

    word: str
    also: tuple[str, ...]
    text: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every way in which the word may stand in a letter."""
        return (self.word, *self.also)


def terms() -> Mapping[str, Term]:
    """Return the words of the glossary, A to Z, in the language in use."""
    return _read(lang.code())


@lru_cache(maxsize=2)
def _read(code: str) -> Mapping[str, Term]:
    path = translated(resource("glossary"), code, "words.json")
    listed = json.loads(path.read_text(encoding="utf-8"))
    return {
        entry["word"]: Term(entry["word"], tuple(entry.get("also", ())), entry["text"])
        for entry in listed
    }


@lru_cache(maxsize=1)
def known_words(_code: str) -> "KnownWords":
    """Return what finds the words of the glossary in a text, in the language in use."""
    from secondop_desktop.widgets.preview.known_words import KnownWords

    return KnownWords({name: term.text for term in terms().values() for name in term.names})


def terms_for(text: str) -> tuple[Term, ...]:
    """Return the words that are written so: in full, as an abbreviation, or with a plural s."""
    whole = fold(text).strip()
    bare = whole.strip(" .,;:()[]“”\"'")
    for candidate in dict.fromkeys((whole, bare, bare.removesuffix("s"))):
        found = tuple(term for term in terms().values() if candidate in map(fold, term.names))
        if candidate and found:
            return found
    return ()


def term_for(text: str) -> Term | None:
    """Return the one word that is written so; None when there is none, or more than one."""
    found = terms_for(text)
    return found[0] if len(found) == 1 else None


def letter_of(term: Term) -> str:
    """Return the letter under which a word is listed; marks and numbers come under "#"."""
    first = fold(term.word)[:1].upper()
    return first if first.isalpha() else "#"
