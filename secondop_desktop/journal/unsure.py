"""How an entry says that its source is not certain of it, where everybody sees its value."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from secondop_desktop.lang import _

Unsure = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""Returns what changes of the values of an entry that is not certain."""


def by_choice(field: str, word: str, surely: Collection[str]) -> Unsure:
    """Let a choice say so, in place of what would say the contrary (``surely``) or nothing."""

    def changed(values: Mapping[str, Any]) -> Mapping[str, Any]:
        given = values.get(field) or ""
        return {field: word} if not given or given in surely else {}

    return changed


def by_words(text: str) -> str:
    """Return a text that says so itself, however it is shown."""
    return _("Not certain: {value}").format(value=text)


def nowhere(_values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Change nothing: the notes alone say it."""
    return {}
