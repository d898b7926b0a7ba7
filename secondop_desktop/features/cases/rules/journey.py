"""How far each step of a case is, also when it goes round again for a third opinion."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from secondop_desktop.features.cases.rules.steps import STEPS, Step
from secondop_desktop.lang import N_, _
from secondop_desktop.patterns import pattern

NOT_STARTED = "not started"
STATUSES = (
    (NOT_STARTED, N_("Not started yet")),
    ("in progress", N_("In progress")),
    ("completed", N_("Completed")),
    ("not needed", N_("Not needed")),
)
_FINISHED = frozenset({"completed", "not needed"})
_KEY = pattern(r"[1-7]|(?:[2-9]|[1-9]\d{1,2})\.[2-6]")
_BY_KEY: Mapping[str, Step] = {step.key: step for step in STEPS}
_LAST = STEPS[-1].key
_AGAIN = tuple(step for step in STEPS if step.key in "23456")


class Stage(NamedTuple):
    """One step of one case, perhaps of a later round, with the user's status and notes."""

    key: str
    step: Step
    round: int
    status: str
    notes: str

    @property
    def finished(self) -> bool:
        """Whether the user called it completed or not needed."""
        return self.status in _FINISHED


def chosen_of(cases: Sequence[Any], chosen: str | None) -> Any:
    """Return the case chosen, else the one changed last that is open, else any; None without.

    ``cases`` come with the one changed last at the end.
    """
    open_ones = [row for row in cases if row.closed is None]
    usual = (open_ones or cases or [None])[-1]
    return next((row for row in cases if row.id == chosen), usual)


def round_of(case: Any) -> int:
    """Return how many times round the case is: 1 for a second opinion, 2 for a third one."""
    return case.round or 1


def keys(rounds: int) -> tuple[str, ...]:
    """Return the keys in the order of the journey: 1 to 6, then ``2.2`` to ``2.6``…, then 7."""
    again = (f"{turn}.{step.key}" for turn in range(2, rounds + 1) for step in _AGAIN)
    return (*(step.key for step in STEPS[:-1]), *again, _LAST)


def step_of(key: str) -> Step:
    """Return the step that a key such as ``3`` or ``2.3`` means; KeyError for another."""
    return _BY_KEY[key.rpartition(".")[2]]


def newest_key(case: Any, step: str) -> str:
    """Return the key of a step in the newest round: ``3``, or ``2.3`` the second time."""
    turn = round_of(case)
    return f"{turn}.{step}" if turn > 1 and step in "23456" else step


def status_of(case: Any, key: str) -> str:
    """Return the status the user gave a step, "not started" where none is known."""
    status = case.steps.get(key, "")
    return status if status in dict(STATUSES) else NOT_STARTED


def journey(case: Any) -> tuple[Stage, ...]:
    """Return all stages of a case in order."""
    return tuple(_stage(case, key) for key in keys(round_of(case)))


def current(case: Any) -> Stage | None:
    """Return the first stage that is not finished, or None when all are."""
    return next((stage for stage in journey(case) if not stage.finished), None)


def neighbours(case: Any, key: str) -> tuple[Stage | None, Stage | None]:
    """Return the stages before and after one; None at either end."""
    stages = journey(case)
    at = next(at for at, stage in enumerate(stages) if stage.key == key)
    before = stages[at - 1] if at else None
    return before, stages[at + 1] if at + 1 < len(stages) else None


def round_counted(row: Any) -> str:
    """Say what is wrong when the round is less than 1."""
    return "" if row.round is None or row.round >= 1 else _("The round must be 1 or more.")


def steps_known(row: Any) -> str:
    """Say what is wrong when a step or its status has an unknown name."""
    for key in (*row.steps, *row.step_notes):
        if not _KEY.fullmatch(key):
            text = _("Steps are named 1 to 7, or 2.2 to 2.6 the second time round, not {key}.")
            return text.format(key=key[:20])
    words = dict(STATUSES)
    if all(status in words or not status for status in row.steps.values()):
        return ""
    return _("The status of a step must be one of: {words}.").format(words=", ".join(words))


def _stage(case: Any, key: str) -> Stage:
    turn = int(key.partition(".")[0]) if "." in key else 1
    return Stage(key, step_of(key), turn, status_of(case, key), case.step_notes.get(key, ""))
