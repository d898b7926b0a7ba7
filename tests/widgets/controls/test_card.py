"""A card holds parts and a row of buttons under an optional heading."""

from PySide6.QtWidgets import QApplication, QVBoxLayout
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import paragraph
from secondop_desktop.widgets.theme import Scheme, Theme
from tests.widgets import walker


def test_a_card_is_whole_at_large_text(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, Scheme.LIGHT, 200)
    card = Card("Next: get ready for Dr Patel")
    qtbot.addWidget(card)
    card.add(paragraph("Tuesday 14 July 2026, 10:30am, at the Royal Infirmary."))
    card.add(QVBoxLayout())
    card.add_action(Button("Get ready", rank=Rank.PRIMARY))
    card.add_action(Button("Print the summary"))
    card.resize(520, card.heightForWidth(520))
    card.show()
    assert walker.cut_off(card) == []
    assert card.accessibleName() == "Next: get ready for Dr Patel"


def test_a_card_without_heading_leaves_no_gap(look: Theme, qtbot: QtBot) -> None:
    with_heading, without = Card("Heading"), Card()
    for card in (with_heading, without):
        qtbot.addWidget(card)
        card.add(paragraph("Text"))
        card.show()
    assert without.sizeHint().height() < with_heading.sizeHint().height()
