"""What a doctor must know first: each a yes with its words, a no, or not asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from secondop_desktop.journal.wording import as_written
from secondop_desktop.lang import N_, _

ALERTS: Mapping[str, str] = {
    "blood_thinner": N_("Blood thinner"),
    "implants": N_("Implants and MRI"),
    "pregnancy": N_("Pregnancy"),
    "infection": N_("Infection to know of"),
    "care_decision": N_("Resuscitation, advance decision"),
}
"""The questions in the order in which paper tells them, each by its short name."""


@dataclass(frozen=True)
class Alert:
    """One answer: ``answer`` is None where nobody asked; ``words`` are the person's, whole."""

    name: str
    label: str
    answer: bool | None
    words: str

    @property
    def said(self) -> str:
        """Say the answer with what belongs to it; never nothing."""
        if self.answer is None:
            return "; ".join(filter(None, (_("not asked"), self.words)))
        if self.answer:
            return self.words or _("yes")
        return "; ".join(filter(None, (_("no"), self.words)))


def alerts(row: Any, *, at_home: bool = True) -> list[Alert]:
    """Return all answers of a person, those that nobody asked about among them.

    Without ``at_home`` they do not say where cards and papers are kept.
    """
    return [
        Alert(name, _(label), getattr(row, name), _words(name, row, at_home=at_home))
        for name, label in ALERTS.items()
    ]


def _words(name: str, row: Any, *, at_home: bool) -> str:
    """Put on one line what was written about an answer, whatever the answer is."""
    told = [" ".join(str(getattr(row, f"{name}_words")).split())]
    if name == "implants":
        told.append(_labelled(_("MRI: {words}"), row.implants_mri))
        told.append(_labelled(_("card: {words}"), row.implants_card if at_home else ""))
    if name == "care_decision":
        told.append(_day(row, "care_decision_date"))
        told.append(_labelled(_("the form: {words}"), row.care_decision_paper if at_home else ""))
    return "; ".join(filter(None, told))


def _labelled(text: str, words: str) -> str:
    return text.format(words=words) if words else ""


def _day(row: Any, field: str) -> str:
    date = getattr(row, field)
    return date.words() if date else as_written(row, field)


def measured(row: Any, field: str) -> str:
    """Say a height or weight as told, with the day of it: "61 kg (3 March 2026)"."""
    words, date = getattr(row, field), _day(row, f"{field}_date")
    return _("{value} ({date})").format(value=words, date=date) if words and date else words
