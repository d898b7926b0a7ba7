"""Escape closes a form, which keeps what was typed."""

from collections.abc import Callable

from secondop_desktop.widgets.controls.key_press import on_key
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.screen.page import Page


def leave_by_escape(form: Form, page: Page, close: Callable[[], object]) -> None:
    """Let Escape close a form; the page tells if something was saved in it meanwhile."""

    def leave() -> None:
        close()
        if form.has_saved:
            page.typing_left.emit()

    on_key("Escape", form, leave)
