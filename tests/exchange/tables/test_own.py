"""What went out as tables comes back: every kind, with its id, and nothing private open."""

import csv
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.outgoing.csv_tables import table
from secondop_desktop.exchange.tables import own, own_headings
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.sample.story import write_sample

_PROSE = {type(KINDS["person"].type_of(name)) for name in ("name", "notes")}
_OF_FILES = {"file", "file_name", "file_type", "file_size", "pages"}
_OF_JOURNAL = {
    "source_file",
    "source_place",
    "created",
    "changed",
    "seal",
    "origin",
    "origin_hash",
    "deleted_at",
    "text",
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample journal, all of it about one person."""
    path = tmp_path_factory.mktemp("own") / "sample.secondop"
    write_sample(path)
    return path


def _tables(journal: Journal, folder: Path, person: str) -> list[Path]:
    written = []
    for kind in KINDS.values():
        where = {"id": person} if kind.name == "person" else {"person": person}
        rows = journal.entries(kind.name, **where)
        if rows:
            written.append(folder / f"{kind.name}.csv")
            written[-1].write_bytes(table(kind, rows, journal.names()))
    return written


def _rows(journal: Journal, person: str) -> dict[str, dict[str, Any]]:
    found = {}
    for kind in KINDS.values():
        for row in journal.entries(kind.name, person=person):
            left = _OF_JOURNAL | (_OF_FILES if kind.name == "record" else set())
            found[row.id] = {n: v for n, v in row._asdict().items() if n not in left}
    return found


def test_a_health_number_goes_out_in_groups_and_comes_back_as_digits(tmp_path: Path) -> None:
    with Journal.create(tmp_path / "a.secondop", KINDS) as journal:
        with journal.change("Add") as change:
            change.add("person", name="Ann Lee", nhs_number="9434765919")
        written = table(KINDS["person"], journal.entries("person"), journal.names())
    assert b"943 476 5919" in written
    read = own.read(written.decode("utf-8-sig"), "person.csv", KINDS)
    assert read is not None
    assert read.people[0].values["nhs_number"] == "9434765919"


def test_every_kind_comes_back_into_another_journal(whole: Path, tmp_path: Path) -> None:
    with Journal.open(whole, KINDS) as journal:
        person = journal.entries("person")[0].id
        tables, before = _tables(journal, tmp_path, person), _rows(journal, person)
    with Journal.create(tmp_path / "b.secondop", KINDS) as other:
        plan = importing.read(tables, other)
        assert plan.skipped == ()
        importing.apply(other, plan)
        after = _rows(other, person)
        assert before.keys() == after.keys()
        for entry, row in before.items():
            assert {n: v for n, v in row.items() if _plain(v) != _plain(after[entry][n])} == {}
        again = importing.read(tables, other)
        assert (again.new, again.changed) == ((), ())


def _plain(value: Any) -> Any:
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


_TYPED = ("=1+1", '"quoted", and; more', "two\nlines\n\nand a third", "@home [name]", "'apostrophe")


@pytest.mark.parametrize("text", _TYPED)
def test_whatever_was_typed_comes_back(text: str, tmp_path: Path) -> None:
    with Journal.create(tmp_path / "a.secondop", KINDS) as journal:
        with journal.change("Add") as change:
            person = change.add("person", name="Ivy Marsh")
            for name, kind in KINDS.items():
                free = [one for one in kind.fields if not (one.choices or one.refers or one.file)]
                prose = [one.name for one in free if type(kind.type_of(one.name)) in _PROSE]
                if name != "person":
                    typed = {field: f"{text} {field}" for field in prose}
                    change.add(name, person=person, private=name < "m", **typed)
        tables, before = _tables(journal, tmp_path, person), _rows(journal, person)
    with Journal.create(tmp_path / "b.secondop", KINDS) as other:
        importing.apply(other, importing.read(tables, other))
        after = _rows(other, person)
    assert before.keys() == after.keys()
    for entry, row in before.items():
        assert {n: v for n, v in row.items() if _plain(v) != _plain(after[entry][n])} == {}


def test_a_table_of_before_is_still_read(whole: Path, tmp_path: Path) -> None:
    with Journal.open(whole, KINDS) as journal:
        written = table(KINDS["medicine"], journal.entries("medicine"), journal.names())
    heads, _line, rest = written.decode("utf-8-sig").partition("\r\n")
    plain = ",".join(re.findall(r"\[(\w+)\]", heads))
    read = own.read(f"{plain}\r\n{rest}", "medicine.csv", KINDS)
    assert read is not None
    assert "Ramipril" in {draft.values["name"] for draft in read.drafts}


def test_into_the_same_journal_nothing_is_added(whole: Path, tmp_path: Path) -> None:
    with Journal.open(whole, KINDS) as journal:
        tables = _tables(journal, tmp_path, journal.entries("person")[0].id)
        plan = importing.read(tables, journal, journal.entries("person")[0].id)
        assert (plan.new, plan.changed, plan.skipped) == ((), (), ())
        assert (plan.questions, plan.notices) == ((), ())


@pytest.fixture
def journal(tmp_path: Path) -> Any:
    with Journal.create(tmp_path / "a.secondop", KINDS) as made:
        with made.change("Begin") as change:
            person = change.add("person", name="Ivy Marsh")
            change.add("result", person=person, test="HIV", private=True)
        yield made


def _out(journal: Journal, folder: Path, **changes: str) -> Path:
    text = table(KINDS["result"], journal.entries("result"), journal.names()).decode("utf-8-sig")
    for before, after in changes.items():
        text = text.replace(before, after)
    path = folder / "result.csv"
    path.write_text(text, "utf-8")
    return path


def test_line_ends_of_another_system_are_no_change(journal: Journal, tmp_path: Path) -> None:
    (person,) = journal.entries("person")
    with journal.change("Add") as change:
        change.add("symptom", person=person.id, what="Dizzy", notes="on stairs\r\nin the bath")
    table_of = tmp_path / "symptom.csv"
    table_of.write_bytes(table(KINDS["symptom"], journal.entries("symptom"), journal.names()))
    plan = importing.read([table_of], journal)
    assert (plan.new, plan.changed) == ((), ())


def test_what_was_corrected_in_a_table_is_a_change(journal: Journal, tmp_path: Path) -> None:
    plan = importing.read([_out(journal, tmp_path, HIV="HIV test")], journal)
    importing.apply(journal, plan)
    (row,) = journal.entries("result")
    assert (row.test, row.private) == ("HIV test", True)


def test_an_emptied_cell_is_asked_about(journal: Journal, tmp_path: Path) -> None:
    [row] = journal.entries("result")
    with journal.change("Edit") as change:
        change.edit("result", row.id, notes="Ring the clinic", unit="copies")
    path = _out(journal, tmp_path, **{"Ring the clinic": "", "copies": " "})
    plan = importing.read([path], journal)
    [question] = plan.questions
    assert question.text.startswith("2 fields are empty in result.csv where the journal has")
    assert (question.answer, plan.changed) == ("keep", ())
    emptied = importing.read([path], journal, answers={"emptied": "empty"})
    assert [dict(one.edits) for one in emptied.changed] == [{"unit": "", "notes": ""}]
    importing.apply(journal, emptied)
    [row] = journal.entries("result")
    assert (row.test, row.notes, row.unit) == ("HIV", "", "")
    assert not importing.read([path], journal).questions


def test_dates_that_a_spreadsheet_wrote_again_are_read(journal: Journal, tmp_path: Path) -> None:
    [row] = journal.entries("result")
    days = {
        "2024-05-03": "03/05/2024",
        "2024-05-31": "31/05/2024",
        "2024-05-04T09:10": "4.5.24 9:10",
    }
    with journal.change("Edit") as change:
        change.edit("result", row.id, date=PartialDate.parse("2024-05-03"))
        for day in list(days)[1:]:
            change.add("result", person=row.person, test="K", date=PartialDate.parse(day))
    path = _out(journal, tmp_path, **days)
    plan = importing.read([path], journal)
    assert (plan.new, plan.changed, plan.skipped, plan.questions) == ((), (), (), ())
    with Journal.create(tmp_path / "b.secondop", KINDS) as other:
        importing.apply(other, importing.read([path], other))
        assert {one.date.iso for one in other.entries("result")} == set(days)


def test_which_figure_is_the_day_is_asked_where_nothing_tells(
    journal: Journal, tmp_path: Path
) -> None:
    [row] = journal.entries("result")
    with journal.change("Edit") as change:
        change.edit("result", row.id, date=PartialDate.parse("2024-05-03"))
    path = _out(journal, tmp_path, **{"2024-05-03": "05/03/2024"})
    [question] = importing.read([path], journal).questions
    assert question.text == "Which date is 05/03/2024 in result.csv?"
    turned = importing.read([path], journal, answers={question.key: "month-first"})
    assert turned.changed == ()
    left = importing.read([path], journal, answers={question.key: "open"})
    assert left.changed == (), "what the journal has stays"


def test_what_names_an_entry_is_never_emptied(journal: Journal, tmp_path: Path) -> None:
    plan = importing.read([_out(journal, tmp_path, HIV="")], journal)
    said = "result.csv, line 2: “Name of the test” cannot be empty. What the journal has stays."
    assert plan.notices == (said,)
    assert (plan.questions, plan.changed) == ((), ())


def test_what_is_private_never_comes_open(journal: Journal, tmp_path: Path) -> None:
    path = _out(journal, tmp_path, yes="no")
    importing.apply(journal, importing.read([path], journal))
    assert journal.entries("result")[0].private


def _without(path: Path, *gone: str, also: str = "") -> Path:
    """Take columns out of a table as in a spreadsheet, and write one of one's own before them."""
    rows = list(csv.reader(StringIO(path.read_text("utf-8"), newline="")))
    left = [at for at, head in enumerate(rows[0]) if own_headings.named(head) not in gone]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([*[also][: len(also)], *(row[at] for at in left)] for row in rows)
    return path


@pytest.mark.parametrize("gone", ["private", "id", "person"])
def test_a_table_without_what_it_needs_is_refused_and_never_read_as_a_strangers(
    gone: str, journal: Journal, tmp_path: Path
) -> None:
    path = _without(_out(journal, tmp_path), gone)
    with pytest.raises(UserError, match=rf"its column .+ \[{gone}\] was taken out"):
        importing.read([path], journal)


def test_columns_taken_out_moved_or_added_change_nothing_else(
    journal: Journal, tmp_path: Path
) -> None:
    gone = ("created", "changed", "range", "specimen", "lab", "panel", "notes", "narrative")
    path = _without(_out(journal, tmp_path), *gone, also="My remark")
    plan = importing.read([path], journal)
    assert (len(plan.same), plan.new, plan.changed, plan.questions) == (2, (), (), ())


def test_what_is_joined_stays_private(journal: Journal, tmp_path: Path) -> None:
    """A table of another journal says no of the same fact, which is private here."""
    with Journal.create(tmp_path / "b.secondop", KINDS) as other:
        with other.change("Begin") as change:
            person = change.add("person", name="Ivy Marsh", private=False)
            change.add("diagnosis", person=person, name="HIV", private=False)
        tables = _tables(other, tmp_path, person)
    here = journal.entries("person")[0].id
    with journal.change("Add") as change:
        change.add("diagnosis", person=here, name="HIV", private=True, notes="since spring")
    asked = importing.read(tables, journal).questions
    answers = {one.key: one.choices[0].key for one in asked}
    plan = importing.read(tables, journal, answers=answers)
    assert plan.notices == ()  # nobody is told that it stays private: a table cannot change it
    importing.apply(journal, plan)
    (row,) = journal.entries("diagnosis")
    assert (row.private, row.notes) == (True, "since spring")


def test_what_an_entry_refers_to_and_is_not_there_is_named(tmp_path: Path) -> None:
    text = (
        "id,person,person_name,name,prescriber,prescriber_name,dose,how_taken,reason,start,stop,"
        "why_stopped,status,code,records,notes,private,created,changed\n"
        "0123456789abcdef0123,99999999999999999999,Ivy Marsh,Ramipril,abcdefabcdefabcdefab,Dr Moss"
        ",,,,,,,,,,,yes,,\n"
    )
    path = tmp_path / "medicine.csv"
    path.write_text(text, "utf-8")
    with Journal.create(tmp_path / "j.secondop", KINDS) as journal:
        plan = importing.read([path], journal)
        importing.apply(journal, plan)
        (row,) = journal.entries("medicine")
    assert plan.notices == (
        "medicine.csv, line 2: it refers to Dr Moss, which is not in this journal; "
        "that was left out.",
    )
    assert (row.id, row.prescriber, row.private) == ("0123456789abcdef0123", None, True)


def test_the_columns_say_which_kind_it_is() -> None:
    for kind in KINDS.values():
        text = table(kind, [], lambda _entry: "").decode("utf-8-sig")
        line = ",".join(["x" * 20, *[""] * (text.count(","))])
        found = own.read(text + line + "\r\n", "renamed.csv", KINDS)
        assert found is not None
        kinds = {draft.kind for draft in (*found.drafts, *found.people)}
        assert kind.name in kinds or found.skipped
