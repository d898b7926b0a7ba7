"""Random journals that several tests look at, each made once."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.exchange.fhir_document.any_journal import make


@pytest.fixture(scope="session")
def any_journal(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """Return the random journal of a seed; nobody may write into it."""
    folder = tmp_path_factory.mktemp("any")

    @cache
    def of(seed: int) -> Path:
        path = folder / f"{seed}.secondop"
        make(path, seed)
        return path

    return of
