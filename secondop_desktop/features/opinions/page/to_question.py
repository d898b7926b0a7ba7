"""Makes a question of an aspect in which the doctors do not say the same."""

from collections.abc import Mapping, Sequence
from typing import Any

from secondop_desktop.features.opinions.rules.side_by_side import Row, question_of
from secondop_desktop.journal.case_scope import entries_of_case
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _


def add_question(
    journal: Journal, given: Mapping[str, Any], row: Row, titles: Sequence[str]
) -> bool:
    """Add the question for the person and case ``given``; False when it is in the list already."""
    text = question_of(row)
    held = entries_of_case(journal, "question", given["person"], given["case"])
    if any(one.text == text for one in held):
        return False
    with journal.change(_("Turn into a question")) as change:
        change.add("question", **given, text=text, why=_why(row, titles))
    return True


def _why(row: Row, titles: Sequence[str]) -> str:
    """Say what each of them said, so that the question can be asked without this page."""
    said = zip(titles, row.cells, strict=True)
    return "\n".join(f"{title}: {cell.text}" for title, cell in said if cell.text)
