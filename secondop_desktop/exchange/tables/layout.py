"""What kind of table a row of headings makes, and which column holds what."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from secondop_desktop.exchange.tables import headings, list_sorts
from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.exchange.tables.headings import BETWEEN
from secondop_desktop.exchange.tables.list_sorts import Sort
from secondop_desktop.exchange.tables.measures import Measure, measure

MONEY = re.compile(r"amount|cost|price|balance|paid|fee|£|€|\$", re.IGNORECASE)
"""Headings of a table of sums of money."""

_GROWN = re.compile(r"organism|isolate|antibiotic|antimicrobial|susceptib|bacteri", re.IGNORECASE)
"""Headings beside which a sensitivity is that of a germ, and no allergy."""

BESIDE = ("date", "time", "notes", "lab", "specimen")
"""Fields that may stand beside columns of one test each."""


class Holds(StrEnum):
    """What each row of a table is."""

    RESULT = "a result"
    MEASURES = "the values of one date"
    DATES = "the values of one test"
    MEDICINE = "a medicine"
    APPOINTMENT = "an appointment"
    ALLERGY = "an allergy"
    VACCINATION = "a vaccination"
    DIAGNOSIS = "a diagnosis"
    TREATMENT = "a treatment"
    SYMPTOM = "a symptom"


LISTS: Mapping[Holds, Sort] = {
    Holds.MEDICINE: list_sorts.MEDICINES,
    Holds.APPOINTMENT: list_sorts.APPOINTMENTS,
    Holds.ALLERGY: list_sorts.ALLERGIES,
    Holds.VACCINATION: list_sorts.VACCINATIONS,
    Holds.DIAGNOSIS: list_sorts.DIAGNOSES,
    Holds.TREATMENT: list_sorts.TREATMENTS,
    Holds.SYMPTOM: list_sorts.SYMPTOMS,
}
"""The lists among them."""

_FEWEST = 2

_BESIDE_SYMPTOMS = (Holds.ALLERGY, Holds.VACCINATION, Holds.MEDICINE, Holds.DIAGNOSIS)
"""What may stand before the symptoms that it brought."""


@dataclass(frozen=True)
class Layout:
    """What the rows are, the columns by the field they hold, and those of one test or date each.

    ``marks`` names the columns that say more of such a column of values, by their field; ``told``
    what rows say of a whole column of one date, such as the time; ``signs`` are the columns in
    which a meter says how the readings of a row went. ``whens`` names the columns of the date and
    the time of a column of values that has its own.
    """

    holds: Holds
    fields: dict[str, int]
    measures: tuple[Measure, ...] = ()
    dates: tuple[int, ...] = ()
    marks: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    told: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    signs: tuple[int, ...] = ()
    whens: Mapping[int, Mapping[str, int]] = field(default_factory=dict)


def recognise(cells: Sequence[str]) -> Layout | None:
    """Return what a row of headings says of the table below it; None for no headings we know."""
    return next(filter(None, (reads(cells) for reads in _READS)), None)


def _results(cells: Sequence[str]) -> Layout | None:
    fields = _with_person(cells, headings.roles(cells, headings.RESULTS))
    name = _named(cells, "name")
    if "test" not in fields and "value" in fields and name is not None:
        fields["test"] = name
        fields.pop("person", None)
    if "test" not in fields and (both := _test_result(cells)):
        fields["test"], fields["value"] = both
    return Layout(Holds.RESULT, fields) if {"test", "value"} <= fields.keys() else None


def _test_result(cells: Sequence[str]) -> tuple[int, int] | None:
    """Tell what the NHS App heads ``Test result`` (the test) from ``Result`` beside it."""
    test = _named(cells, "test result")
    if test is None:
        return None
    others = [at for at, cell in enumerate(cells) if at != test and _is_value(cell)]
    return (test, others[0]) if others else None


def _is_value(heading: str) -> bool:
    return "value" in headings.roles([heading], headings.RESULTS)


def _dates(cells: Sequence[str]) -> Layout | None:
    """Recognise a row for each test and a column for each date."""
    dates = tuple(column for column, cell in enumerate(cells) if _is_of_date(cell))
    fields = _with_person(cells, headings.roles(cells, headings.RESULTS))
    if len(dates) > 1 and "test" not in fields and fields.get("date") == 0:
        fields["test"] = fields.pop("date")  # the first says what the others are, not its cells
    known = (*dates, *fields.values())
    rest = [at for at, cell in enumerate(cells) if at not in known and _is_open(cell)]
    if len(dates) > 1 and "test" not in fields and cells and 0 not in (*dates, *fields.values()):
        fields["test"] = 0
        rest = [at for at in rest if at != 0]
    unsure = bool(rest) and len(dates) < 2
    if not dates or "test" not in fields or unsure or {"value", "date"} & fields.keys():
        return None
    return Layout(Holds.DATES, fields, dates=dates)


def _is_of_date(heading: str) -> bool:
    """Tell the heading of the values of one date, perhaps with ``Result`` in a row below."""
    first, *below = heading.split(BETWEEN)
    return is_date(first) and (not below or "value" in headings.roles(below[-1:], headings.RESULTS))


def _is_open(heading: str) -> bool:
    """Tell a heading that is neither empty, nor a mark beside a value, nor part of a date's."""
    is_flag = "flag" in headings.roles([heading], headings.RESULTS)
    return bool(heading) and not is_flag and not is_date(heading.split(BETWEEN, maxsplit=1)[0])


