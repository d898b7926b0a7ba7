"""What a letter could not say because the journal does not know it, and where to add it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondop_desktop.features.letters.operations.letter_sources import Shelf, newest
from secondop_desktop.features.letters.rules import Fact
from secondop_desktop.lang import N_

_PERSON, _CASE = "person", "case"
_PLACES = {
    "person": (_PERSON, N_("The name")),
    "born": (_PERSON, N_("Date of birth")),
    "nhs": (_PERSON, N_("NHS number")),
    "address": (_PERSON, N_("Address")),
    "carer_address": (_PERSON, N_("Address of whoever helps")),
    "contact": (_PERSON, N_("Phone or email")),
    "relationship": (_PERSON, N_("How the helper and they know each other")),
    "authority": (_PERSON, N_("What lets the helper act, or until when it did")),
    "to": ("letter", N_("Who the letter goes to")),
    "to_address": ("provider", N_("Address of who it goes to")),
    "diagnosis": ("diagnosis", N_("The diagnosis")),
    "diagnosed_by": ("diagnosis", N_("Who told the diagnosis")),
    "diagnosed_on": ("diagnosis", N_("When the diagnosis was told")),
    "question": (_CASE, N_("The question, in one sentence")),
    "reason": (_CASE, N_("Why you want a second opinion")),
    "safe_by": (_CASE, N_("Who said that it is safe to wait")),
    "safe_on": (_CASE, N_("When they said so")),
    "insurer": (_CASE, N_("The health insurer")),
    "authorisation": (_CASE, N_("The insurer’s authorisation number")),
    "choice": ("provider", N_("Who you would like to see: tick “You can choose them”")),
    "choice_place": ("provider", N_("Where the doctor you would like to see works")),
    "medicine": ("medicine", N_("Medicines, or that you take none")),
    "allergy": ("allergy", N_("Allergies, or that there are none known")),
    "record": ("record", N_("Which records you want, and who holds them")),
    "late_record": ("record", N_("Which records you asked for, and when")),
    "referral_asked": (_CASE, N_("When you asked for the referral")),
    "second": ("opinion", N_("The second opinion, and who gave it")),
    "second_on": ("opinion", N_("When the second opinion was given")),
    "second_said": ("opinion", N_("What the second opinion says, in a few lines")),
    "decision": ("decision", N_("What you decided")),
    "why": ("decision", N_("Why you decided so")),
    "review": ("decision", N_("When to look at it again")),
}
_NEEDS = {
    "diagnosed_by": "diagnosis",
    "diagnosed_on": "diagnosis",
    "choice_place": "choice",
    "why": "decision",
    "review": "decision",
    "second_said": "second",
}
"""What is worth asking for only when something else is known."""
_ANSWERED = {"medicine": "no_medicines", "allergy": "no_allergies"}


@dataclass(frozen=True)
class MissingFact:
    """Something not known: its untranslated words, the kind it belongs to, and the entry."""

    name: str
    words: str
    kind: str
    entry: str


def lacking(
    shelf: Shelf,
    missing: Sequence[str],
    known: Mapping[str, Fact],
    to: str | None,
    *,
    by_helper: bool = False,
) -> tuple[MissingFact, ...]:
    """Return what would complete a letter, in the order in which it is asked for here."""
    wanted = {*missing, *_of_addresses(shelf, to, by_helper=by_helper)}
    wanted -= {name for name, above in _NEEDS.items() if not known.get(above)}
    wanted -= {name for name, answer in _ANSWERED.items() if known.get(answer)}
    return tuple(
        MissingFact(name, words, kind, _entry(shelf, name, kind, to))
        for name, (kind, words) in _PLACES.items()
        if name in wanted
    )


def _of_addresses(shelf: Shelf, to: str | None, *, by_helper: bool) -> set[str]:
    own = "carer_address" if by_helper else "address"
    found = set() if getattr(shelf.who(), own) else {own}
    rows = shelf.journal.entries("provider", person=shelf.person, id=to) if to else []
    if not rows:
        return found | {"to"}
    return found if rows[0].address else found | {"to_address"}


def _entry(shelf: Shelf, name: str, kind: str, to: str | None) -> str:
    """Return the entry in which it is to be added; empty where a new one is needed."""
    if kind == _PERSON:
        return shelf.person
    if name == "to_address":
        return to or ""
    case = shelf.case()
    if kind == _CASE:
        return case.id if case is not None else ""
    if kind == "diagnosis":
        row = shelf.one(kind, case.diagnosis if case else None)
        row = row or newest(shelf.of(kind), "date")
        return row.id if row is not None else ""
    if name in {"second_said", "second_on"}:
        row = shelf.opinion(lambda place: place > 1)
        return row.id if row is not None else ""
    return ""
