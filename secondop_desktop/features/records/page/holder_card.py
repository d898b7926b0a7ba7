"""Everything that one holder was or will be asked for."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from secondop_desktop.features.records.page.list_rows import in_a_line
from secondop_desktop.features.records.page.record_line import RecordLine
from secondop_desktop.features.records.rules.gathering import Holder
from secondop_desktop.journal.kinds import Names
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import small


class HolderCard(Card):
    """A card for one holder; ``all_asked`` puts down that all wanted ones were asked for."""

    all_asked = Signal()
    letter_wanted = Signal()
    more_wanted = Signal()
    chase_wanted = Signal()

    def __init__(
        self, holder: Holder, provider: Any, tasks: Sequence[Any], names: Names, today: date
    ) -> None:
        name = in_a_line(names(holder.id)) or _("Nobody named yet")
        super().__init__(name)
        self.holder, self.name = holder, name
        self.parts: dict[str, QWidget] = {}
        reach = " · ".join(part for part in _reach(provider) if part)
        if reach:
            self.add(small(reach))
        self.lines = [RecordLine(row, in_a_line(names(row.id)), today) for row in holder.rows]
        for at, line in enumerate(self.lines):
            if at:
                self.add(_rule())
            self.add(line)
        if tasks and holder.open:
            self.add(_rule())
            self.add(small(_chase_words(tasks[0].due, today)))
        self._build_acts(bool(tasks))

    def _build_acts(self, chased: bool) -> None:
        if len(self.holder.wanted) > 1:
            number = len(self.holder.wanted)
            words = _("I asked for these {number} today").format(number=number)
            self._act("all", words, "letter", self.all_asked)
        if self.holder.open and self.holder.id:
            self._act("letter", _("Write the request letter"), "letter", self.letter_wanted)
        if self.holder.open:
            words = _("Change the day to ask again…") if chased else _("Set a day to ask again…")
            self._act("chase", words, "calendar", self.chase_wanted)
        self._act("more", _("Want another record"), "add", self.more_wanted)

    def _act(self, does: str, words: str, icon: str, signal: Any) -> None:
        button = Button(words, icon, Rank.QUIET if does != "all" else Rank.PLAIN)
        button.setAccessibleName(f"{words}: {self.name}")
        button.clicked.connect(signal.emit)
        self.parts[does] = button
        self.add_action(button)


def _chase_words(day: PartialDate, today: date) -> str:
    words = _("You will ask again on {date}.")
    if day.last_day < today:
        words = _("You wanted to ask again on {date}.")
    return words.format(date=day.words(weekday=True))


def _reach(provider: Any) -> tuple[str, ...]:
    return (provider.phone, provider.email) if provider is not None else ()


def _rule() -> QWidget:
    """Return a line between two records."""
    line = _Rule()
    line.setFixedHeight(1)
    return line


class _Rule(QFrame):
    """A thin line in the colour of dividers, in every scheme."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        theme.current().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        colours = self.palette()
        colours.setColor(self.backgroundRole(), theme.current().colour("divider"))
        self.setPalette(colours)
