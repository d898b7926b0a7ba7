"""Whether a folder is one that other computers reach too: copied by a service, or on a network.

Told by the names that services give their folders, by what they leave in them, and by the kind of
file system. A folder that only looks like one is told of once too often; that does no harm.
"""

import ctypes
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

NETWORK: Final = "network"
"""What ``shared_by`` returns for a folder on another computer."""

_SERVICES: Final = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box": "Box",
    "box sync": "Box",
    "pcloud": "pCloud",
    "pclouddrive": "pCloud",
    "pcloud drive": "pCloud",
    "mega": "MEGA",
    "megasync": "MEGA",
    "proton drive": "Proton Drive",
    "protondrive": "Proton Drive",
    "seafile": "Seafile",
    "tresorit": "Tresorit",
    "yandex.disk": "Yandex Disk",
    "syncthing": "Syncthing",
    "creative cloud files": "Creative Cloud",
}
"""By the name of the folder, in small letters."""

_FOLLOWED: Final = (" ", "-", "(")
"""What may follow a service's name in that of its folder: “OneDrive - Family”."""

_LEFT: Final = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
}
"""What a service leaves in the folder that it copies."""

_NETWORKS: Final = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "afpfs", "webdav", "davfs", "ncpfs"),
        *("9p", "ceph", "glusterfs", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse"),
        *("fuse.glusterfs", "fuse.davfs2", "fuse.smbnetfs", "fuse.curlftpfs"),
    }
)
"""File systems of other computers, as Linux and macOS call them."""

_REMOTE_DRIVE: Final = 4
"""``DRIVE_REMOTE`` of Windows."""


def shared_by(path: Path) -> str:
    """Return the service that copies the folder of a file, NETWORK, or an empty text."""
    place = path.resolve().parent
    named = next(filter(None, map(_service, (place, *place.parents))), "")
    return named or (NETWORK if _is_network(place) else "")


def _service(folder: Path) -> str:
    name = folder.name.casefold()
    for known, service in _SERVICES.items():
        if name == known or (name.startswith(known) and name[len(known) :][:1] in _FOLLOWED):
            return service
    for left, service in _LEFT.items():
        with suppress(OSError):
            if (folder / left).exists():
                return service
    return ""


def _is_network(folder: Path) -> bool:
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    with suppress(OSError, ValueError):
        return file_system(folder) in _NETWORKS
    return False


def file_system(folder: Path, mounts: Path = Path("/proc/self/mountinfo")) -> str:
    """Return the kind of file system a folder is on, as the system calls it."""
    if sys.platform == "darwin":
        return _of_macos(folder)
    found = [_mount(line) for line in mounts.read_text("utf-8", "replace").splitlines()]
    over = [one for one in found if one[0] == folder or one[0] in folder.parents]
    # Of those over it the innermost, and of two at one place the one mounted last.
    return max(enumerate(over), key=lambda one: (len(one[1][0].parts), one[0]))[1][1]


def _mount(line: str) -> tuple[Path, str]:
    """Read where a file system is and its kind (proc(5), mountinfo)."""
    before, _dash, after = line.partition(" - ")
    place = before.split(" ")[4].encode("latin-1", "replace").decode("unicode_escape")
    return Path(place), after.split(" ")[0]


def _of_macos(folder: Path) -> str:
    """Ask statfs(2): after 72 bytes the kind's name, in 16."""
    kept = ctypes.create_string_buffer(4096)
    if ctypes.CDLL(None).statfs(str(folder).encode(), kept):
        return ""
    return kept.raw[72:88].split(b"\0")[0].decode("ascii", "replace")


def _is_remote_drive(folder: Path) -> bool:
    if sys.platform != "win32":
        return False
    if folder.anchor.startswith("\\\\"):
        return True
    with suppress(OSError, AttributeError):
        return bool(ctypes.WinDLL("kernel32").GetDriveTypeW(folder.anchor) == _REMOTE_DRIVE)
    return False
