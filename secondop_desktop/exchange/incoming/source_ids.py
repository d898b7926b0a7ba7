"""The ids that entries had where they came from, read again from the files that were kept."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, select

from secondop_desktop.exchange.incoming.matching import Matching
from secondop_desktop.exchange.incoming.there import There, family
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.sources import Pieces


class SourceIds:
    """Finds entries by ``Type/id``, also where they are known by another number.

    What bears the number of a laboratory or a surgery is known by that, and its id stands only in
    the file. An id that things of two sources bear leads to neither.
    """

    def __init__(self, journal: Journal, connection: Connection) -> None:
        self._pieces = Pieces(journal)
        self._connection = connection
        self._known: dict[str, _Ids] = {}

    def find(self, matching: Matching, name: str) -> Iterable[There]:
        """Return the entries read from the one resource that had this type and id."""
        if matching.kind.name not in self._known:
            ids = _Ids(self._pieces, self._connection, matching)
            self._known[matching.kind.name] = ids
        return self._known[matching.kind.name].find(name)


class _Ids:
    def __init__(self, pieces: Pieces, connection: Connection, matching: Matching) -> None:
        self._pieces, self._connection, self._matching = pieces, connection, matching

    def find(self, name: str) -> Iterable[There]:
        found = self._named.get(name, [])
        things = {family(one.origin).partition("#")[0] for one in found}
        return found if len(things) == 1 else ()

    @cached_property
    def _named(self) -> Mapping[str, list[There]]:
        named: dict[str, list[There]] = defaultdict(list)
        places = self._places()
        for one in self._matching.there:
            if not one.binned and (place := places.get(one.id)):
                named[_name(self._pieces.at(*place))].append(one)
        return named

    def _places(self) -> Mapping[str, tuple[str, str]]:
        c = self._matching.kind.model.__table__.c
        asked = select(c.id, c.source_file, c.source_place).where(c.source_file != "")
        return {row[0]: (row[1], row[2]) for row in self._connection.execute(asked)}


def _name(body: Any) -> str:
    told = body if isinstance(body, dict) else {}
    return f"{told.get('resourceType', '')}/{told.get('id', '')}"
