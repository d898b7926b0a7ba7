"""Push buttons in the four ranks a screen needs."""

from enum import StrEnum

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.plain_tip import plain_tip
from secondop_desktop.widgets.theme import icons


class Rank(StrEnum):
    """How strongly a button asks to be pressed; a screen has at most one primary."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    DANGER = "danger"


_TOKENS = {
    Rank.PRIMARY: "on_primary",
    Rank.PLAIN: "text",
    Rank.QUIET: "link",
    Rank.DANGER: "error",
}


class Button(QPushButton):
    """A button with a verb and, where it helps, an icon; Enter presses it as Space does."""

    def __init__(
        self,
        text: str,
        icon: str = "",
        rank: Rank = Rank.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.icon_name = icon
        self.rank = rank
        self.setProperty("kind", rank.value)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(True)
        self._wear()
        self._dress()
        theme.current().changed.connect(self._dress)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self.icon_name = name
        self._wear()

    def setText(self, text: str) -> None:
        """Say other words; the first ones get a gap between them and the icon."""
        had = bool(self.text())
        super().setText(text)
        if bool(text) is not had:
            self._wear()

    def _dress(self) -> None:
        """Colour the words by palette where no style sheet does it."""
        look = theme.current()
        colours = QPalette()
        if look.high_contrast:
            group, role = QPalette.ColorGroup, QPalette.ColorRole.ButtonText
            colours.setColor(role, look.colour(_TOKENS[self.rank]))
            colours.setColor(group.Disabled, role, look.colour("muted"))
        self.setPalette(colours)

    def _wear(self) -> None:
        if self.icon_name:
            icons.wear(self, self.icon_name, _TOKENS[self.rank])


class IconButton(QPushButton):
    """A button with only an icon; its words are its name for screen readers and its tooltip."""

    def __init__(self, name: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "icon")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(name)
        self.set_icon(icon)

    def set_words(self, name: str) -> None:
        """Say what the button does."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self.icon_name = icon
        icons.wear(self, icon)
