"""The four checks before deciding, and the task that a "no" has become."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from secondop_desktop.journal.values.dates import undated_last
from secondop_desktop.lang import N_, _


class Check(NamedTuple):
    """One yes/no check: its field, its statement, and what to do after a "no"."""

    field: str
    label: str
    to_do: str


CHECKS = (
    Check(
        "sure",
        N_("I feel sure what is right for me"),
        N_("Write down what you like and what you do not like about each option."),
    ),
    Check(
        "know_options",
        N_("I know what I can choose from"),
        N_("Ask a doctor to go through each option with you, waiting too."),
    ),
    Check(
        "clear_values",
        N_("I know what matters most to me"),
        N_("Go through the benefits and risks and say how much each matters to you."),
    ),
    Check(
        "support",
        N_("I have enough help to decide"),
        N_("Think of someone to talk it over with: family, a friend, a nurse or a group."),
    ),
)


def answered_no(row: Any) -> tuple[Check, ...]:
    """Return the checks answered with "no"; one not answered is not a "no"."""
    return tuple(check for check in CHECKS if getattr(row, check.field) is False)


def newest_first(rows: Iterable[Any]) -> list[Any]:
    """Order checks by their day, the newest first; one without a day counts as newest.

    Of those of one day the one made last comes first.
    """
    return sorted(rows, key=lambda row: (undated_last(row.date), row.created), reverse=True)


def tasks_of(row: Any, tasks: Sequence[Any]) -> Mapping[str, Any]:
    """Return by field the task that each "no" of a check has become.

    A task says what the "no" asks for, and is linked to a check. One that was made for an
    earlier check counts as long as it is still to do. One that was put into other words since
    is given to a "no" that has none yet.
    """
    found: dict[str, Any] = {}
    own = [task for task in tasks if row.id in task.linked]
    checks = answered_no(row)
    for check in checks:
        same = [task for task in tasks if task.text == _(check.to_do) and task.linked]
        good = [task for task in same if task in own or not task.done]
        if good:
            found[check.field] = good[-1]
    said = {_(check.to_do) for check in CHECKS}
    others = [task for task in own if task.text not in said]
    open_checks = [check for check in checks if check.field not in found]
    return {**found, **{c.field: t for c, t in zip(open_checks, others, strict=False)}}
