"""Whose pages are shown: the person's name over the list of screens, and the others behind it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.line_breaks import in_lines
from secondop_desktop.widgets.controls.plain_tip import plain_tip
from secondop_desktop.widgets.theme import Space, icons

_LINES = 2


class Whose(Button):
    """Bears the person's name; its menu leads to the other people and adds one.

    ``chosen`` carries the id of another person, ``place_wanted`` the key of a screen.
    """

    chosen = Signal(str)
    place_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("", "person")
        self.setProperty("kind", "whose")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._people: tuple[tuple[str, str], ...] = ()
        self.current = ""
        self.people_menu = QMenu(self)
        self.people_menu.setAccessibleName(_("Whose journal this is"))
        self.people_menu.aboutToShow.connect(self._fill)
        self.setMenu(self.people_menu)

    def set_people(self, people: Sequence[tuple[str, str]], current: str) -> None:
        """Offer these people (id, name) and show whose pages are open."""
        self._people, self.current = tuple(people), current
        self.setAccessibleName(
            _("Whose journal this is: {name}").format(name=self.name())
            if self.name()
            else _("Whose journal this is")
        )
        self.setToolTip(plain_tip(self.name()))
        self._say()

    def name(self) -> str:
        """Return the name of the person whose pages are open."""
        return dict(self._people).get(self.current, "")

    def names(self) -> list[str]:
        """Return the names of all the people."""
        return [name for _entry, name in self._people]

    def _fill(self) -> None:
        self.people_menu.clear()
        group = QActionGroup(self.people_menu)
        for entry, name in self._people:
            act = self.people_menu.addAction(name.replace("&", "&&"))
            act.setCheckable(True)
            act.setChecked(entry == self.current)
            group.addAction(act)
            act.triggered.connect(lambda _on=False, entry=entry: self.chosen.emit(entry))
        self.people_menu.addSeparator()
        if self.current:
            self._lead(_("About {name}…").format(name=self.name()), "person", self.current)
        self._lead(_("Add a person…"), "add", "new")

    def _lead(self, words: str, icon: str, detail: str) -> None:
        act = self.people_menu.addAction(words.replace("&", "&&"))
        act.setIcon(icons.menu_icon(icon))
        act.triggered.connect(lambda: self.place_wanted.emit(f"person:{detail}"))

    def minimumSizeHint(self) -> QSize:
        """Leave the width to the list of screens."""
        return QSize(0, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return room for two lines, whatever the name: a change of person moves no screen."""
        lines = _LINES * self.fontMetrics().lineSpacing() + Space.HAIR // 2
        return QSize(super().sizeHint().width(), lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the name as there is room for, on two lines where one is too short."""
        super().resizeEvent(event)
        self._say()

    def _say(self) -> None:
        around = icons.side() + 3 * Space.SMALL + Space.HAIR
        name = self.name() or _("Nobody yet")
        room = max(self.width() - around, 0)
        shown = _in_two(name, self.fontMetrics(), room).replace("&", "&&")
        if shown != self.text():
            self.setText(shown)


def _in_two(name: str, metrics: QFontMetrics, room: int) -> str:
    """Return a name on one line or two; what finds no room there is left to the tool tip."""
    first, *rest = in_lines(name, metrics, room)
    lines = [first, " ".join(rest)] if rest else [first]
    return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines)
