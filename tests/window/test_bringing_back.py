"""An archive on the first screen becomes a journal again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.archive.writing import write_archive
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample
from secondop_desktop.widgets.theme import Theme
from secondop_desktop.window import main as main_window
from secondop_desktop.window import welcome
from secondop_desktop.window.main import Main
from secondop_desktop.window.shell import Shell
from secondop_desktop.window.welcome import WelcomePage
from tests.exchange.archive.filled import everything, filled
from tests.window.conftest import AtOnce, bring_up


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Any:
    (tmp_path / "documents").mkdir()
    made = WelcomePage(lambda _path: None, tmp_path / "documents")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("password", ["", "three old herons"])
def test_a_new_journal_is_made_and_opened(page: Any, tmp_path: Path, password: str) -> None:
    opened: list[str] = []
    page.opened.connect(opened.append)
    with filled(tmp_path / "Nerys.secondop") as journal:
        write_archive(journal, tmp_path / "Nerys.zip", password)
        page.take(tmp_path / "Nerys.zip")
        if password:
            assert page.locked.isVisible()
            page.locked.password.setText(password)
            page.locked.open_button.click()
        assert opened == [str(tmp_path / "documents" / "Nerys.secondop")]
        with Journal.open(Path(opened[0]), KINDS) as made:
            assert everything(made) == everything(journal)


def test_one_that_is_not_whole_leaves_nothing(page: Any, tmp_path: Path) -> None:
    with filled(tmp_path / "Nerys.secondop") as journal:
        write_archive(journal, tmp_path / "Nerys.zip")
    data = (tmp_path / "Nerys.zip").read_bytes()
    (tmp_path / "Nerys.zip").write_bytes(data[: len(data) // 2])
    page.take(tmp_path / "Nerys.zip")
    assert "Nerys.zip is not whole" in page.trouble.text.text()
    assert list((tmp_path / "documents").iterdir()) == []


def test_a_journal_is_opened_as_it_is(page: Any, tmp_path: Path) -> None:
    opened: list[str] = []
    page.opened.connect(opened.append)
    with filled(tmp_path / "Nerys.secondop"):
        pass
    page.take(tmp_path / "Nerys.secondop")
    assert opened == [str(tmp_path / "Nerys.secondop")]


@pytest.fixture
def main(
    qtbot: QtBot, look: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Main]:
    monkeypatch.setattr(welcome, "documents_folder", lambda: tmp_path / "documents")
    shell = Shell()
    qtbot.addWidget(shell)
    made = Main(shell, write_sample)
    made.lanes = AtOnce()
    bring_up(qtbot, shell)
    yield made
    if made.session is not None:
        made.session.close(copy=False)


@pytest.mark.parametrize("wanted", [True, False])
def test_the_menu_file_offers_it_in_place_of_the_open_journal(
    main: Main, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, wanted: bool
) -> None:
    with filled(tmp_path / "Nerys.secondop") as journal:
        write_archive(journal, tmp_path / "Nerys.zip", "")
    write_sample(tmp_path / "other.secondop")
    main.open(tmp_path / "other.secondop")
    asked: list[Path] = []

    def answer(_window: object, archive: Path) -> bool:
        asked.append(archive)
        return wanted

    monkeypatch.setattr(main_window, "wants_back", answer)
    chosen = str(tmp_path / "Nerys.zip")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (chosen, ""))
    main.shell.acted.emit("open")
    assert asked == [tmp_path / "Nerys.zip"]
    assert main.session is not None
    assert main.session.journal.path.stem == ("Nerys" if wanted else "other")


def test_an_archive_given_at_the_start_becomes_a_journal(main: Main, tmp_path: Path) -> None:
    with filled(tmp_path / "Nerys.secondop") as journal:
        write_archive(journal, tmp_path / "Nerys.zip", "")
    main.start(tmp_path / "Nerys.zip")
    assert main.session is not None
    assert main.session.journal.path.stem == "Nerys"
