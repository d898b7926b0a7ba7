"""Marking a letter as sent, and what is noted elsewhere in the same step."""

from typing import Any

import pytest

from secondop_desktop.features.letters.operations import sending
from secondop_desktop.features.letters.operations.sending import ASKED, REFERRED, TOLD
from secondop_desktop.features.letters.operations.versions import versions
from tests.features.desk import Desk
from tests.features.rows import day

SENT = day("2026-07-03")


def _letter(desk: Desk, **values: Any) -> Any:
    to = desk.add("provider", name="Dr Shah")
    entry = desk.add("letter", **{"title": "Please", "to": to, "type": "tell", **values})
    return desk.journal.get("letter", entry)


def _offered(desk: Desk, row: Any) -> dict[str, bool]:
    return {offer.key: offer.usual for offer in sending.offers(desk.journal, row)}


@pytest.mark.parametrize(
    ("type_", "offered"),
    [
        ("tell", {TOLD: True}),
        ("decided", {TOLD: True}),
        ("ask", {TOLD: True}),
        ("thanks", {TOLD: False}),
        ("referral", {TOLD: False, REFERRED: True}),
        ("records", {}),
    ],
)
def test_what_each_letter_offers(desk: Desk, type_: str, offered: dict[str, bool]) -> None:
    assert _offered(desk, _letter(desk, type=type_)) == offered


def test_a_letter_to_nobody_offers_nothing(desk: Desk) -> None:
    assert _offered(desk, _letter(desk, to=None)) == {}


def test_telling_is_one_step(desk: Desk) -> None:
    row = _letter(desk)
    sending.send(desk.journal, row, SENT, "post", {TOLD})
    (told,) = desk.journal.entries("told")
    assert (told.provider, told.date, told.how, told.case) == (row.to, SENT, "letter", desk.case)
    assert "Please" in told.what
    sent = desk.journal.get("letter", row.id)
    assert (sent.sent, sent.how) == (SENT, "post")
    desk.journal.undo()
    assert desk.journal.entries("told") == []
    assert desk.journal.get("letter", row.id).sent is None


def test_what_was_sent_is_kept_as_it_was(desk: Desk) -> None:
    row = _letter(desk, text="Dear Dr Shah")
    sending.send(desk.journal, row, SENT, "post")
    with desk.journal.change("write") as change:
        change.edit("letter", row.id, text="Something else")
    (kept,) = versions(desk.journal, row.id)
    assert (kept.text, kept.sent) == ("Dear Dr Shah", SENT)


def test_what_is_not_chosen_is_not_noted(desk: Desk) -> None:
    sending.send(desk.journal, _letter(desk), SENT, "email")
    assert desk.journal.entries("told") == []


def test_records_that_the_letter_names_were_asked_for(desk: Desk) -> None:
    row = _letter(desk, type="records", text="Please send:\n- CT scan\n- Old notes")
    named = desk.add("record", title="CT scan", state="wanted", holder=row.to)
    had = desk.add("record", title="Old notes", state="asked", asked=day("2026-01"), holder=row.to)
    other = desk.add("record", title="X-ray", state="wanted", holder=row.to)
    assert _offered(desk, row) == {ASKED: True}
    sending.send(desk.journal, row, SENT, "post", {ASKED})
    records = {one.id: (one.state, one.asked) for one in desk.journal.entries("record")}
    assert records == {
        named: ("asked", SENT), had: ("asked", day("2026-01")), other: ("wanted", None),
    }  # fmt: skip
    desk.journal.undo()
    assert desk.journal.get("record", named).state == "wanted"


def test_the_case_learns_when_the_referral_was_asked_for(desk: Desk) -> None:
    row = _letter(desk, type="referral")
    sending.send(desk.journal, row, SENT, "in person", {REFERRED, TOLD})
    case = desk.journal.get("case", str(desk.case))
    assert (case.referral_asked, case.referral_by) == (SENT, row.to)
    assert REFERRED not in _offered(desk, row)


def test_it_was_not_sent_after_all(desk: Desk) -> None:
    row = _letter(desk)
    sending.send(desk.journal, row, SENT, "post")
    sending.unsend(desk.journal, desk.journal.get("letter", row.id))
    again = desk.journal.get("letter", row.id)
    assert (again.sent, again.how) == (None, "")
