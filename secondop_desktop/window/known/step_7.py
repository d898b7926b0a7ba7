"""What is known about step 7: who was told, what is still to send, and when to look again."""

from collections.abc import Iterator
from typing import Any

from secondop_desktop.features.cases.rules.facts import Fact
from secondop_desktop.features.told.rules import Concerned, concerned, count_told, told_words
from secondop_desktop.lang import _, in_short, ngettext
from secondop_desktop.window.known.case_rows import LONGEST, CaseRows
from secondop_desktop.window.known.steps_1_to_4 import coming, letters

Told = tuple[Fact, ...]


def tell(found: CaseRows) -> Told:
    """Say who was told and what they answered, what is not sent, and when to look again."""
    those = whom(found)
    return (
        *_counted(those),
        *(fact for one in those for fact in _whether_told(found, one)),
        *letters(found, "tell", "decided"),
        *coming(found),
        *_review(found),
    )


def whom(found: CaseRows) -> tuple[Concerned, ...]:
    """Return the doctors whom the case concerns."""
    person: Any = next(iter(found.of("person")), None)
    gp = person.gp if person is not None else None
    return concerned(found.of("opinion"), gp, found.case.referral_by, found.of("told"))


def _counted(those: tuple[Concerned, ...]) -> Iterator[Fact]:
    number, all_of_them = count_told(those)
    if all_of_them:
        text = ngettext(
            "{number} of {all} doctor told", "{number} of {all} doctors told", all_of_them
        )
        yield Fact(text.format(number=number, all=all_of_them), "told")


def _whether_told(found: CaseRows, one: Concerned) -> Iterator[Fact]:
    name = found.name(one.provider)
    if not one.is_told:
        yield Fact(_("{name}: not told yet").format(name=name), f"told:{one.provider}")
    for row in one.told[-1:]:
        text = _("{name}: {told}").format(name=name, told=_lower(told_words(row, "")))
        answer = in_short(row.answer, LONGEST)
        said = _("they answered: {answer}").format(answer=answer) if answer else ""
        yield Fact("; ".join(part for part in (text, said) if part), f"told:{row.id}")


def _lower(text: str) -> str:
    return f"{text[0].lower()}{text[1:]}"


def _review(found: CaseRows) -> Iterator[Fact]:
    """Give the day to look again: the case's own, else that of the decision."""
    decisions = [row for row in found.of("decision") if row.review]
    day, place = found.case.review, "case:7"
    if day is None and decisions:
        day, place = decisions[-1].review, f"decision:{decisions[-1].id}"
    if day is not None:
        late = day.last_day < found.now.date()
        text = _("Look at it all again: {date}").format(date=day.words())
        yield Fact(text, place, late=late)
