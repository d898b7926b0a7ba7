"""Putting away, bringing back, and emptying the bin."""

from io import BytesIO
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from tests.journal.written import add, bring_back, contents, edit, put_away, raw


def _opinion(journal: Journal, person: str) -> tuple[str, str, str]:
    opinion = add(journal, "opinion", person=person, place=1)
    parts = [
        add(journal, "statement", person=person, opinion=opinion, aspect="plan", text=text)
        for text in ("Wait", "Operate")
    ]
    return opinion, parts[0], parts[1]


def _binned(journal: Journal, kind: str) -> set[str]:
    return {row.id for row in journal.entries(kind, binned=True)}


def test_what_is_put_away_is_in_the_bin_and_nowhere_else(journal: Journal, person: str) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina")
    put_away(journal, "diagnosis", entry)
    assert journal.entries("diagnosis") == []
    assert _binned(journal, "diagnosis") == {entry}
    assert journal.find("angina") == []
    assert journal.name(entry) == "Angina"
    bring_back(journal, "diagnosis", entry)
    assert [hit.id for hit in journal.find("angina")] == [entry]
    assert journal.entries("diagnosis", binned=True) == []


def test_parts_go_and_come_with_their_owner(journal: Journal, person: str) -> None:
    opinion, first, second = _opinion(journal, person)
    before = [row.text for row in journal.entries("statement")]
    put_away(journal, "opinion", opinion)
    assert _binned(journal, "statement") == {first, second}
    bring_back(journal, "opinion", opinion)
    assert [row.text for row in journal.entries("statement")] == before
    assert check(journal) == []


def test_what_was_put_away_before_stays_in_the_bin(journal: Journal, person: str) -> None:
    opinion, first, second = _opinion(journal, person)
    put_away(journal, "statement", first)
    put_away(journal, "opinion", opinion)
    bring_back(journal, "opinion", opinion)
    assert _binned(journal, "statement") == {first}
    assert [row.id for row in journal.entries("statement")] == [second]


def test_a_part_brings_its_owner_back_but_not_the_other_parts(
    journal: Journal, person: str
) -> None:
    opinion, first, second = _opinion(journal, person)
    put_away(journal, "opinion", opinion)
    bring_back(journal, "statement", first)
    assert [row.id for row in journal.entries("opinion")] == [opinion]
    assert _binned(journal, "statement") == {second}


def test_a_person_takes_along_all_that_is_kept_for_them(journal: Journal, person: str) -> None:
    other = add(journal, "person", name="Gareth Evans")
    kept = add(journal, "diagnosis", person=other, name="Gout")
    _, first, second = _opinion(journal, person)
    add(journal, "provider", person=person, name="Dr Patel")
    put_away(journal, "statement", first)
    before = contents(journal)
    put_away(journal, "person", person)
    assert {name: rows for name, rows in contents(journal).items() if rows}.keys() == {
        *("person", "diagnosis"),
        *("person (bin)", "provider (bin)", "opinion (bin)", "statement (bin)"),
    }
    assert [row.id for row in journal.entries("diagnosis")] == [kept]
    bring_back(journal, "person", person)
    assert _binned(journal, "statement") == {first}
    assert [row.id for row in journal.entries("statement")] == [second]
    journal.undo()
    journal.undo()
    assert contents(journal) == before


def test_twice_is_once(journal: Journal, person: str) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina")
    bring_back(journal, "diagnosis", entry)
    put_away(journal, "diagnosis", entry)
    put_away(journal, "diagnosis", entry)
    assert [moment.label for moment in journal.history(entry)] == [
        "Put diagnosis away",
        "Add diagnosis",
    ]


def test_emptying_takes_entries_out_for_ever(journal: Journal, person: str) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina")
    put_away(journal, "diagnosis", entry)
    heard: list[ChangeSet] = []
    journal.watch(heard.append)
    changeset = journal.empty_bin()
    assert changeset is not None
    assert (changeset.what, set(changeset.ids), heard) == ("empty", {entry}, [changeset])
    assert (journal.entries("diagnosis", binned=True), journal.history(entry)) == ([], [])
    assert (journal.undo_label(), journal.redo_label()) == ("", "")
    assert journal.undo() is None
    assert check(journal) == []


def test_emptying_an_empty_bin_is_nothing(journal: Journal, person: str) -> None:
    heard: list[ChangeSet] = []
    journal.watch(heard.append)
    before = journal.path.read_bytes()
    assert journal.empty_bin() is None
    assert (heard, journal.path.read_bytes()) == ([], before)
    assert journal.undo_label() == "Add person"


def test_no_word_of_it_is_left_in_the_file(journal: Journal, path: Path, person: str) -> None:
    entry = add(journal, "diagnosis", person=person, name="Zebrafishcanary", notes="Quokkacanary")
    edit(journal, "diagnosis", entry, notes="Numbatcanary")
    put_away(journal, "diagnosis", entry)
    assert b"canary" in path.read_bytes()
    journal.empty_bin()
    assert b"canary" not in path.read_bytes().lower()


