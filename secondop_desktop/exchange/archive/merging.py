"""An archive for a journal that has entries: read like any other file, into a plan."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.archive import layout
from secondop_desktop.exchange.archive.opening import Archive
from secondop_desktop.exchange.archive.restoring import entries
from secondop_desktop.exchange.progress import Step, silent
from secondop_desktop.exchange.read_entries import Content, ReadEntry, Reading
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import _, ngettext

_OWN = ("case", "private", "unread")


def read(archive: Archive, journal: Journal, step: Step = silent) -> Reading:
    """Read the entries that are not in the bin; their history stays in the archive.

    An entry that was changed here since stays as it is here.
    """
    changed = _changed_here(journal)
    drafts: list[ReadEntry] = []
    people: list[ReadEntry] = []
    binned = 0
    for kind, raw in entries(archive, journal.kinds, step):
        if raw["deleted_at"]:
            binned += 1
            continue
        kept = changed.get(raw["id"], "") >= raw["changed"]
        draft = _draft(archive, journal.kinds[kind], raw, settled=kept)
        (people if kind == "person" else drafts).append(draft)
    return Reading(drafts, people=people, notices=list(_notices(archive, binned)))


def _changed_here(journal: Journal) -> dict[str, str]:
    """Return when each entry of the journal was changed last, by its id."""
    found: dict[str, str] = {}
    with journal.reading() as connection:
        for name in journal.kinds:
            rows = connection.exec_driver_sql(f'SELECT id, changed FROM "{name}"')
            found.update((row[0], row[1]) for row in rows)
    return found


def _draft(archive: Archive, kind: Kind, raw: Mapping[str, Any], *, settled: bool) -> ReadEntry:
    row = kind.row(raw)
    names = [*kind.by_name, *(name for name in _OWN if name in kind.types)]
    values = {n: one for n in names if (one := getattr(row, n)) not in (None, "", (), {}, False)}
    return ReadEntry(
        kind.name,
        f"entry:{row.id}",
        values,
        archive.name,
        settled=settled,
        content=_content(archive, kind, row),
        about=f"entry:{row.person}" if kind.name != "person" else "",
        entry=row.id,
        bore=(row.origin, row.origin_hash) if row.origin else (),
    )


def _content(archive: Archive, kind: Kind, row: Any) -> Content | None:
    held = next((getattr(row, field.name) for field in kind.fields if field.file), "")
    place = layout.bytes_of(held)
    if not held or place not in archive.names:
        return None
    name = getattr(row, "file_name", "") or archive.name
    return Content(name, opener=lambda: archive.stream(place))


def _notices(archive: Archive, binned: int) -> Iterator[str]:
    text = _(
        "There are entries in this journal already, so those of {file} are added to them. Its "
        "history stays in the archive: to have all as it was, bring it into a new, empty journal."
    )
    yield text.format(file=archive.name)
    if binned:
        yield ngettext(
            "{count} entry that lies in its bin is not brought in.",
            "{count} entries that lie in its bin are not brought in.",
            binned,
        ).format(count=binned)
