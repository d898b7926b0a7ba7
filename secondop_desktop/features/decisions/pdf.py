"""Options, their benefits and risks, and the decision on paper; nothing is weighed up here."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Content, Facts, Heading, Para
from secondop_desktop.exchange.pdf.blocks.icon_array import People
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    day,
    facts,
    lines,
    source,
    table,
    word,
)
from secondop_desktop.exchange.pdf.text.runs import muted
from secondop_desktop.features.decisions import rules
from secondop_desktop.features.decisions.model import Decision, Option, Outcome, Readiness
from secondop_desktop.journal.user_order import in_order, in_places
from secondop_desktop.lang import N_, _


def _options(rows: Rows) -> list[Block]:
    blocks: list[Block] = []
    known = in_order(rows.of("outcome"))
    among = rules.common(known)
    for row in in_order(rows.of("option")):
        blocks += _option(row, rows)
        blocks += _outcomes([one for one in known if one.option == row.id], rows, among)
    if rows.of("case") and rules.lacks_waiting(rows.of("option")):
        blocks += [Heading(3, _(rules.WAITING_NAME)), Para(_("This is always one of the options."))]
    loose = _outcomes([one for one in known if not one.option], rows, among)
    blocks += [Heading(3, _("Other benefits and risks")), *loose] if loose else []
    return [*_counting(known, among), *blocks]


def _counting(known: Sequence[Outcome], among: int) -> list[Block]:
    """Say out of how many people chances are shown, where one of them was told otherwise."""
    if not any(rules.differs(one, among) for one in known):
        return []
    said = _("All chances here are shown out of {n} people. What you were told is below each.")
    return [Para(said.format(n=f"{among:,}"))]


def _option(row: Option, rows: Rows) -> list[Block]:
    placed = in_places(rows.of("opinion"))
    order = {one.id: at for at, one in enumerate(placed)}
    stances: list[tuple[str, Content]] = [
        (rows.names(opinion), _(dict(rules.STANCES).get(stance, stance)))
        for opinion, stance in sorted(row.stances.items(), key=lambda pair: order.get(pair[0], 99))
        if stance and rows.names(opinion)
    ]
    said = lines(row.description, row.notes)
    return [
        Heading(3, rows.names(row.id)),
        *([Para(said)] if said else []),
        *([Facts(stances, columns=2)] if stances else []),
    ]


def _outcomes(found: Sequence[Outcome], rows: Rows, among: int) -> list[Block]:
    columns = [
        Column(_("Good or bad"), 2),
        Column(_("What may happen, and who says so"), 6),
        Column(_("Chance"), 6),
        Column(_("Matters to me, 0 to 5"), 2),
    ]
    sides = {"good": 0, "bad": 1}
    placed = sorted(found, key=lambda one: sides.get(one.good_or_bad, 2))
    return table(rows, columns, [_outcome(one, rows, among) for one in placed], name=1)


def _outcome(one: Outcome, rows: Rows, among: int) -> list[Content]:
    matters = "" if one.matters is None else str(one.matters)
    good = word(rows, "outcome", "good_or_bad", one.good_or_bad)
    stands = source(rows, one)
    what: Content = [one.text, muted(f"\n{stands}")] if stands else one.text
    return [good, what, _chance(one, among), matters]


def _chance(one: Outcome, among: int) -> Content:
    """Say the chance in words and people, draw it, and keep the figure as told beside it."""
    said, chance = rules.compared_words(one, among), rules.shown(one, among)
    if not said:
        return ""
    told = _("As told: {figure}").format(figure=rules.told_words(one))
    beside = [muted(f"\n{told}")] if rules.differs(one, among) else []
    if chance is None or not chance.drawn:
        return [said, *beside]
    across = rules.ACROSS[chance.among]
    return [said, *beside, People(chance.people, chance.among, across, rules.people_words(chance))]


def _decisions(rows: Rows) -> list[Block]:
    *before, now = rows.of("decision") or [None]
    blocks = facts(*_facts(now, rows)) if now is not None else []
    for row in reversed(before):
        blocks += [Heading(3, _("What I decided before")), *facts(*_facts(row, rows))]
    labels = [Column(_(check.label), 2) for check in rules.CHECKS]
    cells = [_check(row) for row in rows.of("readiness")]
    return [*blocks, *table(rows, [Column(_("Date"), 3), *labels, Column(_("Notes"), 4)], cells)]


def _facts(row: Decision, rows: Rows) -> list[tuple[str, Content]]:
    return [
        (_("How close I am to deciding"), word(rows, "decision", "stage", row.stage)),
        (_("What I decided"), lines(rows.names(row.option), row.text, day(row.date))),
        (_("Who decides"), row.who_decides),
        (_("Why"), row.why),
        (_("What would change my mind"), row.change_mind),
        (_("To look at again"), day(row.review)),
        (_("How it turned out"), row.came_of_it),
    ]


def _check(row: Readiness) -> list[str]:
    answers: list[Any] = [getattr(row, check.field) for check in rules.CHECKS]
    said = ["" if one is None else _("Yes") if one else _("No") for one in answers]
    return [day(row.date), *said, row.notes]


CHAPTERS = {
    "option": Chapter("option", N_("Options and what matters"), ("option", "outcome"), _options),
    "decision": Chapter(
        "decision", N_("How far my decision has got"), ("decision", "readiness"), _decisions
    ),
}
