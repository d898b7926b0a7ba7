"""Answers such as "no known allergies" must not be taken over where entries say otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from secondop_desktop.exchange.read_entries import ReadEntry, Reading
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.said_none import against, disagreeing
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import N_, _

AGAINST: Mapping[str, str] = {"no_known_allergies": "allergy", "takes_no_medicines": "medicine"}
"""Answers about a person, each with the kind of entries that would speak against it."""

_DENIED = {
    "no_known_allergies": N_(
        "“No known allergies” is written down, but the file has an allergy. The PDF prints the "
        "allergy and not the answer. The page Allergies asks which is right."
    ),
    "takes_no_medicines": N_(
        "“Takes no medicines” is written down, but the file has a medicine. The PDF prints the "
        "medicine and not the answer. The page Medicines asks which is right."
    ),
}
_SAID = {
    "no_known_allergies": N_(
        "The file says “no known allergies”, but there are entries of allergies. "
        "The answer is left out: check which is right."
    ),
    "takes_no_medicines": N_(
        "The file says “takes no medicines”, but there are entries of medicines. "
        "The answer is left out: check which is right."
    ),
}

_DISAGREE = {
    True: N_(
        "Your answer about {what} is yes, but the file says no. Your answer stays. "
        "Check which is right, on the person’s page."
    ),
    False: N_(
        "Your answer about {what} is no, but the file says yes. Your answer stays. "
        "Check which is right, on the person’s page."
    ),
}


def without_contradiction(journal: Journal, reading: Reading, person: str | None) -> Reading:
    """Leave out answers that entries of the file or the journal speak against, and say so."""
    told = [draft for draft in reading.drafts if draft.kind == "person"]
    answers = {name for draft in told for name in AGAINST if draft.values.get(name)}
    denied = list(_alerts_denied(journal, told, person))
    wrong = {name for name in answers if _is_denied(journal, reading, person, AGAINST[name])}
    asked = _now_denied(journal, reading, person)
    if not (wrong or asked or denied):
        return reading
    notices = [*reading.notices, *(_(_SAID[name]) for name in sorted(wrong)), *asked, *denied]
    drafts = [_without(draft, wrong) for draft in reading.drafts]
    return replace(reading, drafts=drafts, notices=notices)


ALERTS: Mapping[str, str] = {
    "blood_thinner": N_("a blood thinner"),
    "implants": N_("implants"),
    "pregnancy": N_("pregnancy"),
    "infection": N_("an infection"),
    "care_decision": N_("a decision about resuscitation or care"),
}
"""What a doctor must know first, as it is named in a sentence."""


def _alerts_denied(
    journal: Journal, told: Sequence[ReadEntry], person: str | None
) -> Iterator[str]:
    """Say where file and journal disagree about what a doctor must know first."""
    for row in journal.entries("person", id=person) if person else []:
        for name, what in ALERTS.items():
            said = {draft.values.get(name) for draft in told} - {None, getattr(row, name)}
            if said and getattr(row, name) is not None:
                yield _(_DISAGREE[getattr(row, name)]).format(what=_(what))


def _is_denied(journal: Journal, reading: Reading, person: str | None, name: str) -> bool:
    kind = journal.kinds[name]
    told = [_row(kind, draft) for draft in reading.drafts if draft.kind == name]
    rows = journal.entries(name, person=person) if person else []
    return bool(against(kind, [*told, *rows], local_today()))


def _now_denied(journal: Journal, reading: Reading, person: str | None) -> list[str]:
    """Say which answers of the journal the entries of the file speak against."""
    found: list[str] = []
    for row in journal.entries("person", id=person) if person else []:
        for name, kind in AGAINST.items():
            told = [_row(journal.kinds[kind], one) for one in reading.drafts if one.kind == kind]
            if disagreeing(journal.kinds[kind], row, told, local_today()):
                found.append(_(_DENIED[name]))
    return found


def _row(kind: Kind, draft: ReadEntry) -> Any:
    """Return what a file tells as an entry of its kind would be."""
    empty = {name: column.empty for name, column in kind.types.items()}
    return SimpleNamespace(**(empty | dict(draft.values)))


def _without(draft: ReadEntry, names: set[str]) -> ReadEntry:
    if draft.kind != "person":
        return draft
    return replace(draft, values={n: v for n, v in draft.values.items() if n not in names})
