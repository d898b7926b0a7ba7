"""Options, their benefits and risks, and the decision on paper; nothing is weighed up here."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Content, Heading, Para
from secondop_desktop.exchange.pdf.blocks.icon_array import People
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    day_of,
    dotted,
    facts,
    found_in,
    lines,
    table,
    titled,
    word,
)
from secondop_desktop.exchange.pdf.text.runs import Run, bold, muted
from secondop_desktop.features.decisions.model import Decision, Option, Outcome, Readiness
from secondop_desktop.features.decisions.rules import chances
from secondop_desktop.features.decisions.rules.checks import CHECKS
from secondop_desktop.features.decisions.rules.options import STANCES, WAITING_NAME, lacks_waiting
from secondop_desktop.features.decisions.rules.outcomes import told_words
from secondop_desktop.journal.user_order import in_order, in_places
from secondop_desktop.lang import N_, _


def _options(rows: Rows) -> list[Block]:
    """Return one grid: a row for each option, what opinions say of it, what speaks for and against.

    Waiting, or doing nothing, is always one of them, whoever wrote the others down.
    """
    known = in_order(rows.of("outcome"))
    among = chances.common(known)
    options = in_order(rows.of("option"))
    lines_of = [_line(row, [one for one in known if one.option == row.id], rows, among)
                for row in options]  # fmt: skip
    if (options or rows.of("case")) and lacks_waiting(options):
        lines_of.append([bold(_(WAITING_NAME)), _("Nothing written down yet"), "", ""])
    loose = [one for one in known if not one.option]
    if loose:
        lines_of.append([_("Not about one option"), "", *_sides(loose, rows, among)])
    return [*_counting(known, among), *_grid(lines_of, rows)]


def _grid(lines_of: Sequence[Sequence[Content]], rows: Rows) -> list[Block]:
    columns = [
        Column(_("Option"), 3),
        Column(_("What the opinions say"), 3),
        Column(_("What may be good"), 4),
        Column(_("What may be bad"), 4),
    ]
    return table(rows, columns, lines_of, row_headers=True)


def _line(row: Option, found: Sequence[Outcome], rows: Rows, among: int) -> list[Content]:
    said = lines(row.description, row.notes)
    name = titled(rows.names(row.id), said)
    return [name, _stances(row, rows), *_sides(found, rows, among)]


def _stances(row: Option, rows: Rows) -> str:
    """Say how each opinion sees an option, in the order of the opinions."""
    placed = in_places(rows.of("opinion"))
    said = (
        _("{opinion}: {stance}").format(
            opinion=rows.names(one.id),
            stance=_(dict(STANCES).get(row.stances[one.id], row.stances[one.id])),
        )
        for one in placed
        if row.stances.get(one.id) and rows.names(one.id)
    )
    return lines(*said)


def _sides(found: Sequence[Outcome], rows: Rows, among: int) -> list[Content]:
    """Return what may be good, and what may be bad or was not marked as either."""
    good = [one for one in found if one.good_or_bad == "good"]
    others = [one for one in found if one.good_or_bad != "good"]
    return [_outcomes(good, rows, among), _outcomes(others, rows, among)]


def _outcomes(found: Sequence[Outcome], rows: Rows, among: int) -> Content:
    return [block for one in found for block in _outcome(one, rows, among)]


def _outcome(one: Outcome, rows: Rows, among: int) -> list[Block]:
    """Say what may happen, its chance in figures with a small crowd, and who says so."""
    matters = "" if one.matters is None else _("matters to me {n} of 5").format(n=one.matters)
    said = [part for part in (found_in(rows, one), [muted(matters)] if matters else []) if part]
    stands = [run for at, part in enumerate(said) for run in ([muted(", ")] if at else []) + part]
    chance = chances.compared_words(one, among)
    told = told_words(one) if chances.differs(one, among) else ""
    known = dotted(chance, _("as told: {figure}").format(figure=told) if told else "")
    words: list[str | Run] = [one.text, ": " if one.text and known else "", bold(known)]
    blocks: list[Block] = [
        Para([*words, *([muted(" ("), *stands, muted(")")] if stands else [])], "cell")
    ]
    shown = chances.shown(one, among)
    if chance and shown is not None and shown.drawn:
        across = chances.ACROSS[shown.among]
        blocks.append(People(shown.people, shown.among, across, chances.people_words(shown)))
    return blocks


def _counting(known: Sequence[Outcome], among: int) -> list[Block]:
    """Say out of how many people chances are shown, where one of them was told otherwise."""
    if not any(chances.differs(one, among) for one in known):
        return []
    said = _("All chances here are shown out of {n} people. What you were told is below each.")
    return [Para(said.format(n=f"{among:,}"))]


def _decisions(rows: Rows) -> list[Block]:
    *before, now = rows.of("decision") or [None]
    blocks = facts(*_facts(now, rows)) if now is not None else []
    for row in reversed(before):
        blocks += [Heading(3, _("What I decided before")), *facts(*_facts(row, rows))]
    labels = [Column(_(check.label), 2) for check in CHECKS]
    cells = [_check(row) for row in rows.of("readiness")]
    return [*blocks, *table(rows, [Column(_("Date"), 3), *labels, Column(_("Notes"), 4)], cells)]


def _facts(row: Decision, rows: Rows) -> list[tuple[str, Content]]:
    return [
        (_("How close I am to deciding"), word(rows, "decision", "stage", row.stage)),
        (_("What I decided"), lines(rows.names(row.option), row.text, day_of(row, "date"))),
        (_("Who decides"), row.who_decides),
        (_("Why"), row.why),
        (_("What would change my mind"), row.change_mind),
        (_("To look at again"), day_of(row, "review")),
        (_("How it turned out"), row.came_of_it),
    ]


def _check(row: Readiness) -> list[str]:
    answers: list[Any] = [getattr(row, check.field) for check in CHECKS]
    said = ["" if one is None else _("Yes") if one else _("No") for one in answers]
    return [day_of(row, "date"), *said, row.notes]


CHAPTERS = {
    "option": Chapter("option", N_("Options and what matters"), ("option", "outcome"), _options),
    "decision": Chapter(
        "decision", N_("How far my decision has got"), ("decision", "readiness"), _decisions
    ),
}