def test_what_others_refer_to_stays(journal: Journal, person: str) -> None:
    doctor = add(journal, "provider", person=person, name="Dr Patel")
    record = add(journal, "record", person=person, title="Letter")
    diagnosis = add(
        journal, "diagnosis", person=person, name="Angina", given_by=doctor, records=(record,)
    )
    linked = add(journal, "symptom", person=person, what="Pain")
    task = add(journal, "task", person=person, text="Ring", linked=(linked,))
    for kind, entry in (("provider", doctor), ("record", record), ("symptom", linked)):
        put_away(journal, kind, entry)
    assert journal.empty_bin() is None
    put_away(journal, "diagnosis", diagnosis)
    assert (journal.empty_bin() or ChangeSet("", (), 0)).ids == {doctor, record, diagnosis}
    put_away(journal, "task", task)
    assert (journal.empty_bin() or ChangeSet("", (), 0)).ids == {linked, task}
    assert check(journal) == []


def test_only_the_chosen_leave(journal: Journal, person: str) -> None:
    old, new = (add(journal, "diagnosis", person=person, name=name) for name in ("Old", "New"))
    put_away(journal, "diagnosis", old)
    put_away(journal, "diagnosis", new)
    changeset = journal.empty_bin(lambda row: row.name == "Old")
    assert (changeset or ChangeSet("", (), 0)).ids == {old}
    assert _binned(journal, "diagnosis") == {new}


def test_later_steps_can_still_be_undone(journal: Journal, person: str) -> None:
    gone = add(journal, "diagnosis", person=person, name="Gone")
    put_away(journal, "diagnosis", gone)
    kept = add(journal, "diagnosis", person=person, name="Kept")
    edit(journal, "diagnosis", kept, name="Kept, changed")
    journal.empty_bin()
    assert [getattr(journal.undo(), "label", None) for _each in range(3)] == [
        "Edit diagnosis",
        "Add diagnosis",
        None,
    ]
    assert journal.entries("diagnosis") == []
    assert [getattr(journal.redo(), "label", None) for _each in range(3)] == [
        "Add diagnosis",
        "Edit diagnosis",
        None,
    ]
    assert [row.name for row in journal.entries("diagnosis")] == ["Kept, changed"]


def test_a_step_that_names_what_left_cannot_be_undone(journal: Journal, person: str) -> None:
    first, second = (add(journal, "provider", person=person, name=name) for name in ("A", "B"))
    diagnosis = add(journal, "diagnosis", person=person, name="Angina", given_by=first)
    put_away(journal, "provider", first)
    edit(journal, "diagnosis", diagnosis, given_by=second)
    edit(journal, "diagnosis", diagnosis, stage="2")
    assert (journal.empty_bin() or ChangeSet("", (), 0)).ids == {first}
    assert getattr(journal.undo(), "label", None) == "Edit diagnosis"
    assert journal.undo() is None
    assert journal.get("diagnosis", diagnosis).given_by == second
    assert check(journal) == []


def test_what_was_undone_cannot_be_redone_after_emptying(journal: Journal, person: str) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina")
    put_away(journal, "diagnosis", entry)
    bring_back(journal, "diagnosis", entry)
    journal.undo()
    journal.empty_bin()
    assert journal.redo() is None
    assert check(journal) == []


def test_bytes_of_files_leave_with_the_last_that_names_them(
    journal: Journal, path: Path, person: str
) -> None:
    with journal.change("Attach") as change:
        stored = journal.attach(change, BytesIO(b"scan"), "scan.pdf")
        one, two = (
            change.add("record", person=person, title=title, file=stored.hash) for title in "AB"
        )
    put_away(journal, "record", one)
    journal.empty_bin()
    assert journal.file(stored.hash) == b"scan"
    edit(journal, "record", two, file="")
    put_away(journal, "record", two)
    journal.empty_bin()
    assert journal.file(stored.hash) == b""
    with raw(path) as connection:
        assert connection.execute("SELECT count(*) FROM attachment_chunk").fetchone() == (0,)
    assert check(journal) == []


def test_bytes_that_undo_could_bring_back_stay(journal: Journal, person: str) -> None:
    with journal.change("Attach") as change:
        stored = journal.attach(change, BytesIO(b"scan"), "scan.pdf")
        record = change.add("record", person=person, title="Scan", file=stored.hash)
    gone = add(journal, "diagnosis", person=person, name="Gone")
    put_away(journal, "diagnosis", gone)
    edit(journal, "record", record, file="")
    journal.empty_bin()
    journal.undo()
    assert journal.file(journal.get("record", record).file) == b"scan"


def test_bytes_of_an_entry_whose_history_was_lost_stay(
    journal: Journal, path: Path, person: str
) -> None:
    with journal.change("Attach") as change:
        stored = journal.attach(change, BytesIO(b"scan"), "scan.pdf")
        change.add("record", person=person, title="Scan", file=stored.hash)
    journal.close()
    with raw(path) as connection:
        connection.execute("DELETE FROM change_row")
    with Journal.open(path, KINDS) as again:
        put_away(again, "diagnosis", add(again, "diagnosis", person=person, name="Gone"))
        again.empty_bin()
        assert again.file(stored.hash) == b"scan"
