"""A process of its own that does a work, and may end at any moment of it."""

import signal
import time
import traceback
from multiprocessing.connection import Connection
from pathlib import Path
from shutil import copytree

from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage import cipher, keys
from tests.faults.forks import FORKS
from tests.faults.works.work import DONE, Work

READY, TOOK, REFUSED, FAULT, HUNG = "ready", "took ", "refused: ", "fault: ", "hung"
_LONGEST = 120.0
"""Seconds without a word after which a process hangs: nothing here takes a tenth of that."""


class Child:
    """A work in a process that waits for ``go``; ``after`` so much of its time the system ends it.

    That is seconds of its processor, so that a busy computer changes nothing, or of the clock where
    ``by_clock``, so that it may also end while it waits for the disk. The timer is the process's
    own, and what it sends ends a process as ``kill -9`` does: nothing of it runs afterwards.
    """

    def __init__(
        self, work: Work, folder: Path, after: float = 0.0, *, by_clock: bool = False
    ) -> None:
        self._told, telling = FORKS.Pipe(duplex=False)
        going, self._go = FORKS.Pipe(duplex=False)
        arguments = (type(work), work.phrase, folder, telling, going, after, by_clock)
        self.process = FORKS.Process(target=_run, args=arguments)
        self.process.start()
        telling.close()
        going.close()
        assert self._told.recv_bytes().decode() == READY

    def go(self) -> None:
        """Let it begin."""
        self._go.send_bytes(b"go")

    def ended(self) -> list[str]:
        """Wait until it is gone; return what it told."""
        told = []
        try:
            while self._told.poll(_LONGEST):
                told.append(self._told.recv_bytes().decode())
            told.append(HUNG)
            self.process.kill()
        except EOFError:
            pass
        self.process.join()
        self.process.close()
        self._told.close()
        self._go.close()
        return told


def done_in_a_child(
    work: Work, folder: Path, after: float = 0.0, *, by_clock: bool = False
) -> list[str]:
    """Do a work in a process of its own; return what it told."""
    child = Child(work, folder, after, by_clock=by_clock)
    child.go()
    return child.ended()


def laid_anew(ground: Path, folder: Path) -> Path:
    """Copy what a work begins with into a fresh folder."""
    return Path(copytree(ground, folder))


def _run(
    kind: type[Work],
    phrase: str,
    folder: Path,
    telling: Connection,
    going: Connection,
    after: float,
    by_clock: bool,
) -> None:
    cipher.ROUNDS = 1  # the time goes into the file, where the ends are wanted
    keys.forget_all()

    def tell(text: str) -> None:
        telling.send_bytes(text.encode())

    tell(READY)
    try:
        going.recv_bytes()
    except OSError:  # made to fail, as any call of this process may be
        return
    began = time.process_time(), time.perf_counter()
    signal.setitimer(signal.ITIMER_REAL if by_clock else signal.ITIMER_PROF, after)
    try:
        kind(phrase).do(folder, tell)
        tell(DONE)
        tell(f"{TOOK}{time.process_time() - began[0]} {time.perf_counter() - began[1]}")
    except UserError as error:
        tell(f"{REFUSED}{error}")
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a fault to be told
        tell(f"{FAULT}{where(error)}")


def where(error: Exception) -> str:
    """Return what was raised, and the last places it came through."""
    frames = traceback.extract_tb(error.__traceback__)[-5:]
    places = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(frames))
    return f"{type(error).__name__} {error} at {places}"
