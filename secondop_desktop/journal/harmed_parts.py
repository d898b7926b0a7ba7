"""Which parts of a journal a damaged file harms, in the user's words."""

import re
from collections.abc import Iterable, Iterator

from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.storage.engine import Driver
from secondop_desktop.lang import N_, _

_TREE = re.compile(r"\b[Tt]ree (\d+)")
_NAME = re.compile(r"\w+")
_OTHERS = (
    ("search", N_("the search index")),
    ("change_", N_("the history of changes")),
    ("attachment", N_("the stored files")),
    ("source", N_("where entries came from")),
)


def harmed_parts(sql: Driver, lines: Iterable[str], kinds: Kinds) -> list[str]:
    """Return the names of the parts that lines of SQLite's ``integrity_check`` tell of, each once.

    They name a tree by the number of its first page, or a table or an index by its name. A line
    that names neither, such as one on unused pages, tells of no part.
    """
    tables = _tables(sql)
    found = (_part(tables[key], kinds) for line in lines for key in _keys(line) if key in tables)
    return list(dict.fromkeys(part for part in found if part))


def _tables(sql: Driver) -> dict[str, str]:
    """Return the table of each tree and of each index; a journal opens only if their list does."""
    rows = sql.execute("SELECT name, tbl_name, rootpage FROM sqlite_schema").fetchall()
    return {key: table for name, table, page in rows for key in (name, f"tree {page}")}


def _keys(line: str) -> Iterator[str]:
    if trees := _TREE.findall(line):
        yield from (f"tree {page}" for page in trees)
        return
    yield from _NAME.findall(line)


def _part(table: str, kinds: Kinds) -> str:
    if table in kinds:
        return _(kinds[table].plural)
    return next((_(said) for start, said in _OTHERS if table.startswith(start)), "")
