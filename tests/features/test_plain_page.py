"""The page of a kind, by keyboard alone."""

import pytest

from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from tests.features.desk import Desk, settle
from tests.features.page_desk import open_page
from tests.window.keyboard import focused, press, use, write

NAMES = ("Itch", "Cough", "Ache")


@pytest.fixture
def page(desk: Desk) -> ReadingPage:
    for name in NAMES:
        desk.add("medicine", name=name)
    shown = open_page(desk, "medicine")
    assert isinstance(shown, ReadingPage)
    shown.focus_start()
    return shown


def test_done_leads_back_to_the_list_with_the_entry_chosen(page: ReadingPage) -> None:
    press("Down")
    press("Return")
    assert page.form is not None
    write("!")
    use("Done")
    settle()
    assert page.form is None
    assert page.list.hasFocus()
    assert page.here() == page.list.current_key()
    assert any(item.title.startswith("!") for item in page.list.items())


def test_what_changes_elsewhere_opens_nothing(page: ReadingPage, desk: Desk) -> None:
    page.open_entry(str(page.list.items()[1].key), focus=True)
    use("Done")
    desk.add("medicine", name="Fever")
    settle()
    assert page.form is None


def test_what_is_put_away_brings_back_the_last_words_too(page: ReadingPage, desk: Desk) -> None:
    entry = str(page.list.items()[0].key)
    name = desk.journal.get("medicine", entry).name
    page.open_entry(entry, focus=True)
    write("Bad ")
    use("Put in the bin")
    settle()
    assert page.form is None
    assert focused() == "Medicines"
    assert desk.journal.get("medicine", entry).deleted_at
    with desk.journal.change("back") as change:
        change.bring_back("medicine", entry)
    assert desk.journal.get("medicine", entry).name == f"Bad {name}"
