"""The strip at the top of page one: allergies, what must be known first, needs, who may speak."""

from collections.abc import Mapping
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block, Box
from secondop_desktop.exchange.pdf.pages.chapter import brief_of, listed, on
from secondop_desktop.exchange.pdf.text.runs import Run, bold, muted
from secondop_desktop.features.people.rules.alerts import Alert, alerts
from secondop_desktop.lang import N_, _, in_short, inside
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

_NEEDS = 320
_NAMES: Mapping[str, str] = {
    "infection": N_("infection"),
    "care_decision": N_("resuscitation decision"),
}
"""How a list of alerts names those whose label is long, or has a comma of its own."""
_MAY: Mapping[str, str] = {
    "consent": N_("may speak for them with their consent"),
    "proxy access": N_("has proxy access from the GP practice"),
    "lpa": N_("has a lasting power of attorney for health and welfare"),
    "deputy": N_("is a deputy chosen by the court"),
    "parent": N_("is their parent"),
}


def strip(rows: Snapshot) -> Part:
    """Say every allergy in full, or name each where page two has them in full."""

    def make(level: int) -> list[Block]:
        return [Box(known_first(rows, whole=level > 0), tint="alert", close=True)]

    return Part(1 if rows.of("allergy") else 0, make)


def known_first(rows: Snapshot, *, whole: bool) -> list[Block]:
    """Return what must be known first, a paragraph each: allergies, alerts, needs."""
    said = [line([bold(_("Allergies: ")), *_allergies(rows, whole=whole)])]
    return said + [line(words) for words in (_alerts(rows.person), _needs(rows)) if words]


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
    kind = rows.kinds["allergy"]
    said = listed(kind.doubt(row, rows.today), *kind.must_say(row), brief_of(row, "since"))
    return [bold(row.substance or _("Allergy")), f" – {said}" if said else ""]


def _alerts(row: Any) -> list[str | Run]:
    """Say what must be known first: each yes with its words, then what is no or was not asked."""
    found = alerts(row, at_home=False)
    told = [one for one in found if one.answer or one.words]
    yes: list[list[str | Run]] = [[bold(f"{one.label}: "), one.said] for one in told]
    plain = [one for one in found if not (one.answer or one.words)]
    no = [_named(one) for one in plain if one.answer is False]
    unknown = [_named(one) for one in plain if one.answer is None and _may_apply(one.name, row)]
    said = dots(yes)
    for label, names in ((_("no: {names}"), no), (_("not asked: {names}"), unknown)):
        text = label.format(names=", ".join(names))
        said += [" · " if said else bold(_("Alerts: ")), muted(text)] if names else []
    return said


def _named(one: Alert) -> str:
    return _(_NAMES[one.name]) if one.name in _NAMES else inside(one.label)


def _may_apply(name: str, row: Any) -> bool:
    """Tell whether it is worth saying that nobody asked: a man is not asked about pregnancy."""
    return not (name == "pregnancy" and row.sex == "male")


def _needs(rows: Snapshot) -> list[str | Run]:
    """Say how to speak with them, and who else may speak for them."""
    row = rows.person
    language = row.language if row.language.casefold() not in {"", "english", "en"} else ""
    words: list[str | Run] = []
    for label, text in ((_("Language:"), language), (_("Needs:"), row.communication)):
        words += labelled(label, in_short(text, _NEEDS)) if text else []
    if row.carer:
        known = inside(row.carer_relationship) if row.carer_relationship else ""
        words += labelled(_("Helped by:"), listed(short(row.carer), known, _may(row)))
    return words


def _may(row: Any) -> str:
    """Say what lets the helper speak for them, since when and until when."""
    since = on(_("since {date}"), brief_of(row, "authority_since"))
    until = on(_("until {date}"), brief_of(row, "authority_until"))
    return listed(_(_MAY.get(row.authority, "")), since, until)
