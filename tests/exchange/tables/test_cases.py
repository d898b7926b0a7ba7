"""Tables as laboratories, meters and spreadsheets write them: right, asked about, or told.

Each stands for a kind that once came in silently wrong or was kept without a word.
"""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Side

_SHARED = Path(__file__).parents[4] / "shared" / "cases" / "import" / "csv"


def _plan(journal: Journal, folder: Path, name: str, data: str | bytes) -> Plan:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return importing.read([path], journal)


def _shown(plan: Plan) -> list[str]:
    """Say each new entry in short: what, the value as read, its side of the range, its date."""
    lines = []
    for item in plan.new:
        values = item.draft.values
        if item.kind == "result":
            value, between = values["value"], values.get("range")
            side = between.side(value) if between else None
            read = value.number if value.number is not None else value.text
            date = values.get("date") or f"?{values.get('unread', {}).get('date', '')}"
            parts = (
                values["test"],
                read,
                values["unit"],
                side and side.value,
                values.get("flag"),
                date,
            )
            lines.append(" | ".join(str(part) for part in parts if part not in {None, ""}))
        else:
            lines.append(f"{item.kind}: {item.title}")
    return lines


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Return a journal about Ivy Marsh."""
    with _about("Ivy Marsh", tmp_path / "j.secondop") as made:
        yield made


def _about(name: str, path: Path) -> Journal:
    made = Journal.create(path, KINDS)
    with made.change("Begin") as change:
        change.add("person", name=name)
    return made


def _born_and_numbered(journal: Journal) -> None:
    (person,) = journal.entries("person")
    born = PartialDate(1950, 5, 3)
    with journal.change("Tell") as change:
        change.edit("person", person.id, birth_date=born, nhs_number="9434765919")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Test;Result;Units;Range;Date\nNatrium;139,5;mmol/l;133-146;14.02.2025\n"
            "Dichte;1,017;;1,005-1,030;14.02.2025\nThrombozyten;1.120;10^9/l;150-400;14.02.2025\n",
            [
                "Natrium | 139.5 | mmol/l | within | 14 February 2025",
                "Dichte | 1.017 | within | 14 February 2025",
                "Thrombozyten | 1120 | 10^9/l | above | 14 February 2025",
            ],
        ),
        (
            "Test,Result,Date\nCopies,3.4E+04,14/02/2025\nPressure,135/85,14/02/2025\n"
            "Load,2E+05,14/02/2025\n",
            [
                "Copies | 3.4E+4 | 14 February 2025",
                "Pressure | 135/85 | 14 February 2025",
                "Load | 2E+5 | 14 February 2025",
            ],
        ),
        (
            "Test,Result,Units,Date\nGlucose,97,mg/dL,02/14/2025\nGlucose,99,mg/dL,03/02/2025\n",
            ["Glucose | 97 | mg/dL | 14 February 2025", "Glucose | 99 | mg/dL | 2 March 2025"],
        ),
        (
            "Seaview Pathology,,,,\nTest,Result,Units,Range,Date\nHb,128,g/L,115-165,14/02/2025\n"
            "Total results,1,,,\nPrinted 15/02/2025,,,,\n",
            ["Hb | 128 | g/L | within | 14 February 2025"],
        ),
        (
            "Analyte,Unit,Range,03/02/2025,14/02/2025\nHb,g/L,115-165,128,109 L\n"
            "K,mmol/L,3.5-5.3,,5.9\n",
            [
                "Hb | 128 | g/L | within | 3 February 2025",
                "Hb | 109 | g/L | below | L | 14 February 2025",
                "K | 5.9 | mmol/L | above | 14 February 2025",
            ],
        ),
        (
            "Date,Hb,CRP\n14/02/2025,128,<5\n",
            ["Hb | 128 | 14 February 2025", "CRP | 5 | 14 February 2025"],
        ),
        (
            "Name,Test,Result,Units,Date\nIvy Marsh,Hb,128,g/L,14/02/2025\n",
            ["Hb | 128 | g/L | 14 February 2025"],
        ),
        (
            "Ref,Test,Result,Units,Date,Sample\nPX-25-7,Hb,128,g/L,14/02/2025,T-004\n",
            ["Hb | 128 | g/L | 14 February 2025"],
        ),
        (
            "Test,Result,Units,Range,Date\nHb,101 L,g/L,115-165,14/02/2025\n"
            "K,5.9 (H),mmol/L,3.5-5.3,14/02/2025\nNa,*131,mmol/L,133-146,14/02/2025\n"
            'Urea,"8.1 mmol/L (2.5-7.8)",,,14/02/2025\n',
            [
                "Hb | 101 | g/L | below | L | 14 February 2025",
                "K | 5.9 | mmol/L | above | H | 14 February 2025",
                "Na | 131 | mmol/L | below | * | 14 February 2025",
                "Urea | 8.1 | mmol/L | above | 14 February 2025",
            ],
        ),
        (
            "Timestamp,Glucose (mmol/L)\n2025-06-30T23:30:00Z,5.5\n",
            ["Glucose | 5.5 | mmol/L | 1 July 2025, 12:30am"],
        ),
        (
            "Test,Result,Units,Date\nHb,128,g/L,45702\n",
            ["Hb | 128 | g/L | 14 February 2025"],
        ),
        (
            "Date,Min,Max,Average heart rate (bpm)\n14/02/2025,51,133,70\n",
            ["Average heart rate | 70 | bpm | 14 February 2025"],
        ),
        (
            "Datum;Parameter;Wert;Einheit;Referenzbereich\n14.02.2025;Hb;12,8;g/dl;12-16\n",
            ["Hb | 12.8 | g/dl | within | 14 February 2025"],
        ),
        (
            "Medicine,Dose,How taken,Start\nRamipril,5 mg,at night,14/02/2021\n",
            ["medicine: Ramipril"],
        ),
        (
            "Date,Time,With,Where,Purpose\n21/09/2031,09:30,Dr Moss,Seaview,Heart clinic\n",
            ["provider: Dr Moss", "appointment: Heart clinic"],
        ),
    ],
)
def test_it_comes_in_right(journal: Journal, tmp_path: Path, text: str, shown: list[str]) -> None:
    assert _shown(_plan(journal, tmp_path, "t.csv", text)) == shown


PLAIN = "Test,Result,Units,Date\nHb,128,g/L,14/02/2025\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("t.csv.gz", gzip.compress(PLAIN.encode(), mtime=0)),
        ("t.csv", PLAIN.encode("utf-16-le")),
        ("t.csv", PLAIN.encode("utf-16")),
        ("t.csv", PLAIN.replace("\n", "\r").encode()),
        ("t.txt", PLAIN.replace(",", "\t").encode()),
        ("t.csv", ("sep=;\n" + PLAIN.replace(",", ";")).encode("cp1252")),
    ],
)
def test_however_it_is_packed_and_written(
    journal: Journal, tmp_path: Path, name: str, data: bytes
) -> None:
    assert _shown(_plan(journal, tmp_path, name, data)) == ["Hb | 128 | g/L | 14 February 2025"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Test,Result,Units,Date\nGlucose,97,mg/dL,02/03/2025\n", "date-order"),
        ("Test,Result,Units,Date\nHb,128,g/L,24-02-11\n", "short-dates"),
        ('Test,Result,Units,Date\nFerritin,"1,120",ug/L,14/02/2025\n', "decimal-sign"),
        ("Test,Result,Units,Date\nHb,128,g/L,14/02/2062\n", "future-dates"),
        ("Feature,Level,Given in,Day of it\nZinc,12.1,umol/L,14/02/2025\n", "columns"),
        (
            "Patient,Test,Result\nIvy Marsh,Hb,128\nOwen Marsh,Hb,141\n",
            "whose-rows",
        ),
    ],
)
def test_it_is_asked_about(journal: Journal, tmp_path: Path, text: str, key: str) -> None:
    plan = _plan(journal, tmp_path, "t.csv", text)
    assert [question.key for question in plan.questions] == [key]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("phones.csv", b"Name,Phone\nIvy,1\nOwen,2\n", "looks like a table"),
        ("t.csv.gz", b"\x1f\x8b\x08nothing", "is a packed file"),
    ],
)
def test_what_is_only_kept_says_so(
    journal: Journal, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    plan = _plan(journal, tmp_path, name, data)
    assert [item.kind for item in plan.new] == ["record"]
    assert len(plan.notices) == 1
    assert said in plan.notices[0]


def test_prose_is_kept_without_a_word(journal: Journal, tmp_path: Path) -> None:
    text = "Dear Ivy,\nthank you, indeed.\nall well, I hope, today.\n"
    assert _plan(journal, tmp_path, "letter.txt", text).notices == ()


_ASKED = {
    "c08": "date-order",
    "c09": "short-dates",
    "c18": "whose-rows",
    "c28": "serial-dates",
    "c37": "date-order",
}
_ENTRIES = {
    "c01": 3, "c02": 2, "c03": 2, "c04": 5, "c05": 3, "c06": 5, "c07": 2, "c08": 2, "c09": 3,
    "c10": 2, "c11": 2, "c12": 1, "c13": 1, "c14": 3, "c15": 4, "c16": 8, "c17": 2, "c18": 1,
    "c19": 1, "c20": 5, "c21": 5, "c22": 2, "c23": 6, "c24": 3, "c25": 3, "c26": 2, "c27": 2,
    "c28": 1, "c29": 3, "c30": 1, "c31": 4, "c32": 5, "c33": 1, "c34": 1, "c35": 2, "c36": 2,
    "c37": 1, "c38": 2, "c39": 1, "c40": 2, "c41": 1, "c42": 1, "c43": 2, "c44": 1,
}  # fmt: skip
"""How many entries each of the tables that were tried brings in."""


@pytest.mark.skipif(not _SHARED.is_dir(), reason="the tables that were tried are elsewhere")
@pytest.mark.parametrize("case", _ENTRIES)
def test_the_tables_that_were_tried(tmp_path: Path, case: str) -> None:
    (path,) = _SHARED.glob(f"{case}_*")
    with _about("Mary Orchard", tmp_path / "j.secondop") as journal:
        _born_and_numbered(journal)
        plan = importing.read([path], journal)
    assert len([item for item in plan.new if item.kind != "person"]) == _ENTRIES[case]
    assert [question.key for question in plan.questions] == (
        [_ASKED[case]] if case in _ASKED else []
    )
    assert not any(notice.endswith("made from it.") for notice in plan.notices)


def test_no_side_is_said_of_what_cannot_be_read(journal: Journal, tmp_path: Path) -> None:
    text = 'Test,Result,Units,Range,Date\nX,"1,120",ug/L,1-2,14/02/2025\n'
    (item,) = _plan(journal, tmp_path, "t.csv", text).new
    value, between = item.draft.values["value"], item.draft.values["range"]
    assert (value.text, between.side(value)) == ("1,120", None)
    assert between.side(type(value)("1.5")) is Side.WITHIN


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Date,Test,Result\n03/04/2023,Urea," + b"6" * 1_100_000, r"line 2: one cell is longer"),
        (b"Date,Test,Result\n" + b"03/04/2023,Urea," * 3_000, r"line 2: there are more than 5,000"),
        (b",".join(b"c%d" % n for n in range(60_000)) + b"\n1,2", r"line 1: there are more than"),
    ],
)
def test_a_table_made_to_harm_is_one_sentence(
    journal: Journal, tmp_path: Path, data: bytes, said: str
) -> None:
    with pytest.raises(UserError, match=rf"^t\.csv, {said}") as refused:
        _plan(journal, tmp_path, "t.csv", data)
    assert str(refused.value).endswith("bring in the file again.")


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Date,Time,AM/PM,SYS,DIA\n14/02/2025,07:40,AM,131,80\n14/02/2025,07:40,PM,128,79\n",
            ["14 February 2025, 7:40am", "14 February 2025, 7:40pm"],
        ),
        (
            "Half,Time,Date,SYS,DIA\np.m.,12:05,14/02/2025,131,80\na.m.,12:05,14/02/2025,128,79\n",
            ["14 February 2025, 12:05pm", "14 February 2025, 12:05am"],
        ),
        (
            "Date,,Weight (kg)\n14/02/2025 09:30,PM,71.5\n15/02/2025 21:30,PM,71.2\n",
            ["14 February 2025, 9:30pm", "15 February 2025, 9:30pm"],
        ),
        (
            "Date,Time,AM/PM,SYS,DIA\n14/02/2025,19:40,PM,131,80\n15/02/2025,07:40,,128,79\n",
            ["14 February 2025, 7:40pm", "15 February 2025, 7:40am"],
        ),
    ],
)
def test_morning_or_afternoon_may_stand_in_a_column_of_its_own(
    journal: Journal, tmp_path: Path, text: str, dates: list[str]
) -> None:
    plan = _plan(journal, tmp_path, "t.csv", text)
    found = [item.draft.values["date"].words() for item in plan.new]
    assert list(dict.fromkeys(found)) == dates
    assert not any("was not used" in notice for notice in plan.notices)


def test_a_number_that_its_comma_parted_is_left_out(journal: Journal, tmp_path: Path) -> None:
    text = (
        "Test,Result,Units,Date\nCRP,4,7,mg/L\nUrea,6.1,mmol/L,14/02/2025\nINR,2.4,1,14/02/2025\n"
    )
    plan = _plan(journal, tmp_path, "t.csv", text)
    assert [item.draft.values["test"] for item in plan.new] == ["Urea", "INR"]
    (left,) = plan.skipped
    assert left.line == 2
    assert "“7” is not a unit" in left.why


def test_the_unit_may_stand_in_the_heading_of_the_values(journal: Journal, tmp_path: Path) -> None:
    text = (
        "Test,Result (g/L),TestDate\nAlbumin,38,14/02/2025\nCRP,7 mg/L,14/02/2025\n"
        "Globulin,not done,14/02/2025\n24 h urine,1.8 L,14/02/2025\n"
    )
    assert _shown(_plan(journal, tmp_path, "t.csv", text)) == [
        "Albumin | 38 | g/L | 14 February 2025",
        "CRP | 7 | mg/L | 14 February 2025",
        "Globulin | not done | 14 February 2025",
        "24 h urine | 1.8 | L | 14 February 2025",
    ]
