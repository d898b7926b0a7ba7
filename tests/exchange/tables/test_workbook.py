"""Spreadsheet files of every kind: their sheets come in as tables do, harmful ones do not."""

import io
import struct
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.exchange.outgoing.xlsx_tables import workbook
from secondop_desktop.exchange.questions import Answers
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files import workbooks
from secondop_desktop.journal.sources import piece, source_of
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.sample.story import write_sample
from secondop_desktop.sandbox import process
from secondop_desktop.sandbox import workbooks as decoding
from secondop_desktop.sandbox.answers import TOO_LARGE, TroubleError
from tests.exchange.tables.made_books import compound, ods, xls, xlsx

ROWS = [
    ["Test", "Result", "Units", "Range", "Date"],
    ["Urate", 0.1 + 0.2, "mmol/L", "0.14-0.36", date(2024, 4, 3)],
    ["Platelets", 1204, "10^9/L", "150-400", datetime.fromisoformat("2024-04-03T16:05")],
    ["CRP", "<5", "mg/L", "<5", date(2024, 4, 3)],
]
SHOWN = [
    ("Urate", "0.3", "mmol/L", "3 April 2024"),
    ("Platelets", "1204", "10^9/L", "3 April 2024, 4:05pm"),
    ("CRP", "<5", "mg/L", "3 April 2024"),
]


def _plan(
    journal: Journal, data: bytes, name: str = "tests.xlsx", answers: Answers | None = None
) -> Plan:
    path = Path(journal.path).parent / name
    path.write_bytes(data)
    return importing.read([path], journal, answers=answers or {})


def _shown(plan: Plan) -> list[tuple[str, ...]]:
    names = ("test", "value", "unit", "date")
    return [
        tuple(str(item.draft.values.get(name) or "") for name in names)
        for item in plan.new
        if item.kind == "result"
    ]


@pytest.mark.parametrize("made", [xlsx, ods, xls])
def test_each_kind_of_file_gives_dates_times_and_numbers(
    journal: Journal, made: Callable[[Any], bytes]
) -> None:
    plan = _plan(journal, made({"Bloods": ROWS}), "kept without its ending")
    assert _shown(plan) == SHOWN
    assert plan.questions == ()


def test_it_comes_in_once_and_goes_with_one_undo(journal: Journal) -> None:
    data = xlsx({"Bloods": ROWS})
    importing.apply(journal, _plan(journal, data))
    again = _plan(journal, data)
    assert (len(again.new), len(again.same)) == (0, 3)
    journal.undo()
    assert journal.entries("result") == []


def test_an_entry_leads_back_to_its_row(journal: Journal) -> None:
    importing.apply(journal, _plan(journal, xlsx({"Mine 2024, #1": ROWS})))
    found = source_of(journal, journal.entries("result", test="CRP")[0])
    assert found is not None
    assert found.place == "row:4/Mine 2024, #1"
    assert piece(journal, found).splitlines() == ["CRP", "<5", "mg/L", "<5", "2024-04-03"]


def test_each_sheet_is_read_by_its_own_headings_and_others_are_named(journal: Journal) -> None:
    book = xlsx(
        {
            "About": [["These are my own notes."], ["Ask the nurse."]],
            "Bloods": ROWS,
            "Tablets": [["Medicine", "Dose", "Start"], ["Ramipril", "5 mg", date(2020, 1, 9)]],
            "Visits": [
                ["Date", "Time", "Doctor", "Where"],
                [date(2031, 5, 4), time(9, 15), "Dr Vale", "Ward 3"],
            ],
            "Blank": [],
        }
    )
    plan = _plan(journal, book)
    assert [item.kind for item in plan.new] == [
        *["result"] * 3,
        "medicine",
        "provider",
        "appointment",
    ]
    assert str(plan.new[-1].draft.values["when"]) == "4 May 2031, 9:15am"
    assert any("“About”, “Blank”" in one for one in plan.notices)
    assert plan.new[0].where == "tests.xlsx, sheet Bloods, row 2"


