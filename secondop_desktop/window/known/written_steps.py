"""What the journal holds already of what a step asks for, so that it may be marked."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from secondop_desktop.features.appointments.rules.coming import is_ahead
from secondop_desktop.features.cases.rules.journey import journey, newest_key, round_of
from secondop_desktop.features.opinions.rules.aspects import place_words
from secondop_desktop.features.told.rules import count_told
from secondop_desktop.lang import _
from secondop_desktop.window.known.case_rows import CaseRows
from secondop_desktop.window.known.step_7 import whom


class Written(NamedTuple):
    """What is written, said in words, and the steps not finished yet that it speaks for.

    ``upto`` is the key of the last step that is reached by it, such as ``5`` or ``2.5``.
    """

    said: str
    upto: str
    steps: tuple[str, ...]


def written(found: CaseRows) -> Written | None:
    """Return the furthest step whose own entries are there; None where nothing is left to mark.

    A journey goes forward: whoever wrote down the second opinion has chosen, asked and gone.
    """
    for step, said in _evidence(found):
        upto = newest_key(found.case, step)
        open_ones = _open_until(found.case, upto)
        return Written(said, upto, open_ones) if open_ones else None
    return None


def marked(case: Any, steps: Sequence[str]) -> dict[str, str]:
    """Return the statuses of a case with these steps completed."""
    return {**case.steps, **dict.fromkeys(steps, "completed")}


def _open_until(case: Any, upto: str) -> tuple[str, ...]:
    stages = journey(case)
    at = next(at for at, stage in enumerate(stages) if stage.key == upto)
    return tuple(stage.key for stage in stages[: at + 1] if not stage.finished)


def _evidence(found: CaseRows) -> Iterator[tuple[str, str]]:
    """Give the steps that are reached, the furthest first, each with what is written for it."""
    told, concerned = count_told(whom(found))
    decided = any(row.stage == "made" for row in found.of("decision"))
    if decided and concerned and told == concerned:
        yield "7", _("You have written down what you decided, and that all your doctors know.")
    if decided:
        yield "6", _("You have written down what you decided.")
    yield from _opinions(found)
    yield from _visits(found)
    if found.case.referral_accepted:
        yield "3", _("You have written down that the referral was accepted.")
    if found.case.safe_to_wait in {"yes", "no"}:
        yield "1", _("You have written down what you were told about waiting.")


def _opinions(found: CaseRows) -> Iterator[tuple[str, str]]:
    asked = round_of(found.case) + 1
    there = {row.place for row in found.of("opinion") if _says_something(found, row)}
    if asked not in there:
        return
    if asked == 2 and 1 in there:
        yield "5", _("You have written both opinions.")
    else:
        name = _lower(place_words(asked))
        yield "5", _("You have written the {opinion}.").format(opinion=name)


def _says_something(found: CaseRows, opinion: Any) -> bool:
    said = (row for row in found.of("statement") if row.opinion == opinion.id)
    return bool(opinion.overall or any(row.text or row.not_discussed for row in said))


def _visits(found: CaseRows) -> Iterator[tuple[str, str]]:
    """An appointment for this opinion is made; whether one went is for the person to say."""
    asked = round_of(found.case) + 1
    rows = [row for row in found.of("appointment") if row.opinion_place == asked and row.when]
    done = next((row for row in rows if row.status == "done"), None)
    if done is not None:
        words = _("Your appointment on {date} took place.")
        yield "5", words.format(date=done.when.words(weekday=False))
    ahead = next((row for row in rows if is_ahead(row, found.now)), None)
    if ahead is not None:
        yield "3", _("You have an appointment on {date}.").format(date=ahead.when.words())


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"
