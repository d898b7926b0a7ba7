"""What comes next, or how it ended; and a gentle note about a helper's permission."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _, in_short
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.theme.tone import Tone
from secondop_desktop.window.today import Today


class Go(NamedTuple):
    """How Home leads elsewhere: to a screen by its key, to an entry by its id."""

    place: Callable[[str], None]
    entry: Callable[[str], None]

    def button(self, words: str, place: str, rank: Rank = Rank.QUIET) -> Button:
        """Return a button that leads to a screen."""
        found = Button(words, "arrow-right", rank)
        found.clicked.connect(lambda: self.place(place))
        return found


def permission(today: Today, person: str, go: Go) -> Notice:
    """Say that a permission has run out or soon will."""
    box = Notice(today.permission, Tone.INFO, _("Permission to act"))
    box.add_action(go.button(_("See the permission"), f"person:{person}", Rank.PLAIN))
    return box


def coming(today: Today, journal: Journal, go: Go) -> list[QWidget]:
    """Say the one thing that comes next; of a closed case how it ended."""
    found: list[QWidget] = []
    if today.appointments:
        found.append(_visit(today, journal, go))
    if today.closed:
        found.append(_ended(today, go))
    elif today.case is not None and not today.appointments:
        found.append(_step(today, go))
    return found


def _visit(today: Today, journal: Journal, go: Go) -> Notice:
    row = today.appointments[0]
    who = journal.name(row.provider) or journal.name(row.id)
    text = _("Get ready for {who}, {when}").format(
        who=in_short(who), when=row.when.words(weekday=True)
    )
    box = Notice(text, Tone.INFO, _("Next"), beside=True)
    box.add_action(go.button(_("See the appointment"), f"appointment:{row.id}", Rank.PRIMARY))
    return box


def _step(today: Today, go: Go) -> Notice:
    step = today.next_step
    if step is None:
        box = Notice(
            _("All your steps are done. You can close this question and note how it turned out."),
            Tone.INFO,
            _("Next"),
            beside=True,
        )
        box.add_action(go.button(_("See the last step"), "case:7", Rank.PRIMARY))
        return box
    text = _("Step {number}: {title}").format(number=step.step.key, title=_(step.step.title))
    box = Notice(text, Tone.INFO, _("Next"), beside=True)
    box.add_action(go.button(_("Open this step"), f"case:{step.key}", Rank.PRIMARY))
    return box


def _ended(today: Today, go: Go) -> Notice:
    """Say how the case ended and when to look again, and offer what may follow."""
    case = today.case
    parts = [_("Finished {date}.").format(date=case.closed.words())]
    if case.outcome:
        parts.append(in_short(case.outcome))
    if case.review:
        over = case.review.last_day < today.now.date()
        text = _("The day to look at it again was {date}.") if over else _("Look again: {date}.")
        parts.append(text.format(date=case.review.words()))
    box = Notice("\n".join(parts), Tone.PLAIN, _("This question is closed"))
    words = _("See how it ended") if case.review else _("Set a day to look again")
    rank = Rank.PLAIN if today.appointments else Rank.PRIMARY
    box.add_action(go.button(words, "case:7", rank))
    box.add_action(go.button(_("Ask another question"), "case:new"))
    return box
