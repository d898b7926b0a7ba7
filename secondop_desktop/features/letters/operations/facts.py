"""The facts a letter is filled with, in words, as far as the journal knows them."""

from datetime import date
from typing import Any

from secondop_desktop.features.letters.operations.chasing import chased
from secondop_desktop.features.letters.operations.forms_of_address import (
    address_name,
    pronouns,
    spoken_of,
)
from secondop_desktop.features.letters.operations.letter_sources import (
    Shelf,
    newest,
    one_line,
    stated,
    when,
)
from secondop_desktop.features.letters.rules import Fact
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.said_none import said_none
from secondop_desktop.journal.user_order import in_order
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.health_number import spaced
from secondop_desktop.lang import N_, _

_ACTS = {"consent": "consent", "proxy access": "proxy", "lpa": "lpa", "deputy": "deputy"}
_UNSURE = frozenset({"suspected", "provisional", "unconfirmed", "differential"})
_REASONS = {
    "serious": N_("It is a serious illness."),
    "no improvement": N_("It is not getting better."),
    "experimental": N_("The treatment is new, or doctors do not agree about it."),
    "disagreement": N_("Doctors have said different things."),
    "uncertain": N_("The diagnosis is not certain."),
    "major treatment": N_("It means a big operation or demanding treatment."),
    "rare": N_("It is a rare illness."),
    "peace of mind": N_("It would bring peace of mind."),
}


def facts(shelf: Shelf, to: str | None, today: date, *, by_helper: bool = False) -> dict[str, Fact]:
    """Return everything a letter to this doctor may tell; empty where it is not known.

    ``by_helper`` is whether whoever helps writes it: then it speaks of the person as they do.
    """
    case = shelf.case()
    found: dict[str, Fact] = {}
    found |= _person(shelf, by_helper=by_helper) | _helper(shelf, today) | _recipient(shelf, to)
    found |= _diagnosis(shelf, case, to) | _case(case) | _waiting(shelf, case, to)
    found |= _choice(shelf, case, to) | _opinions(shelf, to) | _decision(shelf)
    found |= _taken(shelf, today) | _records(shelf, to) | _seen(shelf, to, today)
    return found | chased(shelf, case, to, today) | _sent_along(shelf, to)


def _person(shelf: Shelf, *, by_helper: bool) -> dict[str, Fact]:
    row = shelf.who()
    name = row.name or row.known_as
    known = spoken_of(row.carer_relationship, row.sex)
    their, them = pronouns(row.carer_relationship, row.sex)
    reach = (row.carer_phone, row.carer_email) if by_helper else (row.phone, row.email)
    return {
        "person": name,
        "they": known or name,
        "whose": _("{known}, {name}").format(known=known, name=name) if known and name else name,
        "known": known,
        "their": their,
        "them": them,
        "born": row.birth_date.words() if row.birth_date else "",
        "nhs": spaced(row.nhs_number, gap="\N{NO-BREAK SPACE}"),
        "contact": _(" or ").join(filter(None, reach)),
        "communication": one_line(row.communication),
    }


def _helper(shelf: Shelf, today: date) -> dict[str, Fact]:
    """Tell who writes for the person, and what lets them, unless that has run out."""
    row = shelf.who()
    until = row.authority_until
    acts = "" if until is not None and until.last_day < today else row.authority
    known: dict[str, Fact] = {name: "yes" if acts == kept else "" for kept, name in _ACTS.items()}
    known |= {
        "parent": "yes" if acts == "parent" else "",
        "carer": row.carer,
        "relationship": row.carer_relationship,
        "authority": acts,
        "paper": row.authority_paper if acts else "",
    }
    return known


