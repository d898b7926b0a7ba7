"""Makes the page of each place; pages are imported when they are first opened."""

from importlib import import_module
from typing import NamedTuple

from secondop_desktop import lang
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.clock import local_now
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.jobs import Runner
from secondop_desktop.widgets.background.watch import Watch
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.window.sidebar import PLACES


class PageContext(NamedTuple):
    """What stands around a page: the journal, its changes, whose page it is, and the lanes."""

    journal: Journal
    watch: Watch
    person: str
    case: str | None
    run: Runner


_SPECIAL = {
    "home": "home:HomePage",
    "timeline": "timeline.page:TimelinePage",
    "task": "tasks.page:TasksPage",
    "find": "search_page:FindPage",
    "bin": "bin:BinPage",
    "import": "importing.page:ImportPage",
    "pdf": "exporting:PdfPage",
    "pack": "handing_over.page:PackPage",
    "share": "sharing.page:SharePage",
    "copies": "copies:CopiesPage",
    "check": "checking:CheckPage",
    "settings": "preferences:SettingsPage",
    "passphrase": "protection.passphrase_page:PassphrasePage",
}
"""Whole-journal screens: module and class in this folder, made with what stands around."""


def make_page(key: str, around: PageContext) -> Page:
    """Make the page of a place."""
    if key in _SPECIAL:
        module, _colon, name = _SPECIAL[key].partition(":")
        special = import_module(f"secondop_desktop.window.{module}")
        page: Page = getattr(special, name)(around)
        return page
    return _kind_page(around.journal.kinds[key], around)


def _kind_page(kind: Kind, around: PageContext) -> Page:
    """Make the page of a kind; Home is there sooner when forms are imported only now."""
    from secondop_desktop.window.empty_page_texts import LEADS
    from secondop_desktop.window.kind_lookup import form_of, page_of

    maker = page_of(kind)
    lead = _(LEADS.get(kind.name, ""))
    given = {"case": around.case} if around.case and "case" in kind.types else {}
    page = maker(around.journal, around.watch, kind, around.person, form_of(kind), lead, given)
    page.set_title(next(_(place.label) for place in PLACES if place.key == kind.name))
    if kind.name == "case":
        _tell_known(page, around)
    if kind.name == "record":
        _explain_words(page)
    return page


def _tell_known(page: Page, around: PageContext) -> None:
    """Let the page of a case say what other kinds know about its steps."""
    from secondop_desktop.features.cases.page import CasePage

    if isinstance(page, CasePage):
        from secondop_desktop.window.known import known

        page.show_known(lambda case: known(around.journal, case, local_now()))


def _explain_words(page: Page) -> None:
    """Let the texts of records say the glossary's words in plain ones."""
    from secondop_desktop.features.records.page.records_page import RecordsPage

    if isinstance(page, RecordsPage):
        from secondop_desktop.window.help.glossary import known_words

        page.explain(known_words(lang.code()))


_IN_PLACE = {"statement": "opinion", "mark": "opinion", "outcome": "option"}
"""Kinds whose entries are edited on another kind's page itself."""


def has_own_screen(kind: Kind) -> bool:
    """Tell whether each entry of a kind is shown on the screen of that kind, whatever it says."""
    parts = any(field.owner and field.refers != kind.name for field in kind.fields)
    return not parts and kind.name not in _IN_PLACE and kind.name != "readiness"


def place_of(journal: Journal, entry: str) -> tuple[str, str]:
    """Return the key of the screen that shows an entry, and the entry to open on it.

    A part, such as an answer, is shown with what it belongs to.
    """
    kind = journal.kind_of(entry)
    if kind.name in _IN_PLACE:
        return _IN_PLACE[kind.name], entry
    row = journal.get(kind.name, entry)
    if kind.name == "readiness":
        return "decision", entry
    owners = (field for field in kind.fields if field.owner and field.refers != kind.name)
    owner = next((getattr(row, field.name) for field in owners), None)
    return (journal.kind_of(owner).name, owner) if owner else (kind.name, entry)
