"""What is known about steps 5 and 6: questions, opinions, and the decision."""

from collections.abc import Iterator

from secondop_desktop.features.cases.rules.facts import Fact
from secondop_desktop.features.decisions.rules.checks import answered_no, newest_first
from secondop_desktop.features.decisions.rules.options import lacks_waiting
from secondop_desktop.features.opinions.rules.aspects import place_words
from secondop_desktop.lang import _, ngettext
from secondop_desktop.window.known.case_rows import CaseRows
from secondop_desktop.window.known.steps_1_to_4 import coming

Told = tuple[Fact, ...]
_STAGES = {
    "not thinking yet": lambda: _("Decision: not thinking about it yet"),
    "considering": lambda: _("Decision: thinking it over"),
    "close": lambda: _("Decision: close to deciding"),
    "made": lambda: _("Decision: made"),
}


def ask(found: CaseRows) -> Told:
    """Say how many questions there are, how many have no answer, and who is seen next."""
    return (*_questions(found), *coming(found))


def _questions(found: CaseRows) -> Iterator[Fact]:
    asked = [row for row in found.of("question") if row.status != "dropped"]
    answered = {row.question for row in found.of("answer") if row.text}
    silent = sum(row.id not in answered and row.status != "answered" for row in asked)
    if not asked:
        return
    text = ngettext("{number} question to ask", "{number} questions to ask", len(asked))
    said = text.format(number=len(asked))
    none = ngettext("{number} without an answer", "{number} without an answer", silent)
    rest = none.format(number=silent) if silent else _("each has an answer")
    yield Fact(said if silent == len(asked) else f"{said}, {rest}", "question")


def decide(found: CaseRows) -> Told:
    """Say how many opinions are compared, what differs, the options, and the decision."""
    return (*_opinions(found), *_options(found), *_decision(found))


def _opinions(found: CaseRows) -> Iterator[Fact]:
    number = len(found.of("opinion"))
    if number == 1:
        yield Fact(_("1 opinion written down"), "opinion")
    elif number:
        said = _("{number} opinions side by side").format(number=number)
        yield Fact(", ".join(part for part in (said, _differing(found)) if part), "opinion")


def _differing(found: CaseRows) -> str:
    """Say in how many aspects they differ by the person's own marks; the last mark counts."""
    marks = {row.aspect: row.mark for row in found.of("mark")}
    if not any(marks.values()):
        return ""
    number = sum(mark in {"different", "partly"} for mark in marks.values())
    text = ngettext(
        "{number} aspect differs (your marks)", "{number} aspects differ (your marks)", number
    )
    return text.format(number=number)


def opinions_of(found: CaseRows, place: int) -> Iterator[Fact]:
    """Name the opinion that one round was for: 2 for the second."""
    for row in found.of("opinion"):
        if row.place == place:
            name, day = found.name(row.provider), row.date.words() if row.date else ""
            said = (place_words(place), name, day)
            yield Fact(", ".join(part for part in said if part), f"opinion:{row.id}")


def _options(found: CaseRows) -> Iterator[Fact]:
    options = found.of("option")
    number = len(options) + lacks_waiting(options) if options else 0
    if number:
        text = ngettext("{number} option to choose from", "{number} options to choose from", number)
        yield Fact(text.format(number=number), "option")


def _decision(found: CaseRows) -> Iterator[Fact]:
    rows = found.of("decision")
    if rows and rows[-1].stage in _STAGES:
        said = _STAGES[rows[-1].stage]()
        checks = _refused(found)
        yield Fact("; ".join(part for part in (said, checks) if part), "decision")


def _refused(found: CaseRows) -> str:
    """Say how many of the last day's checks were answered with no."""
    checks = newest_first(found.of("readiness"))
    number = len(answered_no(checks[0])) if checks else 0
    text = ngettext("{number} check answered no", "{number} checks answered no", number)
    return text.format(number=number) if number else ""
