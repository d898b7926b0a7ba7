"""The strip at the top of page one: allergies, what must be known first, needs, who may speak."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block, Box
from secondop_desktop.exchange.pdf.pages.chapter import brief, listed, word
from secondop_desktop.exchange.pdf.text.runs import Run, bold, muted
from secondop_desktop.features.people.rules.acting import authority_words
from secondop_desktop.lang import _, in_short
from secondop_desktop.summary.page_one.parts import (
    MORE,
    Part,
    dots,
    elsewhere,
    labelled,
    line,
    not_asked,
    short,
)
from secondop_desktop.summary.snapshot import Snapshot
from secondop_desktop.summary.who import inside

_NEEDS = 320


def strip(rows: Snapshot) -> Part:
    """Say every allergy in full, or name each where page two has them in full."""

    def make(level: int) -> list[Block]:
        said = [line([*labelled(_("Allergies:"), ""), *_allergies(rows, whole=level > 0)])]
        needs = _needs(rows)
        said += [line(needs)] if needs else []
        return [Box(said, tint="alert", close=True)]

    return Part(1 if rows.of("allergy") else 0, make)


def _allergies(rows: Snapshot, *, whole: bool) -> list[str | Run]:
    found = rows.of("allergy")
    if not found:
        said = rows.said_none("allergy")
        return [_("No known allergies (said so)")] if said else [not_asked()]
    if whole:
        return dots([allergy(row, rows) for row in found])
    names = dots([[bold(short(row.substance or _("Allergy")))] for row in found])
    return [*names, " · ", *elsewhere(_("what happened with each: page"), MORE)]


def allergy(row: Any, rows: Snapshot) -> list[str | Run]:
    """Say one allergy with all that is known of it: what happens, how strong, how sure, when."""
    said = listed(*_known(row, rows))
    return [bold(row.substance or _("Allergy")), f" – {said}" if said else ""]


def _known(row: Any, rows: Snapshot) -> Sequence[str]:
    sort = row.kind_of if row.kind_of not in {"", "allergy"} else ""
    status = "" if row.status == "active" else row.status
    danger = "" if row.criticality != "high" else word(rows, "allergy", "criticality", "high")
    return [
        inside(word(rows, "allergy", "kind_of", sort)),
        rows.kinds["allergy"].doubt(row, rows.today),
        row.reaction.rstrip(". "),
        inside(word(rows, "allergy", "severity", row.severity)),
        inside(danger),
        brief(row.since),
        inside(word(rows, "allergy", "status", status)),
    ]


def _needs(rows: Snapshot) -> list[str | Run]:
    """Say how to speak with them, and who else may speak for them."""
    row = rows.person
    language = row.language if row.language.casefold() not in {"", "english", "en"} else ""
    spoken = ". ".join(part for part in (language.rstrip(". "), row.communication) if part)
    words: list[str | Run] = []
    if spoken:
        words += labelled(_("Needs:"), in_short(spoken, _NEEDS))
    if row.carer:
        known = f" ({inside(row.carer_relationship)})" if row.carer_relationship else ""
        may = authority_words(row, lambda key: word(rows, "person", "authority", key))
        words += labelled(_("Helped by:"), short(row.carer + known))
        words += [muted(f"– {inside(may)}")] if may else []
    return words
