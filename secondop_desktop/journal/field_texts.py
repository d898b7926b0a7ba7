"""What each field of an entry says in words, for the search and for what it shows."""

from collections.abc import Iterator
from typing import Any

from secondop_desktop.journal.columns import Value, Words
from secondop_desktop.journal.kinds import Field, Kind
from secondop_desktop.journal.marking import unmarked


def field_texts(kind: Kind, row: Any) -> Iterator[tuple[str, str]]:
    """Yield the untranslated label and the words of each field that has any; no ids, no codes."""
    for field, kept in kind.worded:
        if text := _text(field, kept, getattr(row, field.name)):
            yield field.label, unmarked(text)
    for name, text in row.unread.items():
        if text:
            yield kind.by_name[name].label if name in kind.by_name else "", unmarked(text)


def _text(field: Field, kept: Value, value: Any) -> str:
    if isinstance(kept, Words):
        return "\n".join(field.label_of(word) for word in value)
    return field.label_of(value) if field.choices else kept.words(value)
