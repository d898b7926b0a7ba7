"""A disc and its report are known to belong together by the number of the scan."""

from types import SimpleNamespace
from typing import Any

import pytest

from secondop_desktop.features.records.page.letter_purposes import purpose_of, purposes, serve
from secondop_desktop.features.records.rules.letter_words import understood
from secondop_desktop.features.records.rules.scan_numbers import belong_together
from secondop_desktop.journal.values.clock import local_today
from tests.features.desk import Desk


def _row(entry: str, kind: str, accession: str = "", text: str = "") -> Any:
    return SimpleNamespace(id=entry, type=kind, accession=accession, text=text)


@pytest.mark.parametrize(
    ("accession", "text", "together"),
    [
        ("", "MRI knee. Accession: GX-2026-0077. No fracture.", True),
        ("GX-2026-0077", "", True),
        ("", "Accession GX-2026-00771", False),
        ("", "AGX-2026-0077", False),
        ("GX-2026-0078", "MRI knee", False),
    ],
)
def test_the_whole_number_must_be_there(accession: str, text: str, together: bool) -> None:
    disc = _row("a", "imaging", "GX-2025-9, GX-2026-0077")
    report = _row("b", "scan", accession, text)
    assert belong_together(disc, report) is together
    assert belong_together(report, disc) is together


def test_two_discs_or_short_numbers_say_nothing() -> None:
    assert not belong_together(_row("a", "imaging", "RX-118"), _row("b", "imaging", "RX-118"))
    assert not belong_together(_row("a", "imaging", "12"), _row("b", "scan", "", "12 pictures"))


def test_the_card_suggests_it_and_the_person_confirms(desk: Desk) -> None:
    report = desk.add("record", title="MRI report", type="scan", text="Number GX-2026-0077.")
    disc = desk.add("record", title="MRI knee", type="imaging", accession="GX-2026-0077")
    row, read = desk.journal.get("record", disc), understood("", {}, local_today())
    assert (f"record:{report}", "Belongs to: MRI report") in purposes(desk.journal, row)
    chosen = purpose_of(desk.journal, row, read)
    assert chosen == f"record:{report}"
    assert desk.journal.get("record", disc).linked == ()
    with desk.journal.change("confirm") as change:
        serve(desk.journal, change, disc, chosen)
    assert desk.journal.get("record", disc).linked == (report,)
