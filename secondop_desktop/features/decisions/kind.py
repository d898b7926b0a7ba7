"""What options, outcomes, decisions and readiness tell the rest of the program."""

from secondop_desktop.features.decisions.model import Decision, Option, Outcome, Readiness
from secondop_desktop.features.decisions.rules.checks import CHECKS, answered_no
from secondop_desktop.features.decisions.rules.options import STANCES, stances_known
from secondop_desktop.features.decisions.rules.outcomes import (
    chance_fits,
    chance_words,
    matters_in_scale,
    page_numbered,
)
from secondop_desktop.journal.kinds import Field, Kind, Names
from secondop_desktop.lang import N_, TITLE, _, in_short

GOOD_OR_BAD = (("good", N_("Benefit")), ("bad", N_("Risk")))
STAGE = (
    ("not thinking yet", N_("I am not thinking about it yet")),
    ("considering", N_("I am thinking it over")),
    ("close", N_("I am close to a decision")),
    ("made", N_("I have decided")),
)


def _option_title(row: Option, names: Names) -> str:
    return row.name or _("Option without a name")


def _option_line(row: Option, names: Names) -> str:
    waiting = _("Waiting or doing nothing") if row.waiting else ""
    return " · ".join(part for part in (waiting, in_short(row.description, TITLE)) if part)


def _outcome_title(row: Outcome, names: Names) -> str:
    return in_short(row.text, TITLE) or _("Benefit or risk")


def _outcome_line(row: Outcome, names: Names) -> str:
    side = _(OUTCOME.by_name["good_or_bad"].label_of(row.good_or_bad))
    parts = (side, names(row.option), chance_words(row), row.source)
    return " · ".join(part for part in parts if part)


def _decision_title(row: Decision, names: Names) -> str:
    return in_short(row.text, TITLE) or names(row.option) or _("Decision")


def _decision_line(row: Decision, names: Names) -> str:
    """Say how far it is, for which option, and when to look at it again."""
    stage = _(DECISION.by_name["stage"].label_of(row.stage))
    option = names(row.option) if row.text else ""
    again = _("look again {date}").format(date=row.review.words()) if row.review else ""
    return " · ".join(part for part in (stage, option, again) if part)


def _readiness_title(row: Readiness, names: Names) -> str:
    return _("Ready to decide?")


def _readiness_line(row: Readiness, names: Names) -> str:
    """Name what was answered with no."""
    missing = " · ".join(_(check.label) for check in answered_no(row))
    return _("Not yet: {checks}").format(checks=missing) if missing else ""


OPTION = Kind(
    name="option",
    model=Option,
    label=N_("Option"),
    plural=N_("Options"),
    add=N_("Add an option"),
    icon="option",
    fields=(
        Field("name", N_("What could be done"), required=True),
        Field("description", N_("What it means")),
        Field("waiting", N_("This is waiting or doing nothing")),
        Field("stances", N_("What each opinion says about it"), choices=STANCES),
        Field("rank", N_("Place in your own order")),
        Field("notes", N_("Your notes")),
    ),
    title=_option_title,
    line=_option_line,
    columns=("name", "description", "waiting"),
    rules=(stances_known,),
)

OUTCOME = Kind(
    name="outcome",
    model=Outcome,
    label=N_("Benefit or risk"),
    plural=N_("Benefits and risks"),
    add=N_("Add a benefit or risk"),
    icon="option",
    fields=(
        Field("option", N_("Of which option"), required=True, refers="option", owner=True),
        Field("text", N_("What may happen"), required=True),
        Field("good_or_bad", N_("Benefit or risk"), choices=GOOD_OR_BAD),
        Field("chance", N_("How likely, in words")),
        Field("x", N_("How many people it happens to")),
        Field("n", N_("Out of how many people")),
        Field("period", N_("Over what time")),
        Field("source", N_("Who said so, or where it is written")),
        Field("record", N_("Letter or record it is in"), refers="record"),
        Field("page", N_("Page of that record")),
        Field("matters", N_("How much it matters to you, from 0 to 5")),
        Field("rank", N_("Place in your own order")),
    ),
    title=_outcome_title,
    line=_outcome_line,
    columns=("text", "option", "good_or_bad", "chance", "matters"),
    rules=(chance_fits, matters_in_scale, page_numbered),
)

DECISION = Kind(
    name="decision",
    model=Decision,
    label=N_("Decision"),
    plural=N_("Decisions"),
    add=N_("Write down a decision"),
    icon="decision",
    fields=(
        Field("stage", N_("How close you are to deciding"), required=True, choices=STAGE),
        Field("option", N_("Which option you chose"), refers="option"),
        Field("text", N_("What you decided")),
        Field("who_decides", N_("Who decides")),
        Field("why", N_("Why")),
        Field("change_mind", N_("What would change your mind")),
        Field("date", N_("When")),
        Field("review", N_("When to look at it again")),
        Field("came_of_it", N_("How it turned out")),
    ),
    title=_decision_title,
    line=_decision_line,
    when="date",
    columns=("stage", "text", "date", "review"),
)

READINESS = Kind(
    name="readiness",
    model=Readiness,
    label=N_("Readiness check"),
    plural=N_("Readiness checks"),
    add=N_("Go through the checks"),
    icon="decision",
    fields=(
        Field("date", N_("When")),
        *(Field(check.field, check.label) for check in CHECKS),
        Field("notes", N_("Your notes")),
    ),
    title=_readiness_title,
    line=_readiness_line,
    when="date",
    columns=("date", "sure", "know_options", "clear_values", "support"),
)

KINDS = (OPTION, OUTCOME, DECISION, READINESS)
