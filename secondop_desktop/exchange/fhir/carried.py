"""What the parts of one long collection of FHIR know of each other, read one after another."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.exchange.fhir.context import Pool
from secondop_desktop.exchange.fhir.supporting import SUPPORTING
from secondop_desktop.exchange.read_entries import ReadEntry


class Carried:
    """Clinicians and places by origin and name, answers about the person, and what was used.

    A later part may tell more of a place than an earlier one, so no part gives entries of them.
    """

    def __init__(self) -> None:
        self._providers: dict[str, ReadEntry] = {}
        self._by_name: dict[str, str] = {}
        self._answers: dict[str, Any] = {}
        self._used: set[tuple[str, str]] = set()

    @property
    def providers(self) -> Sequence[ReadEntry]:
        """The clinicians and places that were told until now."""
        return tuple(self._providers.values())

    def give(self, pool: Pool) -> None:
        """Let a part begin with all that is known."""
        pool.providers, pool.by_name = dict(self._providers), dict(self._by_name)
        pool.answers = dict(self._answers)
        if self._used:
            supporting = (one for one in pool.resources if one.type in SUPPORTING)
            pool.used = {one for one in supporting if (one.file, one.pointer) in self._used}

    def take(self, pool: Pool) -> None:
        """Note what a part knows at its end."""
        self._providers, self._by_name = pool.providers, pool.by_name
        self._answers = pool.answers
        used = (one for one in pool.used if one.type in SUPPORTING)
        self._used |= {(one.file, one.pointer) for one in used}
