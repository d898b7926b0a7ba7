"""A change that is written part by part is one change for everybody else."""

from pathlib import Path

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.journal.beside import WrittenHere
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.progress import nobody
from tests.journal.written import add, contents, edit


def _bring_in(journal: Journal, person: str, *names: str) -> None:
    with journal.change_in_parts("Bring in") as parts:
        for name in names:
            with parts.part(nobody) as change:
                change.add("diagnosis", person=person, name=name)


def test_all_parts_are_one_step_of_undo_and_redo(journal: Journal, person: str) -> None:
    before = contents(journal)
    _bring_in(journal, person, "Gout", "Anaemia", "Asthma")
    after = contents(journal)
    assert {row.name for row in journal.entries("diagnosis")} == {"Gout", "Anaemia", "Asthma"}
    assert journal.undo_people() == {person}
    journal.undo()
    assert contents(journal) == before
    journal.redo()
    assert contents(journal).keys() == after.keys()
    assert check(journal) == []


def test_what_comes_after_is_a_step_of_its_own(journal: Journal, person: str) -> None:
    _bring_in(journal, person, "Gout", "Anaemia")
    add(journal, "diagnosis", person=person, name="Asthma")
    journal.undo()
    assert {row.name for row in journal.entries("diagnosis")} == {"Gout", "Anaemia"}


def test_the_watchers_hear_once_of_all_parts(journal: Journal, person: str) -> None:
    heard: list[ChangeSet] = []
    journal.watch(heard.append)
    _bring_in(journal, person, "Gout", "Anaemia")
    [told] = heard
    ids = {row.id for row in journal.entries("diagnosis")}
    assert told.kinds == {"diagnosis"}
    assert told.ids == ids == {row.id for row in told.rows}
    assert ids & told.ids == ids
    assert "0" not in told.ids


def test_a_later_part_may_name_what_an_earlier_one_wrote(journal: Journal, person: str) -> None:
    with journal.change_in_parts("Bring in") as parts:
        with parts.part(nobody) as change:
            doctor = change.add("provider", person=person, name="Dr Owen")
        with parts.part(nobody) as change:
            change.add("appointment", person=person, purpose="Knee", provider=doctor)
    assert journal.entries("appointment")[0].provider == doctor


def test_what_stops_the_last_part_leaves_none(path: Path, journal: Journal, person: str) -> None:
    before = path.read_bytes()
    with (
        pytest.raises(UserError, match="no provider with the id"),
        journal.change_in_parts("Bring in") as parts,
    ):
        for _number in range(3):
            with parts.part(nobody) as change:
                change.add("diagnosis", person=person, name="Gout")
        with parts.part(nobody) as change:
            change.add("appointment", person=person, purpose="Knee", provider="0" * 20)
    assert path.read_bytes() == before
    assert not journal.entries("diagnosis")


def test_it_tells_that_nobody_can_read_meanwhile(journal: Journal, person: str) -> None:
    with journal.change_in_parts("Bring in") as parts, parts.part(nobody) as change:
        change.add("diagnosis", person=person, name="Gout")
        assert journal.keeps_readers_out
    assert not journal.keeps_readers_out


def test_a_part_that_writes_nothing_leaves_no_line(journal: Journal) -> None:
    length = len(journal.history())
    with journal.change_in_parts("Bring in") as parts, parts.part(nobody):
        pass
    assert len(journal.history()) == length


def test_what_was_written_here_is_known_in_its_order(journal: Journal, person: str) -> None:
    written = WrittenHere()
    journal.watch(written.note)
    _bring_in(journal, person, "Gout", "Anaemia")
    [gout, _anaemia] = journal.entries("diagnosis")
    edit(journal, "diagnosis", gout.id, name="Gout of the left foot")
    rows = {row.id: row for row in written.rows()}
    assert (rows[gout.id].after or {})["name"] == "Gout of the left foot"
    assert len(rows) == 2
