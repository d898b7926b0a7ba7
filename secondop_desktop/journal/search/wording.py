"""What the search is to know of an entry, made from its row."""

from typing import Any

from secondop_desktop.journal.kinds import Kind, Names
from secondop_desktop.journal.search.field_texts import field_texts
from secondop_desktop.journal.search.index_words import index_words
from secondop_desktop.journal.search.marking import unmarked
from secondop_desktop.lang import in_own_words


def made_from(kind: Kind, row: Any, name: Names) -> tuple[str, str]:
    """Return what the search is to know of an entry: its title, and the words of its fields."""
    return title_of(kind, row, name), body_of(kind, row)


def body_of(kind: Kind, row: Any) -> str:
    """Return the words of the fields of an entry, the same in whatever thread they are made."""
    with in_own_words():
        return index_words(text for _label, text in field_texts(kind, row))


def title_of(kind: Kind, row: Any, name: Names) -> str:
    """Return the title under which an entry is listed."""
    return unmarked(kind.title(row, name))
