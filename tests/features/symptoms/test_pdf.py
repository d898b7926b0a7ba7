"""Symptom notes on paper."""

from secondop_desktop.features.symptoms.pdf import CHAPTERS
from tests.features.paper import Sheet
from tests.features.rows import day

SYMPTOMS = CHAPTERS["symptom"]


def test_notes_in_order_the_undated_last() -> None:
    sheet = Sheet()
    sheet.add("symptom", what="Undated")
    sheet.add("symptom", what="Later", date=day("2024-05"), severity=4, helps="Rest")
    sheet.add("symptom", what="Earlier", date=day("2024"), notes="On the hill")
    assert sheet.printed(SYMPTOMS) == (
        "Date What How bad What helps "
        "2024 Earlier On the hill May 2024 Later 4 out of 10 Rest Undated"
    )


def test_large_print_heads_each_note_with_what_was_felt() -> None:
    sheet = Sheet(large=True)
    sheet.add("symptom", what="Pain", date=day("2024"), severity=4, helps="Rest")
    assert sheet.printed(SYMPTOMS) == "Pain Date: 2024 How bad: 4 out of 10 What helps: Rest"
