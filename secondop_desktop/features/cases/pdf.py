"""The case on paper: what is in doubt, why a second opinion, and where the referral stands."""

from secondop_desktop.exchange.pdf.chapter import Chapter, Rows, day, lines, word
from secondop_desktop.exchange.pdf.flow import Block, Facts, Heading
from secondop_desktop.features.cases.model import Case
from secondop_desktop.features.cases.rules import referral_words
from secondop_desktop.lang import N_, _


def _cases(rows: Rows) -> list[Block]:
    blocks: list[Block] = []
    for row in rows.of("case"):
        blocks += [Heading(3, row.question), Facts(_facts(row, rows))]
    return blocks


def _facts(row: Case, rows: Rows) -> list[tuple[str, str]]:
    said_by = rows.names(row.safe_said_by)
    safe = word(rows, "case", "safe_to_wait", row.safe_to_wait)
    wait = ", ".join(part for part in (safe, said_by, day(row.safe_date)) if part)
    insurer = ", ".join(part for part in (row.insurer, row.authorisation) if part)
    pairs = [
        (_("Diagnosis or plan in doubt"), lines(rows.names(row.diagnosis), row.plan)),
        (_("Why a second opinion"), lines(*reasons(row, rows), row.reasons_words)),
        (_("Is it safe to wait?"), wait),
        (_("NHS or private"), word(rows, "case", "route", row.route)),
        (_("Insurer and authorisation"), insurer),
        (_("Referral"), lines(referral_words(row), row.declined_why)),
        (_("What came of it"), row.outcome),
        (_("Notes"), row.notes),
    ]
    known = [pair for pair in pairs if pair[1]]
    return known or [(_("Why a second opinion"), _("not recorded"))]


def reasons(row: Case, rows: Rows) -> list[str]:
    """Return the ticked reasons in words."""
    return [word(rows, "case", "reasons", reason) for reason in row.reasons]


CHAPTERS = {"case": Chapter("case", N_("The question in full"), ("case",), _cases)}
