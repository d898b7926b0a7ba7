"""The case on paper: what is in doubt, why a second opinion, and where the referral stands."""

from secondop_desktop.exchange.pdf.blocks.flow import Block, Content, Heading
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    day_of,
    dotted,
    facts,
    lines,
    listed,
    on,
    word,
)
from secondop_desktop.features.cases.model import Case
from secondop_desktop.features.cases.rules.journey import keys, round_of, step_of
from secondop_desktop.lang import N_, _


def _cases(rows: Rows) -> list[Block]:
    blocks: list[Block] = []
    for row in rows.of("case"):
        known = facts(*_question(row, rows), *_way(row, rows))
        blocks += [Heading(3, row.question or rows.names(row.id)), *known]
    return blocks


def _notes(rows: Rows) -> list[Block]:
    """Print what the person wrote for themselves on each step; never unless it is asked for."""
    blocks: list[Block] = []
    for row in rows.of("case"):
        steps = facts(*_steps(row))
        blocks += [Heading(3, rows.names(row.id)), *steps] if steps else []
    return blocks


def _question(row: Case, rows: Rows) -> list[tuple[str, Content]]:
    said_by = rows.names(row.safe_said_by)
    safe = word(rows, "case", "safe_to_wait", row.safe_to_wait)
    title = row.title if row.question and row.title != row.question else ""
    return [
        (_("In short"), title),
        (_("Diagnosis or plan in doubt"), lines(rows.names(row.diagnosis), row.plan)),
        (_("Why a second opinion"), lines(*_reasons(row, rows), row.reasons_words)),
        (_("Is it safe to wait?"), dotted(safe, said_by, day_of(row, "safe_date"))),
    ]


def _way(row: Case, rows: Rows) -> list[tuple[str, Content]]:
    began = on(_("began {date}"), day_of(row, "opened"))
    closed = on(_("finished {date}"), day_of(row, "closed"))
    review = on(_("to look at again {date}"), day_of(row, "review"))
    return [
        (_("NHS or private"), word(rows, "case", "route", row.route)),
        (_("Insurer and authorisation"), listed(row.insurer, row.authorisation)),
        (_("Referral"), _referral(row, rows)),
        (_("What else the second doctor gets"), lines(*(text for text, _sent in row.send_also))),
        (_("From and until"), listed(began, closed, review)),
        (_("How it turned out"), row.outcome),
        (_("Notes"), row.notes),
    ]


def _referral(row: Case, rows: Rows) -> str:
    """Say who refers, and each day that is known of it."""
    name = rows.names(row.referral_by)
    answered = row.referral_accepted or row.referral_declined
    known = (
        on(_("asked for {date}"), day_of(row, "referral_asked")),
        on(_("sent {date}"), day_of(row, "referral_sent")),
        on(_("accepted {date}"), day_of(row, "referral_accepted")),
        on(_("turned down {date}"), day_of(row, "referral_declined")),
        "" if answered else on(_("to ask again {date}"), day_of(row, "chase")),
    )
    by = _("by {name}").format(name=name) if name else ""
    return lines(listed(by, *known), row.declined_why)


def _steps(row: Case) -> list[tuple[str, Content]]:
    """Return the person's notes on the steps of the journey, in its order."""
    known = keys(round_of(row))
    notes = {key: row.step_notes[key] for key in known if row.step_notes.get(key)}
    return [(_(step_of(key).title), note) for key, note in notes.items()]


def _reasons(row: Case, rows: Rows) -> list[str]:
    """Return the ticked reasons in words."""
    return [word(rows, "case", "reasons", reason) for reason in row.reasons]


CHAPTERS = {
    "case": Chapter("case", N_("The question in full"), ("case",), _cases),
    "step-notes": Chapter("step-notes", N_("My notes on the steps"), (), _notes, private=True),
}
