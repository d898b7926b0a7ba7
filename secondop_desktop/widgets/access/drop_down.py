"""A list that drops down, which Qt on Linux names only by what is chosen in it."""

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QComboBox

from secondop_desktop.lang import _


class DropDown(QAccessibleWidget):
    """Names the list by its question and its answer; its one child is the list of answers."""

    def __init__(self, combo: QComboBox) -> None:
        super().__init__(combo, QAccessible.Role.ComboBox)
        self._combo = combo

    def text(self, which: QAccessible.Text) -> str:
        """Return the question with the answer as the name, the answer as the value."""
        chosen = self._combo.currentText()
        if which is QAccessible.Text.Value:
            return chosen
        said = super().text(which)
        if which is not QAccessible.Text.Name or not said or not chosen or said == chosen:
            return said
        return _("{label}: {text}").format(label=said, text=chosen)

    def state(self) -> QAccessible.State:
        """Tell besides that it opens, and whether it is open."""
        found = super().state()
        found.expandable = True
        found.hasPopup = True
        shown = self._combo.view().isVisible()
        found.expanded, found.collapsed = shown, not shown
        return found

    def childCount(self) -> int:
        """Return one: the answers."""
        return 1

    def child(self, index: int) -> QAccessibleInterface:
        """Return the list of answers."""
        if index == 0:
            return QAccessible.queryAccessibleInterface(self._combo.view())
        return super().child(index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return 0 for the list of answers, else -1."""
        return 0 if child.object() is self._combo.view() else -1

    def actionNames(self) -> list[str]:
        """Return what can be done with it: open it, or go to it."""
        if not self._combo.isEnabled():
            return []
        return [self.showMenuAction(), self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Open or close the list of answers, or go to it."""
        if name in {self.showMenuAction(), self.pressAction()}:
            shown = self._combo.view().isVisible()
            (self._combo.hidePopup if shown else self._combo.showPopup)()
        else:
            super().doAction(name)
