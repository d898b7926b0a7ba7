"""The hash over each entry, by which a flipped bit is found in an ordinary database."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.journal.storage.engine import Driver

_EMPTY = frozenset({None, "", "[]", "{}"})
_TEXT = json.JSONEncoder(ensure_ascii=False, check_circular=False, sort_keys=True, default=repr)


def sealed(raw: Mapping[str, Any]) -> str:
    """Return the hash over a row as the file holds it.

    Empty columns do not count, so that a column added later breaks no seal.
    """
    kept = {key: value for key, value in raw.items() if key != "seal" and value not in _EMPTY}
    text = _TEXT.encode(kept)
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def is_sealed(raw: Mapping[str, Any]) -> bool:
    """Tell whether a row is what was sealed."""
    return bool(raw["seal"] == sealed(raw))


def broken(sql: Driver) -> Iterator[tuple[str, str]]:
    """Yield kind and id of every entry that is not what was sealed."""
    tables = sql.execute(
        "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c "
        "WHERE m.type = 'table' AND c.name = 'seal' ORDER BY m.name"
    )
    for (table,) in tables.fetchall():
        found = sql.execute(f'SELECT * FROM "{table}"')
        names = [column[0] for column in found.description]
        for row in found:
            raw = dict(zip(names, row, strict=True))
            if not is_sealed(raw):
                yield table, raw["id"]
