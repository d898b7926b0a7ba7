"""A sandbox for each test, gone when it ends."""

from tests.sandbox.conftest import sandbox

__all__ = ["sandbox"]
