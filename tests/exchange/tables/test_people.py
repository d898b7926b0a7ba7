"""Rows about several people, and what stands above a table about its patient."""

from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.exchange.people.somebody_else import SomebodyElseError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate

FAMILY = (
    "Name,NHS number,Test,Result,Units,Date\n"
    "Ivy Marsh,943 476 5919,Hb,128,g/L,17/02/2025\n"
    "Owen Marsh,401 023 2137,PSA,3.1,ug/L,17/02/2025\n"
    "MARSH Ivy,9434765919,K,4.2,mmol/L,17/02/2025\n"
)


def _plan(folder: Path, text: str, *people: str, answer: str = "") -> Plan:
    table = folder / "family.csv"
    table.write_text(text, "utf-8")
    with Journal.create(folder / "j.secondop", KINDS) as journal:
        with journal.change("Begin") as change:
            ids = [change.add("person", name=name) for name in people]
        given = ids[0] if len(ids) > 1 else None
        return importing.read([table], journal, given, {"whose-rows": answer} if answer else None)


def _tests(plan: Plan) -> list[str]:
    return [item.draft.values["test"] for item in plan.new if item.kind == "result"]


@pytest.mark.parametrize(
    ("people", "answer", "tests"),
    [
        (["Ivy Marsh"], "", ["Hb", "K"]),
        (["Owen Marsh"], "", ["PSA"]),
        (["Owen Marsh", "Ivy Marsh"], "", ["PSA"]),
        (["Ivy Marsh"], "ivy-marsh", ["Hb", "K"]),
    ],
)
def test_rows_come_in_for_the_person_they_are_about(
    tmp_path: Path, people: list[str], answer: str, tests: list[str]
) -> None:
    plan = _plan(tmp_path, FAMILY, *people, answer=answer)
    assert _tests(plan) == tests
    left = "Owen Marsh" if "Hb" in tests else "Ivy Marsh"
    assert [one.why for one in plan.skipped] == [
        f"{len(_REST[left])} {'entry is' if len(_REST[left]) == 1 else 'entries are'} about {left}."
    ]


_REST = {"Owen Marsh": ["PSA"], "Ivy Marsh": ["Hb", "K"]}


def test_where_nobody_fits_it_is_asked_first(tmp_path: Path) -> None:
    plan = _plan(tmp_path, FAMILY, "Una Field")
    (question,) = plan.unanswered
    assert (
        question.text
        == "There are entries of several people in family.csv. Whose do you want to bring in?"
    )
    assert [choice.label for choice in question.choices] == ["Ivy Marsh", "Owen Marsh"]
    assert _tests(plan) == []


@pytest.mark.parametrize(
    "above",
    [
        "Patient: Ivy Marsh DOB 03/05/1950,,,\n",
        "Patient,Ivy Marsh,Date of birth,03/05/1950\n",
        "Ward report,,,\nName: Ivy Marsh; born 3 May 1950,,,\n",
        "Results for: Ivy Marsh,,,\nDOB: 3 May 1950,,,\n",
    ],
)
def test_the_patient_above_a_table_is_told(tmp_path: Path, above: str) -> None:
    plan = _plan(tmp_path, above + "Test,Result,Units,Date\nHb,128,g/L,17/02/2025\n")
    (person,) = [item.draft.values for item in plan.new if item.kind == "person"]
    assert (person["name"], str(person["birth_date"])) == ("Ivy Marsh", "3 May 1950")


def test_other_lines_above_name_nobody(tmp_path: Path) -> None:
    text = "Hospital name: Riverside,,,\nTest,Result,Units,Date\nHb,128,g/L,17/02/2025\n"
    assert _tests(_plan(tmp_path, text, "Ivy Marsh")) == ["Hb"]


@pytest.mark.parametrize("heading", ["Subject", "Client name", "Resident", "Service user"])
def test_people_are_told_apart_whatever_their_column_is_called(
    tmp_path: Path, heading: str
) -> None:
    plan = _plan(tmp_path, FAMILY.replace("Name,", f"{heading},", 1), "Ivy Marsh")
    assert (_tests(plan), plan.questions[0].key) == (["Hb", "K"], "whose-rows")


