"""An archive into an empty journal: the journal that it was written from, again."""

from collections.abc import Iterator
from typing import Any

from secondop_desktop.exchange.archive import layout, refusals
from secondop_desktop.exchange.archive.entry_lines import UnknownContentError, raw_of
from secondop_desktop.exchange.archive.history_lines import read_line
from secondop_desktop.exchange.archive.opening import Archive
from secondop_desktop.exchange.progress import Step, silent
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files.attachments import PACKED
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.storage.raw_rows import Raw
from secondop_desktop.journal.whole import Filling, KeptFile, KeptSource
from secondop_desktop.lang import _


def restore(journal: Journal, archive: Archive, step: Step = silent) -> tuple[str, ...]:
    """Fill an empty journal from an archive that was checked; returns the ids of its entries.

    All of it comes in, or nothing. Raises UserError where the archive is not what was checked, or
    the journal not empty any more; whatever ``step`` raises stops it.
    """
    about = archive.document(layout.JOURNAL)
    seal, settings = about.get("seal"), about.get("settings")
    if not isinstance(seal, str) or not isinstance(settings, dict) or not _all_texts(settings):
        raise refusals.not_understood(archive.name)
    label = _("Bring in {name}").format(name=archive.name)
    with journal.filling(label, seal) as filling:
        for kind, raw in entries(archive, journal.kinds, step):
            filling.add_entry(kind, raw)
        _add_history(filling, archive, step)
        _add_files(filling, archive, step)
        filling.set_settings(settings)
    return tuple(row.id for row in filling.written)


def entries(archive: Archive, kinds: Kinds, step: Step = silent) -> Iterator[tuple[str, Raw]]:
    """Yield kind and row of every entry; raises UserError for what this version does not know."""
    lists = {layout.entries_of(name): name for name in kinds}
    known = (layout.entries_of(""), *lists)
    begin = layout.entries_of("").removesuffix(".jsonl")
    if any(name.startswith(begin) and name not in known for name in archive.names):
        raise refusals.not_understood(archive.name)
    seen: set[str] = set()
    for name, kind in lists.items():
        for line in archive.lines(name) if name in archive.names else ():
            step(_("Reading the entries"), 0, 0)
            raw = _raw(archive, kinds, kind, line)
            if raw["id"] in seen:
                raise refusals.not_understood(archive.name)
            seen.add(raw["id"])
            yield kind, raw


def _raw(archive: Archive, kinds: Kinds, kind: str, line: dict[str, Any]) -> Raw:
    try:
        return raw_of(kinds[kind], line)
    except UnknownContentError:
        raise refusals.not_understood(archive.name) from None


def _add_history(filling: Filling, archive: Archive, step: Step) -> None:
    last = (0, -1)
    for line in archive.lines(layout.HISTORY):
        step(_("Bringing in the history"), 0, 0)
        try:
            one = read_line(line)
        except UnknownContentError:
            raise refusals.not_understood(archive.name) from None
        at = (one.seq, getattr(one, "position", -1))
        if at <= last or (at[1] >= 0 and at[0] != last[0]):
            raise refusals.not_understood(archive.name)
        last = at
        filling.add_to_history(one)


def _add_files(filling: Filling, archive: Archive, step: Step) -> None:
    files = [noted(KeptFile, line, archive) for line in archive.lines(layout.FILES)]
    if archive.attachments() != {layout.bytes_of(one.hash) for one in files}:
        raise refusals.not_understood(archive.name)
    total, done = sum(one.size for one in files), 0
    for file in files:
        step(_("Bringing in the files"), done // 1024, total // 1024)
        name = layout.bytes_of(file.hash)
        if archive.size(name) != file.size or file.packed not in {"", PACKED}:
            raise refusals.not_understood(archive.name)
        with archive.stream(name) as stream:
            filling.add_file(file, stream)
        done += file.size
    for line in archive.lines(layout.SOURCES):
        filling.add_source(noted(KeptSource, line, archive))


def noted(form: Any, line: dict[str, Any], archive: Archive) -> Any:
    """Return what a line notes of a file; raises UserError where it is no such note."""
    wanted = form.__annotations__
    if line.keys() != wanted.keys() or not all(type(line[name]) is wanted[name] for name in wanted):
        raise refusals.not_understood(archive.name)
    return form(**line)


def _all_texts(found: dict[str, Any]) -> bool:
    return all(isinstance(one, str) for one in found.values())
