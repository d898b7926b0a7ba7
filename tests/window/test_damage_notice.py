"""A journal with values that cannot be read is shown, and leads to the check."""

from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlcipher3 import connect

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.values.columns import Day, Pairs, Refs
from secondop_desktop.window import damage_notice
from secondop_desktop.window.checking import CheckPage
from secondop_desktop.window.pictures import keys
from secondop_desktop.window.session import Session
from tests.window.conftest import Open


@pytest.fixture
def harmed(sample: Path) -> Path:
    """The example with every date and list of its first entries broken."""
    connection = connect(str(sample), isolation_level=None)
    for kind in KINDS.values():
        for name, kept in kind.types.items():
            if isinstance(kept, Day | Refs | Pairs) and name != "unread":
                connection.execute(
                    f'UPDATE "{kind.name}" SET "{name}" = ? WHERE rowid < 4 AND "{name}" != \'\'',
                    ("2o24-13 [",),
                )
    connection.close()
    return sample


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the questions, each answered with yes."""
    heard: list[str] = []

    def say_yes(_over: object, title: str, *_rest: object) -> bool:
        heard.append(title)
        return True

    monkeypatch.setattr(damage_notice, "confirm", say_yes)
    return heard


def test_the_start_leads_to_the_check(
    qtbot: QtBot, opened: Open, harmed: Path, asked: list[str]
) -> None:
    session = opened(harmed)
    qtbot.waitUntil(lambda: session.key == "check")
    assert asked == ["Something in this journal cannot be read"]


@pytest.mark.parametrize("rows", [1, pytest.param(3, marks=pytest.mark.long)])
def test_every_screen_can_be_used(
    qtbot: QtBot, opened: Open, harmed: Path, asked: list[str], rows: int
) -> None:
    session = opened(harmed)
    qtbot.waitUntil(lambda: session.key == "check")
    for key in keys():
        if key != "find":
            session.go(key)
            assert session.key == key
        for row in session.journal.entries(key)[:rows] if key in KINDS else ():
            session.go(f"{key}:{row.id}")
    assert len(asked) == 1


def test_a_whole_journal_is_not_asked_about(session: Session, asked: list[str]) -> None:
    session.go("symptom")
    assert not session.journal.met_harm
    assert asked == []


def test_a_screen_that_cannot_be_read_at_all_gives_way_to_the_check(session: Session) -> None:
    path = session.journal.path
    with closing(connect(str(path))) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'symptom'")
        place = (root.fetchone()[0] - 1) * 4096
    with path.open("rb+") as file:
        file.seek(place)
        file.write(bytes(4096))
    session.journal.read_afresh()
    session.go("symptom")
    assert session.key == "check"
    assert isinstance(session.page, CheckPage)
    assert "is damaged" in session.page.said.text.text()
