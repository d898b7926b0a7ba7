"""What each field of an entry says in words, for the search and for what it shows."""

from collections.abc import Iterator
from typing import Any

from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.search.marking import unmarked


def field_texts(kind: Kind, row: Any) -> Iterator[tuple[str, str]]:
    """Yield the untranslated label and the words of each field that has any; no ids, no codes."""
    for name, label, said in kind.worded:
        value = getattr(row, name)
        if value is not None and value != "" and (text := said(value)):
            yield label, unmarked(text)
    for name, text in row.unread.items():
        if text:
            yield kind.by_name[name].label if name in kind.by_name else "", unmarked(text)
