"""Everything the menus offer, with the keys that do the same."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QMenu

from secondop_desktop.lang import N_, _
from secondop_desktop.window.sidebar import LISTED, PLACES

CUT, COPY, PASTE, ALL = "cut text", "copy text", "paste text", "select all"


class Act(NamedTuple):
    """One entry of a menu: key, menu, words and shortcut; ``always`` works without a journal.

    ``typed`` is a key that the text with the focus knows itself, shown in the menu.
    """

    key: str
    menu: str
    label: str
    shortcut: str = ""
    always: bool = False
    typed: str = ""


FILE, EDIT, VIEW, GO, TOOLS, HELP = (
    N_("&File"),
    N_("&Edit"),
    N_("&View"),
    N_("&Go"),
    N_("&Tools"),
    N_("&Help"),
)

ACTS = (
    Act("new", FILE, N_("&New journal…"), "", always=True),
    Act("open", FILE, N_("&Open a journal…"), "Ctrl+O", always=True),
    Act("save", FILE, N_("&Save"), "Ctrl+S"),
    Act("pdf", FILE, N_("&Make a PDF…"), "Ctrl+P"),
    Act("import", FILE, N_("&Bring in files…"), "Ctrl+I"),
    Act("copy", FILE, N_("Make a &safe copy now")),
    Act("passphrase", FILE, N_("Passp&hrase…")),
    Act("lock", FILE, N_("&Lock"), "Ctrl+L"),
    Act("quit", FILE, N_("&Quit"), "Ctrl+Q", always=True),
    Act("add", EDIT, N_("&Add…"), "Ctrl+N"),
    Act("undo", EDIT, N_("&Undo"), "Ctrl+Z"),
    Act("redo", EDIT, N_("&Redo"), "Ctrl+Y"),
    Act(CUT, EDIT, N_("Cu&t"), always=True, typed="Ctrl+X"),
    Act(COPY, EDIT, N_("&Copy"), always=True, typed="Ctrl+C"),
    Act(PASTE, EDIT, N_("&Paste"), always=True, typed="Ctrl+V"),
    Act(ALL, EDIT, N_("Se&lect all"), always=True, typed="Ctrl+A"),
    Act("find", EDIT, N_("&Search everything"), "Ctrl+F"),
    Act("larger", VIEW, N_("&Larger text"), "Ctrl++", always=True),
    Act("smaller", VIEW, N_("&Smaller text"), "Ctrl+-", always=True),
    Act("usual", VIEW, N_("&Usual text size"), "Ctrl+0", always=True),
    Act("check", TOOLS, N_("&Check this journal")),
    Act("settings", TOOLS, N_("&Settings"), "Ctrl+,"),
    Act("help", HELP, N_("&Help for this screen"), "F1", always=True),
    Act("word", HELP, N_("Look up a &word…"), "Shift+F1", always=True),
    Act("topics", HELP, N_("All help &topics"), always=True),
    Act("keys", HELP, N_("&Keys"), always=True),
    Act("about", HELP, N_("&About Secondop"), "", always=True),
)
_STEPS = (
    Act("back", GO, N_("&Back"), "Alt+Left"),
    Act("forward", GO, N_("&Forward"), "Alt+Right"),
)
"""Over the screens in their menu."""
_ALSO = {"redo": ("Ctrl+Shift+Z",), "larger": ("Ctrl+=",)}


class Actions:
    """The QActions of the window by key; ``fill`` puts them into the menus of its menu bar."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._menus: dict[str, QMenu] = {}
        self._acts: dict[str, QAction] = {}
        self._screens: dict[str, QAction] = {}
        for label in (FILE, EDIT, VIEW, GO, TOOLS, HELP):
            self._menus[label] = window.menuBar().addMenu(_(label))

    def fill(
        self,
        chosen: Callable[[str], None],
        place_chosen: Callable[[str], None],
        other_part: Callable[[], None],
    ) -> None:
        """Put the entries into the menus: each calls back with its key or its place's."""
        for act in ACTS:
            self._acts[act.key] = self._make(act, chosen)
        self._recent = QMenu(_("Open &recent"), self._window)
        self._menus[FILE].insertMenu(self._acts["save"], self._recent)
        self._recent.menuAction().setVisible(False)
        for act in _STEPS:
            self._acts[act.key] = self._make(act, chosen)
        self.go.addSeparator()
        for place in PLACES:
            made = self.go.addAction("")
            self._screens[place.key] = made
            made.triggered.connect(lambda _checked=False, key=place.key: place_chosen(key))
            if place in LISTED[:9]:
                made.setShortcut(QKeySequence(f"Ctrl+{LISTED.index(place) + 1}"))
        self.name_screens()
        part = QShortcut(QKeySequence("F6"), self._window)
        part.activated.connect(other_part)

    def name_screens(self) -> None:
        """Name the screens anew, as whoever reads the window calls them."""
        for place in PLACES:
            self._screens[place.key].setText(_(place.label).replace("&", "&&"))

    def _make(self, act: Act, chosen: Callable[[str], None]) -> QAction:
        shown = [_(act.label), act.typed] if act.typed else [_(act.label)]
        made = QAction("\t".join(shown), self._window)
        keys = [key for key in (act.shortcut, *_ALSO.get(act.key, ())) if key]
        made.setShortcuts([QKeySequence(key) for key in keys])
        made.triggered.connect(lambda: chosen(act.key))
        self._menus[act.menu].addAction(made)
        return made

    def __getitem__(self, key: str) -> QAction:
        return self._acts[key]

    def text_acts(self) -> tuple[QMenu, dict[str, QAction]]:
        """Return the menu that edits, and its acts on the text that has the focus."""
        return self._menus[EDIT], {key: self._acts[key] for key in (CUT, COPY, PASTE, ALL)}

    @property
    def go(self) -> QMenu:
        """The menu that leads to the screens."""
        return self._menus[GO]

    def enable(self, opened: bool) -> None:
        """Offer what needs a journal only while one is open."""
        for act in ACTS:
            self._acts[act.key].setEnabled(opened or act.always)
        for act in _STEPS:
            self._acts[act.key].setEnabled(False)
        for part in (self.go.menuAction(), *self.go.actions()):
            part.setEnabled(opened)

    def set_steps(self, *, back: bool, forward: bool) -> None:
        """Offer Back and Forward where there is a place to go to."""
        self._acts["back"].setEnabled(back)
        self._acts["forward"].setEnabled(forward)

    def set_recent(
        self, journals: Sequence[tuple[str, str]], chosen: Callable[[str], object]
    ) -> None:
        """Offer the journals (path, words) opened before, in the menu of files."""
        from secondop_desktop.widgets.controls.plain_tip import plain_tip

        self._recent.clear()
        self._recent.menuAction().setVisible(bool(journals))
        for path, words in journals:
            made = self._recent.addAction(words.replace("&", "&&"))
            made.setToolTip(plain_tip(path))
            made.triggered.connect(lambda _checked=False, path=path: chosen(path))

    def set_undo(self, undo: str, redo: str) -> None:
        """Say what undo and redo would do; without anything they are not offered."""
        for key, label, what in (("undo", _("&Undo"), undo), ("redo", _("&Redo"), redo)):
            self._acts[key].setText(f"{label}: {what}" if what else label)
            self._acts[key].setEnabled(bool(what))
