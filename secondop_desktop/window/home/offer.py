"""Home's offer to mark the steps whose entries are written; only the person marks them."""

from collections.abc import Callable, Sequence

from secondop_desktop import settings
from secondop_desktop.features.cases.rules.journey import step_of
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.theme.tone import Tone
from secondop_desktop.window.known.written_steps import Written, marked
from secondop_desktop.window.today import Today


def is_offered(today: Today) -> bool:
    """Tell whether there is something to offer that was not answered with "Not yet"."""
    return today.written is not None and _key(today) not in settings.load().left_offers


def offer(today: Today, mark: Callable[[], None], leave: Callable[[], None]) -> Notice:
    """Say what is written, and ask whether its steps are to be marked."""
    found = today.written
    if found is None:
        raise ValueError("nothing is written that a step asks for")
    box = Notice(f"{found.said} {_asked(found)}", Tone.SUCCESS, beside=True)
    yes = Button(_("Mark as completed"), "check")
    yes.clicked.connect(mark)
    no = Button(_("Not yet"), "close")
    no.clicked.connect(leave)
    box.add_action(yes)
    box.add_action(no)
    return box


def mark_written(today: Today, journal: Journal) -> None:
    """Mark the steps as one act, which undo takes back; raises UserError when it cannot."""
    found, case = today.written, today.case
    if found is None or case is None:
        return
    label = ngettext(
        "Mark step {steps} as completed", "Mark steps {steps} as completed", len(found.steps)
    )
    with journal.change(label.format(steps=_numbers(found.steps))) as change:
        fresh = journal.get("case", case.id)
        change.edit("case", case.id, steps=marked(fresh, found.steps))


def leave_offer(today: Today) -> None:
    """Ask no more until more is written; this device remembers it by ids."""
    settings.save(settings.with_left_offer(settings.load(), _key(today)))


def _key(today: Today) -> str:
    return f"{today.case.id}:{today.written.upto}" if today.written else ""


def _asked(found: Written) -> str:
    text = ngettext(
        "Mark step {steps} completed?", "Mark steps {steps} completed?", len(found.steps)
    )
    return text.format(steps=_numbers(found.steps))


def _numbers(steps: Sequence[str]) -> str:
    """Say steps by their numbers: "3", "1 to 5", "2, 3 and 5"."""
    numbers = sorted({int(step_of(key).key) for key in steps})
    first, last = numbers[0], numbers[-1]
    if len(numbers) > 2 and last - first == len(numbers) - 1:
        return _("{first} to {last}").format(first=first, last=last)
    if len(numbers) == 1:
        return str(first)
    before = ", ".join(str(number) for number in numbers[:-1])
    return _("{before} and {last}").format(before=before, last=last)
