"""The orders in which a list of entries can be shown, one of them chosen."""

from typing import Any

from secondop_desktop.journal.kinds import Kind, Names
from secondop_desktop.lang import _
from secondop_desktop.widgets.kind_pages.entry_rows import by_title, newest_first, oldest_first

NEWEST, OLDEST, BY_NAME = "newest", "oldest", "name"


def orders_of(kind: Kind, own: str) -> list[tuple[str, str]]:
    """Return the orders to choose from by key, the page's own first, under an empty key.

    ``own`` is what the page's own order is called, where it is not "newest first".
    """
    dated = bool(kind.when)
    usual = _("Newest first") if dated else _("As you added them")
    found = [("", _(own) if own else usual), (BY_NAME, _("By name, A to Z"))]
    if dated:
        found[1:1] = [(NEWEST, _("Newest first"))] if own else []
        found.insert(-1, (OLDEST, _("Oldest first")))
    return found


def ordered(kind: Kind, rows: list[Any], order: str, names: Names) -> list[Any]:
    """Return entries in the order with this key; under the empty one as they are."""
    if order == BY_NAME:
        return by_title(kind, rows, names)
    dated = {NEWEST: newest_first, OLDEST: oldest_first}.get(order)
    return dated(kind, rows) if dated else rows