def _recipient(shelf: Shelf, to: str | None) -> dict[str, Fact]:
    row = shelf.one("provider", to)
    if row is None:
        return {"to": ""}
    general = row.id == shelf.who().gp or row.role.casefold() in {"gp", "general practitioner"}
    name = address_name(row.name, row.role, row.organisation)
    number = _hospital_number(shelf, row)
    return {"to": row.name, "doctor": name, "to_gp": "yes" if general else "", "hospital": number}


def _hospital_number(shelf: Shelf, row: Any) -> str:
    """Return the person's number at the hospital written to, by the hospital's name."""
    numbers = shelf.who().hospital_numbers or {}
    places = [name.casefold() for name in (row.organisation, row.name) if name]
    found = (number for name, number in numbers.items() if name.casefold() in places)
    return next(found, "")


def _sent_along(shelf: Shelf, to: str | None) -> dict[str, Fact]:
    """Tell which letters of doctors go along, by opinion, and who else gets a copy."""
    gp = shelf.who().gp
    first, later = shelf.opinion(lambda place: place == 1), shelf.opinion(lambda place: place > 1)
    return {
        "first_letter": _paper_of(shelf, first, to),
        "second_letter": _paper_of(shelf, later, to),
        "copy_to_gp": shelf.doctor(gp) if gp and gp != to else "",
    }


def _paper_of(shelf: Shelf, opinion: Any, to: str | None) -> str:
    """Return the title of the letter an opinion came in; not to the one who wrote it."""
    if opinion is None or opinion.provider == to:
        return ""
    row = shelf.one("record", opinion.record)
    return row.title if row is not None and row.file else ""


def _you_or(shelf: Shelf, entry: str | None, to: str | None) -> str:
    """Name a doctor, as the one who reads the letter where it is the same."""
    return _("You") if entry and entry == to else shelf.doctor(entry)


def _diagnosis(shelf: Shelf, case: Any, to: str | None) -> dict[str, Fact]:
    named = case.diagnosis if case is not None else None
    told = _facts_of(shelf, shelf.journal.kinds["diagnosis"])
    row = shelf.one("diagnosis", named) or newest(told, "date")
    fact = shelf.journal.kinds["diagnosis"].is_fact
    if row is None or row.certainty == "ruled out" or not fact(row):
        return {}
    return {
        "diagnosis": row.name,
        "diagnosed_by": _you_or(shelf, row.given_by, to),
        "diagnosed_on": when(row.date),
        "unsure": "yes" if row.certainty in _UNSURE else "",
    }


def _case(case: Any) -> dict[str, Fact]:
    if case is None:
        return {"ask_safe": "yes"}
    private = case.route in {"private", "both"}
    return {
        "question": one_line(case.question),
        "plan": one_line(case.plan),
        "reason": [_(_REASONS[key]) for key in case.reasons if key in _REASONS],
        "reasons_words": one_line(case.reasons_words),
        "private": "yes" if private else "",
        "insurer": case.insurer,
        "authorisation": case.authorisation,
    }


def _waiting(shelf: Shelf, case: Any, to: str | None) -> dict[str, Fact]:
    """Tell whether it is safe to wait, as someone said; else it is a question to ask."""
    answer = case.safe_to_wait if case is not None else ""
    return {
        "safe_yes": "yes" if answer == "yes" else "",
        "safe_no": "yes" if answer == "no" else "",
        "ask_safe": "" if answer in {"yes", "no"} else "yes",
        "safe_by": _you_or(shelf, case.safe_said_by, to) if case is not None else "",
        "safe_on": when(case.safe_date) if case is not None else "",
    }


def _choice(shelf: Shelf, case: Any, to: str | None) -> dict[str, Fact]:
    """Tell whom they would like to see: the first of the shortlist."""
    rows = [row for row in shelf.of("provider") if row.shortlisted and row.id != to]
    row = next(iter(in_order(rows)), None)
    if row is None:
        return {}
    return {
        "choice": row.name or row.organisation,
        "choice_place": row.organisation if row.name else "",
        "choice_independent": "yes" if row.independent else "",
    }


