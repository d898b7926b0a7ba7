"""Who got records, and when, is written down by itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.clock import local_now
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext
from secondop_desktop.summary.snapshot import Snapshot


def write_down(journal: Journal, rows: Snapshot, records: Sequence[str], what: str) -> str | None:
    """Add to whom these records were given, as one change that can be undone; return its id.

    Nothing is added where the paper is for nobody who is in the journal, and nothing twice: a
    pack that is saved once more the same day is the one that was written down.
    """
    provider = rows.reader.provider
    if provider is None:
        return None
    values: dict[str, Any] = {
        "person": rows.person.id,
        "provider": provider,
        "date": PartialDate.of(rows.today),
        "records": tuple(records),
        "what": what,
    }
    if rows.case is not None:
        values["case"] = rows.case.id
    text = ngettext("Hand over {number} record", "Hand over {number} records", len(records))
    label = text.format(number=len(records)) if records else _("Hand over a file")
    return _added(journal, values, label)


def write_down_file(journal: Journal, person: str, provider: str, what: str) -> str:
    """Add to whom a file of the journal was given today; return its id."""
    today = PartialDate.of(local_now().date())
    values = {"person": person, "provider": provider, "date": today, "what": what}
    return _added(journal, values, _("Hand over a file"))


def _added(journal: Journal, values: Mapping[str, Any], label: str) -> str:
    if (there := _said(journal, values)) is not None:
        return there
    with journal.change(label) as change:
        return change.add("told", **values)


def _said(journal: Journal, values: Mapping[str, Any]) -> str | None:
    """Return the entry that says the same of the same person already."""
    rows = journal.entries("told", person=values["person"], provider=values["provider"])
    alike = (row for row in rows if all(getattr(row, name) == one for name, one in values.items()))
    return next((str(row.id) for row in alike), None)


def what_was_given(name: str, pages: int) -> str:
    """Say what they were given, in words that are kept."""
    text = ngettext("“{name}”, a pack of {pages} page", "“{name}”, a pack of {pages} pages", pages)
    return text.format(name=name, pages=pages)
