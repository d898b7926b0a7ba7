"""A carer of two relatives: nothing of one is ever shown, found or written under the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.window import pictures
from secondop_desktop.window.search_page import FindPage
from secondop_desktop.window.session import Session
from tests.cli.shell import Shell as CommandLine
from tests.window.conftest import Open
from tests.window.relatives import told, write_all


@dataclass(frozen=True)
class Relative:
    """One of the two: whose name is shown, and the mark in each of their texts."""

    id: str
    name: str
    mark: str


@dataclass(frozen=True)
class Family:
    """Where the journal lies, and whom it is about."""

    path: Path
    relatives: tuple[Relative, Relative]

    def each(self) -> Iterator[tuple[Relative, Relative]]:
        """Yield each of them with the other one."""
        one, other = self.relatives
        yield one, other
        yield other, one


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Family:
    """A journal of two relatives with one full entry of each kind."""
    path = tmp_path_factory.mktemp("family") / "Family.secondop"
    with Journal.create(path, KINDS) as journal:
        one = write_all(journal, "Alma Quayle", "quincewort", PartialDate(2026, 4, 5))
        other = write_all(journal, "Bertram Zell", "zephyrine", PartialDate(2026, 4, 6))
    return Family(
        path,
        (Relative(one, "Alma Quayle", "quincewort"), Relative(other, "Bertram Zell", "zephyrine")),
    )


def everywhere(session: Session, app: QApplication, *, forms: bool) -> Iterator[tuple[str, str]]:
    """Go to every screen, open each entry and an empty form on it, and say what is shown."""
    screens = pictures.keys()
    for key in screens:
        session.go(key)
        pictures.settle(app)
        yield key, told(session.shell)
        for row in _rows(session, key) if forms else ():
            session.open_entry(row.id)
            pictures.settle(app)
            yield f"{key} opened", told(session.shell)
        if forms and key in KINDS:
            session.go(key)
            yield f"{key} new", _new(session, app)


def _rows(session: Session, key: str) -> list[Any]:
    return session.journal.entries(key, person=session.person) if key in KINDS else []


def _new(session: Session, app: QApplication) -> str:
    """Open an empty form, on the page or in a window over it, and say what is shown."""
    over: list[str] = []

    def read() -> None:
        if dialog := app.activeModalWidget():
            over.append(told(dialog))
            dialog.close()

    reader = QTimer(interval=0)
    reader.timeout.connect(read)
    reader.start()
    if start := getattr(session.page, "start_new", None):
        start()
    reader.stop()
    pictures.settle(app)
    return "\n".join([told(session.shell), *over])


@pytest.mark.parametrize("forms", [False, pytest.param(True, marks=pytest.mark.long)])
def test_no_screen_shows_anything_of_the_other(
    opened: Open, kept: Family, qapp: QApplication, forms: bool
) -> None:
    session = opened(kept.path)
    for one, other in kept.each():
        session.turn_to(one.id)
        session.go("home")
        seen = dict(everywhere(session, qapp, forms=forms))
        leaks = {where: _around(text, where, other) for where, text in seen.items()}
        assert {where: text for where, text in leaks.items() if text} == {}
        silent = [key for key in KINDS if key in seen and one.mark not in seen[key]]
        assert silent == [], "the walk must see what it looks for"


_ACTING = ("carer", "carer relationship", "authority paper")
"""What People says of everybody: who acts for them, and on what authority."""


def _around(text: str, where: str, other: Relative) -> str:
    """Return the line in which the mark stands, or an empty text.

    Home lists what is to do for the others, each with the name of whom it is for.
    """
    lines, mark = text.splitlines(), other.mark
    if where.startswith("person"):
        for field in reversed(_ACTING):
            lines = [line.replace(f"{mark} person {field}", "") for line in lines]
    task = f"{mark} task text"
    for_other = f"{task}. {other.name}, by 6 May 2031"
    if where == "home" and for_other in lines:
        lines = [line for line in lines if line not in {task, for_other}]
    return next((line for line in lines if mark in line.lower()), "")


def test_search_finds_only_ones_own(opened: Open, kept: Family) -> None:
    session = opened(kept.path)
    for one, other in kept.each():
        session.turn_to(one.id)
        session.go("home")
        session.search(other.mark)
        assert isinstance(session.page, FindPage)
        assert session.page.list.items() == ()
        session.search(one.mark)
        assert len(session.page.list.items()) >= len(KINDS) - 1


def test_the_bin_shows_only_ones_own(
    opened: Open, kept: Family, tmp_path: Path, qapp: QApplication
) -> None:
    copy = tmp_path / "Family.secondop"
    copy.write_bytes(kept.path.read_bytes())
    session = opened(copy)
    with session.journal.change("Away") as change:
        for relative in kept.relatives:
            for kind in KINDS:
                for row in session.journal.entries(kind, person=relative.id):
                    if kind != "person":
                        change.put_away(kind, row.id)
    for one, other in kept.each():
        session.turn_to(one.id)
        session.go("bin")
        pictures.settle(qapp)
        shown = told(session.shell)
        assert one.mark in shown
        assert other.mark not in shown


def test_what_was_done_for_the_other_is_undone_without_telling_it(
    opened: Open, kept: Family, tmp_path: Path, qapp: QApplication
) -> None:
    copy = tmp_path / "Family.secondop"
    copy.write_bytes(kept.path.read_bytes())
    session = opened(copy)
    one, other = kept.relatives
    session.turn_to(other.id)
    session.go("medicine")
    (medicine,) = session.journal.entries("medicine", person=other.id)
    with session.journal.change(f"Put in the bin: {medicine.name}") as change:
        change.put_away("medicine", medicine.id)
    assert other.mark in told(session.shell)
    session.turn_to(one.id)
    acts: tuple[Callable[[], None], ...] = (partial(session.go, "home"), session.undo, session.redo)
    for act in acts:
        act()
        pictures.settle(qapp)
        assert session.key == "home"
        assert _around(told(session.shell), "home", other) == ""
        assert f"a change for {other.name}" in told(session.shell)


@pytest.mark.parametrize("name", ["a.pdf", "a.ics", "tables", "a.csv"])
def test_nothing_of_the_other_is_written(
    kept: Family, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for one, other in kept.each():
        target = tmp_path / one.mark / name
        target.parent.mkdir()
        if name == "tables":
            target.mkdir()
        more = ["--sections", "task"] if name == "a.csv" else []
        if name == "a.pdf":
            more = ["--with-private"]
        form = ["--format", "csv"] if name == "tables" else []
        words = ("export", kept.path, "--to", target, "--person", one.id, *form, *more)
        said = CommandLine(kept.path, capsys).run(*words)
        assert (said.code, said.err) == (0, "")
        written = _written(target)
        assert one.mark in written
        assert other.mark not in written
        assert other.name not in written


def _written(target: Path) -> str:
    """Return every word of a file, or of all files in a folder."""
    if target.is_dir():
        return "\n".join(_written(one) for one in sorted(target.iterdir()))
    if target.suffix != ".pdf":
        return target.read_text("utf-8-sig").replace("\r\n ", "")
    document = pypdfium2.PdfDocument(target)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    marks = " ".join(str(mark.get_title()) for mark in document.get_toc())
    meta = " ".join(document.get_metadata_dict().values())
    document.close()
    return " ".join((text, marks, meta))


@pytest.mark.parametrize(
    "command",
    [("timeline",), ("compare",), *(("list", kind) for kind in KINDS if kind != "person")],
    ids=" ".join,
)
def test_no_command_tells_of_the_other(
    kept: Family, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    for one, other in kept.each():
        what, *kind = command
        words = (what, kept.path, *kind, "--json", "--person", one.id)
        said = CommandLine(kept.path, capsys).run(*words)
        assert (said.code, said.err) == (0, "")
        assert one.mark in said.out
        assert other.mark not in said.out
