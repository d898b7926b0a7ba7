"""Where the program starts: the window for a journal or for nothing, else a command."""

import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from secondop_desktop.cli.command_words import WORDS
from secondop_desktop.cli.standard_streams import speak_utf8
from secondop_desktop.sandbox import FLAG

_ABOUT_ITSELF = ("kinds",)
"""What is answered without a journal, as help is: nothing in memory or on the disk to protect."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command or the window and return the exit code; wrong usage is 2."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words == [FLAG]:
        return _decode()
    speak_utf8()
    try:
        return _window(words) if _names_a_journal(words) else _command(words)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0


def window() -> int:
    """Open the window: the entry that has no console."""
    words = sys.argv[1:]
    if words == [FLAG]:
        return _decode()
    return _window(words[:1])


def _decode() -> int:
    from secondop_desktop.sandbox.worker import main as decode

    return decode()


def _names_a_journal(words: Sequence[str]) -> bool:
    """Tell a file from a mistyped command: it is there, or looks like a path or a journal."""
    if not words:
        return True
    word = words[0]
    if len(words) > 1 or word in WORDS or word.startswith("-"):
        return False
    from pathlib import Path

    path = Path(word)
    return path.exists() or path.suffix == ".secondop" or path.name != word


def _window(words: Sequence[str]) -> int:
    from pathlib import Path

    from secondop_desktop.cli.failing import guarded
    from secondop_desktop.cli.open_window import open_window
    from secondop_desktop.hardening import harden

    harden()  # and cleared up once the frame was seen: see app
    return guarded(lambda: open_window(Path(words[0]) if words else None))


def _command(words: Sequence[str]) -> int:
    with _nothing_collected():
        if words[0] not in WORDS:
            from secondop_desktop.cli.about import tell

            return tell(words)
        if words[0] not in _ABOUT_ITSELF:
            _harden()
        from secondop_desktop.cli.dispatch import prepared

        run = prepared(words)
    return run()


def _harden() -> None:
    from secondop_desktop.hardening import clear_up, harden

    harden()
    clear_up()


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Look for no garbage among what is loaded: there is none, and it took a quarter of a start."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:  # beside a window it stays off: see garbage_timer
            gc.enable()


if __name__ == "__main__":
    sys.exit(main())
