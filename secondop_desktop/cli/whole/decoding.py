"""A process that decodes, for one step of the self-test."""

from collections.abc import Iterator
from contextlib import contextmanager

from secondop_desktop.sandbox.process import Sandbox


@contextmanager
def decoding() -> Iterator[Sandbox]:
    """Give a process of its own, and end it."""
    sandbox = Sandbox()
    try:
        yield sandbox
    finally:
        sandbox.end()
