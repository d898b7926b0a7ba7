"""The seven steps of the journey, in plain words, and how far each of them is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from secondop_desktop.lang import N_, _

NOT_STARTED = "not started"
STATUSES = (
    (NOT_STARTED, N_("Not started yet")),
    ("in progress", N_("In progress")),
    ("completed", N_("Completed")),
    ("not needed", N_("Not needed")),
)
_FINISHED = frozenset({"completed", "not needed"})
_LAST = "7"
_KEY = re.compile(r"[1-7]|(?:[2-9]|[1-9]\d{1,2})\.[2-6]")


@dataclass(frozen=True)
class Step:
    """One step of the journey; ``serves`` names the kinds whose screens help with it."""

    key: str
    title: str
    purpose: str
    to_do: tuple[str, ...]
    serves: tuple[str, ...]


@dataclass(frozen=True)
class Stage:
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


STEPS = (
    Step(
        "1",
        N_("Talk to the first doctor, or your GP"),
        N_("To hear the first opinion again in plain words, and to say you would like another."),
        (
            N_("Ask the doctor to explain the diagnosis or the plan once more."),
            N_("Say why you would like a second opinion. It does not mean you distrust them."),
            N_("Ask: is it safe to wait? Write down who answered, and when."),
            N_(
                "Anyone in the UK can ask for a second opinion. The law does not promise one, "
                "but doctors should think about your request."
            ),
            N_("A relative or carer can ask for you, if you agree to it."),
        ),
        ("appointment", "question"),
    ),
    Step(
        "2",
        N_("Choose who to see"),
        N_("To find someone who can look at your question afresh."),
        (
            N_(
                "Was it your GP's opinion? You can ask to see another GP in the surgery, "
                "or change to another surgery."
            ),
            N_(
                "Was it a consultant's? Then you usually go back to your GP, who can send you to "
                "a consultant elsewhere. It often means another hospital, travel and a wait."
            ),
            N_(
                "Write down what you find out about each doctor: experience, waiting time, "
                "distance and cost."
            ),
            N_(
                "Thinking of going private? Ask for the fees in writing first. Your NHS care "
                "goes on, and many private consultants also work for the NHS."
            ),
        ),
        ("provider", "cost"),
    ),
    Step(
        "3",
        N_("Ask for a referral"),
        N_("So that the new doctor agrees to see you and knows why you are coming."),
        (
            N_("Ask your GP or consultant to refer you. You can write the letter for it here."),
            N_("Ask them to say that it is for a second opinion, and to send your records."),
            N_(
                "If you have health insurance, ask what it pays for and get an authorisation "
                "number before you book."
            ),
            N_("Write down when you asked, and a day to ask how it is getting on."),
        ),
        ("letter", "case", "cost"),
    ),
    Step(
        "4",
        N_("Make the appointment and gather your records"),
        N_("So that the second doctor has what they need in front of them."),
        (
            N_("Enter the appointment, who comes with you, and what to bring."),
            N_("List the letters, test results and scans you want, and who holds them."),
            N_(
                "You can ask for a copy of your own records. It is normally free. They have "
                "one month to answer, and can take up to two months more."
            ),
            N_(
                "Pictures of scans come on a disc, or the hospitals can send them to each other. "
                "Ask which of the two the new hospital can use."
            ),
        ),
        ("appointment", "record"),
    ),
    Step(
        "5",
        N_("Go, and ask your questions"),
        N_("To come home knowing what the second doctor thinks, and why."),
        (
            N_("Put your questions in order, the ones that matter most first."),
            N_("Take the summary PDF with you. Page one holds what the doctor needs first."),
            N_("You can bring someone with you to listen and take notes."),
            N_("Before you leave, say back what you heard, and ask what happens next."),
        ),
        ("question", "appointment"),
    ),
    Step(
        "6",
        N_("Compare, and decide"),
        N_(
            "To see where the opinions agree and where they differ, and to choose in your own time."
        ),
        (
            N_("Write down what each doctor said, and mark yourself what is the same."),
            N_("Turn what is not clear into a question."),
            N_("Look at every option, waiting or doing nothing too, and at what matters to you."),
            N_(
                "If the opinions are very different you can ask for a third one: "
                "steps 2 to 6 come again."
            ),
        ),
        ("opinion", "option", "decision"),
    ),
    Step(
        _LAST,
        N_("Tell your doctors"),
        N_("So that everyone who looks after you knows what was said and what you chose."),
        (
            N_("Tell your GP and the doctor who gave the first opinion what you decided."),
            N_("Ask the second doctor to send them a letter too."),
            N_("Write down who you told, when, and what they answered."),
        ),
        ("told", "letter"),
    ),
)
_BY_KEY: Mapping[str, Step] = {step.key: step for step in STEPS}
_AGAIN = tuple(step for step in STEPS if step.key in "23456")


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


def may_chase(case: Any, today: date) -> bool:
    """Tell whether the day to ask about the referral has come, and no answer with it."""
    answered = case.referral_accepted or case.referral_declined
    return bool(case.chase and not answered and case.chase.first_day <= today)


def referral_words(case: Any) -> str:
    """Say the latest that is known of the referral, such as "Sent 5 March 2024"."""
    known = (
        (case.referral_declined, _("Turned down {date}")),
        (case.referral_accepted, _("Accepted {date}")),
        (case.referral_sent, _("Sent {date}")),
        (case.referral_asked, _("Asked for {date}")),
    )
    return next((text.format(date=day.words()) for day, text in known if day), "")


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
