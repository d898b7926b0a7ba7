"""What is lent to another program lies in a private folder, and is gone when it is purged."""

from pathlib import Path

import pytest

from secondop_desktop.journal.storage import handed_files


def test_what_is_lent_is_private_and_goes() -> None:
    path = handed_files.lend(lambda target: target.write_bytes(b"sound"), "memo.m4a")
    other = handed_files.lend(lambda target: target.write_bytes(b"more"), "memo.m4a")
    assert (path.name, path.read_bytes(), other.read_bytes()) == ("memo.m4a", b"sound", b"more")
    assert path.parent.stat().st_mode & 0o077 == 0
    handed_files.purge()
    assert not path.parent.exists() and not other.parent.exists()
    handed_files.purge()


def test_what_cannot_be_written_is_not_lent() -> None:
    def fail(_target: Path) -> None:
        raise OSError

    with pytest.raises(OSError):
        handed_files.lend(fail, "memo.m4a")
    handed_files.purge()
