"""A medicine as somebody begins to type it, and the medicines that the file holds."""

from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.window.session import Session
from tests.window.keyboard import write


def new_medicine(session: Session, name: str) -> Form:
    """Type a name into a new medicine; it is not saved yet."""
    session.go("medicine")
    page = entries(session)
    page.start_new()
    write(name)
    assert page.form is not None
    return page.form


def entries(session: Session) -> ReadingPage:
    """Return the plain page that is shown."""
    assert isinstance(session.page, ReadingPage)
    return session.page


def medicines(session: Session) -> list[str]:
    """Return what the file holds."""
    return [row.name for row in session.journal.entries("medicine", person=session.person)]
