"""Page one, which stands alone: who, the question, the diagnosis, the opinions, the medicines."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.exchange.pdf.chapter import day, lines, word
from secondop_desktop.exchange.pdf.flow import (
    Block,
    Box,
    Heading,
    List,
    Para,
    SideBySide,
)
from secondop_desktop.exchange.pdf.text import Words, bold, muted
from secondop_desktop.features.appointments.rules import in_order, is_open
from secondop_desktop.features.medicines.rules import in_use
from secondop_desktop.features.opinions.rules import place_words
from secondop_desktop.features.people.rules import nhs_number_spaced
from secondop_desktop.features.results.rules import Series, series
from secondop_desktop.journal.timeline import Dated
from secondop_desktop.lang import _
from secondop_desktop.summary.choices import Snapshot

_QUESTIONS = 3
_MEDICINES = 8
_DIAGNOSES = 3
_RESULTS = 3
_KEY_DATES = 3
_SHORT = 240
_LINE = 150
_WORDS = 90
_IN_SHORT = ("what", "plan", "why")


def page_one(rows: Snapshot, dated: Sequence[Dated]) -> list[Block]:
    """Return the blocks of page one; what does not fit flows on to the next page."""
    taken = [*_medicines(rows), *_allergies(rows)]
    return [
        Heading(1, _("Summary for a second opinion"), outline=_("Page one")),
        *_who(rows),
        _question(rows),
        SideBySide([_diagnoses(rows), taken]),
        *_opinions(rows),
        *_asked(rows),
        *_results(rows),
        *_last_dates(rows, dated),
    ]


def _who(rows: Snapshot) -> list[Block]:
    """Say who it is in one line, and how to reach and speak with them under it."""
    row = rows.person
    born = _("born {date}").format(date=day(row.birth_date)) if row.birth_date else ""
    number = nhs_number_spaced(row.nhs_number)
    nhs = _("NHS number {number}").format(number=number) if number else ""
    carer = ", ".join(part for part in (row.carer, row.carer_relationship) if part)
    kept = _("journal kept by {name}").format(name=carer) if carer else ""
    reach = " · ".join(part for part in (row.phone, row.email, kept) if part)
    spoken = ". ".join(part.rstrip(". ") for part in (row.language, row.communication) if part)
    said = [(_("Contact:"), reach), (_("How to communicate:"), _cut(spoken, _LINE))]
    known = " · ".join(part for part in (born, nhs) if part)
    return [
        Para([bold(_named(row)), f" · {known}" if known else ""]),
        *(Para([bold(label), f" {text}"], "small") for label, text in said if text),
    ]


def _named(row: Any) -> str:
    known = row.known_as and row.known_as != row.name
    return (
        _("{name} (known as {other})").format(name=row.name, other=row.known_as)
        if known
        else (row.name or _("not recorded"))
    )


def _question(rows: Snapshot) -> Block:
    case = rows.case
    if case is None:
        return Box(_("No question has been written down yet."), title=_("The question"))
    reasons = [word(rows, "case", "reasons", one) for one in case.reasons]
    why = ". ".join(
        part.rstrip(".") for part in (*reasons, _cut(case.reasons_words, _WORDS)) if part
    )
    parts = [Para([bold(case.question)])]
    if why:
        parts.append(Para([bold(_("Why a second opinion:")), f" {why}."], "small"))
    if case.plan:
        parts.append(Para([bold(_("In doubt:")), f" {_cut(case.plan)}"], "small"))
    return Box(parts)


def _diagnoses(rows: Snapshot) -> list[Any]:
    found = sorted(rows.of("diagnosis"), key=lambda row: row.date.stored if row.date else "")
    case = rows.case
    about = [row for row in found if case is not None and row.id == case.diagnosis]
    others = [row for row in reversed(found) if row not in about and row.status != "resolved"]
    shown = [*about, *others][:_DIAGNOSES]
    items: list[Words] = [_diagnosis(row, rows) for row in shown]
    left = len(about) + len(others) - len(shown)
    if left:
        items.append([muted(_("and {number} more, see below").format(number=left))])
    none: Words = [muted(_("not recorded"))]
    return [Heading(3, _("Diagnosis as told")), List(items or [none])]


def _diagnosis(row: Any, rows: Snapshot) -> list[Any]:
    sure = word(rows, "diagnosis", "certainty", row.certainty)
    by = rows.names(row.given_by)
    said = ", ".join(part for part in (row.stage, sure, by, day(row.date)) if part)
    return [bold(row.name), muted(f" – {said}" if said else "")]


def _opinions(rows: Snapshot) -> list[Block]:
    found = sorted(rows.of("opinion"), key=lambda row: (row.place or 99, row.created))
    if rows.case is not None:
        found = [row for row in found if row.case in (rows.case.id, None)]
    if not found:
        return []
    columns = [_opinion(row, rows) for row in found[:3]]
    blocks: list[Block] = [Heading(3, _("What each opinion says"))]
    return [*blocks, SideBySide(columns) if len(columns) > 1 else Box(columns[0])]


def _opinion(row: Any, rows: Snapshot) -> list[Any]:
    by = ", ".join(part for part in (rows.names(row.provider), day(row.date)) if part)
    said = row.overall or _in_short(row, rows) or _("Nothing written down yet")
    return [
        Para([bold(place_words(row.place)), "\n", muted(by or _("not recorded by whom"))]),
        Para(_cut(said)),
    ]


def _in_short(row: Any, rows: Snapshot) -> str:
    said = {one.aspect: one.text for one in rows.of("statement") if one.opinion == row.id}
    return lines(*(said.get(aspect, "") for aspect in _IN_SHORT))


def _cut(text: str, most: int = _SHORT) -> str:
    """Shorten at a word; the whole text stands in its chapter."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + "…"


