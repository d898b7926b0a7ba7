"""Step 6: asking one more doctor when the opinions differ a lot."""

from typing import Any

from PySide6.QtCore import Signal

from secondop_desktop.features.cases.rules.once_more import once_more_words
from secondop_desktop.features.cases.rules.referral import has_referral
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import paragraph


class OnceMoreCard(Card):
    """Says what another round means; ``wanted`` when it is asked for."""

    wanted = Signal()

    def __init__(self, case: Any) -> None:
        super().__init__(_("Are the opinions very different?"))
        self.add(
            paragraph(
                _(
                    "You can ask one more doctor. Steps 2 to 6 then come again for the same "
                    "question, and all you have written stays."
                )
            )
        )
        if has_referral(case):
            self.add(
                paragraph(
                    _(
                        "The dates of the referral so far move to your notes on step 3, to make "
                        "room for the new referral."
                    )
                )
            )
        self.button = Button(once_more_words(case), "redo")
        self.button.clicked.connect(self.wanted)
        self.add_action(self.button)
