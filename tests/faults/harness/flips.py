"""Flips single bits: the check finds every one that changes what is stored."""

import random
from contextlib import closing
from pathlib import Path
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


def is_found(path: Path, before: Any) -> bool:
    """Tell whether opening or checking tells the harm, or takes it back."""
    try:
        with Journal.open(path, KINDS) as journal:
            return bool(check(journal)) or stored(path) == before
    except UserError:
        return True


def run_encrypted(folder: Path, times: int) -> tuple[str, bool]:
    """Flip bits of a journal that has a passphrase."""
    line, held = run(folder, times, "a quiet lake")
    return f"encrypted {line}", held


def run(folder: Path, times: int, phrase: str = "") -> tuple[str, bool]:
    """Flip one bit at a time of the example journal."""
    path = folder / "a.secondop"
    write_sample(path)
    if phrase:
        rekey(path, fresh_key(phrase))
    Journal.open(path, KINDS).close()
    whole, before = path.read_bytes(), stored(path)
    chance = random.Random(29)
    changed, missed = 0, []
    for _time in range(times):
        data, place = bytearray(whole), chance.randrange(len(whole))
        data[place] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        if stored(path) != before:
            changed += 1
            missed += [] if is_found(path, before) else [place]
    line = f"flips: {times}, that changed what is stored: {changed}, missed: {len(missed)}"
    return f"{line} {missed[:5] or ''}", not missed
