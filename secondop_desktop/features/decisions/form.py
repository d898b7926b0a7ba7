"""The forms of options, their benefits and risks, the decision and the checks before it."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.features.decisions.operations import keep_waiting
from secondop_desktop.features.decisions.rules.checks import CHECKS
from secondop_desktop.features.decisions.rules.options import (
    STANCES,
    WAITING,
    WAITING_NAME,
    lacks_waiting,
)
from secondop_desktop.features.decisions.rules.outcomes import (
    MATTERS_ENDS,
    chance_fits,
    chance_words,
)
from secondop_desktop.features.decisions.stances import StancesField, opinions_of
from secondop_desktop.journal.case_scope import entries_of_case
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.kinds import Names
from secondop_desktop.journal.user_order import in_order
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import N_, _, in_short
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.feedback.notice import Problem
from secondop_desktop.widgets.fields import ChoiceField, ScaleField, TextField
from secondop_desktop.widgets.forms.draft import EntryDraft
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.owned_entries import Adding, Parts
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme.tone import Tone


class OutcomeForm(Form):
    """What may happen, how likely it is, and how much it matters."""

    missing = {"option": N_("Choose the option it belongs to"), "text": N_("Write what may happen")}

    def build(self) -> None:
        """Lay the questions out."""
        kind = self.kind.by_name["good_or_bad"]
        sides = ChoiceField([(word, _(text)) for word, text in kind.choices], "", across=True)
        self.group()
        self.put_owner("option", _("Of the option: {owner}"))
        self.put(self.ask("text", hint=_("Such as less pain, or an infection")))
        self.put(self.bind(sides, "good_or_bad", _("Is it a benefit or a risk")))
        self._build_chance()
        self.group()
        low, high = MATTERS_ENDS
        scale = ScaleField(5, _(low), _(high))
        self.put(self.bind(scale, "matters", _("How much it matters to you")))
        self.put(self.ask("source", hint=_("Such as Dr Patel, or letter, page 2")))
        self.more(_("The letter or record"), self.ask("record"), self.ask("page", least=1))
        self.more(_("Order"), self.ask("rank", least=1))

    def _build_chance(self) -> None:
        self.group(
            _("How likely it is"),
            _("Ask the doctor to say it in people: 3 in 100 people, over 5 years."),
        )
        self.put(self.ask("chance", hint=_("Such as unlikely, or most people")))
        self.put(self.ask("x", _("How many people")), self.ask("n", _("Out of how many"), least=1))
        self.put(self.ask("period", hint=_("Such as 5 years, or while you take it")))

    def problems(self) -> list[Problem]:
        """Lead to the numbers when they are what cannot be."""
        row = self.draft.row()
        wrong = chance_fits(row) if row is not None else ""
        numbers = self.edits["x"]
        found = [
            Problem(one.text, numbers.focus_widget()) if one.text == wrong else one
            for one in super().problems()
        ]
        if wrong:
            numbers.show_problem(wrong)
        return found


class OptionForm(Form):
    """What could be done, what each opinion says about it, and what may come of it."""

    missing = {"name": N_("Write what could be done")}

    def build(self) -> None:
        """Lay the questions out."""
        self.group()
        self.put(self.ask("name", hint=_("Such as an operation, a medicine, or waiting")))
        self.put(self.tick("waiting", _("This is waiting, or doing nothing for now")))
        self.put(self.ask("description", hint=_("What would be done, where, and how long")))
        self._build_outcomes()
        self.group(_("What each opinion says about it"))
        self.stances = StancesField(self._opinions, [(word, _(text)) for word, text in STANCES])
        self.companion(self.stances, "stances")
        self.stances.set_label(_("What each opinion says about it"))
        self.put(self.stances)
        self.watch.on(["opinion", "provider"], self.stances.refresh, self.stances)
        self.more(_("Notes and order"), self.ask("notes"), self.ask("rank", least=1))

    def _opinions(self) -> list[tuple[str, str]]:
        return opinions_of(self.journal, self.person, self.value_of("case"))

    def _build_outcomes(self) -> None:
        self.group(_("Benefits and risks"))
        adds = (
            Adding(_("Add a benefit"), {"good_or_bad": "good"}),
            Adding(_("Add a risk"), {"good_or_bad": "bad"}),
        )
        self.outcomes = Parts(
            self,
            "outcome",
            OutcomeForm,
            self._outcomes,
            _outcome_row,
            adds,
            own="option",
            first=_("Write down what could be done. Then you can add what is good and bad in it."),
        )
        self.put(self.outcomes)

    def _outcomes(self) -> list[Any]:
        """Benefits first, each in the person's own order."""
        rows = self.journal.entries("outcome", option=self.draft.entry)
        sides = {"good": 0, "bad": 1}
        return sorted(in_order(rows), key=lambda row: sides.get(row.good_or_bad, 2))


