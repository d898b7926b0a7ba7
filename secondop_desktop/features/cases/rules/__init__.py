"""The journey of a case: its steps, how far each is, the referral, and how it ends."""

from secondop_desktop.features.cases.rules.facts import Fact, Known
from secondop_desktop.features.cases.rules.journey import (
    STATUSES,
    Stage,
    chosen_of,
    current,
    journey,
    keys,
    neighbours,
    newest_key,
    round_counted,
    round_of,
    step_of,
    steps_known,
)
from secondop_desktop.features.cases.rules.once_more import (
    once_more,
    once_more_words,
    round_words,
)
from secondop_desktop.features.cases.rules.referral import (
    has_referral,
    may_chase,
    referral_line,
)
from secondop_desktop.features.cases.rules.steps import STEPS

__all__ = [
    "STATUSES",
    "STEPS",
    "Fact",
    "Known",
    "Stage",
    "chosen_of",
    "current",
    "has_referral",
    "journey",
    "keys",
    "may_chase",
    "neighbours",
    "newest_key",
    "once_more",
    "once_more_words",
    "referral_line",
    "round_counted",
    "round_of",
    "round_words",
    "step_of",
    "steps_known",
]
