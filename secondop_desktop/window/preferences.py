"""Settings of this device: text size and colours, used at once."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QApplication

from secondop_desktop import settings
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import paragraph
from secondop_desktop.widgets.fields.single_choice import ChoiceField
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme import Scheme
from secondop_desktop.window.places import PageContext

_SIZES = (100, 125, 150, 175, 200)


class SettingsPage(Page):
    """What this device remembers; nothing of it lies in the journal."""

    def __init__(self, around: PageContext) -> None:
        super().__init__(_("Settings"), _("These settings belong to this computer."))
        chosen = settings.load()
        self.text_size = ChoiceField([(str(size), f"{size}%") for size in _SIZES], "", across=True)
        self.text_size.set_value(str(chosen.text_percent))
        self.scheme = ChoiceField([(key, _(label)) for key, label in settings.SCHEMES], "")
        self.scheme.set_value(chosen.scheme)
        self.text_size.edited.connect(
            lambda: self._use(text_percent=int(str(self.text_size.value())))
        )
        self.scheme.edited.connect(lambda: self._use(scheme=str(self.scheme.value())))
        card = Card(_("How it looks"))
        card.add(Question(_("Text size"), self.text_size, _("Ctrl and + or – do the same")))
        card.add(Question(_("Colours"), self.scheme))
        self.add(card)
        place = Card(_("Where this journal is"))
        place.add(paragraph(str(around.journal.path)))
        self.add(place)

    def _use(self, **change: Any) -> None:
        chosen = replace(settings.load(), **change)
        settings.save(chosen)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, Scheme(chosen.scheme), chosen.text_percent)
