"""A letter and a sheet to test on."""

from typing import Final

from secondop_desktop.exchange.outgoing.letter import Letter

LETTER: Final = Letter(
    sender="Ann Lee\n1 High Street",
    recipient="Dr Bell\nMill Lane",
    date="3 July 2026",
    subject="Copies of my records",
    text="Dear Dr Bell,\n\nI would like:\n- the scan\n- the letter\n\nYours,\nAnn",
    name="Ask for records",
)
SHEET: Final = Letter("", "", "", "For my visit", "My question:\nWhy?\n\nNotes:", sheet=True)
