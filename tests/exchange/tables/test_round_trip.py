"""Whatever a journal holds leaves as tables and comes back into an empty journal as it was."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as examples
from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.outgoing.csv_tables import table
from secondop_desktop.exchange.outgoing.xlsx_tables import workbook
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Field, Kind
from secondop_desktop.journal.values import columns
from secondop_desktop.journal.values.dates import PartialDate
from tests.journal.any_values import of_field

Way = Callable[[Journal, Path], list[Path]]
Entry = tuple[str, Mapping[str, Any]]
_OF_FILES = {one.name for one in KINDS["record"].fields if one.file or one.name.startswith("file_")}
_SAID = ("private", "unread", "person", "case")
_OTHERS = [kind for kind in KINDS.values() if kind.name != "person"]


def _rows(journal: Journal) -> dict[str, dict[str, Any]]:
    """Return what each entry says, without what belongs to the journal it is in."""
    return {
        row.id: {
            name: getattr(row, name)
            for name in (*(field.name for field in kind.fields), *_SAID)
            if hasattr(row, name)
        }
        for kind in KINDS.values()
        for row in journal.entries(kind.name)
    }


def _out_and_in(
    entries: Sequence[Entry], write: Way | None = None, /, **person: Any
) -> tuple[Any, Any]:
    """Return what stood in one journal, and what its tables say in an empty one."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        with Journal.create(place / "a.secondop", KINDS) as journal:
            with journal.change("Add") as change:
                whose = change.add("person", **({"name": "Ann Lee"} | person))
                for kind, values in entries:
                    change.add(kind, person=whose, **values)
            tables, before = (write or _written)(journal, place), _rows(journal)
        with Journal.create(place / "b.secondop", KINDS) as other:
            plan = importing.read(tables, other)
            assert plan.skipped == ()
            importing.apply(other, plan)
            return before, _rows(other)


def _written(journal: Journal, folder: Path) -> list[Path]:
    found = [(kind, journal.entries(kind.name)) for kind in KINDS.values()]
    written = [(folder / f"{kind.name}.csv", kind, rows) for kind, rows in found if rows]
    for path, kind, rows in written:
        path.write_bytes(table(kind, rows, journal.names()))
    return [path for path, _kind, _rows in written]


def _as_spreadsheet(journal: Journal, folder: Path) -> list[Path]:
    (folder / "tables.xlsx").write_bytes(workbook(KINDS, journal.entries, journal.names()))
    return [folder / "tables.xlsx"]


def _of_type(kind: Kind, *types: type[columns.Value]) -> list[str]:
    return [one.name for one in kind.fields if type(kind.type_of(one.name)) in types]


@pytest.mark.parametrize("said", [None, False, True])
def test_not_said_no_and_yes_stay_what_they_are(said: bool | None) -> None:
    """Hold it for every yes and no of every kind, and for what is private."""
    answers = {kind.name: dict.fromkeys(_of_type(kind, columns.YesNo), said) for kind in _OTHERS}
    mine = dict.fromkeys(_of_type(KINDS["person"], columns.YesNo), said)
    mine = {
        name: one
        for name, one in mine.items()
        if name not in {"no_known_allergies", "takes_no_medicines"}
    }
    before, after = _out_and_in(
        [(name, {**values, "private": said}) for name, values in answers.items()],
        private=said, **mine,
    )  # fmt: skip
    assert after == before


def test_every_date_stays_about() -> None:
    day = PartialDate(2019, 4, about=True)
    dated = {kind.name: dict.fromkeys(kind.dates, day) for kind in KINDS.values()}
    before, after = _out_and_in(
        [(kind.name, dated[kind.name]) for kind in _OTHERS], **dated["person"]
    )
    assert after == before


def test_what_is_only_begun_comes_back_as_it_was_typed() -> None:
    typed = {"value": "12;5 or so", "date": "the day after the storm"}
    before, after = _out_and_in([("result", {"test": "Iron", "unread": typed})])
    assert after == before


def test_lines_of_a_checklist_stay_ticked_or_not() -> None:
    kind, name = next((k.name, n) for k in _OTHERS for n in _of_type(k, columns.Checklist))
    lines = (("Letter", True), ("[x] in the square", False), ("", False), ("[ ] an open one", True))
    before, after = _out_and_in([(kind, {name: lines})])
    assert after == before


_TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.just("\n"), max_size=24)
_DATES = st.builds(
    PartialDate, st.integers(1930, 2023), st.integers(1, 12), about=st.booleans()
) | st.builds(PartialDate, st.integers(1930, 2023), about=st.booleans())
_OF_TYPE: dict[type[columns.Value], st.SearchStrategy[Any]] = {
    columns.Line: _TEXT,
    columns.Prose: _TEXT,
    columns.Day: st.none() | _DATES,
    columns.Pairs: st.dictionaries(_TEXT, _TEXT, max_size=2),
    columns.Named: st.dictionaries(_TEXT, _TEXT, max_size=2),
    columns.Checklist: st.lists(
        st.tuples(_TEXT.map(lambda text: text.replace("\n", " ")), st.booleans()), max_size=3
    ).map(tuple),
}


def _drawn(kind: Kind, field: Field) -> st.SearchStrategy[Any]:
    """Draw what people can have in a field; files and the ids of entries are no part of it."""
    own = None if field.choices else _OF_TYPE.get(type(kind.type_of(field.name)))
    return of_field(kind, field) if own is None else own


def _entries(name: str) -> st.SearchStrategy[Entry]:
    kind = KINDS[name]
    left = {*_of_type(kind, columns.Reference, columns.Refs), *_OF_FILES}
    free = {one.name: _drawn(kind, one) for one in kind.fields if one.name not in left}
    common = {"private": st.none() | st.booleans()}
    return st.fixed_dictionaries({}, optional={**free, **common}).map(lambda one: (name, one))


_ANY = st.lists(
    st.sampled_from([kind.name for kind in _OTHERS]).flatmap(_entries), min_size=1, max_size=4
)


def _as_read(rows: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the rows with texts of nothing but spaces as the empty ones they are read as."""
    return {
        entry: {name: _text_as_read(value) for name, value in row.items()}
        for entry, row in rows.items()
    }


def _text_as_read(value: Any) -> Any:
    return "" if isinstance(value, str) and not value.strip() else value


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@examples(_ANY)
def test_whatever_entries_there_are_come_back(entries: list[Entry]) -> None:
    before, after = _out_and_in(entries)
    assert _as_read(after) == _as_read(before)


_NAMED = _entries("person").map(lambda one: {**one[1], "name": "Ann Lee"})


@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
@examples(_NAMED)
def test_whatever_is_known_of_a_person_comes_back(person: Mapping[str, Any]) -> None:
    before, after = _out_and_in([], **person)
    assert _as_read(after) == _as_read(before)


@settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow])
@examples(_ANY)
def test_whatever_entries_there_are_come_back_from_a_spreadsheet(entries: list[Entry]) -> None:
    before, after = _out_and_in(entries, _as_spreadsheet)
    assert _as_read(after) == _as_read(before)


_ODD = (
    *("bell\x07 and \x1f", "_x0041_ _x0007_", "_x005F_x0007_", "_x0041_x005F_x0041_", "\x00nul"),
    *("=1+1", "'=1", "''=1", "+44 20 7946 0999", "-1", "@x", "\t=1", "0123", "1e5", "1/2", "TRUE"),
    *("#N/A", "{=1}", '=HYPERLINK("http://a.b")', "🫀" * 20_000, "x" * 40_000, "end\n", "\n begin"),
    *("no\ufffesign", "\uffff", "_xFFFE_ _x005F_xFFFF_ _xfffe_", "_x0041_xFFFE_", "=\ufffe"),
    *("<r>told & <b>", "<r><t>bold</t></r>", "<r>" + "y" * 20_000 + "</r>", "\ue000\U0001fffe\x9f"),
    *("\x85next", "\u2028line", "\ufeffmark", "[x] a", 'quote "x", y;z', " lead", "trail "),
)


@pytest.mark.parametrize("write", [_written, _as_spreadsheet])
def test_odd_texts_come_back_to_the_letter(write: Way) -> None:
    told = [("symptom", {"what": f"Odd {at}", "notes": text}) for at, text in enumerate(_ODD)]
    phones = [("provider", {"name": f"Odd {at}", "phone": t}) for at, t in enumerate(_ODD)]
    before, after = _out_and_in([*told, *phones], write)
    assert after == before


def test_a_text_longer_than_a_cell_comes_back_from_a_spreadsheet() -> None:
    long = "".join(f"line {number}\n" for number in range(4000))
    before, after = _out_and_in([("symptom", {"what": "'=1", "notes": long})], _as_spreadsheet)
    assert after == before


@pytest.mark.long
@pytest.mark.parametrize("write", [_written, _as_spreadsheet])
@pytest.mark.parametrize("kind", [kind.name for kind in _OTHERS])
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@examples(data=st.data())
def test_whatever_a_kind_holds_comes_back(kind: str, write: Way, data: st.DataObject) -> None:
    entries = data.draw(st.lists(_entries(kind), min_size=1, max_size=3))
    before, after = _out_and_in(entries, write)
    assert _as_read(after) == _as_read(before)
