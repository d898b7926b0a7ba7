"""Handing records over: to whom, when, how and which ones; kept as one entry of who was told."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import heading, small
from secondop_desktop.widgets.dialogs.scrolling_dialog import ScrollingDialog
from secondop_desktop.widgets.feedback.notice import ErrorSummary, Problem
from secondop_desktop.widgets.fields import FieldEdit
from secondop_desktop.widgets.forms.entry_offers import adder, source
from secondop_desktop.widgets.forms.field_factory import bound_field
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.forms.question_problems import show_problems


class HandOver(ScrollingDialog):
    """Asks what is to be put down and saves it with one press; ``made`` is the new entry's id.

    ``place`` is where the person wants to go instead.
    """

    chars = 70

    def __init__(
        self,
        parent: QWidget,
        journal: Journal,
        given: Mapping[str, Any],
        records: Sequence[str],
    ) -> None:
        super().__init__(parent, _("Hand over records"))
        self.journal, self._given = journal, given
        self.kind = journal.kinds["told"]
        self.made: str | None = None
        self.place = ""
        self.edits: dict[str, FieldEdit] = {}
        self.summary = ErrorSummary()
        self.content.addWidget(heading(self.windowTitle(), 2))
        self.content.addWidget(small(self._whose()))
        self.content.addWidget(self.summary)
        self._ask(given)
        self._add_buttons()
        today = local_today()
        self.edits["records"].put(tuple(records))
        self.edits["date"].put(PartialDate.of(today))

    def _whose(self) -> str:
        return self.journal.name(str(self._given.get("person") or ""))

    def _ask(self, given: Mapping[str, Any]) -> None:
        kinds, person = self.journal.kinds, str(given.get("person") or "")
        providers, records = (kinds["provider"],), (kinds["record"],)
        add = adder(self.journal, kinds["provider"], lambda: person)
        whom = source(self.journal, providers, lambda: person)
        which = source(self.journal, records, lambda: person)
        self._put("provider", _("Who gets them"), source=whom, add=add)
        self._put("records", _("Which records"), source=which)
        self._put("date", _("When"), about=False)
        self._put("how", _("How"), across=True)
        self._put("what", _("Notes"))

    def _put(self, name: str, label: str, **options: Any) -> None:
        edit = bound_field(self.kind, self.kind.by_name[name], **options)
        self.edits[name] = edit
        self.content.addWidget(Question(label, edit))

    def _add_buttons(self) -> None:
        self.save = Button(_("Save"), "check", Rank.PRIMARY)
        self.save.clicked.connect(self.finish)
        self.to_pack = Button(_("Make a pack of these…"), "pdf")
        self.to_pack.clicked.connect(self._lead_to_pack)
        self.buttons.addWidget(self.save)
        self.buttons.addWidget(self.to_pack)
        self.add_cancel()

    def _lead_to_pack(self) -> None:
        """Leave for the page that makes what is handed over, with these records."""
        value = self.edits["records"].value()
        records = value if isinstance(value, tuple) else ()
        self.place = f"pack:records={','.join(map(str, records))}"
        self.reject()

    def problems(self) -> list[Problem]:
        """Return what is missing or cannot be read, in the order of the questions."""
        missing = {
            "provider": _("Choose who gets them"),
            "records": _("Choose at least one record"),
        }
        return show_problems(
            self.edits, lambda name, edit: "" if edit.value() else missing.get(name, "")
        )

    def finish(self) -> None:
        """Save all of it as one change, or say what stands in the way."""
        problems = self.problems()
        if not problems:
            try:
                self.made = self._save()
            except UserError as error:
                problems = [Problem(str(error), self.save)]
        self.summary.show_problems(problems)
        if self.made:
            self.accept()

    def _save(self) -> str:
        kept: dict[str, Any] = {name: edit.value() for name, edit in self.edits.items()}
        values = {name: value for name, value in kept.items() if value is not None}
        number = len(values["records"])
        text = ngettext("Hand over {number} record", "Hand over {number} records", number)
        with self.journal.change(text.format(number=number)) as change:
            return change.add("told", **{**self._given, **values})


def hand_over(
    parent: QWidget,
    journal: Journal,
    given: Mapping[str, Any],
    records: Sequence[str],
    lead: Callable[[str], object],
) -> str | None:
    """Ask and wait; returns the id of what was put down, or None. ``lead`` goes to a place."""
    dialog = HandOver(parent, journal, given, records)
    dialog.exec()
    made, place = dialog.made, dialog.place
    dialog.deleteLater()
    if place:
        lead(place)
    return made
