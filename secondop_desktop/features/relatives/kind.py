"""What the family history tells the rest of the program."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.features.relatives.model import Relative
from secondop_desktop.features.relatives.rules import age_words, end_words, is_fact
from secondop_desktop.journal.kinds import ASK_ABOUT, DO_ABOUT, MISTAKEN, Field, Kind, Names
from secondop_desktop.journal.unsure import by_choice
from secondop_desktop.lang import N_, _

LIVING = (
    ("living", N_("Living")),
    ("died", N_("Has died")),
    ("not known", N_("Not known")),
)
CERTAINTY = (
    ("sure", N_("Yes, a doctor said so")),
    ("not sure", N_("Not sure")),
    MISTAKEN,
)
_SHORT = {"not sure": N_("not sure"), MISTAKEN[0]: N_("entered by mistake")}


def _title(row: Relative, names: Names) -> str:
    """Say who had what, such as "Mother: breast cancer"."""
    who = row.who or _("A relative")
    said = f"{who}: {row.condition}" if row.condition else who
    sure = _(_SHORT.get(row.certainty, ""))
    return f"{said} ({sure})" if sure else said


def _line(row: Relative, names: Names) -> str:
    """Say at what age, and whether they died of it."""
    return " · ".join(part for part in (age_words(row), *end_words(row)) if part)


def _fhir() -> Mapping[str, Callable[..., Any]]:
    from secondop_desktop.features.relatives.fhir import FHIR

    return FHIR


KIND = Kind(
    name="relative",
    model=Relative,
    label=N_("Relative"),
    plural=N_("Family history"),
    add=N_("Add a relative"),
    icon="relative",
    of_others=True,
    fields=(
        Field("who", N_("Who it is, such as mother"), required=True),
        Field("condition", N_("What they have or had")),
        Field("age", N_("How old they were when it began")),
        Field("died_of_it", N_("Did they die of it")),
        Field("living", N_("Are they living"), choices=LIVING),
        Field("age_died", N_("How old they were when they died")),
        Field("date", N_("When it began, if you know the year")),
        Field("certainty", N_("Is that certain"), choices=CERTAINTY),
        Field("recorded", N_("When it was written down"), happened=True),
        Field("code", N_("Code, if a letter gives one")),
        Field("records", N_("Letters and records about it"), refers="record"),
        Field("notes", N_("Your notes")),
        Field("narrative", N_("What the file says in words")),
    ),
    title=_title,
    line=_line,
    when="date",
    columns=("who", "condition", "age", "died_of_it", "living"),
    turns=(ASK_ABOUT, DO_ABOUT),
    fhir=_fhir,
    unsure=by_choice("certainty", "not sure", {"sure"}),
    withdrawals={"mistake": ("certainty", MISTAKEN[0])},
    is_fact=is_fact,
    judged_by=("certainty",),
)
