"""A secret that a file holds in its first line, or that comes through a pipe."""

import os
import stat
import sys
import time
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage.private_files import open_regular
from secondop_desktop.lang import _

_STDIN = Path("-")
_MOST = 64 * 1024
"""Bytes of a line that is still a secret, and not a file named by mistake."""
_PATIENCE = 10.0
"""Seconds for which the other end of a pipe is waited for."""


def first_line(file: Path) -> str:
    """Return the first line of a file that holds a secret, or of stdin for ``-``.

    A pipe will do, as a shell makes it for ``<(…)``. Raises UserError without such a line, and
    OSError for what is neither, such as a device.
    """
    raw = _first_bytes(file).partition(b"\n")[0]
    try:
        lines = raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        lines = []
    if not lines or not lines[0] or len(raw) >= _MOST:
        raise UserError(
            _("{file} holds no password. Put it into the first line, as text in UTF-8.").format(
                file=file.name
            )
        )
    return lines[0]


def _first_bytes(file: Path) -> bytes:
    if file == _STDIN:
        return sys.stdin.buffer.readline(_MOST)
    if os.name != "nt" and stat.S_ISFIFO(file.stat().st_mode):
        return _through_pipe(file)
    with open_regular(file) as opened:
        return opened.readline(_MOST)


def _through_pipe(file: Path) -> bytes:
    """Read until the line or the pipe ends; raises UserError when nothing comes for a while."""
    handle, found = os.open(file, os.O_RDONLY | os.O_NONBLOCK), b""
    until = time.monotonic() + _PATIENCE
    try:
        while b"\n" not in found and len(found) < _MOST and _is_ready(handle, until, file):
            if not (piece := os.read(handle, _MOST - len(found))):
                break
            found += piece
    finally:
        os.close(handle)
    return found


def _is_ready(handle: int, until: float, file: Path) -> bool:
    import select

    waiting = select.poll()
    waiting.register(handle, select.POLLIN | select.POLLHUP)
    if waiting.poll(max(0.0, until - time.monotonic()) * 1000):
        return True
    raise UserError(
        _("Nothing came through {file}. Write the password into it, then try again.").format(
            file=file.name
        )
    )