def test_rows_that_only_numbers_tell_apart_are_refused_with_the_numbers(tmp_path: Path) -> None:
    text = "MRN,Test,Result,Units\nU81,Hb,128,g/L\nU82,Hb,141,g/L\n"
    with pytest.raises(UserError, match=r"several patients \(numbers U81, U82\)"):
        _plan(tmp_path, text, "Ivy Marsh")
    assert _tests(_plan(_folder(tmp_path), text.replace("U82", "U81"), "Ivy Marsh")) == ["Hb", "Hb"]


def test_the_name_of_a_test_above_a_table_is_nobody(tmp_path: Path) -> None:
    text = "Results for: Full Blood Count,,\nTest,Result,Units\nHb,128,g/L\n"
    assert _tests(_plan(tmp_path, text, "Ivy Marsh")) == ["Hb"]


def _folder(tmp_path: Path) -> Path:
    made = tmp_path / "again"
    made.mkdir()
    return made


@pytest.mark.parametrize(
    "above",
    [
        "Patient name:,Owen Marsh,,\n",
        "# Patient: Owen Marsh\n",
        '"Patient: Marsh, Owen",,,\n',
        "Surname:,Marsh,,\nForename:,Owen,,\n",
        "DOB,02/11/1948,,\n",
    ],
)
def test_a_table_of_somebody_else_is_refused(tmp_path: Path, above: str) -> None:
    table = tmp_path / "lab.csv"
    table.write_text(above + "Test,Result,Units,Date\nHb,128,g/L,17/02/2025\n", "utf-8")
    with Journal.create(tmp_path / "j.secondop", KINDS) as journal:
        with journal.change("Begin") as change:
            born = PartialDate(1950, 5, 3)
            change.add("person", name="Ivy Marsh", birth_date=born)
        with pytest.raises(SomebodyElseError):
            importing.read([table], journal)


def test_a_row_that_names_nobody_among_several_people_is_nobodys(tmp_path: Path) -> None:
    text = FAMILY.replace("MARSH Ivy,9434765919,", ",,")
    plan = _plan(tmp_path, text, "Ivy Marsh")
    assert _tests(plan) == ["Hb"]
    assert [one.why for one in plan.skipped] == [
        "1 entry is about Owen Marsh.",
        "1 entry does not say who it is about: family.csv, line 4. Write the name there, and "
        "bring in the file again.",
    ]


def test_people_are_told_apart_by_their_dates_of_birth_alone(tmp_path: Path) -> None:
    text = "DOB,Test,Result\n03/05/1950,Hb,128\n02/11/1948,Hb,141\n"
    plan = _plan(tmp_path, text, "Ivy Marsh")
    (question,) = plan.unanswered
    assert [choice.label for choice in question.choices] == [
        "a person without a name, born 3 May 1950",
        "a person without a name, born 2 November 1948",
    ]


def test_people_known_by_their_numbers_alone_are_called_by_them(tmp_path: Path) -> None:
    text = "NHS number,Test,Result\n943 476 5919,Hb,128\n401 023 2137,Hb,141\n"
    (question,) = _plan(tmp_path, text, "Ivy Marsh").unanswered
    assert [choice.label for choice in question.choices] == [
        "a person with NHS number 943 476 5919",
        "a person with NHS number 401 023 2137",
    ]


def test_each_part_of_a_table_is_about_whom_the_line_over_it_names(tmp_path: Path) -> None:
    part = "Patient: {},,\nTest,Result,Units\n{}\n"
    text = part.format("Ivy Marsh", "Hb,128,g/L") + part.format("Owen Marsh", "Hb,141,g/L\nK,4.1,")
    plan = _plan(tmp_path, text, "Owen Marsh")
    assert _tests(plan) == ["Hb", "K"]
    assert [one.why for one in plan.skipped] == ["1 entry is about Ivy Marsh."]


@pytest.mark.parametrize("line", ["Patient: Owen Marsh,,", "Patient name,Owen Marsh,"])
def test_a_patient_named_below_the_rows_is_told(tmp_path: Path, line: str) -> None:
    text = f"Test,Result,Units\nHb,128,g/L\n{line}\n"
    with pytest.raises(SomebodyElseError):
        _plan(tmp_path, text, "Ivy Marsh")
