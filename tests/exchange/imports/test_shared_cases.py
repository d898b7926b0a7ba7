"""Inputs that once went wrong: each comes in right, is asked about, or is refused in one sentence.

The tables among them are in ``tests/exchange/tables/test_cases.py``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from tests.architecture.house import ROOT

CASES = ROOT.parent / "shared" / "cases"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the cases are not beside the checkout")


@dataclass(frozen=True)
class Case:
    """What a file brings in (titles), asks (keys), says (beginnings of notices and reasons)."""

    files: str
    titles: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    refused: str = ""
    about: str = "Mary Orchard"


RIGHT = (
    Case("import/01a*", ("Penicillin",)),
    Case("import/01b*", ("Latex",)),
    Case("import/02a*", ("Haemoglobin 131 g/L",)),
    Case("import/02b*", ("Platelets 88 10*9/L",)),
    Case("import/03a*", ("Haemoglobin 131 g/L",)),
    Case("import/03?_*", ("Haemoglobin 131 g/L", "Creatinine 310 umol/L")),
    Case("import/04*", ("Prednisolone 5 mg tablets",)),
    Case("import/05*", ("Methotrexate 2.5 mg tablets",)),
    Case("import/06*", ("Zopiclone 7.5 mg", "Morphine 10 mg", "Insulin glargine")),
    Case("import/07*", ("Vancomycin",)),
    Case("import/08*", ("Levothyroxine 50 microgram tablets",)),
    Case("import/09*", ("Warfarin 3 mg", "Aspirin 75 mg", "Doxycycline")),
    Case("import/10*", ("Asthma", "Eczema")),
    Case("import/11*", ("Dr A Nurse", "Penicillin (not confirmed)")),
    Case("import/13*", ("Troponin 12 ng/L", "Cardiology clinic")),
    Case("import/14*", ("Haemoglobin 71 g/L",)),
    Case("import/15*", ("CT chest",)),
    Case("import/16*", ("File",)),
    Case("import/17*", ("Picture or recording",)),
    Case("import/18*", ("FSH 8 IU/L", "Potassium 6.1 mmol/L", "Digoxin 1.1 ug/L")),
    Case("import/19*", ("Systolic 88 mmHg", "Diastolic no value: not audible")),
    Case("import/20*", ("Ada Surgeon", "Related person: Tom Orchard")),
    Case("import/21*", ("Sodium 128 mmol/L",)),
    Case("import/22*", ("Gout", "Metformin 500 mg", "Peanut", "Urate 0.61 mmol/L")),
    Case("import/23a*", ("Codeine",)),
    Case("import/25*", ("Melanoma", "Ultrasound abdomen")),
    Case("import/27*", ("Nurse Fern", "MMR (as a child)")),
    Case("import/28*", ("Mother: Breast cancer",)),
    Case("import/29*", ("Dr One", "Pneumonia")),
    Case("import/30*", ("Sodium 128 mmol/L", "Potassium 5.9 mmol/L")),
    Case("import/31*", ("Hana Cole", "Ferritin 9 ug/L")),
    Case("import/32*", ("CRP 12.5 mg/L", "eGFR >=90 mL/min/1.73m2", "HIV no", "ANA titre 1:160")),
    Case("import/33*", ("CT chest",)),
    Case("import/34*", ("Haemoglobin 71 g/L", "Creatinine 310 umol/L")),
    Case("import/37*", ("Medicine dispensed: Apixaban 5 mg tablets",)),
    Case("import/38*", ("Weight 71.2 kg", "Temp 98.6 °F")),
    Case("import/42*", ("Sodium 128 mmol/L",)),
    Case("import/43*", ("Sodium 128 mmol/L",)),
    Case("import/44*", ("Sodium 128 mmol/L",)),
    Case("import/50*.tif", ("50 tiny",)),
    Case("use/relA.json", ("Haemoglobin 120 g/L", "Ramipril"), about="Nan Oakes"),
    Case("use/one.json", ("Haemoglobin 120 g/L", "Haemoglobin 95 g/L"), about="Nan Oakes"),
    Case("use/utc.json", ("Haemoglobin 134 g/L", "Ferritin 50 ug/L"), about="Nan Oakes"),
    Case("use/euro.csv", ("CRP 0,400 mg/l", "Troponin T 0,012 ng/ml")),
)
ASKED = (
    Case("import/26*", ("Sodium 128 mmol/L",), ("whose-rows",)),
    Case("use/family.csv", ("Hb 120 g/L",), ("whose-rows",), about="Mary Quill"),
)
SAID = (
    Case("import/12*", says=("It says that the allergy", "“Aspirin” is marked as entered by")),
    Case("import/35*", ("Sodium 128 mmol/L",), says=("35_page_one_of_many.json is only a part",)),
    Case("import/36*", says=("It says that there are none",)),
    Case("import/40*", ("Penicillin",), about="Robert Quince"),
    Case("import/41*", ("41 oru",), says=("41_oru.hl7 is a message",), about="Robert Quince"),
)
REFUSED = (
    Case("import/24*", refused="24_other_person.json is about Robert Quince, born 1 January 1944"),
    Case(
        "import/40*",
        refused="40_fhir.xml (AllergyIntolerance) is about Robert Quince, but",
    ),
    Case("import/41*", refused="41_oru.hl7 is about ROBERT QUINCE, born 1 January 1944, but"),
)
BORN = {"Mary Orchard": "1950-05-03", "Robert Quince": "1944-01-01", "Nan Oakes": "1950-02-03"}


@pytest.fixture
def journal(tmp_path: Path, case: Case) -> Iterator[Journal]:
    """A journal about the person of the case."""
    with Journal.create(tmp_path / "j.secondop", KINDS) as made:
        born = BORN.get(case.about)
        with made.change("Add person") as change:
            date = PartialDate.parse(born) if born else None
            change.add("person", name=case.about, birth_date=date)
        yield made


def _paths(case: Case) -> list[Path]:
    return sorted(CASES.glob(case.files))


@pytest.mark.parametrize("case", [*RIGHT, *ASKED, *SAID], ids=lambda case: case.files)
def test_it_comes_in_or_is_asked_about(journal: Journal, case: Case) -> None:
    plan = importing.read(_paths(case), journal)
    titles = [item.title for item in plan.new]
    assert [title for title in case.titles if title not in titles] == []
    assert tuple(one.key for one in plan.questions) == case.asks
    said = [*plan.notices, *(one.why for one in plan.skipped)]
    assert [text for text in case.says if not any(one.startswith(text) for one in said)] == []
    assert bool(said) == bool(case.says or case.asks)
    importing.apply(journal, plan)
    again = importing.read(_paths(case), journal)
    assert (again.new, again.changed) == ((), ())


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.files)
def test_it_is_refused_in_one_sentence(journal: Journal, case: Case) -> None:
    with pytest.raises(UserError) as refused:
        importing.read(_paths(case), journal)
    assert str(refused.value).startswith(case.refused)


@pytest.mark.parametrize(
    ("case", "then"),
    [
        (Case("import/01a*"), "import/01b*"),
        (Case("import/02a*"), "import/02b*"),
        (Case("import/03a*"), "import/03b*"),
        (Case("use/relA.json", about="Nan Oakes"), "use/relB.json"),
    ],
    ids=str,
)
def test_another_source_overwrites_nothing(journal: Journal, case: Case, then: str) -> None:
    importing.apply(journal, importing.read(_paths(case), journal))
    plan = importing.read(sorted(CASES.glob(then)), journal)
    assert plan.new
    assert [item for item in plan.changed if item.kind != "person"] == []


@pytest.mark.parametrize("case", [Case("import/23a*")], ids=str)
def test_the_export_of_another_day_says_the_same(journal: Journal, case: Case) -> None:
    importing.apply(journal, importing.read(_paths(case), journal))
    plan = importing.read(sorted(CASES.glob("import/23b*")), journal)
    assert (plan.new, [item.kind for item in plan.same]) == ((), ["person", "allergy"])


def test_every_input_has_its_line() -> None:
    listed = [*RIGHT, *ASKED, *SAID, *REFUSED]
    tried = {path for case in listed for path in _paths(case)}
    later = {*CASES.glob("import/2*b*"), *CASES.glob("use/relB.json")}
    files = {path for part in ("import", "use") for path in (CASES / part).glob("*.*")}
    left = {path.name for path in files - tried - later if path.suffix not in {".sh", ".py"}}
    assert left == set()
