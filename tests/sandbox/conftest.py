"""A sandbox for each test, gone when it ends."""

from collections.abc import Iterator

import pytest

from secondop_desktop.sandbox.process import Sandbox


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Return one that no other test uses."""
    made = Sandbox()
    yield made
    made.end()
