"""A journal where nothing can be saved is read; one in a shared folder is told of once."""

from pathlib import Path

import pytest
from filelock import FileLock
from pytestqt.qtbot import QtBot

from secondop_desktop import settings
from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample
from secondop_desktop.widgets.theme import Theme
from secondop_desktop.window import opening
from secondop_desktop.window.main import Main
from secondop_desktop.window.pictures import keys
from secondop_desktop.window.shell import Shell
from tests.window.conftest import AtOnce, bring_up, let_go


@pytest.fixture
def main(qtbot: QtBot, look: Theme) -> Main:
    """The window with nothing open yet."""
    shell = Shell()
    made = Main(shell, write_sample)
    qtbot.addWidget(shell, before_close_func=lambda _shell: let_go(made))
    made.lanes = AtOnce()
    bring_up(qtbot, shell)
    return made


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The titles and texts of the messages."""
    heard: list[tuple[str, str]] = []

    def hear(_over: object, title: str, text: str, *_rest: object) -> None:
        heard.append((title, text))

    monkeypatch.setattr(opening, "tell", hear)
    return heard


@pytest.fixture
def locked_card(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every folder takes no file."""

    def refuse(_lock: FileLock) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(FileLock, "acquire", refuse)


@pytest.mark.usefixtures("locked_card")
def test_every_screen_of_a_journal_on_a_locked_card_can_be_read(
    main: Main, told: list[tuple[str, str]], sample: Path
) -> None:
    assert main.open(sample)
    assert [title for title, _text in told] == ["You can read this journal, but not change it"]
    session = main.session
    assert session is not None
    before = sample.read_bytes()
    for key in keys():
        session.go(key)
        assert session.key == key
    with pytest.raises(UserError, match="open for reading only"), session.journal.change("Add"):
        pass
    session.close()
    main.session = None
    assert sample.read_bytes() == before
    assert [path for path in sample.parent.iterdir() if path != sample] == []


@pytest.mark.parametrize(
    ("folder", "word"), [("Dropbox", "Dropbox"), ("OneDrive - Home", "OneDrive")]
)
def test_a_folder_that_is_copied_is_told_of_once(
    main: Main, told: list[tuple[str, str]], tmp_path: Path, folder: str, word: str
) -> None:
    place = tmp_path / folder
    place.mkdir()
    Journal.create(place / "Winifred.secondop", KINDS).close()
    for _time in range(2):
        assert main.open(place / "Winifred.secondop")
        assert main.session is not None
        main.session.close(copy=False)
        main.session = None
    ((title, text),) = told
    assert title == f"This journal is in a {word} folder"
    assert "its safe copies" in text
    assert "Winifred" not in str(settings.load().told_shared)


def test_a_folder_of_ones_own_is_not_told_of(
    main: Main, told: list[tuple[str, str]], sample: Path
) -> None:
    assert main.open(sample)
    assert told == []
