"""Pictures of every screen, for the README, for judging the look, and where there is no display."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.jobs import at_once
from secondop_desktop.widgets.theme import Scheme
from secondop_desktop.window.application import application
from secondop_desktop.window.session import Session
from secondop_desktop.window.shell import Shell
from secondop_desktop.window.sidebar import PLACES

MAIN = ("home", "timeline", "case", "opinion", "record", "result", "pdf")
"""The screens that tell most about the program."""

_ALSO = ("settings", "passphrase", "check", "find")
HELP, WELCOME, ABOUT = "help", "welcome", "about"
"""What is no screen of a journal: the help and About have windows of their own."""

PARTS = (
    *(f"case:{number}" for number in range(1, 8)),
    "record:gather",
    "record:needed",
    "provider:shortlist",
    "question:beside",
    "appointment:during",
    "appointment:after",
    "opinion:read",
)
"""Views behind the first one of a screen, each with the key of its screen."""


@dataclass(frozen=True)
class Look:
    """One way to look at the screens: colours, text size in per cent, window size."""

    scheme: Scheme
    percent: int
    size: tuple[int, int] = (1280, 800)

    @property
    def name(self) -> str:
        """The name of its folder."""
        return f"{self.scheme.value}-{self.percent}"


USUAL = Look(Scheme.LIGHT, 100)
ALL = (
    USUAL,
    Look(Scheme.DARK, 100),
    Look(Scheme.LIGHT, 200, (1366, 768)),
    Look(Scheme.DARK, 200, (1366, 768)),
    Look(Scheme.HIGH_CONTRAST, 100),
)


def keys(*, main_only: bool = False) -> tuple[str, ...]:
    """Return the screens to show, in the order of the sidebar."""
    return MAIN if main_only else (*(place.key for place in PLACES), *_ALSO)


_UNSEEN = "This plugin does not support "
"""How Qt begins what it says of every window where there is no screen."""


@contextmanager
def _unseen() -> Iterator[None]:
    """Hold back what Qt says of every window that nobody sees."""

    def say(_type: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if not text.startswith(_UNSEEN):
            sys.stderr.write(f"{text}\n")

    before = qInstallMessageHandler(say)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def walk(
    app: QApplication, journal: Journal, wanted: Sequence[str], look: Look = USUAL
) -> Iterator[tuple[str, QWidget]]:
    """Open each screen of a journal in a window and give its key and the window, ready to see."""
    with _unseen():
        yield from _walk(app, journal, wanted, look)


def _walk(
    app: QApplication, journal: Journal, wanted: Sequence[str], look: Look
) -> Iterator[tuple[str, QWidget]]:
    theme.apply(app, look.scheme, look.percent)
    shell = Shell()
    shell.resize(*look.size)
    session = Session(shell, journal, at_once)
    shell.show()
    for key in wanted:
        if key in _BESIDE:
            yield key, _BESIDE[key](app, shell)
            continue
        open_screen(session, key)
        settle(app)
        yield key, shell
    shell.hide()
    session.watch.stop()
    shell.deleteLater()
    settle(app)


def _help(app: QApplication, shell: Shell) -> QWidget:
    """Open the help for what is shown, which has a window of its own."""
    shell.show_help()
    settle(app)
    return shell.help.window or shell


def _about(app: QApplication, shell: Shell) -> QWidget:
    from secondop_desktop.window.about.about_dialog import AboutDialog

    dialog = AboutDialog(shell, shell.open_help)
    dialog.show()
    settle(app)
    return dialog


def _welcome(app: QApplication, shell: Shell) -> QWidget:
    """Show how to begin, as on a computer where nothing was begun; the last one of a walk."""
    from secondop_desktop.window.welcome import WelcomePage

    shell.open_for_use(False)
    shell.show_page(WelcomePage(lambda _path: None, Path("/home/ann/Documents")), "")
    settle(app)
    return shell


_BESIDE: dict[str, Callable[[QApplication, Shell], QWidget]] = {
    HELP: _help,
    ABOUT: _about,
    WELCOME: _welcome,
}


def open_screen(session: Session, key: str) -> None:
    """Open a screen with an entry on it, or one of the views behind it."""
    if key in _BEHIND:
        session.go(key.partition(":")[0])
        _BEHIND[key](session)
    else:
        session.go(key)
        open_something(session, key)


def _open_visit(session: Session) -> Any:
    """Open the appointment that has most questions; the page is that of appointments."""
    asked = [at for row in session.journal.entries("question") for at in row.appointments]
    page: Any = session.page
    page.open_entry(max(asked, key=asked.count))
    return page


def _open_most_done(session: Session) -> None:
    """Open the test that was done most often, which has a chart."""
    rows = session.journal.entries("result", person=session.person)
    often = Counter(row.test for row in rows)
    page: Any = session.page
    if rows:
        page.open_entry(max(rows, key=lambda row: often[row.test]).id)


def _read_opinion(session: Session) -> None:
    opinions = session.journal.entries("opinion", person=session.person)
    session.go(f"opinion:{opinions[-1].id}")


def _set_beside(session: Session) -> None:
    page: Any = session.page
    page.turn_to(beside=True)


_BEHIND: dict[str, Callable[[Session], object]] = {
    "result": _open_most_done,
    "question:beside": _set_beside,
    "appointment:during": lambda session: _open_visit(session).go_during(),
    "appointment:after": lambda session: _open_visit(session).view.turn_to("after"),
    "opinion:read": _read_opinion,
}
"""What to do on a screen to see a view of it, or more than its newest entry."""


_SHOWN_WHOLE = frozenset({"opinion", "option", "case", "told"})
"""Kinds whose page shows all of them at once, from its top."""


def open_something(session: Session, key: str) -> None:
    """Open the newest entry of a kind's page, so that its form is seen too."""
    if key == "find":
        session.search("heart")
    elif key in KINDS and session.page is not None:
        rows = session.journal.entries(key, person=session.person)
        if rows and key not in _SHOWN_WHOLE:
            session.page.open_entry(rows[-1].id)


def settle(app: QApplication) -> None:
    """Let what is laid out in several rounds come to rest."""
    for _turn in range(12):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def write(journal_path: Path, target: Path, looks: Sequence[Look], wanted: Sequence[str]) -> int:
    """Write a picture of each screen in each look under ``target``; return how many."""
    app = application()
    count = 0
    with Journal.open(journal_path, KINDS) as journal:
        for look in looks:
            folder = target / look.name if len(looks) > 1 else target
            folder.mkdir(parents=True, exist_ok=True)
            for key, shell in walk(app, journal, wanted, look):
                shell.grab().save(str(folder / f"{key.replace(':', '-')}.png"))
                count += 1
    return count


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; returns the exit code."""
    parser = argparse.ArgumentParser(description="Pictures of every screen of a journal.")
    parser.add_argument("journal", type=Path)
    parser.add_argument("--to", type=Path, required=True, metavar="DIR")
    parser.add_argument("--main-only", action="store_true")
    args = parser.parse_args(arguments)
    looks = (USUAL,) if args.main_only else ALL
    wanted = keys(main_only=True) if args.main_only else (*keys(), *PARTS, HELP, ABOUT, WELCOME)
    count = write(args.journal, args.to, looks, wanted)
    print(f"{count} pictures in {args.to}")  # noqa: T201
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
