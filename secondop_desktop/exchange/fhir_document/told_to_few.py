"""What the summary tells only with what is private stays out of a document by the same rule."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from secondop_desktop.exchange.fhir_document.entries_to_tell import EntriesToTell

_KEY = re.compile(r"\bkeys?\b", re.IGNORECASE)
_FIELDS = {
    "person": frozenset({"implants_card", "care_decision_paper", "authority_paper"}),
    "provider": frozenset(
        {"independent", "shortlisted", "rank", "experience", "waiting_time", "distance"}
        | {"cost_note", "notes"}
    ),
    "record": frozenset({"place"}),
    "treatment": frozenset({"implant_card"}),
    "case": frozenset({"step_notes"}),
}
"""Where papers lie at home, how a doctor was chosen, and notes on the journey to one."""


def is_hidden(kind: str, row: Any, name: str, rows: EntriesToTell) -> bool:
    """Tell whether a field of an entry stays out."""
    if kind == "record" and name == "text" and row.file:
        return True  # the words of a file belong to the file, which stays behind
    if rows.private:
        return False
    if kind == "person" and name == "emergency_contacts":
        return bool(_KEY.search(row.emergency_contacts))
    return name in _FIELDS.get(kind, ())


def to_call(row: Any, rows: EntriesToTell) -> Iterator[str]:
    """Yield whom to call in an emergency, line by line; who has a key is told to few."""
    for one in row.emergency_contacts.splitlines():
        if rows.private or not _KEY.search(one):
            yield one


def told(rows: EntriesToTell, kind: str) -> Sequence[Any]:
    """Return the rows of a kind that are told: a doctor who was only thought of is not."""
    found = rows.of(kind)
    if kind != "provider" or rows.private:
        return found
    known = set(_named(rows))
    return [row for row in found if not row.shortlisted or row.id in known]


def _named(rows: EntriesToTell) -> Iterator[str]:
    """Yield the doctors and places that some entry names."""
    for name, kind in rows.kinds.items():
        refers = [field.name for field in kind.fields if field.refers == "provider"]
        for row in rows.of(name) if refers else ():
            values = (getattr(row, one) for one in refers)
            yield from (one for one in values if isinstance(one, str))