def _opinions(shelf: Shelf, to: str | None) -> dict[str, Fact]:
    first, later = shelf.opinion(lambda place: place == 1), shelf.opinion(lambda place: place > 1)
    found: dict[str, Fact] = {}
    if first is not None:
        found["first"] = _you(shelf, first.provider, to)
    if later is not None:
        found["second"] = _you(shelf, later.provider, to)
        found["second_on"] = when(later.date)
        found["second_said"] = one_line(later.overall)
    return found


def _you(shelf: Shelf, entry: str | None, to: str | None) -> str:
    return _("you") if entry and entry == to else shelf.doctor(entry)


def _decision(shelf: Shelf) -> dict[str, Fact]:
    row = newest([one for one in shelf.of("decision") if one.stage == "made"], "date")
    if row is None:
        return {}
    option = shelf.one("option", row.option)
    return {
        "decision": one_line(row.text) or (option.name if option is not None else ""),
        "why": one_line(row.why),
        "change_mind": one_line(row.change_mind),
        "review": row.review.words() if row.review else "",
    }


def _taken(shelf: Shelf, today: date) -> dict[str, Fact]:
    """Tell what is taken now, what may be and what must not, and each allergy.

    "None" is told only where that holds.
    """
    kinds = shelf.journal.kinds
    medicine, allergy = kinds["medicine"], kinds["allergy"]
    taken = [row for row in _facts_of(shelf, medicine) if medicine.holds(row, today)]
    others = [row for row in _facts_of(shelf, medicine) if row not in taken]
    avoided = [row for row in others if row.status == "avoid"]
    unsure = [(row, why) for row in others if (why := medicine.doubt(row, today))]
    return {
        "medicine": [_listed(row.name, *medicine.must_say(row)) for row in taken],
        "medicine_unsure": [_listed(row.name, *medicine.must_say(row), why) for row, why in unsure],
        "avoided": [_listed(row.name, row.why_stopped) for row in avoided],
        "allergy": [
            _listed(row.substance, allergy.doubt(row, today), *allergy.must_say(row))
            for row in _facts_of(shelf, allergy)
        ],
        "no_medicines": _none(shelf, medicine, today),
        "no_allergies": _none(shelf, allergy, today),
    }


def _facts_of(shelf: Shelf, kind: Kind) -> list[Any]:
    """Return the entries of a kind that say something: none without a name, none taken back."""
    return [row for row in shelf.of(kind.name) if kind.is_fact(row) and not kind.missing(row)]


def _none(shelf: Shelf, kind: Kind, today: date) -> str:
    """Say "yes" where they said that there are none; also a private entry speaks against it."""
    rows = shelf.journal.entries(kind.name, person=shelf.person)
    return "yes" if said_none(kind, shelf.who(), rows, today) else ""


def wanted(shelf: Shelf, holder: str | None) -> list[Any]:
    """Return the records still wanted from a holder, and those of which no holder is known."""
    rows = [row for row in shelf.of("record") if row.state in {"wanted", "asked"}]
    open_ones = [row for row in rows if not row.received]
    mine = [row for row in open_ones if holder and row.holder == holder]
    return mine or [row for row in open_ones if not row.holder and not row.asked]


def _records(shelf: Shelf, to: str | None) -> dict[str, Fact]:
    rows = wanted(shelf, to)
    return {"record": [_listed(row.title, _day(row.date)) for row in rows if row.title]}


def _seen(shelf: Shelf, to: str | None, today: date) -> dict[str, Fact]:
    met = [row for row in shelf.of("appointment") if to and row.provider == to and row.when]
    last = newest([row for row in met if row.when.last_day <= today], "when")
    return {"seen_on": when(stated(last.when)) if last is not None else ""}


def _day(day: PartialDate | None) -> str:
    return day.words() if day else ""


def _listed(*parts: str) -> str:
    return ", ".join(one_line(part) for part in parts if part)
