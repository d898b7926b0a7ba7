"""Yes, no, or not asked: three different answers; and a single tick for what needs only one."""

from PySide6.QtWidgets import QWidget

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.fields.base import FieldEdit, Parts
from secondop_desktop.widgets.fields.single_choice import ChoiceField
from secondop_desktop.widgets.fields.wrapping import WrapCheck

NOT_ASKED = N_("Not asked")


class FlagField(ChoiceField):
    """Three radio buttons: True, False, or None for "Not asked"."""

    def __init__(
        self,
        yes: str = N_("Yes"),
        no: str = N_("No"),
        empty: str = NOT_ASKED,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__([(True, _(yes)), (False, _(no))], empty, across=True, parent=parent)


class TickField(FieldEdit):
    """One check box with its own words; the value is True or False, and None means False."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = WrapCheck(text, self)
        self.box.toggled.connect(self._changed)
        self.body.addWidget(self.box)

    def value(self) -> bool:
        """Say whether the box is ticked."""
        return self.box.isChecked()

    def parts(self) -> Parts:
        """The box says its own words."""
        return [(self.box, self.box.text())]

    def _fill(self, value: bool | None) -> None:
        self.box.setChecked(bool(value))
