"""Putting words of a letter into an opinion: which one, and what they are about."""

from typing import Any

from PySide6.QtWidgets import QWidget

from secondop_desktop.features.records.page.record_acts import Acts
from secondop_desktop.features.records.page.short_form import ShortForm
from secondop_desktop.journal.case_scope import of_case
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.user_order import in_places, next_place
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.fields import ChoiceField
from secondop_desktop.widgets.forms.field_factory import bound_field
from secondop_desktop.widgets.preview.quote import Quote

_NEW = "new"


class QuoteForm(ShortForm):
    """The words, as they may be shortened, the opinion, and the aspect; Enter saves."""

    missing = {
        "opinion": N_("Choose which opinion it is"),
        "aspect": N_("Choose what it is about"),
        "text": N_("Enter what they said"),
    }

    def __init__(self, parent: QWidget, journal: Journal, record: Any, quote: Quote) -> None:
        super().__init__(parent, journal, _("Put into an opinion"))
        self.opinions = in_places(
            of_case(journal.entries("opinion", person=record.person), record.case)
        )
        statement = journal.kinds["statement"]
        self._ask_which(record)
        aspect = bound_field(statement, statement.by_name["aspect"])
        self.put("aspect", aspect, _("What it is about"), "", None)
        text = bound_field(statement, statement.by_name["text"])
        self.put("text", text, _("What they said"), "", quote.text)

    def _ask_which(self, record: Any) -> None:
        """Ask for the opinion, but where there is none yet: then it is the first."""
        if self.opinions:
            named = [(row.id, self.journal.name(row.id)) for row in self.opinions]
            field = ChoiceField([*named, (_NEW, _("Another opinion, not here yet"))])
            self.put("opinion", field, _("Which opinion"), "", _likely(self.opinions, record))

    def chosen(self) -> str:
        """Return the opinion chosen; ``new`` for one that is to be made."""
        edit = self.edits.get("opinion")
        return str(edit.value()) if edit is not None else _NEW


def _likely(opinions: list[Any], record: Any) -> str | None:
    """Return the one opinion whose letter this is, or whose doctor wrote it."""
    own = [row for row in opinions if row.record == record.id]
    same = [row for row in opinions if record.from_provider == row.provider is not None]
    found = own or same or (opinions if len(opinions) == 1 else [])
    return str(found[0].id) if len(found) == 1 else None


def put_into_opinion(
    parent: QWidget, journal: Journal, record: Any, quote: Quote, acts: Acts
) -> str:
    """Ask, and put it down in one change; returns what was done in words, or an empty text."""
    form = QuoteForm(parent, journal, record, quote)
    made: list[str] = []

    def write(change: Change) -> None:
        own = {"person": record.person, "case": record.case}
        opinion = form.chosen()
        if opinion == _NEW:
            place = next_place(form.opinions)
            who = record.from_provider
            opinion = change.add("opinion", **own, place=place, provider=who, record=record.id)
        where = {"record": record.id, "page": quote.page, "place": quote.place}
        said = {"aspect": form.value("aspect"), "text": form.value("text"), "opinion": opinion}
        made.append(change.add("statement", **own, **said, **where, source=record.title))

    saved = form.run() and acts.write(_("Put into an opinion"), write)
    form.deleteLater()
    if not saved:
        return ""
    row = journal.get("statement", made[0])
    words = _("Put into {opinion}, “{aspect}”.")
    return words.format(opinion=journal.name(row.opinion), aspect=journal.name(row.id))
