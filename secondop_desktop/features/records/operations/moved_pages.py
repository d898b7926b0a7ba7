"""What was noted at a page goes along when the pages of a record are arranged anew."""

from collections.abc import Sequence
from typing import Final

from secondop_desktop.exchange.photographs.arrangement import Sheet
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal

_NOTED: Final = ("statement", "result")
"""Kinds whose entries keep a page of a record, and a place on it."""


def follow(
    journal: Journal, change: Change, record: str, before: Sequence[Sheet], after: Sequence[Sheet]
) -> None:
    """Let each go to where its page is now; its place there only where the page looks the same."""
    now = {(sheet.picture, sheet.page): at for at, sheet in enumerate(after)}
    for kind in _NOTED:
        for row in journal.entries(kind, record=record):
            if row.page and row.page <= len(before):
                sheet = before[row.page - 1]
                at = now.get((sheet.picture, sheet.page))
                same = at is not None and _shape(after[at]) == _shape(sheet)
                page = None if at is None else at + 1
                change.edit(kind, row.id, page=page, place=row.place if same else "")


def _shape(sheet: Sheet) -> object:
    return sheet.quarters, sheet.crop
