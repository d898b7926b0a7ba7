"""A file that the program asks about again and again, whatever becomes of the process."""

from itertools import count
from typing import Any, Final
from weakref import finalize

from secondop_desktop.sandbox.answers import Answer, TroubleError
from secondop_desktop.sandbox.process import EndedError, Sandbox

_NUMBERS: Final = count(1)
_MOST_ENDS: Final = 2
"""After so many processes that ended over one file, it is asked nothing more."""


class HeldFile:
    """The bytes of a file and how it is opened; opened again in each new process.

    Each act raises TroubleError, and EndedError where it takes too much, or the file was closed,
    or all files were let go of.
    """

    def __init__(self, sandbox: Sandbox, kind: str, data: bytes, **told: Any) -> None:
        self._sandbox, self._kind, self._data, self._told = sandbox, kind, data, told
        self._number = next(_NUMBERS)
        self._generation, self._era = 0, sandbox.era
        self._ends = 0
        self._closed = False
        finalize(self, sandbox.forget, self._number).atexit = False  # where nobody closed it

    def ask(self, act: str, seconds: float, body: bytes = b"", /, **told: Any) -> Answer:
        """Do one act, which may take so many seconds."""
        with self._sandbox.turn:
            if self._closed or self._ends >= _MOST_ENDS:
                raise EndedError
            try:
                self._open(seconds)
                head = {"act": act, "file": self._number, "told": told}
                return self._sandbox.ask(head, body, seconds, self)
            except EndedError:
                self._ends += 1
                raise
            except TroubleError as trouble:
                if self._closed:  # it may have been closed there before it was asked
                    raise EndedError from trouble
                raise

    def _open(self, seconds: float) -> None:
        self._sandbox.ready(self._era)
        if self._generation == self._sandbox.generation:
            return
        head = {"act": "open", "file": self._number, "kind": self._kind, "told": self._told}
        self._sandbox.ask(head, self._data, seconds, self)
        self._generation = self._sandbox.generation

    def close(self) -> None:
        """Let go of it at once; nothing of it is waited for any more."""
        if not self._closed:
            self._closed = True
            self._data = b""
            self._sandbox.leave(self._number, self)