_SIDES = {"good": N_("Benefit"), "bad": N_("Risk")}


def _outcome_row(row: Any, names: Names) -> Row:
    matters = _("matters {number} of 5 to you").format(number=row.matters)
    said = (chance_words(row), "" if row.matters is None else matters, row.source)
    side = _(_SIDES.get(row.good_or_bad, ""))
    return Row(
        row.text or _("Not described yet"),
        " · ".join(part for part in said if part),
        status=Status(side, Tone.PLAIN) if side else None,
    )


class ReadinessForm(Form):
    """Four statements that are true for the person or not, on one day."""

    def build(self) -> None:
        """Lay the questions out."""
        self.set_default("date", PartialDate.of(local_today()))
        self.group("", _("There is no right answer. A “no” shows what could help next."))
        for check in CHECKS:
            self.put(self.ask(check.field, empty=N_("Not answered")))
        self.put(self.ask("date", about=False))
        self.put(self.ask("notes"))


class _OptionField(ChoiceField):
    """Offers waiting before anybody wrote about it, and knows it again once somebody has."""

    def __init__(self, offered: list[tuple[str, str]], is_waiting: Callable[[str], bool]) -> None:
        self._offered = {value for value, _words in offered}
        self._is_waiting = is_waiting
        super().__init__(offered, N_("None chosen yet"))

    def put(self, value: Any, typed: str = "") -> None:
        """Show what is chosen; waiting is one answer, also when it became an entry meanwhile."""
        known = value is None or value in self._offered or WAITING not in self._offered
        super().put(WAITING if not known and self._is_waiting(value) else value, typed)


class _DecisionDraft(EntryDraft):
    """Makes an option of waiting in the same step in which it is chosen."""

    def made_whole(self, change: Change, stored: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the values with the id of waiting in the place of its stand-in."""
        return {**stored, "option": self._waiting(change)} if self._stands_in(stored) else stored

    @staticmethod
    def _stands_in(stored: Mapping[str, Any]) -> bool:
        return stored.get("option") == WAITING

    def _waiting(self, change: Change) -> str:
        row = self.row()
        whose = [
            getattr(row, name) if row is not None else self.given.get(name)
            for name in ("person", "case")
        ]
        return keep_waiting(self.journal, change, *whose)


class DecisionForm(Form):
    """How far the person is, what they decided and why; how it turned out later."""

    draft_of = _DecisionDraft
    missing = {"stage": N_("Choose how close you are to deciding")}

    def build(self) -> None:
        """Lay the questions out."""
        self.group()
        kind = self.kind.by_name["stage"]
        stages = [(word, _(text)) for word, text in kind.choices]
        self.put(self.bind(ChoiceField(stages, "", across=True), "stage"))
        self._ask_option()
        self.put(self.bind(TextField(2), "text", hint=_("In your own words")))
        self.put(self.ask("why"))
        self.more(
            _("Who decides, when, and what would change your mind"),
            self.ask("who_decides", hint=_("Such as you, or you and your family together")),
            self.ask("change_mind", hint=_("Such as a new test result, or feeling worse")),
            self.ask("date"),
        )
        self.more(_("Looking back"), self.ask("review"), self.ask("came_of_it"))

    def _ask_option(self) -> None:
        """Offer the options of the case, waiting among them, and what was chosen before."""
        rows = self._options()
        chosen = self.value_of("option")
        ids = dict.fromkeys([*(row.id for row in rows), *([chosen] if chosen else [])])
        offered = [(one, in_short(self.journal.name(one))) for one in ids]
        if lacks_waiting(rows):
            offered.append((WAITING, _(WAITING_NAME)))
        self.put(self.bind(_OptionField(offered, self._is_waiting), "option"))

    def _is_waiting(self, entry: str) -> bool:
        return any(row.waiting for row in self.journal.entries("option", id=entry))

    def _say_title(self, row: Any) -> None:
        """Say only what was decided, and whose it is: the page around it says what it is."""
        super()._say_title(row)
        self.heading.title.setVisible(row is not None and bool(row.text or row.option))
        self.heading.say_owner_alone(self.person)

    def _options(self) -> tuple[Any, ...]:
        case, person = self.value_of("case"), self.person or None
        return in_order(entries_of_case(self.journal, "option", person, case))


FORMS = {
    "option": OptionForm,
    "outcome": OutcomeForm,
    "decision": DecisionForm,
    "readiness": ReadinessForm,
}
