"""A table on the clipboard comes in by the same plan as a file, and leaves no file behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop import paths
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme, Space
from secondop_desktop.window.importing.page import ImportPage
from secondop_desktop.window.session import Session
from tests.window.keyboard import press

TABLE = "Test\tResult\tUnits\tDate\nZinc\t11.5\tµmol/L\t27 June 2023\n"
HTML = "<table><tr><th>Test<th>Result<th>Date</tr><tr><td>Zinc<td>11.5<td>27 June 2023</tr></table>"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a private folder of this test, and empty the clipboard after it."""
    place = tmp_path / "run"
    monkeypatch.setattr(paths, "runtime_folder", lambda: place)
    yield place
    QGuiApplication.clipboard().clear()


def _copy(text: str = "", html: str = "", *, picture: bool = False) -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if picture:
        data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(data)


def _page(session: Session) -> ImportPage:
    assert isinstance(session.page, ImportPage)
    return session.page


def _zinc(session: Session) -> list[str]:
    return [f"{row.value} {row.date}" for row in session.journal.entries("result", test="Zinc")]


def test_a_table_pasted_anywhere_leads_to_its_plan(session: Session, folder: Path) -> None:
    session.go("task")
    _copy(TABLE, picture=True)
    session.shell.paste()
    page = _page(session)
    assert page.summary.text() == "1 new"
    assert _zinc(session) == []
    page.agree.click()
    assert _zinc(session) == ["11.5 27 June 2023"]
    assert list(folder.iterdir()) == []
    session.journal.undo()
    assert _zinc(session) == []


def test_a_web_page_is_pasted_by_the_keyboard(session: Session) -> None:
    session.go("import")
    page = _page(session)
    _copy("Zinc 11.5 27 June 2023", HTML)
    page.choose.setFocus()
    press("Ctrl+V")
    assert page.summary.text() == "1 new"
    assert page.plan is not None
    assert page.plan.new[0].where == "Pasted table.txt, line 2"


def test_lines_out_of_a_pdf_are_pasted_by_the_button(session: Session) -> None:
    session.go("import")
    page = _page(session)
    _copy("Trace elements\nZinc 11.5 µmol/L 10-18\nCopper 17.1 µmol/L 11-22\n")
    page.paste_table.click()
    assert page.summary.text() == "2 new"


def test_nothing_to_paste_is_said(session: Session) -> None:
    session.go("import")
    page = _page(session)
    _copy("a word")
    page.paste_table.click()
    assert "There is no table to paste" in page.said.text.text()


@pytest.mark.parametrize("percent", [100, 200])
def test_what_is_said_takes_its_own_lines_only_and_is_in_sight(
    qapp: QApplication, session: Session, qtbot: QtBot, percent: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    session.shell.resize(1024, 640)
    session.go("import")
    page = _page(session)
    _copy("a word")
    page.paste_table.click()
    lines = 3 * theme.current().line_height() + 2 * Space.MEDIUM
    qtbot.waitUntil(lambda: 0 < page.said.height() <= lines)
    qtbot.waitUntil(lambda: page.said.visibleRegion().boundingRect().height() >= page.said.height())


def test_another_file_takes_the_pasted_one_away(session: Session, tmp_path: Path) -> None:
    session.go("import")
    page = _page(session)
    _copy(TABLE)
    page.paste_table.click()
    other = tmp_path / "note.txt"
    other.write_text("A note.", "utf-8")
    page.read([other])
    assert list((tmp_path / "run").iterdir()) == []
