"""The order of Tab inside a field whose inputs come and go."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from secondop_desktop.widgets.fields.base import Parts


class TabStart(QWidget):
    """Marks where the inputs of a field begin.

    Inputs made later stand at the end of the window's order until `lead` puts them in place.
    Qt takes the way round from the last widget to the first as in order already, so that
    leading from one of the parts themselves would not do.
    """

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        # Hidden, it is never reached; without a policy Qt would not take it as a start.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def lead(self, parts: Parts) -> None:
        """Let Tab go through these parts in this order."""
        for one, following in pairwise([self, *(widget for widget, _name in parts)]):
            QWidget.setTabOrder(one, following)
