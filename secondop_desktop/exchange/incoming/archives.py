"""An archive among the files that come in: by itself, and for an empty journal as a whole."""

from collections.abc import Mapping
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.archive.opening import Archive, open_archive
from secondop_desktop.exchange.archive.recognising import is_archive
from secondop_desktop.exchange.archive.restoring import entries
from secondop_desktop.exchange.incoming.plan import Item, Plan
from secondop_desktop.exchange.progress import Step
from secondop_desktop.exchange.read_entries import ReadEntry, own_name
from secondop_desktop.journal import whole
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.lang import _


def among(named: Mapping[str, Path], password: str, step: Step) -> Archive | None:
    """Open the archive that is given, if one is; raises UserError beside other files."""
    found = next((name for name, path in named.items() if is_archive(path)), None)
    if found is None:
        return None
    if len(named) > 1:
        text = _("{file} is an archive of a whole journal. Bring it in by itself.")
        raise UserError(text.format(file=found))
    return open_archive(named[found], found, password, step)


def can_fill(journal: Journal) -> bool:
    """Tell whether nothing was ever written into a journal."""
    with journal.reading() as connection:
        return whole.is_empty(connection, journal.kinds)


def filling(archive: Archive, kinds: Kinds, step: Step) -> Plan:
    """Plan to make an empty journal what the archive was written from."""
    titles: dict[str, str] = {}
    items = []
    for name, raw in entries(archive, kinds, step):
        kind = kinds[name]
        title = kind.title(kind.row(raw), lambda entry: titles.get(entry or "", ""))
        titles[raw["id"]] = title
        draft = ReadEntry(name, own_name(raw["id"]), {}, archive.name)
        items.append(Item(name, title, archive.name, draft))
    text = _(
        "This journal is empty, so it becomes what {file} holds: every entry, those in the bin, "
        "the files, and the history, which can be undone step by step."
    )
    notices = (text.format(file=archive.name),)
    return Plan(archive.name, None, new=tuple(items), notices=notices, whole=archive)
