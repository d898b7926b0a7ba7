"""The numbered steps from each schema to the next."""

from collections.abc import Callable

from sqlalchemy import Connection

from secondop_desktop.journal.storage.migrations import (
    m0001_first,
    m0002_as_told,
    m0003_treatments,
    m0004_found_in_files,
    m0005_said_once,
)

STEPS: tuple[Callable[[Connection], None], ...] = (
    m0001_first.up,
    m0002_as_told.up,
    m0003_treatments.up,
    m0004_found_in_files.up,
    m0005_said_once.up,
)
"""Step n takes a journal from schema n to n + 1; an empty file is schema 0."""

OPENED_SINCE = "0.1.0"
"""The first version that has all these steps; a release that adds some names itself here."""
