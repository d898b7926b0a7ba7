"""Page one, which stands alone: who, the question, the diagnosis, the opinions, the medicines."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.exchange.pdf.chapter import day, lines, word
from secondop_desktop.exchange.pdf.flow import (
    Block,
    Box,
    Facts,
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
from secondop_desktop.features.results.rules import series, side_words
from secondop_desktop.journal.timeline import Dated
from secondop_desktop.lang import _, ngettext
from secondop_desktop.summary.choices import Snapshot

_QUESTIONS = 3
_MEDICINES = 12
_RESULTS = 4
_KEY_DATES = 5
_SHORT = 320
_IN_SHORT = ("what", "plan", "why")


def page_one(rows: Snapshot, dated: Sequence[Dated]) -> list[Block]:
    """Return the blocks of page one; what does not fit flows on to the next page."""
    blocks: list[Block] = [
        Heading(1, _("Summary for a second opinion"), outline=_("Page one")),
        Facts(_who(rows), columns=3),
        *_question(rows),
        *_diagnoses(rows),
        *_opinions(rows),
        SideBySide([_medicines(rows), _allergies(rows)]),
        *_asked(rows),
        *_lately(rows, dated),
    ]
    return blocks


def _who(rows: Snapshot) -> list[tuple[str, str]]:
    row = rows.person
    carer = ", ".join(part for part in (row.carer, row.carer_relationship) if part)
    pairs = [
        (_("Name"), _named(row)),
        (_("Born"), day(row.birth_date) or _("not recorded")),
        (_("NHS number"), nhs_number_spaced(row.nhs_number) or _("not recorded")),
        (_("Contact"), lines(row.phone, row.email)),
        (_("How to communicate"), lines(row.language, row.communication)),
        (_("This journal is kept by"), carer),
    ]
    return [pair for pair in pairs if pair[1]]


def _named(row: Any) -> str:
    known = row.known_as and row.known_as != row.name
    return (
        _("{name} (known as {other})").format(name=row.name, other=row.known_as)
        if known
        else (row.name or _("not recorded"))
    )


def _question(rows: Snapshot) -> list[Block]:
    case = rows.case
    if case is None:
        return [Box(_("No question has been written down yet."), title=_("The question"))]
    reasons = [word(rows, "case", "reasons", one) for one in case.reasons]
    why = ", ".join(reasons)
    parts: list[Words] = [[bold(case.question)]]
    if why or case.reasons_words:
        parts.append(_("Why a second opinion: {why}").format(why=lines(why, case.reasons_words)))
    if case.plan:
        parts.append(_("In doubt: {plan}").format(plan=case.plan))
    return [Box(parts, title=_("The question"))]


def _diagnoses(rows: Snapshot) -> list[Block]:
    found = sorted(rows.of("diagnosis"), key=lambda row: row.date.stored if row.date else "")
    case = rows.case
    about = [row for row in found if case is not None and row.id == case.diagnosis]
    others = [row for row in reversed(found) if row not in about and row.status != "resolved"]
    items: list[Words] = [_diagnosis(row, rows) for row in (*about, *others[: 4 - len(about)])]
    left = len(others) - (4 - len(about))
    if left > 0:
        text = ngettext("and {number} more, see below", "and {number} more, see below", left)
        items.append([muted(text.format(number=left))])
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
        Para([bold(place_words(row.place))]),
        Para([muted(by or _("not recorded by whom"))]),
        Para(_cut(said)),
    ]


def _in_short(row: Any, rows: Snapshot) -> str:
    said = {one.aspect: one.text for one in rows.of("statement") if one.opinion == row.id}
    return lines(*(said.get(aspect, "") for aspect in _IN_SHORT))


def _cut(text: str) -> str:
    """Shorten at a word; the whole text stands in its chapter."""
    if len(text) <= _SHORT:
        return text
    return text[:_SHORT].rsplit(" ", 1)[0] + "…"


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


def _lately(rows: Snapshot, dated: Sequence[Dated]) -> list[Block]:
    """Say the latest dates and values, so that page one holds them too."""
    happened = [one for one in dated if one.date.first_day <= rows.today]
    shown = [one for one in happened if one.kind.name in _KEY][-_KEY_DATES:]
    dates: list[Words] = [[bold(one.date.words()), f" {one.title}"] for one in shown]
    values: list[Words] = []
    for one in series(rows.of("result")):
        last = one.points[-1]
        if last.date:
            where = side_words(last.side)
            said = f" {last.value.text} {one.unit}".rstrip() + (f", {where}" if where else "")
            values.append([bold(one.test), said, muted(f" ({last.date.words()})")])
    left = [Heading(3, _("What happened last")), List(dates)] if dates else []
    right = [Heading(3, _("Latest results")), List(values[:_RESULTS])] if values else []
    both = [part for part in (left, right) if part]
    return [SideBySide(both)] if len(both) > 1 else [block for part in both for block in part]


_KEY = frozenset({"diagnosis", "appointment", "opinion", "record", "medicine", "case"})
