"""Folders that other computers reach are known by name, by what lies in them, or by their mount."""

from pathlib import Path

import pytest

from secondop_desktop.journal.storage import shared_places
from secondop_desktop.journal.storage.shared_places import NETWORK, file_system, shared_by

MOUNTS = """\
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 27 0:50 / /home/nora/Shared\\040with\\040Pat rw,relatime shared:2 - cifs //box/pat rw
41 27 0:51 / /home/nora/here rw - tmpfs tmpfs rw
42 27 0:52 / /home/nora/here rw - nfs4 server:/here rw
43 40 0:53 / /home/nora/Shared\\040with\\040Pat/own rw - btrfs /dev/sdb rw
"""


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - Family", "OneDrive"),
        ("onedrive/Health", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("Library/CloudStorage/Dropbox-Personal/a", "Dropbox"),
        ("Nextcloud/2026/Heart", "Nextcloud"),
        ("Documents", ""),
        ("Boxes", ""),
        ("Megan", ""),
        ("My health", ""),
    ],
)
def test_a_service_is_known_by_the_name_of_its_folder(
    tmp_path: Path, folder: str, service: str
) -> None:
    place = tmp_path / folder
    place.mkdir(parents=True)
    assert shared_by(place / "Nora.secondop") == service


def test_a_service_is_known_by_what_it_leaves(tmp_path: Path) -> None:
    (tmp_path / "papers" / "heart").mkdir(parents=True)
    assert shared_by(tmp_path / "papers" / "heart" / "Nora.secondop") == ""
    (tmp_path / "papers" / ".stfolder").mkdir()
    assert shared_by(tmp_path / "papers" / "heart" / "Nora.secondop") == "Syncthing"


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/nora/Shared with Pat/Health", "cifs"),
        ("/home/nora/Shared with Pat/own/a", "btrfs"),
        ("/home/nora/here", "nfs4"),
        ("/home/nora", "ext4"),
    ],
)
def test_the_innermost_and_newest_mount_counts(tmp_path: Path, folder: str, kind: str) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)
    assert file_system(Path(folder), mounts) == kind


def test_a_network_is_told_and_a_mount_that_cannot_be_read_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_places, "file_system", lambda _folder: "smb3")
    assert shared_by(tmp_path / "a.secondop") == NETWORK

    def fail(_folder: Path) -> str:
        raise OSError

    monkeypatch.setattr(shared_places, "file_system", fail)
    assert shared_by(tmp_path / "a.secondop") == ""