def _measures(cells: Sequence[str]) -> Layout | None:
    fields = headings.roles(cells, headings.RESULTS)
    if len(cells) > _FEWEST and fields.get("test") == 0 and "date" not in fields:
        fields["date"] = fields.pop("test")  # over dates, as all the others name tests
    if not {"date", "time"} & fields.keys():
        return None
    own = {name: column for name, column in fields.items() if name in BESIDE}
    own = _with_person(cells, own)
    rest = [column for column in range(len(cells)) if column not in own.values()]
    found = tuple(one for column in rest if (one := measure(column, cells[column])))
    enough = len(found) > (0 if "date" in fields else 1)
    if "date" in fields and _named(cells, "test") == fields["date"] and len(found) < len(rest):
        return None
    return Layout(Holds.MEASURES, own, found) if enough else None


def _allergies(cells: Sequence[str]) -> Layout | None:
    """Recognise allergies; a list headed ``Drug`` is one where reactions stand beside."""
    fields = _roles_of(Holds.ALLERGY, cells)
    medicine = _roles_of(Holds.MEDICINE, cells)
    taken = {at for name in ("dose", "how_taken") if (at := medicine.get(name)) is not None}
    if taken - {*fields.values()} or _is_measured(cells, fields) or any(map(_GROWN.search, cells)):
        return None
    if "reaction" in fields and "substance" not in fields and "name" in medicine:
        fields["substance"] = medicine["name"]
    about = {"reaction", "severity", "criticality", "status", "certainty", "kind_of", "notes"}
    dated = {"since", "last", "recorded"} & fields.keys()
    known = "substance" in fields and (about | dated) & fields.keys()
    return Layout(Holds.ALLERGY, _with_person(cells, fields)) if known else None


def _vaccinations(cells: Sequence[str]) -> Layout | None:
    fields = _roles_of(Holds.VACCINATION, cells)
    about = {"date", "lot", "dose_number", "given_by", "status", "against"} & fields.keys()
    known = "name" in fields and about and not _is_measured(cells, fields)
    return Layout(Holds.VACCINATION, _with_person(cells, fields)) if known else None


def _diagnoses(cells: Sequence[str]) -> Layout | None:
    fields = _roles_of(Holds.DIAGNOSIS, cells)
    about = {"date", "ended", "status", "certainty", "recorded", "code"} & fields.keys()
    known = "name" in fields and about and _is_of_events(cells, fields)
    return Layout(Holds.DIAGNOSIS, _with_person(cells, fields)) if known else None


def _treatments(cells: Sequence[str]) -> Layout | None:
    """Recognise treatments; ``Surgery`` is one where a surgeon or a hospital stands beside."""
    fields = _roles_of(Holds.TREATMENT, cells)
    surgery = _named(cells, "surgery")
    if "name" not in fields and surgery is not None and {"given_by", "place"} & fields.keys():
        fields["name"] = surgery
    about = {"date", "until", "place", "given_by", "status", "response", "code"} & fields.keys()
    known = "name" in fields and about and _is_of_events(cells, fields)
    taken = _roles_of(Holds.MEDICINE, cells).get("how_taken")
    first = (
        known
        and taken in {None, *fields.values()}
        and _leads(fields["name"], cells, Holds.DIAGNOSIS)
    )
    return Layout(Holds.TREATMENT, _with_person(cells, fields)) if first else None


