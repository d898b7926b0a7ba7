"""Everything that a page of the example shows in turn: as it is opened, read, written, begun."""

from collections.abc import Callable
from typing import Any, Final, cast

from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session

WRITTEN: Final = (
    "medicine",
    "allergy",
    "diagnosis",
    "symptom",
    "provider",
    "person",
    "question",
    "appointment",
    "letter",
    "task",
    "record",
    "cost",
)
"""Kinds whose entries are written on the page itself."""
_PLACES: Final = ("result:dates", "result:report", "letter:new:referral")
"""What a page shows when it is asked for by a detail."""
_BEGUN: Final = (
    "case/edit",
    *(f"{kind}/new" for kind in ("case", "option", "opinion", "told", "result")),
    "record:gather/new",
    "home/add",
    "record:needed/hand over",
    "question/usual",
)
"""What is begun or asked on a page, each by how it is reached: in the page or over it."""


def names() -> list[str]:
    """Return the name of each view, such as ``medicine`` or ``medicine/edit``."""
    screens = [*pictures.keys(), *pictures.PARTS, *_PLACES]
    written = [f"{kind}/{way}" for kind in WRITTEN for way in ("edit", "new")]
    return [*screens, *written, *_BEGUN]


def show(session: Session, name: str) -> None:
    """Open a view in the window of the example, as the person opens it.

    Some are dialogs, which ``exec``: a test that goes through all puts its own in place of that.
    """
    key, _slash, way = name.partition("/")
    if way:
        _reach(session, key)
        _WAYS[way](session, key)
    else:
        _reach(session, key)


def _reach(session: Session, key: str) -> None:
    if key in pictures.PARTS or key == "find":
        pictures.open_screen(session, key)
    else:
        session.go(key)


def _edit(session: Session, kind: str) -> None:
    page: Any = session.page
    row = session.journal.entries(kind, person=session.person)[-1]
    if kind == "case":
        page._edit_this()
    elif hasattr(page, "edit"):
        page.edit(row.id)
    else:
        page.open_entry(row.id)


def _begin(session: Session, _kind: str) -> None:
    page: Any = session.page
    page.start_new()


def _press(words: str) -> Callable[[Session, str], None]:
    """Press the button on the page that says this."""

    def press(session: Session, _kind: str) -> None:
        assert session.page is not None
        buttons = session.page.findChildren(Button) + session.page.bar.findChildren(Button)
        next(one for one in buttons if one.text().startswith(words)).click()

    return press


_WAYS: Final[dict[str, Callable[[Session, str], None]]] = {
    "edit": _edit,
    "new": _begin,
    "add": lambda session, _key: session.add(),
    "hand over": _press("Hand over"),
    "usual": lambda session, _key: cast(Any, session.page).bank_button.click(),
}
