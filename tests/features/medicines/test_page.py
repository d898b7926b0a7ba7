"""The page of medicines: its parts under their headings, in the person's own order."""

from datetime import date

import pytest

from secondop_desktop.features.medicines.page import MedicinesPage
from secondop_desktop.features.medicines.rules import HEADINGS, Part, part
from secondop_desktop.journal.kinds import MISTAKEN
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.paths import settings_file
from secondop_desktop.window.kind_lookup import form_of
from tests.features.desk import Desk

TAKEN = ("Zopiclone", "Bendroflumethiazide", "Metformin")


@pytest.fixture
def page(desk: Desk) -> MedicinesPage:
    """Three that are taken, written down in no order of theirs, after one that was stopped."""
    settings_file().unlink(missing_ok=True)  # no order that another test chose
    desk.add("medicine", name="Naproxen", status="stopped", start=PartialDate(2025))
    for year, name in zip((2019, 2024, 2022), TAKEN, strict=True):
        desk.add("medicine", name=name, status="taking", start=PartialDate(year))
    desk.add("medicine", name="Warfarin", status="on hold")
    desk.add("medicine", name="Rivaroxaban", status="planned")
    kind = desk.journal.kinds["medicine"]
    made = MedicinesPage(desk.journal, desk.watch, kind, desk.person or "", form_of(kind))
    desk.qtbot.addWidget(made)
    return made


def shown(page: MedicinesPage) -> list[tuple[str, str]]:
    """Return what the list says: headings, and titles under them."""
    return [(item.heading, item.title) for item in page.list.items()]


def test_each_part_has_its_heading_and_keeps_its_order(page: MedicinesPage) -> None:
    assert shown(page) == [
        ("Taking now", "Zopiclone"),
        ("", "Bendroflumethiazide"),
        ("", "Metformin"),
        ("Not certain", "Warfarin"),
        ("Planned, or never taken", "Rivaroxaban"),
        ("Stopped", "Naproxen"),
    ]


def test_a_filter_leaves_the_heading_of_what_it_keeps(page: MedicinesPage) -> None:
    page.filter.setText("metfor")
    assert shown(page) == [("Taking now", "Metformin")]


def test_another_order_has_no_parts(page: MedicinesPage) -> None:
    page.tools.order.setCurrentIndex(page.tools.order.findText("By name, A to Z"))
    assert [heading for heading, _title in shown(page)] == [""] * 6


def test_a_new_date_moves_no_medicine(page: MedicinesPage) -> None:
    before = shown(page)
    entry = str(page.list.items()[2].key)
    with page.journal.change("Edit") as change:
        change.edit("medicine", entry, start=PartialDate(2026))
    assert shown(page) == before


def test_a_heading_is_said_and_makes_room(page: MedicinesPage) -> None:
    first, second = page.list.items()[:2]
    assert first.spoken().startswith("Taking now. Zopiclone")
    assert not second.spoken().startswith("Taking now")
    rows = [page.list.model().index(at, 0) for at in (0, 1)]
    tall, low = (page.list.sizeHintForIndex(row).height() for row in rows)
    assert tall > low


def test_every_part_has_a_heading() -> None:
    assert set(HEADINGS) == set(Part)


@pytest.mark.parametrize(
    ("status", "start", "expected"),
    [
        ("", 2031, Part.NOT_TAKEN),
        ("avoid", None, Part.NOT_TAKEN),
        (MISTAKEN[0], None, Part.NOT_TAKEN),
        ("as needed", 2020, Part.NOW),
        ("not known", 2020, Part.DOUBTED),
    ],
)
def test_where_a_medicine_stands(
    desk: Desk, status: str, start: int | None, expected: Part
) -> None:
    begun = PartialDate(start) if start else None
    entry = desk.add("medicine", name="Colchicine", status=status, start=begun)
    assert part(desk.journal.get("medicine", entry), date(2026, 6, 1)) is expected