def _symptoms(cells: Sequence[str]) -> Layout | None:
    """Recognise symptoms; beside columns of other things they are notes, as in a diary."""
    fields = _roles_of(Holds.SYMPTOM, cells)
    about = {"date", "severity", "helps", "trigger", "lasted", "often"} & fields.keys()
    known = "what" in fields and about and not _is_measured(cells, fields)
    first = known and all(_leads(fields["what"], cells, holds) for holds in _BESIDE_SYMPTOMS)
    other = [cell for at, cell in enumerate(cells) if cell and at not in fields.values()]
    of_its_own = first and ("severity" in fields or not other)
    return Layout(Holds.SYMPTOM, _with_person(cells, fields)) if of_its_own else None


def _is_of_events(cells: Sequence[str], fields: Mapping[str, int]) -> bool:
    """Tell a list of what happened from one of appointments or of values."""
    timed = "time" in headings.roles(cells, headings.RESULTS)
    return not timed and not _is_measured(cells, fields)


def _leads(column: int, cells: Sequence[str], holds: Holds) -> bool:
    """Tell whether a name stands before that of another sort of list, which it then tells of."""
    other = _roles_of(holds, cells).get(LISTS[holds].name, column)
    return column <= other


def _medicines(cells: Sequence[str]) -> Layout | None:
    fields = _roles_of(Holds.MEDICINE, cells)
    name = _named(cells, "name")
    about = {"dose", "how_taken", "start", "route", "reason"} & fields.keys()
    timed = len(headings.times_of_day(cells)) > 1
    if "name" not in fields and name is not None and {"dose", "how_taken"} & fields.keys():
        fields["name"] = name
    known = "name" in fields and (about or timed)
    return Layout(Holds.MEDICINE, _with_person(cells, fields)) if known else None


def _appointments(cells: Sequence[str]) -> Layout | None:
    fields = _roles_of(Holds.APPOINTMENT, cells)
    for at in (_named(cells, name) for name in _CLINICS):
        if at is not None and at not in fields.values():
            fields.setdefault("purpose", at)
    if fields.keys() >= {"date"} and "time" not in fields and (when := _named(cells, "when")):
        fields["time"] = when  # beside a date it says at what time
    about = {"provider", "place", "purpose"} & fields.keys()
    if "date" not in fields or len(about) < 2 or _is_measured(cells, fields):
        return None
    return Layout(Holds.APPOINTMENT, _with_person(cells, fields))


_CLINICS = ("clinic", "department", "klinik", "clinig")
"""What says where one goes, or beside a column that says so, what for: ``Cardiology``."""


def _roles_of(holds: Holds, cells: Sequence[str]) -> dict[str, int]:
    return headings.roles(cells, LISTS[holds].headings)


def _is_measured(cells: Sequence[str], fields: Mapping[str, int]) -> bool:
    """Tell a table with values of tests or sums of money from a list."""
    other = [cell for at, cell in enumerate(cells) if at not in fields.values()]
    return any(measure(0, cell) or MONEY.search(cell) for cell in other)


def _with_person(cells: Sequence[str], fields: dict[str, int]) -> dict[str, int]:
    """Add the columns that say who a row is about; ``Name`` beside another name is a person's."""
    found = headings.roles(cells, headings.PERSON)
    name = _named(cells, "name")
    leading = fields.keys() & {"test", "name"}
    if "person" not in found and name is not None and leading and name not in fields.values():
        found["person"] = name
    return fields | {key: at for key, at in found.items() if at not in fields.values()}


def _named(cells: Sequence[str], heading: str) -> int | None:
    return next((at for at, cell in enumerate(cells) if headings.plain(cell) == heading), None)


_READS: Sequence[Callable[[Sequence[str]], Layout | None]] = (
    *(_dates, _results, _symptoms, _vaccinations, _allergies, _medicines, _treatments),
    *(_diagnoses, _appointments, _measures),
)
"""In this order, as one table may have headings of several."""