def test_a_sheet_may_begin_anywhere_have_merged_cells_and_hidden_rows(journal: Journal) -> None:
    def more(book: Workbook) -> None:
        sheet = book.add_worksheet("Bloods")
        day = book.add_format({"num_format": "d mmm yy"})
        sheet.merge_range("C4:G4", "Results of the clinic")
        sheet.write_row("C6", ["Date", "Test", "Result", "Units"])
        sheet.merge_range("C7:C8", "", day)
        sheet.write_datetime("C7", date(2024, 4, 3), day)
        sheet.write_row("D7", ["Sodium", 139, "mmol/L"])
        sheet.write_row("D8", ["Potassium", 4.4, "mmol/L"])
        sheet.set_row(7, None, None, {"hidden": True})
        sheet.set_column("F:F", None, None, {"hidden": True})

    assert _shown(_plan(journal, xlsx({}, more))) == [
        ("Sodium", "139", "mmol/L", "3 April 2024"),
        ("Potassium", "4.4", "mmol/L", "3 April 2024"),
    ]


def test_each_sheet_without_years_is_asked_for_its_own(journal: Journal) -> None:
    sheets: dict[str, list[list[object]]] = {
        "Autumn": [["Date", "Weight (kg)"], ["9 Oct", 71.5], ["6 Nov", 72]],
        "Spring": [["Date", "Weight (kg)"], ["14 Mar", 73], ["2 Apr", 72.5]],
    }
    data = xlsx(sheets)
    asked = [(one.key, "sheet" in one.text) for one in _plan(journal, data).questions]
    assert asked == [("date-year", True), ("date-year-2", True)]
    last = local_today().year
    answers = {"date-year": str(last - 2), "date-year-2": str(last - 1)}
    told = [one[3] for one in _shown(_plan(journal, data, answers=answers))]
    assert told == [f"9 October {last - 2}", f"6 November {last - 2}",
                    f"14 March {last - 1}", f"2 April {last - 1}"]  # fmt: skip


def test_a_formula_counts_by_its_value_and_a_failed_one_is_none(journal: Journal) -> None:
    def more(book: Workbook) -> None:
        sheet = book.add_worksheet("Bloods")
        sheet.write_row(0, 0, ["Test", "Result", "Date"])
        for at, (name, value) in enumerate(
            [("Urea", 7.5), ("Iron", "#N/A"), ("Zinc", "#DIV/0!")], 1
        ):
            sheet.write(at, 0, name)
            sheet.write_formula(at, 1, "=X1/Y1", None, value)
            sheet.write(at, 2, "3 April 2024")
        sheet.write_row(4, 0, ["Copper", "#VALUE!", "3 April 2024"])

    plan = _plan(journal, xlsx({}, more))
    assert _shown(plan) == [("Urea", "7.5", "", "3 April 2024")]
    assert [one.where[-5:] for one in plan.skipped] == ["row 3", "row 4", "row 5"]


def test_days_are_counted_from_1904_where_the_file_says_so(journal: Journal) -> None:
    assert _shown(_plan(journal, xlsx({"A": ROWS}, date_1904=True))) == SHOWN


def test_hidden_sheets_are_read_too(journal: Journal) -> None:
    def hide(book: Workbook) -> None:
        book.get_worksheet_by_name("Old").hide()

    plan = _plan(journal, xlsx({"Front": [["See the other sheet"]], "Old": ROWS}, hide))
    assert _shown(plan) == SHOWN


def test_tables_below_each_other_are_read_by_their_own_headings(journal: Journal) -> None:
    rows = [*ROWS, [], ["Medicines"], ["Name", "Dose", "How taken"], ["Senna", "15 mg", "at night"]]
    plan = _plan(journal, xlsx({"All": rows}))
    assert _shown(plan) == SHOWN
    assert [item.kind for item in plan.new][3:] == ["medicine"]
    assert plan.skipped == ()


