"""Which version of the program a journal needs, said in the journal for programs before it.

A program of before can read none of a newer journal but this one line of ``meta``, so that it can
say what to get: ``needs`` holds the first version that opens a journal of its schema.
"""

from contextlib import closing
from pathlib import Path

import sqlcipher3

from secondop_desktop import __version__
from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage.engine import Driver, connect
from secondop_desktop.journal.storage.migrations import OPENED_SINCE
from secondop_desktop.lang import _
from secondop_desktop.patterns import pattern

NEEDS = "needs"
"""Names in ``meta`` the first version that opens a journal of its schema."""
_VERSION = pattern(r"[0-9]{1,4}(\.[0-9]{1,4}){1,3}")
_LONG = 5_000_000
"""Steps of SQLite's machine: nobody knows yet what the file is, and a view can go on for ever."""


def say_needed(sql: Driver) -> None:
    """Write into a journal of the newest schema which version it needs."""
    sql.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (NEEDS, OPENED_SINCE))


def needed(sql: Driver) -> str:
    """Return the later version that a journal says it needs, or nothing; raises nothing."""
    try:
        found = sql.execute("SELECT value FROM meta WHERE key = ?", (NEEDS,)).fetchone()
    except sqlcipher3.Error:
        return ""
    said = str(found[0]) if found else ""
    return said if _VERSION.fullmatch(said) and _order(said) > _order(__version__) else ""


def _order(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def needed_by(path: Path) -> str:
    """Return the version that the journal at a path says it needs; touches and raises nothing."""
    try:
        with closing(connect(path, read_only=True)) as sql:
            sql.set_progress_handler(lambda: 1, _LONG)
            return needed(sql)
    except sqlcipher3.Error:
        return ""


def made_by_newer(name: str, version: str) -> UserError:
    """Return the error for a journal of a later schema, with the ``version`` it needs if known."""
    if not version:
        text = _("{file} was made by a newer Secondop. Update Secondop to open it.")
        return UserError(text.format(file=name))
    text = _(
        "{file} was made by a newer Secondop. Update Secondop to version {version} or a later one "
        "to open it; the help under “Updating Secondop” says how. Nothing was changed."
    )
    return UserError(text.format(file=name, version=version))
