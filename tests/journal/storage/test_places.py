"""What cannot be looked at is as if it were not there, and is told in a sentence."""

from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.places import is_folder, is_regular, is_there


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which nothing can be looked at, also for who may look at everything."""
    place, stat = tmp_path / "other person", Path.stat
    place.mkdir()

    def refused(path: Path, *, follow_symlinks: bool = True) -> object:
        if place in path.parents:
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", refused)
    return place


def test_nothing_can_be_seen_in_a_locked_folder(locked: Path) -> None:
    inside = locked / "a.secondop"
    assert not (is_there(inside) or is_folder(inside) or is_regular(inside))
    assert backup.copies(inside) == []


def test_a_journal_in_a_locked_folder_is_told(locked: Path) -> None:
    for use in (Journal.open, Journal.look):
        with pytest.raises(UserError, match=r"There is no file|cannot be read"):
            use(locked / "a.secondop", KINDS)
