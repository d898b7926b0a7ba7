"""The program's side of the process that decodes: started when asked, and again after its death."""

import atexit
import os
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any, Final
from weakref import WeakSet

from secondop_desktop.sandbox import FLAG, frames
from secondop_desktop.sandbox.answers import Answer, TroubleError

_PATIENCE: Final = 1.0
"""Seconds for an act that nobody waits for any more, and for a process to end by itself."""

_ROOM: Final = 1 << 20
"""Bytes that a pipe holds where the system lets us say it: a page is some megabytes."""


class EndedError(Exception):
    """The process was over its limits, or was ended: the file takes more than a document does."""


class Sandbox:
    """Asks one process at a time one thing at a time; safe to use from several threads.

    ``generation`` grows with each process: what an earlier one held is not there any more.
    ``era`` grows when all is ended: what was held before is not opened again.
    """

    def __init__(self) -> None:
        self.turn = threading.RLock()
        self.generation, self.era = 0, 0
        self._process: subprocess.Popen[bytes] | None = None
        self._now: object = None
        self._asker = 0
        self._left: deque[int] = deque()
        _ALL.add(self)

    def pid(self) -> int | None:
        """Return the number of the process; None while there is none."""
        return None if self._process is None else self._process.pid

    def ready(self, era: int) -> None:
        """Start the process where none lives; raises EndedError where none can, or may.

        ``era`` is that of the file: all may be ended by another thread in the midst of this.
        """
        with self.turn:
            if self._process is None or self._process.poll() is not None:
                self.end()
                try:
                    self._process = _started()
                except OSError as none:
                    raise EndedError from none
                self.generation += 1
                self._left.clear()
            if self.era != era:
                self.end()
                raise EndedError

    def ask(self, head: frames.Head, body: bytes, seconds: float, whose: object) -> Answer:
        """Wait for an answer; raises TroubleError, and EndedError where the process has ended.

        ``whose`` is who asks, so that ``leave`` can tell whether it is being waited for.
        """
        with self.turn:
            process = self._process
            if process is None:
                raise EndedError
            self._now, self._asker = whose, threading.get_ident()
            limit = _after(seconds, lambda: _kill(process))
            try:
                return self._answered(process, head, body)
            finally:
                limit.cancel()
                self._now, self._asker = None, 0

    def _answered(
        self, process: "subprocess.Popen[bytes]", head: frames.Head, body: bytes
    ) -> Answer:
        try:
            stdin, stdout = _pipes(process)
            self._close_left(stdin)
            frames.write(stdin, head, body)
            said, found = frames.read(stdout)
        except frames.BrokenPipe as gone:
            self.end()
            raise EndedError from gone
        if "trouble" in said:
            raise TroubleError(str(said.pop("trouble")), **said)
        return Answer(said, found)

    def _close_left(self, stdin: IO[bytes]) -> None:
        while self._left:
            frames.write(stdin, {"act": "close", "file": self._left.popleft(), "told": {}})

    def forget(self, number: int) -> None:
        """Have a file closed before the next act, whatever goes on at this moment."""
        self._left.append(number)

    def leave(self, number: int, whose: object) -> None:
        """Forget a file without waiting: an act of it that goes on gets a second more."""
        self.forget(number)
        process = self._process
        if process is None:
            return
        if self.turn.acquire(blocking=False):
            try:
                with suppress(frames.BrokenPipe):
                    self._close_left(_pipes(process)[0])
            finally:
                self.turn.release()
        elif self._now is whose:
            _after(_PATIENCE, lambda: self._give_up(process, whose))

    def _give_up(self, process: "subprocess.Popen[bytes]", whose: object) -> None:
        if self._now is whose:
            _kill(process)

    def interrupt(self, asker: int) -> None:
        """End the process while this thread waits for its answer; another may work with it."""
        process = self._process
        if process is not None and self._asker == asker:
            _kill(process)

    def end(self) -> None:
        """End the process and wait until it is gone; nothing is left of it."""
        process, self._process = self._process, None
        if process is None:
            return
        _kill(process)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        process.wait()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End a process and the program that it may have started to read a picture."""
    # Nobody has waited for it yet, so that its number is no other's.
    if sys.platform != "win32" and process.returncode is None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _after(seconds: float, does: Callable[[], object]) -> threading.Timer:
    """Do something after so many seconds unless it is cancelled; the program may end before."""
    limit = threading.Timer(seconds, does)
    limit.daemon = True
    limit.start()
    return limit


_ALL: "WeakSet[Sandbox]" = WeakSet()


def end_all() -> None:
    """End every process that decodes: a journal closes or is locked, or the program ends.

    Whoever still asks about a file hears EndedError; none of them is opened again.
    """
    for sandbox in list(_ALL):
        sandbox.era += 1
        sandbox.end()


atexit.register(end_all)


def _started() -> "subprocess.Popen[bytes]":
    # Its remarks are those of libraries about a stranger's file: nobody's to read.
    kept: dict[str, Any] = {"stderr": subprocess.DEVNULL}
    if sys.platform == "win32":
        kept["creationflags"] = subprocess.CREATE_NO_WINDOW
    else:
        kept["process_group"] = 0  # so that what it starts ends with it
    pipe = subprocess.PIPE
    return subprocess.Popen(command(), stdin=pipe, stdout=pipe, pipesize=_ROOM, **kept)


def command() -> list[str]:
    """Return what starts the process: the packaged program itself, or Python with our module."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [sys.executable, "-P", "-m", "secondop_desktop.sandbox.worker"]


def _pipes(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


FOR_LOOKING: Final = Sandbox()
"""What is on the screen: never behind an import that is long."""

FOR_WORK: Final = Sandbox()
"""What is added, brought in, or put into a pack: nobody looks at it meanwhile."""
