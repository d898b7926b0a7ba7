"""Where a command prints to; light, as every start asks for it."""

import sys


def speak_utf8() -> None:
    """Print UTF-8 wherever the program runs, as scripts rely on it."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace")
