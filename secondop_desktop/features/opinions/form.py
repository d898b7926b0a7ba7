"""The forms of an opinion, of one part of it, and of a comparison."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.features.opinions.rules.aspects import place_words
from secondop_desktop.journal.case_scope import entries_of_case
from secondop_desktop.journal.user_order import next_place
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.fields import ChoiceField, TextField
from secondop_desktop.widgets.forms.form import Form

_LEAST_PLACES = 3


class OpinionForm(Form):
    """Whose opinion it is and its gist; the details stand side by side on the page itself."""

    missing = {"place": N_("Choose which opinion it is")}

    def build(self) -> None:
        """Lay the questions out."""
        self.set_default("place", next_place(self._opinions()))
        self.group()
        self.put(self.bind(self._places(), "place", _("Which opinion it is")))
        self.put(self.ask("provider"))
        self.put(self.ask("date"))
        self.put(
            self.bind(
                TextField(3),
                "overall",
                hint=_("Two or three lines in your own words. The details come later."),
            )
        )
        self._build_basis()

    def _opinions(self) -> Sequence[Any]:
        return entries_of_case(self.journal, "opinion", self.person or None, self.value_of("case"))

    def _places(self) -> ChoiceField:
        most = max(_LEAST_PLACES, self.value_of("place") or 0)
        places = [(place, place_words(place)) for place in range(1, most + 1)]
        return ChoiceField(places, "", across=True)

    def _build_basis(self) -> None:
        self.more(
            _("How you were told, and where it is written"),
            self.ask("how", across=True),
            self.ask("record"),
            self.ask("appointment"),
        )
        self.more(
            _("What they looked at"),
            self.ask("records_seen", hint=_("If you know which letters and scans they had")),
            self.ask("results_seen"),
        )
        self.more(_("Your notes"), self.ask("notes"))


class StatementForm(Form):
    """What one opinion says about one thing, and where that is written."""

    missing = {
        "opinion": N_("Choose which opinion says it"),
        "aspect": N_("Choose what it is about"),
    }

    def build(self) -> None:
        """Lay the questions out."""
        self.group()
        self.put_owner("opinion", _("From: {owner}"))
        self.put(self.ask("aspect"))
        self.put(self.ask("text", hint=_("In their words, or yours")))
        self.put(self.tick("not_discussed", _("They did not talk about it")))
        self.put(self.ask("source", hint=_("Such as letter, page 2, or said in person")))
        self.more(_("The letter or record"), self.ask("record"), self.ask("page", least=1))


class MarkForm(Form):
    """How the opinions compare on one thing, as the person sees it."""

    missing = {"aspect": N_("Choose what it is about")}

    def build(self) -> None:
        """Lay the questions out."""
        self.group("", _("Only you decide what is the same and what is different."))
        self.put(self.ask("aspect"))
        self.put(self.ask("mark"))
        self.put(self.ask("note"))


FORMS = {"opinion": OpinionForm, "statement": StatementForm, "mark": MarkForm}
