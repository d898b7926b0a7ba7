"""Reading what scripts give for an entry: FIELD=VALUE words or JSON, and nothing half right."""

import sys
from argparse import ArgumentTypeError
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from secondop_desktop.cli.entry_notices import tell_parted
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.source_files.strict_json import read_json
from secondop_desktop.journal import entry_json
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.storage.disk import why
from secondop_desktop.journal.storage.private_files import read_regular
from secondop_desktop.journal.values.columns import Pairs
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _


def pair(word: str) -> tuple[str, str]:
    """Split ``FIELD=VALUE`` at its first ``=``; for argparse."""
    name, sign, value = word.partition("=")
    if not name or not sign:
        raise ArgumentTypeError(_("“{word}” is not FIELD=VALUE").format(word=word))
    return name, value


def words_kept(text: str) -> str:
    """Return a text from the command line; raises UserError where it is not whole letters."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UserError(_("A value holds bytes that are not text. Type it again.")) from None
    return text


def fields_of(pairs: list[tuple[str, str]]) -> dict[str, object]:
    """Return FIELD=VALUE words as one mapping; a field named twice is refused."""
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise UserError(_("{field} is given twice. Give it once.").format(field=name))
        found[words_kept(name)] = words_kept(value)
    return found


def objects_in(source: str) -> list[dict[str, object]]:
    """Read one JSON object or a list of them from a file, or from stdin for ``-``."""
    name = _("the standard input") if source == "-" else Path(source).name
    data = sys.stdin.buffer.read() if source == "-" else _bytes(Path(source))
    found = read_json(data, name)
    items = found if isinstance(found, list) else [found]
    return [_object(item, name, number) for number, item in enumerate(items, 1)]


def _object(item: object, name: str, number: int) -> dict[str, object]:
    if isinstance(item, dict):
        return item
    raise UserError(
        _("{file}: item {number} is not an object with fields.").format(file=name, number=number)
    )


def _bytes(path: Path) -> bytes:
    try:
        return read_regular(path)
    except OSError as problem:
        raise UserError(
            _("{file} cannot be read: {why}. Check its name and folder.").format(
                file=path, why=why(problem)
            )
        ) from None


def ready(kind: Kind, told: Mapping[str, object]) -> dict[str, Any]:
    """Return the values of a new entry, checked; raises UserError naming what is wrong."""
    read = entry_json.values(kind, _with_maps(kind, told))
    read |= _parted(kind, read, read)
    entry_json.required(kind, read)
    entry_json.validate(kind, read)
    return read


def ready_edit(kind: Kind, row: Any, told: Mapping[str, object]) -> dict[str, Any]:
    """Return what to set in an entry that is there; a draft may stay one."""
    read = entry_json.values(kind, _with_maps(kind, _with_dates(kind, row, told)))
    if read.get("person", row.person) != row.person:
        raise UserError(
            _("An entry stays with its person. Add it again for the other person instead.")
        )
    read |= _parted(kind, {name: getattr(row, name) for name in kind.by_name} | read, read)
    entry_json.required(kind, dict.fromkeys(kind.by_name, True) | read)
    entry_json.validate(kind, read, row)
    unread = {name: text for name, text in row.unread.items() if name not in read}
    return read | ({"unread": unread} if unread != dict(row.unread) else {})


def _parted(kind: Kind, values: Mapping[str, Any], read: Mapping[str, Any]) -> dict[str, Any]:
    """Return what to put elsewhere of the values that were given now."""
    changes = dict(kind.parted(values))
    if not changes.keys() & read.keys():
        return {}
    tell_parted(kind, values, changes)
    return changes


def _with_maps(kind: Kind, told: Mapping[str, object]) -> dict[str, object]:
    """Read the JSON inside a text that is given for a map."""
    return {
        name: read_json(value, name)
        if value and isinstance(value, str) and _is_map(kind, name)
        else value
        for name, value in told.items()
    }


def _is_map(kind: Kind, name: str) -> bool:
    return name in kind.by_name and isinstance(kind.type_of(name), Pairs)


def _with_dates(kind: Kind, row: Any, told: Mapping[str, object]) -> dict[str, object]:
    """Put the date that is there beside an "about" that comes alone."""
    found = dict(told)
    for number, date in enumerate(kind.dates):
        about = f"{date}_about" if number else "about"
        there: PartialDate | None = getattr(row, date)
        if about in found and date not in found and there is not None:
            found[date] = there.iso
    return found


def check_files(journal: Journal, kind: Kind, read: Mapping[str, Any]) -> None:
    """Raise UserError where a field names a stored file that is not there."""
    for field in kind.fields:
        if field.file and read.get(field.name) and not journal_has(journal, read[field.name]):
            raise UserError(
                _("{field}: this journal holds no such file. Use secondop attach.").format(
                    field=field.name
                )
            )


def journal_has(journal: Journal, file_hash: str) -> bool:
    """Tell whether the bytes of a file are in the journal."""
    with journal.reading() as connection:
        found = connection.exec_driver_sql("SELECT 1 FROM attachment WHERE hash = ?", (file_hash,))
        return found.first() is not None
