"""Keys that are derived in no time; a test that needs real ones asks for them."""

from collections.abc import Iterator

import pytest

from tests.encrypted import quick_keys


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    """Derive keys in one round."""
    with quick_keys():
        yield