def _medicines(rows: Snapshot) -> list[Any]:
    now = [row for row in rows.of("medicine") if in_use(row, rows.today)]
    title = Heading(3, _("Medicines now"))
    if not now:
        none = _("Takes no medicines") if rows.person.takes_no_medicines else _("not recorded")
        return [title, Para(none)]
    items: list[Words] = [_medicine(row) for row in now[:_MEDICINES]]
    if len(now) > _MEDICINES:
        text = _("and {number} more, see below").format(number=len(now) - _MEDICINES)
        items.append([muted(text)])
    return [title, List(items)]


def _medicine(row: Any) -> list[Any]:
    how = ", ".join(part for part in (row.dose, row.how_taken) if part)
    since = _("since {date}").format(date=day(row.start)) if row.start else ""
    said = ", ".join(part for part in (how, since) if part)
    return [bold(row.name), f" {said}" if said else ""]


def _allergies(rows: Snapshot) -> list[Any]:
    title = Heading(3, _("Allergies"))
    found = rows.of("allergy")
    if not found:
        none = rows.person.no_known_allergies
        return [title, Para(_("No known allergies") if none else _("not recorded"))]
    items: list[Words] = [
        [bold(row.substance), f" {row.reaction}" if row.reaction else ""] for row in found
    ]
    return [title, List(items)]


def _asked(rows: Snapshot) -> list[Block]:
    found = [row for row in in_order(rows.of("question")) if is_open(row)]
    if rows.case is not None:
        found = [row for row in found if row.case in (rows.case.id, None)]
    if not found:
        return []
    title = Heading(3, _("What I ask of you"))
    return [title, List([row.text for row in found[:_QUESTIONS]], mark="number")]


def _results(rows: Snapshot) -> list[Block]:
    """Say the latest value of the tests done last."""
    found = [one for one in series(rows.of("result")) if one.points[-1].date]
    found.sort(key=lambda one: str(one.points[-1].date and one.points[-1].date.stored))
    said = [_latest(one) for one in reversed(found[-_RESULTS:])]
    return _in_a_line(_("Latest results:"), said)


def _latest(one: Series) -> str:
    last = one.points[-1]
    span = _(" (range {range})").format(range=last.range) if last.range else ""
    return f"{one.test} {last.value.text} {one.unit}".rstrip() + f"{span}, {day(last.date)}"


def _last_dates(rows: Snapshot, dated: Sequence[Dated]) -> list[Block]:
    """Say what happened last, so that page one holds the chronology's end too."""
    happened = [one for one in dated if one.date.first_day <= rows.today]
    shown = [one for one in happened if one.kind.name in _KEY][-_KEY_DATES:]
    said = [f"{one.date.without_time().words()}: {one.title}" for one in shown]
    return _in_a_line(_("What happened last:"), said)


def _in_a_line(label: str, said: Sequence[str]) -> list[Block]:
    return [Para([bold(label), f" {' · '.join(said)}"], "small")] if said else []


_KEY = frozenset({"diagnosis", "appointment", "opinion", "record", "medicine"})
