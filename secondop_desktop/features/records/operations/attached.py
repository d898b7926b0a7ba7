"""What is attached to an e-mail that is kept by hand: a record each, that belongs to it."""

from collections.abc import Mapping, Sequence
from typing import Any

from secondop_desktop.exchange.read_entries import Link, ReadEntry
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal


def keep(
    journal: Journal,
    change: Change,
    known: Mapping[str, str],
    drafts: Sequence[ReadEntry],
    given: Mapping[str, Any],
) -> None:
    """Keep the files among these drafts; ``known`` are the ids of entries by their origin.

    What the journal has already is not added again. An appointment of a calendar stays in the
    e-mail: which of those here it may change is asked under *Bring in files*.
    """
    ids = dict(known)
    for draft in drafts:
        if draft.kind != "record" or draft.content is None:
            continue
        there = journal.entries("record", file=draft.values["file"])
        if there:
            ids[draft.origin] = str(there[0].id)
            continue
        with draft.content.open() as stream:
            journal.attach(change, stream, draft.content.name)
        linked = [link.origin for link in draft.values.get("linked", ()) if isinstance(link, Link)]
        values = {**draft.values, "linked": tuple(ids[one] for one in linked if one in ids)}
        ids[draft.origin] = change.add("record", **{**given, **values})
