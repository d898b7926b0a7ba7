"""Writing tables: every kind into a folder, one kind into a file, or a list of everything."""

from collections.abc import Sequence
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.outgoing import csv_tables
from secondop_desktop.exchange.outgoing.chosen import Chosen
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.lang import _


def write_sheets(chosen: Chosen, target: Path, kinds: Sequence[str]) -> int:
    """Write the tables and return how many private entries were left out.

    A folder (or a name without an ending) gets one file for each kind; a file gets the one kind
    that was named, or, if none was, one line for every entry.
    """
    wanted = [_known(name) for name in kinds] or list(KINDS)
    if target.is_dir() or not target.suffix:
        target.mkdir(exist_ok=True)
        for name in wanted:
            _write(chosen, name, target / f"{name}.csv")
    elif not kinds:
        _write_overview(chosen, target)
    elif len(wanted) == 1:
        _write(chosen, wanted[0], target)
    else:
        raise UserError(
            _("One CSV file holds one kind. Name a folder instead of {file}.").format(
                file=target.name
            )
        )
    return chosen.held_back(*wanted)


def write_workbook(chosen: Chosen, target: Path, kinds: Sequence[str]) -> int:
    """Write the tables into one spreadsheet; returns how many private entries were left out."""
    from secondop_desktop.exchange.outgoing.xlsx_tables import workbook

    wanted = {name: KINDS[name] for name in (list(map(_known, kinds)) or KINDS)}
    write_whole(target, workbook(wanted, chosen.of, chosen.name))
    return chosen.held_back(*wanted)


def _known(name: str) -> str:
    found = next((k.name for k in KINDS.values() if name in {k.name, f"{k.name}s"}), None)
    if found is None:
        raise UserError(
            _("There is no kind {name}. The kinds are: {kinds}.").format(
                name=name, kinds=", ".join(KINDS)
            )
        )
    return found


def _write(chosen: Chosen, kind: str, target: Path) -> None:
    write_whole(target, csv_tables.table(KINDS[kind], chosen.of(kind), chosen.name))


def _write_overview(chosen: Chosen, target: Path) -> None:
    entries = [(kind, row) for name, kind in KINDS.items() for row in chosen.of(name)]
    write_whole(target, csv_tables.overview(entries, chosen.name))
