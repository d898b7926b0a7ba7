"""Step 7: when to look at it again, and closing the question."""

from PySide6.QtCore import Signal

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import paragraph


class EndingCard(Card):
    """Offers to close the question; ``wanted`` when it is asked for."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Is it all done?"))
        self.add(
            paragraph(
                _(
                    "When your doctors know what you decided, you can close this question and "
                    "write down how it turned out. You can open it again at any time."
                )
            )
        )
        self.button = Button(_("Close this question…"), "case-closed")
        self.button.clicked.connect(self.wanted)
        self.add_action(self.button)
