"""Makes the page of each place; pages are imported when they are first opened."""

from dataclasses import dataclass

from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.entries import EntriesPage
from secondop_desktop.widgets.jobs import Runner
from secondop_desktop.widgets.page import Page
from secondop_desktop.widgets.watch import Watch
from secondop_desktop.window.forms import form_of
from secondop_desktop.window.leads import LEADS


@dataclass(frozen=True)
class Around:
    """What stands around a page: the journal, its changes, whose page it is, and the lanes."""

    journal: Journal
    watch: Watch
    person: str
    case: str | None
    run: Runner


def make_page(key: str, around: Around) -> Page:
    """Make the page of a place."""
    if key in _SPECIAL:
        return _SPECIAL[key](around)
    kind = around.journal.kinds[key]
    page = EntriesPage(
        around.journal, around.watch, kind, around.person, form_of(kind), _(LEADS[key])
    )
    given: dict[str, object] = {"person": around.person}
    if around.case and "case" in kind.model.__table__.c:
        given["case"] = around.case
    page.given = lambda: given
    return page


_SPECIAL: dict[str, "Maker"] = {}
