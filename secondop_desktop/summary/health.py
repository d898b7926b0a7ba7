"""The middle of page one: diagnoses as told, medicines taken now, allergies."""

from collections.abc import Callable, Sequence
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block, Para
from secondop_desktop.exchange.pdf.pages.chapter import day, dotted, word
from secondop_desktop.exchange.pdf.text.runs import Run, Words, bold, muted
from secondop_desktop.journal.values.dates import undated_first
from secondop_desktop.lang import _, in_short
from secondop_desktop.summary.choices import Snapshot
from secondop_desktop.summary.page_one_limits import Detail, also, more, part, short, small_list

Said = Callable[[Any], Words]


def diagnoses(rows: Snapshot, detail: Detail) -> list[Block]:
    """Say each diagnosis that still counts: the one in doubt first, then the newest."""
    every = rows.of("diagnosis")
    about = [row for row in every if rows.case is not None and row.id == rows.case.diagnosis]
    holds = rows.kinds["diagnosis"].holds
    now = [row for row in every if holds(row, rows.today) and row not in about]
    found = [*about, *sorted(now, key=lambda row: undated_first(row.date), reverse=True)]
    past = [row for row in every if row not in found and row.certainty != "ruled out"]
    none = _("None now") if every else _not_here()
    said = _some("diagnosis", found, detail.diagnoses, lambda r: _diagnosis(r, rows, detail), rows)
    return [part(_("Diagnosis as told")), said or Para(none, "cell"), *_before(past, detail, rows)]


def _before(past: Sequence[Any], detail: Detail, rows: Snapshot) -> list[Block]:
    """Name the diagnoses that are over, each once."""
    names = list(dict.fromkeys(row.name for row in reversed(past) if row.name))
    if not names:
        return []
    shown, left = names[: detail.past], len(names) - detail.past
    words: list[str | Run] = [muted(_("Before: {names}").format(names=dotted(*map(short, shown))))]
    if left > 0:
        words += [" ", *more(left, "diagnosis", printed=rows.prints("diagnosis"))]
    return [Para(words, "cell")]


def _diagnosis(row: Any, rows: Snapshot, detail: Detail) -> Words:
    sure = word(rows, "diagnosis", "certainty", row.certainty)
    told = dotted(short(rows.names(row.given_by)), day(row.date))
    unsure = rows.kinds["diagnosis"].doubt(row, rows.today)
    now = "" if row.status in {"active", "resolved"} else row.status
    state = word(rows, "diagnosis", "status", now)
    said = dotted(sure, unsure or state, in_short(row.stage, detail.letters), told)
    return _entry(row.name or _("Diagnosis without a name"), said)


def medicines(rows: Snapshot, detail: Detail) -> list[Block]:
    """Say what is taken now, and what may be; "takes none" and "not recorded" are told apart."""
    kind, every = rows.kinds["medicine"], rows.of("medicine")
    found = [row for row in every if kind.holds(row, rows.today)]
    unsure = [row for row in every if row not in found and kind.doubt(row, rows.today)]
    said = _some("medicine", found, detail.medicines, lambda r: _medicine(r, rows, detail), rows)
    blocks = [part(_("Medicines now")), *([said] if said else [])]
    if not found:
        blocks.append(Para(_none_taken(rows, every, unsure), "cell"))
    if unsure:
        blocks.append(Para(bold(_("Not certain whether taken now:")), "cell"))
    told = _some("medicine", unsure, detail.medicines, lambda r: _unsure(r, rows, detail), rows)
    return [*blocks, *([told] if told else []), *_avoided(rows)]


def _avoided(rows: Snapshot) -> list[Block]:
    """Name what they must not take."""
    names = [row.name for row in rows.of("medicine") if row.status == "avoid"]
    label = bold(_("Must not be taken:"))
    return [Para([label, f" {dotted(*map(short, names))}"], "cell")] if names else []


def _none_taken(rows: Snapshot, every: Sequence[Any], unsure: Sequence[Any]) -> str:
    if rows.said_none("medicine"):
        return _("Takes no medicines (said so)")
    if unsure:
        return _("None written down as certainly taken now")
    earlier = _("None written down as taken now; earlier ones are told further on")
    return earlier if every else _not_here()


def _medicine(row: Any, rows: Snapshot, detail: Detail) -> Words:
    since = _("since {date}").format(date=day(row.start)) if row.start else ""
    until = _("until {date}").format(date=day(row.stop)) if row.stop else ""
    by = rows.names(row.prescriber) if detail.sources else ""
    said = dotted(_taken(row, detail), since, until, short(by))
    return _entry(row.name or _("Medicine without a name"), said)


def _unsure(row: Any, rows: Snapshot, detail: Detail) -> Words:
    why = rows.kinds["medicine"].doubt(row, rows.today)
    return _entry(row.name or _("Medicine without a name"), dotted(why, _taken(row, detail)))


def _taken(row: Any, detail: Detail) -> str:
    """Say dose, how, how much at most and which way; none of it is cut at ordinary length."""
    needed = _("when needed") if row.status == "as needed" and not _says_when(row) else ""
    most = _("at most {amount}").format(amount=row.maximum) if row.maximum else ""
    said = dotted(row.dose, row.how_taken, needed, most, row.route)
    return in_short(said, detail.whole)


def _says_when(row: Any) -> bool:
    """Tell whether how it is taken says already that it is not taken always."""
    how = row.how_taken.casefold()
    return _("when") in how or _("need") in how


def allergies(rows: Snapshot, detail: Detail) -> list[Block]:
    """Say each allergy; "none known" and "not recorded" are told apart, and never beside one."""
    found = rows.of("allergy")
    said = _some("allergy", found, detail.medicines, lambda r: _allergy(r, rows, detail), rows)
    if said:
        return [part(_("Allergies")), said]
    none = rows.said_none("allergy")
    text = _("No known allergies (said so)") if none else _not_here()
    return [part(_("Allergies")), Para(text, "cell")]


def _allergy(row: Any, rows: Snapshot, detail: Detail) -> Words:
    status = "" if row.status == "active" else row.status
    since = _("since {date}").format(date=day(row.since)) if row.since else ""
    strong = word(rows, "allergy", "severity", row.severity)
    danger = "" if row.criticality != "high" else word(rows, "allergy", "criticality", "high")
    state = word(rows, "allergy", "status", status)
    unsure = rows.kinds["allergy"].doubt(row, rows.today)
    said = dotted(unsure, in_short(row.reaction, detail.whole), strong, danger, since, state)
    return _entry(row.substance or _("Allergy"), said)


def _not_here() -> str:
    return _("Not recorded here")


def _entry(name: str, said: str) -> Words:
    return [bold(short(name)), muted(f" – {said}" if said else "")]


def _some(kind: str, found: Sequence[Any], most: int, say: Said, rows: Snapshot) -> Block | None:
    """List the first entries, and name the others: none of them goes unsaid."""
    items = [say(row) for row in found[:most]]
    if len(found) > most:
        names = dotted(*(short(rows.names(row.id)) for row in found[most:]))
        items.append(also(names, kind, printed=rows.prints(kind)))
    return small_list(items) if items else None
