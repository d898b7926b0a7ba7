"""The default paper says which options were named, and what was decided so far."""

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from tests.summary.printed import add, words


def test_waiting_is_among_the_options_that_are_named(ann: Journal) -> None:
    case = add(ann, "case", question="Replace the hip?")
    add(ann, "option", case=case, name="New hip")
    add(ann, "option", case=case, name="Exercises first")
    named = "Options named: New hip; Exercises first; wait, or do nothing for now"
    assert named in words(ann)
    add(ann, "option", case=case, name="Come back in spring", waiting=True)
    assert "Options named: New hip; Exercises first; Come back in spring" in words(ann)


def test_what_was_decided_so_far_is_said_with_the_option(ann: Journal) -> None:
    case = add(ann, "case", question="Replace the hip?")
    option = add(ann, "option", case=case, name="Come back in spring", waiting=True)
    add(ann, "decision", case=case, stage="considering")
    assert "Decided so far: I am thinking it over" in words(ann)
    day = PartialDate.parse("2026-11-20")
    add(ann, "decision", case=case, stage="made", option=option, date=day)
    told = words(ann)
    assert "Decided so far: I have decided · Come back in spring · 20 Nov 2026" in told
    assert "thinking it over" not in told


def test_where_nobody_named_an_option_nothing_is_said(ann: Journal) -> None:
    add(ann, "case", question="Replace the hip?")
    told = words(ann)
    assert "Options named" not in told
    assert "Decided so far" not in told


def test_a_private_option_stays_out(ann: Journal) -> None:
    add(ann, "option", name="New hip")
    add(ann, "option", name="Clinic abroad", private=True)
    assert "Clinic abroad" not in words(ann)
