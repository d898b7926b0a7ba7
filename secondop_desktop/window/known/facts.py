"""The facts of each step of a case, under the keys of its stages."""

from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import chain
from typing import Any

from secondop_desktop.features.cases.rules.facts import Fact, Known
from secondop_desktop.features.cases.rules.journey import keys, newest_key, round_of
from secondop_desktop.journal.file import Journal
from secondop_desktop.window.known import step_7, steps_1_to_4, steps_5_and_6
from secondop_desktop.window.known.case_rows import KINDS as ROWS_OF
from secondop_desktop.window.known.case_rows import CaseRows, read_rows

KINDS = ("case", *ROWS_OF)
"""The kinds whose changes may change a fact."""

Told = tuple[Fact, ...]

_STEPS: Mapping[str, Callable[[CaseRows], Told]] = {
    "1": steps_1_to_4.talk,
    "2": steps_1_to_4.choose,
    "3": steps_1_to_4.referral,
    "4": steps_1_to_4.gather,
    "5": steps_5_and_6.ask,
    "6": steps_5_and_6.decide,
    "7": step_7.tell,
}


def known(journal: Journal, case: Any, now: datetime) -> Known:
    """Return what is known about each step of a case; ``now`` is local time without a zone.

    Steps 2 to 6 tell all they know in the newest round; an earlier round keeps what was its own.
    """
    return facts_of(read_rows(journal, case, now))


def facts_of(found: CaseRows) -> Known:
    """Return what is known about each step, from what was read of a case."""
    case = found.case
    facts = {newest_key(case, step): tell(found) for step, tell in _STEPS.items()}
    for key in keys(round_of(case)):
        if key not in facts:
            facts[key] = _earlier(found, key)
    return facts


def _earlier(found: CaseRows, key: str) -> Told:
    """Return what an earlier round came to: its appointments and its opinion."""
    turn, _dot, step = key.rpartition(".")
    place = int(turn or 1) + 1
    told = {"4": steps_1_to_4.visits, "5": steps_5_and_6.opinions_of}.get(step)
    return tuple(chain(told(found, place))) if told else ()
