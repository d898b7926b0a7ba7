"""Options, their benefits and risks, and the decision on paper; nothing is weighed up here."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.exchange.pdf.chapter import Chapter, Rows, day, lines, source, word
from secondop_desktop.exchange.pdf.flow import Block, Column, Facts, Heading, Para, Table
from secondop_desktop.features.decisions import rules
from secondop_desktop.features.decisions.model import Decision, Option, Outcome, Readiness
from secondop_desktop.lang import N_, _


def _options(rows: Rows) -> list[Block]:
    blocks: list[Block] = []
    for row in rules.in_order(rows.of("option")):
        outcomes = [one for one in rows.of("outcome") if one.option == row.id]
        blocks += _option(row, outcomes, rows)
    return blocks


def _option(row: Option, outcomes: Sequence[Outcome], rows: Rows) -> list[Block]:
    stances = [
        (rows.names(opinion), _(dict(rules.STANCES).get(stance, stance)))
        for opinion, stance in row.stances.items()
        if stance and rows.names(opinion)
    ]
    blocks: list[Block] = [Heading(3, row.name)]
    if said := lines(row.description, row.notes):
        blocks.append(Para(said))
    if stances:
        blocks.append(Facts(stances))
    columns = [
        Column(_("Good or bad"), 2),
        Column(_("What may happen"), 4),
        Column(_("Chance"), 3),
        Column(_("How much it matters to me, 0 to 5"), 2),
        Column(_("Who says so"), 3),
    ]
    cells = [_outcome(one, rows) for one in outcomes]
    return [*blocks, Table(columns, cells)] if cells else blocks


def _outcome(one: Outcome, rows: Rows) -> tuple[str, ...]:
    matters = "" if one.matters is None else str(one.matters)
    good = word(rows, "outcome", "good_or_bad", one.good_or_bad)
    return good, one.text, rules.chance_words(one), matters, source(rows, one)


def _decisions(rows: Rows) -> list[Block]:
    blocks: list[Block] = [Facts(_facts(row, rows)) for row in rows.of("decision")]
    checks = rows.of("readiness")
    if checks:
        columns = [Column(_("Date"), 2), *(Column(_(c.label), 2) for c in rules.CHECKS)]
        blocks.append(Table(columns, [_check(row) for row in checks]))
    return blocks


def _facts(row: Decision, rows: Rows) -> list[tuple[str, str]]:
    pairs = [
        (_("How far I am"), word(rows, "decision", "stage", row.stage)),
        (_("What I decided"), lines(rows.names(row.option), row.text, day(row.date))),
        (_("Who decides"), row.who_decides),
        (_("Why"), row.why),
        (_("What would change my mind"), row.change_mind),
        (_("To look at again"), day(row.review)),
        (_("What came of it"), row.came_of_it),
    ]
    return [pair for pair in pairs if pair[1]] or [(_("What I decided"), _("nothing yet"))]


def _check(row: Readiness) -> list[str]:
    answers: list[Any] = [getattr(row, check.field) for check in rules.CHECKS]
    said = ["" if one is None else _("Yes") if one else _("No") for one in answers]
    return [lines(day(row.date), row.notes), *said]


CHAPTERS = {
    "option": Chapter("option", N_("What could be done"), ("option", "outcome"), _options),
    "decision": Chapter(
        "decision", N_("Where my decision stands"), ("decision", "readiness"), _decisions
    ),
}