def test_dates_typed_as_text_are_asked_about_once_for_the_file(journal: Journal) -> None:
    half = [["Test", "Result", "Date"], ["Urea", 7.5, "03/04/2024"]]
    other = [["Date", "Weight (kg)"], ["05/06/2024", 71]]
    plan = _plan(journal, xlsx({"A": half, "B": other}))
    assert [one.key for one in plan.questions] == ["date-order"]
    path = Path(journal.path).parent / "tests.xlsx"
    told = importing.read([path], journal, answers={"date-order": "month-first"})
    assert [row[3] for row in _shown(told)] == ["4 March 2024", "6 May 2024"]


def test_one_sheet_shows_how_the_dates_of_another_are_written(journal: Journal) -> None:
    half = [["Test", "Result", "Date"], ["Urea", 7.5, "03/04/2024"]]
    other = [["Date", "Weight (kg)"], ["05/16/2024", 71]]
    plan = _plan(journal, xlsx({"A": half, "B": other}))
    assert plan.questions == ()
    assert [row[3] for row in _shown(plan)] == ["4 March 2024", "16 May 2024"]


def test_dates_that_a_spreadsheet_may_have_exchanged_are_asked_about(journal: Journal) -> None:
    rows = [
        ["Test", "Result", "Date"],
        ["Urea", 7.5, date(2024, 6, 5)],
        ["Urea", 7.1, "17/05/2024"],
    ]
    plan = _plan(journal, xlsx({"A": rows}))
    (question,) = plan.questions
    assert question.key == "swapped-dates"
    assert [row[3] for row in _shown(plan)] == ["", "17 May 2024"]
    path = Path(journal.path).parent / "tests.xlsx"
    told = importing.read([path], journal, answers={"swapped-dates": "swapped"})
    assert [row[3] for row in _shown(told)] == ["6 May 2024", "17 May 2024"]
    rows.append(["Urea", 7.2, date(2024, 6, 25)])
    assert _plan(journal, xlsx({"A": rows})).questions == ()


def test_a_workbook_of_unknown_columns_is_asked_about_and_kept(journal: Journal) -> None:
    plan = _plan(journal, xlsx({"A": [["Garden", "Seeds"], ["Bed 1", "Peas"], ["Bed 2", "Leeks"]]}))
    assert [item.kind for item in plan.new] == ["record"]
    assert [one.key for one in plan.questions] == ["columns"]
    assert "is a spreadsheet" in plan.notices[0]


def _rows(journal: Journal) -> dict[str, Any]:
    names = {kind.name: [field.name for field in kind.fields] for kind in KINDS.values()}
    files = {"file", "file_name", "file_type", "file_size", "pages"}
    return {
        row.id: {one: getattr(row, one) for one in names[kind] if one not in files}
        for kind in KINDS
        for row in journal.entries(kind)
    }


def test_the_spreadsheet_of_a_journal_comes_back_whole(tmp_path: Path) -> None:
    write_sample(tmp_path / "s.secondop")
    with Journal.open(tmp_path / "s.secondop", KINDS) as one:
        book, before = workbook(KINDS, one.entries, one.names()), _rows(one)
    with Journal.create(tmp_path / "b.secondop", KINDS) as other:
        plan = _plan(other, book, "journal.xlsx")
        assert plan.skipped == ()
        assert not any("left out" in notice for notice in plan.notices)
        assert "journal.xlsx, sheet Records, row 2: the file itself is" in plan.notices[0]
        importing.apply(other, plan)
        assert _rows(other) == before


def _bomb() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx({"A": ROWS}))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for one in old.infolist():
            data = old.read(one)
            if one.filename == "xl/worksheets/sheet1.xml":
                data = data.replace(b"</worksheet>", b" " * 60_000_000 + b"</worksheet>")
            new.writestr(one.filename, data)
    return out.getvalue()


def _far() -> bytes:
    def more(book: Workbook) -> None:
        sheet = book.add_worksheet("A")
        sheet.write(0, 0, "Test")
        sheet.write(1_048_575, 16_383, 1)

    return xlsx({}, more)


