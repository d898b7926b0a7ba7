"""An archive on the first screen becomes a journal again."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.archive.writing import write_archive
from secondop_desktop.journal.file import Journal
from secondop_desktop.window.welcome import WelcomePage
from tests.exchange.archive.filled import everything, filled


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
