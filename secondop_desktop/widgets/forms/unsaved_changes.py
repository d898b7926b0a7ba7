"""Leaving a screen although the file could not take what was typed last."""

from PySide6.QtWidgets import QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.dialogs.messages import confirm


def leave_unsaved(parent: QWidget, screen: QWidget) -> bool:
    """Ask whether what was typed last may be lost; staying is the answer that Enter gives.

    With a yes the screen forgets it, so that closing it does not try once more.
    """
    leaves = confirm(
        parent,
        _("What you typed last is not saved"),
        _(
            "It could not be written to the file. Stay, and you can read why and try again. "
            "If you leave now, what you typed last is lost."
        ),
        _("Leave without saving"),
        _("Stay here"),
        danger=True,
    )
    if leaves:
        from secondop_desktop.widgets.forms.autosave import Autosave
        from secondop_desktop.widgets.screen.save_failed import Trouble

        for saving in screen.findChildren(Autosave):
            saving.forget()
        for trouble in screen.findChildren(Trouble):
            trouble.hide()
    return leaves
