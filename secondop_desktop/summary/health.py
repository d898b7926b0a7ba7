"""The middle of page one: diagnoses as told, medicines taken now, allergies."""

from collections.abc import Callable, Sequence
from typing import Any

from secondop_desktop.exchange.pdf.chapter import day, dotted, word
from secondop_desktop.exchange.pdf.flow import Block, Para
from secondop_desktop.exchange.pdf.text import Words, bold, muted
from secondop_desktop.features.medicines.rules import in_use
from secondop_desktop.journal.dates import undated_first
from secondop_desktop.lang import _, in_short, ngettext
from secondop_desktop.summary.choices import Snapshot
from secondop_desktop.summary.detail import Detail, more, part, short, small_list

Said = Callable[[Any], Words]


def diagnoses(rows: Snapshot, detail: Detail) -> list[Block]:
    """Say each diagnosis that still counts: the one in doubt first, then the newest."""
    every = rows.of("diagnosis")
    about = [row for row in every if rows.case is not None and row.id == rows.case.diagnosis]
    now = [row for row in every if row.status != "resolved" and row not in about]
    found = [*about, *sorted(now, key=lambda row: undated_first(row.date), reverse=True)]
    none = _over(len(every)) if every else _not_here()
    said = _some("diagnosis", found, detail.diagnoses, lambda r: _diagnosis(r, rows, detail), rows)
    return [part(_("Diagnosis as told")), said or Para(none, "cell")]


def _over(number: int) -> str:
    text = ngettext(
        "None now; {number} earlier diagnosis is told further on",
        "None now; {number} earlier diagnoses are told further on",
        number,
    )
    return text.format(number=number)


def _diagnosis(row: Any, rows: Snapshot, detail: Detail) -> Words:
    sure = word(rows, "diagnosis", "certainty", row.certainty)
    told = dotted(short(rows.names(row.given_by)), day(row.date))
    said = dotted(sure, in_short(row.stage, detail.letters), told)
    return _entry(row.name or _("Diagnosis without a name"), said)


def medicines(rows: Snapshot, detail: Detail) -> list[Block]:
    """Say what is taken now; "takes none" and "not recorded" are told apart."""
    every = rows.of("medicine")
    found = [row for row in every if in_use(row, rows.today)]
    none = rows.person.takes_no_medicines
    said = _some("medicine", found, detail.medicines, lambda r: _medicine(r, rows, detail), rows)
    blocks = [part(_("Medicines now")), *([said] if said else [])]
    if none:
        blocks.append(Para(_("Takes no medicines (said so)"), "cell"))
    elif not found:
        earlier = _("None written down as taken now; earlier ones are told further on")
        blocks.append(Para(earlier if every else _not_here(), "cell"))
    return blocks


def _medicine(row: Any, rows: Snapshot, detail: Detail) -> Words:
    needed = word(rows, "medicine", "status", "as needed") if row.status == "as needed" else ""
    since = _("since {date}").format(date=day(row.start)) if row.start else ""
    by = rows.names(row.prescriber) if detail.sources else ""
    taken = in_short(dotted(row.dose, row.how_taken or needed), detail.letters)
    return _entry(row.name or _("Medicine without a name"), dotted(taken, since, short(by)))


def allergies(rows: Snapshot, detail: Detail) -> list[Block]:
    """Say each allergy; "none known" and "not recorded" are told apart."""
    found = rows.of("allergy")
    said = _some("allergy", found, detail.medicines, lambda r: _allergy(r, rows, detail), rows)
    blocks = [part(_("Allergies")), *([said] if said else [])]
    if rows.person.no_known_allergies:
        blocks.append(Para(_("No known allergies (said so)"), "cell"))
    elif not found:
        blocks.append(Para(_not_here(), "cell"))
    return blocks


def _allergy(row: Any, rows: Snapshot, detail: Detail) -> Words:
    status = "" if row.status == "active" else row.status
    since = _("since {date}").format(date=day(row.since)) if row.since else ""
    strong = word(rows, "allergy", "severity", row.severity)
    state = word(rows, "allergy", "status", status)
    said = dotted(in_short(row.reaction, detail.letters), strong, since, state)
    return _entry(row.substance or _("Allergy"), said)


def _not_here() -> str:
    return _("Not recorded here")


def _entry(name: str, said: str) -> Words:
    return [bold(short(name)), muted(f" – {said}" if said else "")]


def _some(kind: str, found: Sequence[Any], most: int, say: Said, rows: Snapshot) -> Block | None:
    """List the first entries, and say how many more there are."""
    items = [say(row) for row in found[:most]]
    if len(found) > most:
        items.append(more(len(found) - most, kind, printed=rows.prints(kind)))
    return small_list(items) if items else None
