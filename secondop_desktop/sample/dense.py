"""Many dense years before the story, for measuring how the program copes with a long life."""

from math import sin

from secondop_desktop.lang import _
from secondop_desktop.sample.days import Days
from secondop_desktop.sample.desk import Desk
from secondop_desktop.sample.first_opinion import FIRST
from secondop_desktop.sample.notebook import Notebook
from secondop_desktop.sample.opinions import statements
from secondop_desktop.sample.second_opinion import SECOND

# Test, unit, printed range, middle and swing of the values, decimals.
_TESTS = (
    ("Sodium", "mmol/L", "133 - 146", 139.0, 5.0, 0),
    ("Potassium", "mmol/L", "3.5 - 5.3", 4.3, 0.7, 1),
    ("Urea", "mmol/L", "2.5 - 7.8", 5.6, 2.0, 1),
    ("Creatinine", "µmol/L", "45 - 84", 70.0, 16.0, 0),
    ("White cells", "10⁹/L", "4.0 - 11.0", 6.8, 2.6, 1),
    ("Platelets", "10⁹/L", "150 - 400", 260.0, 70.0, 0),
    ("C-reactive protein", "mg/L", "<5", 6.0, 4.5, 0),
    ("Glucose", "mmol/L", "4.0 - 7.8", 5.7, 1.4, 1),
    ("INR", "", "2.0 - 3.0", 2.5, 0.6, 1),
    ("Weight", "kg", "", 64.0, 3.0, 1),
)
_FELT = ("Tired", "Out of breath on the stairs", "A good day", "Swollen ankles", "Slept badly")
_WEEKS = 52


def dense_years(desk: Desk, days: Days, years: int) -> None:
    """Add about 1,000 entries a year, one change for each year."""
    for year in range(years):
        ago = (years - year) * 365
        with desk.journal.change(_("Add a year of records")) as change:
            case = _case(Notebook(desk.journal, change, desk.person), days, ago)
            book = Notebook(desk.journal, change, desk.person, case)
            _opinions(book, desk, days, ago)
            for week in range(_WEEKS):
                _week(book, desk, days, week * 7 - ago, year * _WEEKS + week)


def _case(book: Notebook, days: Days, ago: int) -> str:
    year = days.day(-ago).year
    return book.add(
        "case",
        question=f"Is the treatment planned in {year} the right one for me?",
        title=f"Question of {year}",
        opened=days.day(-ago),
        closed=days.day(300 - ago),
        steps=dict.fromkeys("1234567", "completed"),
    )


def _opinions(book: Notebook, desk: Desk, days: Days, ago: int) -> None:
    both = ((1, desk.cast.first, FIRST), (2, desk.cast.second, SECOND))
    for place, provider, said in both:
        date = days.day(60 * place - ago)
        opinion = book.add("opinion", place=place, provider=provider, date=date)
        statements(book, opinion, None, said)
    for aspect, mark in (("what", "same"), ("plan", "different"), ("urgency", "partly")):
        book.add("mark", aspect=aspect, mark=mark)


def _week(book: Notebook, desk: Desk, days: Days, away: int, number: int) -> None:
    """Write down one week; ``number`` counts the weeks since the first."""
    report = _papers(book, desk, days, away, number)
    _results(book, report, days, away, number)
    for turn in range(3):
        what = _FELT[(number + 2 * turn) % len(_FELT)]
        book.add("symptom", what=what, date=days.day(away + turn), severity=(number + turn) % 8)
    _visit(book, desk, days, away, number)


def _results(book: Notebook, report: str, days: Days, away: int, number: int) -> None:
    """Add a result of each test; the values swing slowly, each at its own time."""
    said = {"date": days.day(away), "record": report, "page": 1}
    for place, (test, unit, usual, middle, swing, decimals) in enumerate(_TESTS):
        value = middle + swing * sin(number / 5 + place)
        shown = "<5" if usual == "<5" and value < 5 else f"{value:.{decimals}f}"
        book.add("result", test=test, value=shown, unit=unit, range=usual, **said)


def _papers(book: Notebook, desk: Desk, days: Days, away: int, number: int) -> str:
    """Add a letter and a report, both on paper; return the report."""
    place = f"Box {number // 52 + 1}, in the loft"
    day = days.day(away)
    book.add(
        "record",
        title=f"Clinic letter {number + 1}",
        type="letter",
        date=day,
        from_provider=desk.cast.hospital,
        place=place,
        state="received",
        notes="Blood pressure, weight and medicines looked at. Come back next week.",
    )
    return book.add(
        "record",
        title=f"Blood test report {number + 1}",
        type="result",
        date=day,
        from_provider=desk.cast.lab,
        place=place,
        state="received",
    )


def _visit(book: Notebook, desk: Desk, days: Days, away: int, number: int) -> None:
    visit = book.add(
        "appointment",
        purpose=f"Weekly check {number + 1}",
        when=days.at(away, 9 + number % 7, 10 * (number % 6)),
        provider=desk.cast.nurse,
        how="in person",
        status="done",
        summary="Bloods taken and blood pressure measured. Nothing to change.",
    )
    book.add(
        "question",
        text=f"Is there anything new in report {number + 1}?",
        appointments=[visit],
        status="answered",
    )
    book.add("task", text=f"File report {number + 1}", due=days.day(away + 3), done=True)
    if number % 4 == 0:
        book.add("cost", what="Parking", amount="4.20", state="paid", date=days.day(away))
