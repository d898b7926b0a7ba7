"""Processes that write exports without end, to be killed in the middle."""

from multiprocessing.connection import Connection
from pathlib import Path

from secondop_desktop.__main__ import main

_NARROWED = {"csv": ["--sections", "result"], "docx": ["--sections", "referral"]}
"""Ways that write one file only where one list or one letter is asked for."""
LOCKED = "locked archive"
PASSWORD = "a long one"


def asked(journal: Path, target: Path, way: str) -> list[str]:
    """Return the command that writes an export; it changes nothing in the journal."""
    narrowed = _NARROWED.get(way, [])
    if way == LOCKED or (way == "hand-over" and target.suffix):
        secret = journal.with_name("password.txt")
        secret.write_text(PASSWORD)
        narrowed = ["--zip-password-file", str(secret)]
    if way == "hand-over":
        narrowed += ["--for", "me"]  # else it is written down who got it
    form = "archive" if way == LOCKED else way
    return ["export", str(journal), "--to", str(target), "--format", form, *narrowed]


def write_until_killed(journal: Path, target: Path, told: Connection) -> None:
    """Write an export over itself again and again; each beginning is told."""
    while True:
        told.send("begins")
        main(asked(journal, target, target.stem))
