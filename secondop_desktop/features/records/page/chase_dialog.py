"""Asking on which day to ask a holder again."""

from PySide6.QtWidgets import QWidget

from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.dialogs.messages import Dialog
from secondop_desktop.widgets.fields import DateField
from secondop_desktop.widgets.forms.labelled_field import Question


class ChaseDialog(Dialog):
    """A day, known to the day; it becomes a task in the list of things to do."""

    def __init__(self, parent: QWidget, name: str, day: PartialDate | None) -> None:
        title = _("When will you ask {name} again?").format(name=name or _("them"))
        super().__init__(parent, title, _("It will be in your list of things to do."))
        self.day = DateField(about=False, needs="day")
        self.content.addWidget(Question(_("Ask again on"), self.day))
        self.day.put(day)
        self.save = Button(_("Save"), "check", Rank.PRIMARY)
        self.save.clicked.connect(self._finish)
        self.buttons.addWidget(self.save)
        self.add_cancel()
        self.day.setFocus()

    def _finish(self) -> None:
        problem = self.day.problem()
        if not problem and self.day.value() is None:
            problem = _("Enter the day you will ask again")
        self.day.show_problem(problem or None)
        if problem:
            self.day.setFocus()
        else:
            self.accept()

    def run(self) -> PartialDate | None:
        """Wait for the day and return it, or None."""
        return self.day.value() if self.exec() else None
