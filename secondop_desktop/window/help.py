"""Help: what each screen is for and the keys that do the same as the mouse; works offline."""

from secondop_desktop.lang import _
from secondop_desktop.widgets.card import Card
from secondop_desktop.widgets.page import Page
from secondop_desktop.widgets.text import muted, paragraph
from secondop_desktop.window.actions import ACTS
from secondop_desktop.window.leads import LEADS
from secondop_desktop.window.places import Around
from secondop_desktop.window.sidebar import PLACES


class HelpPage(Page):
    """One card for how to begin, one for the screens, one for the keys."""

    def __init__(self, around: Around) -> None:
        super().__init__(_("Help"), _("Everything here works without the internet."))
        self.add(self._first())
        self.add(self._screens())
        self.add(self._keys())
        self.add(self._notice())

    def _first(self) -> Card:
        card = Card(_("How to begin"))
        for line in (
            _("Write down your question under “My question”. One sentence is enough."),
            _("Home shows seven steps. Only you say how far each of them is."),
            _("Everything you type is saved by itself. Nothing has to be complete."),
            _("Ctrl and Z takes the last step back, even after the program was closed."),
            _("What you put away lies in the bin and can be brought back."),
        ):
            card.add(paragraph(f"•  {line}"))
        return card

    def _screens(self) -> Card:
        card = Card(_("The screens"))
        for place in PLACES:
            if place.key in LEADS:
                card.add(paragraph(_(place.label)))
                card.add(muted(_(LEADS[place.key])))
        return card

    def _keys(self) -> Card:
        card = Card(_("Keys"))
        for act in ACTS:
            if act.shortcut:
                words = _(act.label).replace("&", "").rstrip("…")
                card.add(paragraph(f"{act.shortcut}   {words}"))
        return card

    def _notice(self) -> Card:
        card = Card(_("What Secondop is not"))
        card.add(
            paragraph(
                _(
                    "A personal record. Not a medical device; it does not diagnose, interpret or "
                    "advise. In an emergency call 999; for urgent advice, NHS 111."
                )
            )
        )
        return card
