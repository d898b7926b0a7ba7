"""The forms of appointments, questions, their answers, and tasks."""

from typing import Any

from secondop_desktop.features.appointments.rules.question_bank import TEMPLATES
from secondop_desktop.journal.kinds import Names
from secondop_desktop.journal.values.dates import undated_last
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.fields import TextField
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.owned_entries import Adding, Parts
from secondop_desktop.widgets.lists.rich_row_painting import Row


class AppointmentForm(Form):
    """When, with whom and where; then what to prepare, and how it turned out."""

    missing = {"purpose": N_("Enter what the appointment is for")}

    def build(self) -> None:
        """Lay the questions out."""
        self.group()
        self.put(self.ask("purpose", hint=_("Such as hear the second opinion, or a scan")))
        self.put(self.ask("when", clock=True, about=False))
        self.put(self.ask("provider"))
        self.put(self.ask("how", across=True))
        self.put(self.ask("place", hint=_("Address and room, or the phone number or link")))
        self.more(
            _("Get ready"),
            self.ask("minutes", hint=_("As the letter says; an hour is taken if it does not")),
            self.ask("who_comes", hint=_("A second pair of ears helps")),
            self.ask("bring", hint=_("Such as letters, scans, medicines and your questions")),
            self.ask("records"),
        )
        self._build_after()

    def _build_after(self) -> None:
        self.more(
            _("At the appointment and after it"),
            self.ask("notes"),
            self.bind(TextField(3), "summary", hint=_("The main points, while they are fresh")),
            self.ask("next_steps"),
            self.ask("unsure", hint=_("You can ask about it later")),
        )
        self.more(
            _("Did it go ahead?"),
            self.ask("status", empty="", across=True),
            self.ask("opinion_place", _("Which opinion it was"), _("1, 2 or 3"), least=1, most=99),
        )


class AnswerForm(Form):
    """What somebody answered, who it was and when."""

    missing = {"question": N_("Choose the question")}

    def build(self) -> None:
        """Lay the questions out."""
        self.group()
        self.put_owner("question", _("For the question: {owner}"))
        self.put(self.ask("text", hint=_("In their words, or yours")))
        self.put(self.ask("no_answer", empty="", across=True))
        self.put(self.ask("provider"))
        self.put(self.ask("appointment"))
        self.put(self.ask("date"))


class QuestionForm(Form):
    """The question, why it matters, where to ask it, and what each clinician answered."""

    missing = {"text": N_("Write your question")}

    def build(self) -> None:
        """Lay the questions out."""
        self.group()
        self.set_default("status", "open")
        self.put(self.bind(TextField(2), "text", hint=_("Just as you would ask it")))
        self.put(self.ask("why"))
        self.put(self.ask("appointments"))
        self.group(_("Answers"))
        adds = (Adding(_("Add an answer"), {}),)
        self.answers = Parts(
            self,
            "answer",
            AnswerForm,
            self._answers,
            _answer_row,
            adds,
            own="question",
            first=_("Write your question. Then you can add what each doctor answers."),
        )
        self.put(self.answers)
        self.put(self.ask("status", empty="", across=True))
        self.more(
            _("Topic and order"),
            self.ask("group", suggestions=self.earlier_values("group", *_matters())),
            self.ask("rank", hint=_("1 for the question to ask first"), least=1),
        )

    def _answers(self) -> list[Any]:
        rows = self.journal.entries("answer", question=self.draft.entry)
        return sorted(rows, key=lambda row: undated_last(row.date))


def _matters() -> list[str]:
    """Return what the questions of the bank are about, to offer while typing."""
    return [_(template.group) for template in TEMPLATES]


def _answer_row(row: Any, names: Names) -> Row:
    """Say who answered, then what, then when."""
    by = names(row.provider) or _("You have not said who answered yet")
    return Row(by, row.text, trailing=row.date.words() if row.date else "")


class TaskForm(Form):
    """What to do, by when and who does it."""

    missing = {"text": N_("Enter what needs doing")}

    def build(self) -> None:
        """Lay the questions out."""
        self.set_default("done", value=False)
        self.group()
        self.put(self.ask("text", hint=_("Such as ring the hospital for the scans")))
        self.put(self.tick("done", _("Done")))
        self.put(self.ask("due", about=False))
        self.put(
            self.ask(
                "who", hint=_("You, or somebody who helps"), suggestions=self.earlier_values("who")
            )
        )
        self.put(self.ask("notes"))
        self.more(_("More about this task"), self.ask("done_on"), self.ask("linked"))


FORMS = {
    "appointment": AppointmentForm,
    "question": QuestionForm,
    "answer": AnswerForm,
    "task": TaskForm,
}
