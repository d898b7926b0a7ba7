"""A recording is played by the computer's own player, from a private folder that is purged."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.storage import handed_files
from tests.exchange.source_files.test_recordings import wav
from tests.features.desk import Desk
from tests.features.page_desk import open_page, rest


def _shown(desk: Desk, tmp_path: Path, name: str) -> Any:
    path = tmp_path / name
    path.write_bytes(wav(2))
    importing.apply(desk.journal, importing.read([path], desk.journal, desk.person))
    page = open_page(desk, "record")
    page.open_entry(desk.journal.entries("record")[0].id)
    rest()
    return page


def test_play_hands_over_the_same_bytes_under_a_name_that_starts_no_program(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def player(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", player)
    page = _shown(desk, tmp_path, "clinic.exe")
    page.view.play.click()
    (path,) = opened
    assert (path.name, path.read_bytes()) == ("clinic.wav", wav(2))
    handed_files.purge()
    assert not path.exists()


def test_without_a_player_it_says_so(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(_url: QUrl) -> bool:
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", nobody)
    page = _shown(desk, tmp_path, "clinic.wav")
    page.view.play.click()
    assert page.said.text.text().startswith("No program on this computer plays clinic.wav.")
    handed_files.purge()


def test_only_a_recording_is_played(desk: Desk) -> None:
    desk.add("record", title="Letter")
    page = open_page(desk, "record")
    page.open_entry(desk.journal.entries("record")[0].id)
    rest()
    assert not page.view.play.isVisibleTo(page)


def test_why_it_did_not_play_goes_when_it_plays_or_another_record_is_opened(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plays: list[bool] = [False, True, False]
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: plays.pop(0))
    other = desk.add("record", title="Letter")
    page = _shown(desk, tmp_path, "clinic.wav")
    memo = next(row.id for row in desk.journal.entries("record") if row.file)
    page.open_entry(memo)
    page.view.play.click()
    assert page.said.isVisible()
    page.view.play.click()
    assert not page.said.isVisible()
    page.view.play.click()
    assert page.said.isVisible()
    page.open_entry(other)
    rest()
    assert not page.said.isVisible()
    handed_files.purge()
