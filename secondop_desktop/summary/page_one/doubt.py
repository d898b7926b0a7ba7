"""The box of page one: the question, what is in doubt, why, and how long it can wait."""

from secondop_desktop.exchange.pdf.blocks.flow import Block, Box
from secondop_desktop.exchange.pdf.pages.chapter import brief_of, dotted, shorter, word
from secondop_desktop.exchange.pdf.text.runs import Run, bold
from secondop_desktop.lang import _, in_short
from secondop_desktop.summary.page_one.parts import (
    MORE,
    Part,
    elsewhere,
    labelled,
    line,
    short,
)
from secondop_desktop.summary.snapshot import Snapshot

_QUESTION, _PLAN, _ASIDE = 300, 240, 160
"""Letters of each where page two has it whole."""


def doubt(rows: Snapshot) -> Part:
    """Say the question, the plan in doubt and why, each whole wherever the page has room."""
    case = rows.case
    if case is None:
        return Part(0, lambda _level: [Box([line(bold(_no_question()))], close=True)])
    return Part(2 if _is_long(rows) else 0, lambda level: [Box(_in_doubt(rows, level), close=True)])


def _no_question() -> str:
    return _("No question has been written down yet.")


def _is_long(rows: Snapshot) -> bool:
    case = rows.case
    texts = ((case.question, _QUESTION), (plan(rows), _PLAN), (why(rows), _ASIDE))
    return any(len(text) > most for text, most in texts)


def _in_doubt(rows: Snapshot, level: int) -> list[Block]:
    case = rows.case
    cut = level == 0 and _is_long(rows)
    question, doubted, reasons = case.question, plan(rows), why(rows)
    if cut:
        question, doubted = in_short(question, _QUESTION), in_short(doubted, _PLAN)
    if level < 2 and _is_long(rows):
        reasons = shorter(reasons, _ASIDE)
    known: list[str | Run] = []
    for label, text in (
        (_("In doubt:"), doubted),
        (_("Why:"), reasons),
        (_("Safe to wait:"), wait(rows)),
        (_("To decide by:"), brief_of(case, "review")),
        (_("Also asked:"), in_short(_others(rows), _ASIDE)),
    ):
        known += labelled(label, text) if text else []
    if cut:
        known += elsewhere(_("In full on page"), MORE)
    return [line(bold(question or _no_question())), *([line(known)] if known else [])]


def plan(rows: Snapshot) -> str:
    """Return the plan that is in doubt; where there is none, the diagnosis."""
    case = rows.case
    return str(case.plan or rows.names(case.diagnosis)) if case is not None else ""


def why(rows: Snapshot) -> str:
    """Say why another opinion is wanted: in the person's words, then what they ticked."""
    if rows.case is None:
        return ""
    reasons = [word(rows, "case", "reasons", one) for one in rows.case.reasons]
    said = ". ".join(part.rstrip(". ") for part in (rows.case.reasons_words, *reasons) if part)
    return f"{said}." if said else ""


def wait(rows: Snapshot) -> str:
    """Say whether it is safe to wait, who said so, and when."""
    case = rows.case
    said = word(rows, "case", "safe_to_wait", case.safe_to_wait)
    return dotted(said, short(rows.names(case.safe_said_by)), brief_of(case, "safe_date"))


def _others(rows: Snapshot) -> str:
    """Name the other questions that are still open."""
    others = [row for row in rows.of("case") if row.id != rows.case.id and row.closed is None]
    return dotted(*(row.question for row in others))
