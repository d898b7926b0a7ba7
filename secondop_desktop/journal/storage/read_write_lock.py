"""Readers and the one writer of this program, so that neither ever finds the file locked."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_GRACE_SECONDS = 0.5
"""Seconds for which a commit lets newcomers read before it; after that they wait for it."""


class ReadWriteLock:
    """Lets readers go on while a change is made, and keeps them out only while it is written.

    SQLite with a rollback journal cannot commit while anybody reads, and nobody can read while
    it commits: without turns one of them would fail after a pause. Readers keep it short: a
    commit waits for all of them.
    """

    def __init__(self) -> None:
        self._moved = threading.Condition()
        self._readers = 0
        self._alone = False

    @property
    def is_idle(self) -> bool:
        """Whether nobody reads and nothing is written; others may begin at any moment."""
        return not (self._readers or self._alone)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Wait until nothing is being written, then count as a reader."""
        with self._moved:
            self._moved.wait_for(lambda: not self._alone)
            self._readers += 1
        try:
            yield
        finally:
            with self._moved:
                self._readers -= 1
                self._moved.notify_all()

    def acquire(self) -> None:
        """Wait until nobody reads, then keep readers out until ``let_in``.

        Others may still begin to read for a moment, as one of them may take long.
        """
        with self._moved:
            self._moved.wait_for(lambda: self._readers == 0, _GRACE_SECONDS)
            self._alone = True
            self._moved.wait_for(lambda: self._readers == 0)

    def release(self) -> None:
        """Let readers in again."""
        with self._moved:
            self._alone = False
            self._moved.notify_all()
