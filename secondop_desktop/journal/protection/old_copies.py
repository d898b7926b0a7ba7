"""Safe copies that are not under the journal's passphrase: from before it was set or changed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.protection.rekeying import rekey_copy
from secondop_desktop.journal.storage.keys import MAGIC, key_of, salt_of


@dataclass
class Settled:
    """What became of them: how many as wanted, and which could not be."""

    done: int = 0
    left: list[Path] = field(default_factory=list)


def unlike(journal: Path, folder: Path | None = None) -> list[Path]:
    """Return the safe copies that open with another passphrase than the journal, or with none."""
    key = key_of(journal)
    own = key.salt if key else MAGIC
    return [copy.path for copy in backup.copies(journal, folder) if salt_of(copy.path) != own]


def plain(found: Iterable[Path]) -> list[Path]:
    """Return those that anybody can open."""
    return [copy for copy in found if salt_of(copy) == MAGIC]


def renew(found: Iterable[Path], journal: Path) -> Settled:
    """Put copies under the passphrase that the journal has now."""
    key = key_of(journal)
    return _settled(found, lambda copy: rekey_copy(copy, key))


def delete(found: Iterable[Path]) -> Settled:
    """Delete copies for ever."""
    return _settled(found, Path.unlink)


def _settled(found: Iterable[Path], does: Callable[[Path], None]) -> Settled:
    """Do it with each; one that cannot be done stops no other."""
    settled = Settled()
    for copy in found:
        try:
            does(copy)
        except (UserError, OSError):
            settled.left.append(copy)
        else:
            settled.done += 1
    return settled
