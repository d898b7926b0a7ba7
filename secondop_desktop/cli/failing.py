"""What is said, and which exit code is given, when a command does not work out."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import UnsupportedOperation

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _

DONE, PROBLEM, STOPPED = 0, 1, 130
_LONGEST = 2_000
"""Letters said at most: a sentence quotes what was given, which may be of any length."""


def guarded(command: Callable[[], int], *, debug: bool = False) -> int:
    """Run a command and return its exit code; nothing but a usage error is raised.

    A problem that the user can do something about is one sentence on stderr. A fault of the
    program is too, as a traceback may show health data: only ``debug`` prints one.
    """
    try:
        code = command()
        _finish_output()
    except UserError as problem:
        return _say(_with_way_out(problem))
    except BrokenPipeError:
        _let_output_go()
        return DONE
    except OSError as problem:
        _let_stuck_output_go()
        return _say(_lacking(problem) or _of_the_computer(problem))
    except KeyboardInterrupt:
        return STOPPED
    except Exception as fault:  # noqa: BLE001 - the last one to hear of it
        if debug:
            _print_trace()
        return _say(_lacking(fault) or _of_the_program(fault))
    return code


def _say(sentence: str) -> int:
    if sys.stderr is not None:
        print(f"secondop: {_one_line(sentence)}", file=sys.stderr)
    return PROBLEM


def _with_way_out(problem: UserError) -> str:
    """Say of a damaged journal which command mends it, as the window offers it by a button."""
    from secondop_desktop.journal.storage.disk import DamagedJournal

    mends = _("Or mend it with “secondop check --repair”.")
    return f"{problem} {mends}" if isinstance(problem, DamagedJournal) else str(problem)


def _one_line(sentence: str) -> str:
    """Keep it one sentence on one line: what it quotes may hold line breaks, or steer a screen."""
    if len(sentence) > _LONGEST:
        sentence = f"{sentence[: _LONGEST // 2]} … {sentence[-_LONGEST // 4 :]}"
    line = " ".join(sentence.splitlines())
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in line)


def _finish_output() -> None:
    """Write out what waits, while a failure can still be told."""
    if sys.stdout is not None:
        sys.stdout.flush()


def _let_stuck_output_go() -> None:
    """Give up what cannot be written, as on a full disk: some Pythons would fail over it again."""
    try:
        _finish_output()
    except OSError:
        with suppress(UnsupportedOperation):
            _let_output_go()


def _let_output_go() -> None:
    """Nobody reads on: send the rest nowhere, so that closing stdout does not fail too."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - a device
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _print_trace() -> None:
    import traceback

    traceback.print_exc()


def _of_the_computer(problem: OSError) -> str:
    from secondop_desktop.journal.storage.disk import why

    if problem.filename is None:
        return _("The computer could not do that: {why}.").format(why=why(problem))
    return _("The computer could not use {file}: {why}.").format(
        file=problem.filename, why=why(problem)
    )


def _lacking(fault: Exception) -> str | None:
    """Say what of the installation is missing, where a fault comes from that."""
    from secondop_desktop.parts import lacking

    return lacking(fault)


def _of_the_program(fault: Exception) -> str:
    return _(
        "A fault in the program stopped this command ({kind}). Run it again with --debug to see "
        "where."
    ).format(kind=type(fault).__name__)
