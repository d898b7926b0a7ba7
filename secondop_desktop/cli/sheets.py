"""Writing tables: every kind into a folder, one kind into a file, or a list of everything."""

from collections.abc import Sequence
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.cli.selection import Selection
from secondop_desktop.errors import UserError
from secondop_desktop.exchange import tables_out
from secondop_desktop.exchange.pdf.saving import write_whole
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _


def write_sheets(journal: Journal, selection: Selection, target: Path, kinds: Sequence[str]) -> int:
    """Write the tables and return how many private entries were left out.

    A folder (or a name without an ending) gets one file for each kind; a file gets the one kind
    that was named, or, if none was, one line for every entry.
    """
    wanted = [_known(name) for name in kinds] or list(KINDS)
    if target.is_dir() or not target.suffix:
        target.mkdir(exist_ok=True)
        return sum(_write(journal, selection, name, target / f"{name}.csv") for name in wanted)
    if not kinds:
        return _write_overview(journal, selection, target)
    if len(wanted) > 1:
        raise UserError(
            _("One CSV file holds one kind. Name a folder instead of {file}.").format(
                file=target.name
            )
        )
    return _write(journal, selection, wanted[0], target)


def _known(name: str) -> str:
    found = next((k.name for k in KINDS.values() if name in {k.name, f"{k.name}s"}), None)
    if found is None:
        raise UserError(
            _("There is no kind {name}. The kinds are: {kinds}.").format(
                name=name, kinds=", ".join(KINDS)
            )
        )
    return found


def _write(journal: Journal, selection: Selection, kind: str, target: Path) -> int:
    rows = journal.entries(kind)
    table = tables_out.table(KINDS[kind], selection.of(rows), journal.names())
    write_whole(target, table)
    return selection.held_back(rows)


def _write_overview(journal: Journal, selection: Selection, target: Path) -> int:
    rows = {name: journal.entries(name) for name in KINDS}
    found = [(KINDS[name], row) for name, some in rows.items() for row in selection.of(some)]
    write_whole(target, tables_out.overview(found, journal.names()))
    return sum(selection.held_back(some) for some in rows.values())
