"""What only one step has: the question itself, the referral, another round, the end."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from secondop_desktop.features.cases.form import ReferralForm, ReviewForm, SafeForm
from secondop_desktop.features.cases.page.ending_card import EndingCard
from secondop_desktop.features.cases.page.once_more_card import OnceMoreCard
from secondop_desktop.features.cases.page.question_card import QuestionCard
from secondop_desktop.features.cases.rules.journey import Stage, newest_key
from secondop_desktop.widgets.forms.form import Form

_FORMS: Mapping[str, type[Form]] = {"1": SafeForm, "3": ReferralForm, "7": ReviewForm}


@dataclass(frozen=True)
class Acts:
    """What the page does when one of the parts asks for it."""

    edit: Callable[[], object]
    go_round: Callable[[], object]
    close: Callable[[], object]


def own_parts(
    stage: Stage, case: Any, make: Callable[[type[Form]], Form], acts: Acts
) -> list[QWidget]:
    """Return the parts of a step; a round that is over has no referral or round of its own."""
    number, newest = stage.step.key, stage.key == newest_key(case, stage.step.key)
    found: list[QWidget] = []
    if number == "1":
        card = QuestionCard()
        card.edit_wanted.connect(acts.edit)
        found.append(card)
    if number in _FORMS and newest:
        found.append(make(_FORMS[number]))
    if number == "6" and newest:
        more = OnceMoreCard(case)
        more.wanted.connect(acts.go_round)
        found.append(more)
    if number == "7" and case.closed is None:
        end = EndingCard()
        end.wanted.connect(acts.close)
        found.append(end)
    return found
