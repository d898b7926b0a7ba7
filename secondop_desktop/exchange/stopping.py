"""Stopping while the process that decodes is at work: the reader can only wait for it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from secondop_desktop.journal.progress import Tell
from secondop_desktop.sandbox.process import Sandbox

_PAUSE: Final = 0.2
"""Seconds between two questions whether the file is still wanted."""


@contextmanager
def stoppable(sandbox: Sandbox, tell: Tell) -> Iterator[Tell]:
    """Ask ``tell`` now and then while a block runs, and end the decoding when it raises.

    Yields what hears how far the block is. What stopped it is raised when the block ends, in
    place of what the block made of a process that was ended.
    """
    watch = _Watch(sandbox, tell)
    watch.start()
    try:
        yield watch.tell
    finally:
        watch.end()


class _Watch:
    def __init__(self, sandbox: Sandbox, tell: Tell) -> None:
        self._sandbox, self._tell = sandbox, tell
        self._asker = threading.get_ident()
        self._far = (0, 0)
        self._why: BaseException | None = None
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._ask, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def tell(self, done: int, total: int) -> None:
        """Hear how far the block is; raises what stops it."""
        self._far = (done, total)
        self._tell(done, total)

    def _ask(self) -> None:
        while not self._over.wait(_PAUSE):
            try:
                self._tell(*self._far)
            except BaseException as why:  # noqa: BLE001 - raised again in the reader's thread
                self._why = why
                self._sandbox.interrupt(self._asker)
                return

    def end(self) -> None:
        self._over.set()
        self._thread.join()
        if self._why is not None:
            raise self._why