def test_a_workbook_made_to_harm_ends_nothing_and_is_one_sentence(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UserError, match=r"tests\.xlsx takes far more memory"):
        _plan(journal, _far())
    monkeypatch.setattr(workbooks, "_MOST_BYTES", 50_000_000)
    with pytest.raises(UserError, match=r"tests\.xlsx takes far more memory"):
        _plan(journal, _bomb())
    assert _shown(_plan(journal, xlsx({"A": ROWS}))) == SHOWN


def test_a_cell_in_the_far_corner_of_an_old_sheet_takes_no_gigabyte(journal: Journal) -> None:
    """The reader makes room, twice, for all cells between the first and the last."""
    near, far = (struct.pack("<HHHH", 0x203, 14, *place) for place in ((1, 2), (65_535, 255)))
    made = xls({"A": [["Date", "Test", "Result"], ["2024-03-09", "Zinc", 11]]})
    assert made.count(near) == 1
    with pytest.raises(UserError, match=r"far\.xls takes far more memory"):
        _plan(journal, made.replace(near, far), "far.xls")


@pytest.mark.parametrize("what", ["rows", "columns"])
def test_an_ods_that_repeats_the_world_is_one_sentence(journal: Journal, what: str) -> None:
    """The reader would write out each of them; an empty rest of a sheet is repeated as well."""
    row = b"<table:table-row" if what == "rows" else b"<table:table-cell"
    much = b' table:number-%s-repeated="900000000"' % what.encode()
    with pytest.raises(UserError, match=r"tests\.ods takes far more memory"):
        _plan(journal, _with_content(lambda text: text.replace(row, row + much, 1)), "tests.ods")
    rest = b'<table:table-row table:number-rows-repeated="1048570"><table:table-cell/>'
    rest += b"</table:table-row></table:table>"
    whole = _with_content(lambda text: text.replace(b"</table:table>", rest))
    assert _shown(_plan(journal, whole, "tests.ods")) == SHOWN


def test_more_rows_than_anybody_types_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    repeated = b'<table:table-row table:number-rows-repeated="300"'
    made = _with_content(lambda text: repeated.join(text.rsplit(b"<table:table-row", 1)))
    assert decoding.Workbook(made).do_rows(b"", "A").body
    monkeypatch.setattr(decoding, "MOST_ROWS", 299)
    with pytest.raises(TroubleError) as told:
        decoding.Workbook(made).do_rows(b"", "A")
    assert told.value.trouble == TOO_LARGE


def _with_content(change: Callable[[bytes], bytes]) -> bytes:
    """Return a small ODS with another text of its cells."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(ods({"A": ROWS}))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for one in old.infolist():
            data = old.read(one)
            new.writestr(one, change(data) if one.filename == "content.xml" else data)
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls"])
def test_a_workbook_with_a_password_is_one_sentence(journal: Journal, name: str) -> None:
    locked = compound("EncryptedPackage", b"x" * 5000)
    if name == "a.xls":
        head = xls({"A": ROWS})
        at = head.index(b"\x42\x00\x02\x00\xb0\x04")
        locked = head[:at] + b"\x2f\x00\x02\x00\x00\x00" + head[at + 6 :]
    with pytest.raises(UserError, match=rf"{name} is protected with a password"):
        _plan(journal, locked, name)


@pytest.mark.parametrize("made", [xlsx, ods, xls])
def test_half_a_workbook_is_one_sentence_or_kept(
    journal: Journal, made: Callable[[Any], bytes]
) -> None:
    whole = made({"A": ROWS * 40})
    for part in (3, 2):
        try:
            plan = _plan(journal, whole[: len(whole) * (part - 1) // part], "half")
        except UserError as said:
            assert "half" in str(said)
        else:
            assert [item.kind for item in plan.new] in ([], ["record"])
    process.FOR_WORK.end()
