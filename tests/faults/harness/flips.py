"""Flips single bits: the check finds every one that changes what is stored."""

from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import sqlcipher3

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.protection.rekeying import rekey
from secondop_desktop.journal.storage.engine import use_key
from secondop_desktop.sample import write_sample
from tests.encrypted import PHRASE, quick_keys
from tests.faults.harness.tally import Tally

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"


def stored(path: Path) -> Any:
    """Return all that a file stores, in every table; None where it cannot be read."""
    try:
        with closing(sqlcipher3.connect(f"file:{path}?mode=ro", uri=True)) as sql:
            use_key(sql, path)
            sql.text_factory = bytes
            tables = [row[0].decode() for row in sql.execute(_TABLES)]
            return [(name, sql.execute(f'SELECT * FROM "{name}"').fetchall()) for name in tables]
    except (sqlcipher3.Error, UnicodeDecodeError):
        return None


def _differ(now: Any, before: Any) -> set[str]:
    """Return the tables that differ."""
    return {name for name, rows in dict(before).items() if dict(now).get(name) != rows}


def is_found(path: Path, before: Any) -> bool:
    """Tell whether opening or checking tells the harm, or takes it back."""
    try:
        with Journal.open(path, KINDS) as journal:
            return bool(check(journal)) or stored(path) == before
    except UserError:
        return True


def run_encrypted(folder: Path, chance: Random, times: int) -> Tally:
    """Flip bits of a journal that has a passphrase."""
    with quick_keys():
        return run(folder, chance, times, PHRASE)


def run(folder: Path, chance: Random, times: int, phrase: str = "") -> Tally:
    """Flip one bit at a time of the example journal."""
    path, tally = folder / "a.secondop", Tally()
    write_sample(path)
    if phrase:
        rekey(path, fresh_key(phrase))
    Journal.open(path, KINDS).close()
    whole, before = path.read_bytes(), stored(path)
    for _time in range(times):
        data, place = bytearray(whole), chance.randrange(len(whole))
        data[place] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        now = stored(path)
        changed = now != before
        tally.add(flips=1, changed=changed)
        if not changed or is_found(path, before):
            continue
        if now is not None and _differ(now, before) == {"search_data"}:
            tally.add(inert=1)  # the check compared every word of the index, and its place
        else:
            tally.broken.append(f"the byte {place} was changed and nothing says so")
    return tally
