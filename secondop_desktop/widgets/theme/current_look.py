"""The look in use now: set once for the whole application, told to painters by a signal."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from secondop_desktop.widgets.theme import fonts, schemes, sizes
from secondop_desktop.widgets.theme.focus_ring import FocusRing
from secondop_desktop.widgets.theme.palette import palette
from secondop_desktop.widgets.theme.schemes import Scheme
from secondop_desktop.widgets.theme.sheet import sheet
from secondop_desktop.widgets.theme.sizes import Text, Weight
from secondop_desktop.widgets.theme.style import OwnStyle
from secondop_desktop.widgets.theme.tokens import Tokens

_NAME: Final = "secondop-theme"
_EFFECTS: Final = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


class Theme(QObject):
    """The tokens, the text size and the fonts in use; ``changed`` is sent when they change.

    ``changing`` is sent before: what is laid out anew may push its window to another size.
    """

    changed = Signal()
    changing = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_NAME)
        self.chosen = Scheme.LIGHT
        self.scheme = Scheme.LIGHT
        self.percent = sizes.MIN_PERCENT
        self.tokens: Tokens = schemes.tokens(Scheme.LIGHT, app.palette())
        self._fonts: dict[tuple[Text, Weight], QFont] = {}
        self._heights: dict[Text, int] = {}
        self._ring = FocusRing(app)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def high_contrast(self) -> bool:
        """True when the desktop's own colours are used, with 2 px borders and no tints."""
        return self.scheme is Scheme.HIGH_CONTRAST

    @property
    def line(self) -> int:
        """The width of borders in device-independent pixels."""
        return 2 if self.high_contrast else 1

    @property
    def stacked(self) -> bool:
        """True at text sizes at which two columns become one."""
        return self.percent >= sizes.STACK_PERCENT

    def colour(self, name: str) -> QColor:
        """Return the colour of a token by its name, such as ``primary_tint``."""
        return QColor(getattr(self.tokens, name))

    def font(self, role: Text = Text.BODY, weight: Weight = Weight.REGULAR) -> QFont:
        """Return the font of a role at the text size in use, the caller's own to change."""
        made = self._fonts.get((role, weight))
        if made is None:
            made = self._fonts[role, weight] = fonts.font(role, self.percent, weight)
        return QFont(made)

    def line_height(self, role: Text = Text.BODY) -> int:
        """Return the height of one line of a role in device-independent pixels."""
        height = self._heights.get(role)
        if height is None:
            height = self._heights[role] = round(QFontMetricsF(self.font(role)).height())
        return height

    def set(self, app: QApplication, scheme: Scheme, percent: int) -> None:
        """Use this scheme and text size from now on, in every open window."""
        self.changing.emit()
        self.chosen = scheme
        self.scheme = schemes.resolve(scheme, app)
        self.percent = sizes.clamp(percent)
        self._fonts.clear()
        self._heights.clear()
        system = _desktop_palette(app) if self.high_contrast else app.palette()
        self.tokens = schemes.tokens(self.scheme, system)
        self._dress(app)
        self.changed.emit()

    def _follow(self) -> None:
        """Change with the desktop, unless the person has chosen otherwise."""
        app = self.parent()
        if self.chosen is Scheme.SYSTEM and isinstance(app, QApplication):
            self.set(app, Scheme.SYSTEM, self.percent)

    def _dress(self, app: QApplication) -> None:
        # A style sheet keeps the palette it was set under, so it goes first and comes back last.
        if app.styleSheet():
            app.setStyleSheet("")
        style = app.style()
        if not isinstance(style, OwnStyle):
            style = OwnStyle()
            app.setStyle(style)
        style.use(self.tokens, self.line, self.line_height())
        self._ring.use(self.tokens)
        app.setPalette(palette(self.tokens))
        app.setFont(self.font())
        if not self.high_contrast:
            app.setStyleSheet(sheet(self.tokens, self.line_height()))


def _desktop_palette(app: QApplication) -> QPalette:
    """Return the desktop's own palette, which ours hides: an empty one brings it back."""
    app.setPalette(QPalette())
    return QPalette(app.palette())


def apply(app: QApplication, scheme: Scheme = Scheme.SYSTEM, percent: int = 100) -> Theme:
    """Give the application its look, now or again; percent is the text size, 100 to 200."""
    fonts.load()
    theme = current(app)
    for effect in _EFFECTS:
        app.setEffectEnabled(effect, False)
    theme.set(app, scheme, percent)
    return theme


_held: Theme | None = None


def current(app: QApplication | None = None) -> Theme:
    """Return the look of the running application; light at 100 % until ``apply`` is called."""
    global _held
    if app is None and _held is not None and isValid(_held):
        return _held  # a page asks some thousand times, and it goes with its application
    owner = app or QApplication.instance()
    if not isinstance(owner, QApplication):
        raise TypeError("a theme needs a QApplication")
    found = owner.findChild(Theme, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    _held = found if isinstance(found, Theme) else Theme(owner)
    return _held
