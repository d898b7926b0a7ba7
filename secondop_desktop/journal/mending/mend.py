"""Puts a journal together again from what was saved of it, and tells what was lost."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.creating import fill
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.mending.rebuild import Rebuilt, rebuild
from secondop_desktop.journal.mending.salvage import Columns, Salvaged, salvage
from secondop_desktop.journal.storage.disk import why
from secondop_desktop.journal.storage.engine import driver, make_engine, translate_errors
from secondop_desktop.journal.storage.hot_journals import rolled_back
from secondop_desktop.journal.storage.keys import key_of
from secondop_desktop.journal.storage.lock import JournalLock
from secondop_desktop.journal.storage.private_files import work_folder
from secondop_desktop.lang import _, ngettext


@dataclass(frozen=True)
class Group:
    """What became of several entries alike: a sentence, ending in ``{what}`` if it names them."""

    sentence: str
    names: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The sentence before all of its names."""
        return self.sentence.format(what="").rstrip()

    def lines(self) -> list[str]:
        """Return the sentence with each name, or as it is."""
        return [self.sentence.format(what=name) for name in self.names] or [self.sentence]


@dataclass(frozen=True)
class Mended:
    """What came of it: where the damaged file is kept, and what is told, the worst first."""

    kept: Path
    groups: tuple[Group, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """All that is told, line by line."""
        return tuple(line for group in self.groups for line in group.lines())


Say = Callable[[str, int, int], None]
"""Hears what is being done, how many steps of it are, and of how many; what it raises ends it."""


def _quietly(_text: str, _done: int, _total: int) -> None:
    """Tell nobody."""


def mend(path: Path, kinds: Kinds, say: Say = _quietly) -> Mended:
    """Put a mended journal in the place of a damaged one, which is kept beside the safe copies.

    What the file itself no longer holds comes from its history, then from the newest safe copies.
    Raises UserError and changes nothing where nothing can be saved, or the journal is open; nor
    does it change anything where ``say`` raises.
    """
    path = path.resolve()
    lock = JournalLock(path)
    try:
        with work_folder(path.parent) as work:
            fresh = work / "mended.secondop"
            with translate_errors(path):
                fill(fresh, key_of(path))
                rebuilt = _put_together(path, fresh, kinds, say)
            say(_("Checking what was saved…"), 1, 1)
            backup.verify(fresh)
            kept = backup.replaced(fresh, path)
    except OSError as error:
        raise UserError(
            _("{file} could not be mended: {why}. Nothing was changed.").format(
                file=path.name, why=why(error)
            )
        ) from error
    finally:
        lock.release()
    return Mended(kept, tuple(_groups(rebuilt)))


def _put_together(path: Path, fresh: Path, kinds: Kinds, say: Say) -> Rebuilt:
    engine, copies = make_engine(fresh), backup.copies(path)[:_COPIES]
    steps = len(copies) + 2
    try:
        with engine.connect() as connection, connection.begin():
            columns = _columns(driver(connection), kinds)
            with rolled_back(path) as copy:
                going_on = partial(say, _("Reading what is left of the journal…"), 0, steps)
                own = _whole_after_a_crash(copy, columns, going_on)
            older = [
                salvage(
                    one.path, columns, partial(say, _("Looking in the safe copies…"), at, steps)
                )
                for at, one in enumerate(copies, start=1)
            ]
            say(_("Putting it together…"), steps - 1, steps)
            rebuilt = rebuild(connection, kinds, own, older)
    finally:
        engine.dispose()
    if not rebuilt.count:
        raise UserError(
            _("Nothing in {file} can be saved. Go back to one of its safe copies.").format(
                file=path.name
            )
        )
    return rebuilt


_COPIES = 3
"""So many of the newest safe copies are looked into for what is missing."""


def _whole_after_a_crash(copy: Path, columns: Columns, going_on: Callable[[], None]) -> Salvaged:
    """Read a copy in which what a crash left half done was taken back, if it can be."""
    with suppress(UserError):
        backup.take_back(copy)
    return salvage(copy, columns, going_on)


def _columns(sql: Any, kinds: Kinds) -> Columns:
    """Return the columns of each kind as the newest schema has them, each with its default."""
    found: dict[str, dict[str, Any]] = {}
    for kind in kinds:
        about = sql.execute(f'PRAGMA table_info("{kind}")').fetchall()
        found[kind] = {row[1]: None if row[4] is None else row[4].strip("'") for row in about}
    return found


def _groups(rebuilt: Rebuilt) -> Iterator[Group]:
    """Say in plain words how much is whole, what was lost, and what came back from where."""
    count = ngettext(
        "{count} entry is as it was saved.",
        "{count} entries are as they were saved.",
        rebuilt.count,
    )
    yield Group(count.format(count=rebuilt.count))
    for sentence, names in (
        (_("Lost: {what}"), rebuilt.lost),
        (_("The file is lost, the entry is kept: {what}"), rebuilt.without_file),
        (_("It named an entry that is lost, and no longer does: {what}"), rebuilt.without_name),
        (_("Not as it was saved; compare it with your papers: {what}"), rebuilt.harmed),
        (_("Taken from a safe copy, as it was then: {what}"), rebuilt.from_copy),
        (_("Put together again from the history: {what}"), rebuilt.from_log),
    ):
        if names:
            yield Group(sentence, tuple(names))
    if not rebuilt.has_titles:
        yield Group(_("Names of what was there are lost too, so there may be more that is lost."))
    if not rebuilt.has_history:
        yield Group(_("The history of changes is lost: earlier steps cannot be taken back."))
