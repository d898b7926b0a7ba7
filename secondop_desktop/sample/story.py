"""The whole story in its order: who, what is wrong, what was said, and how to decide."""

from datetime import date
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import _
from secondop_desktop.sample import around, case, earlier, illness, people, questions, shelf
from secondop_desktop.sample.blood_count import blood_counts
from secondop_desktop.sample.costs import costs
from secondop_desktop.sample.days import Days
from secondop_desktop.sample.deciding import decision, options, readiness
from secondop_desktop.sample.dense import dense_years
from secondop_desktop.sample.desk import Desk
from secondop_desktop.sample.doctors import cast, others
from secondop_desktop.sample.letters import letters
from secondop_desktop.sample.medicines import medicines
from secondop_desktop.sample.notebook import Notebook
from secondop_desktop.sample.opinions import Opinions, compared, first_opinion, second_opinion
from secondop_desktop.sample.outcomes import outcomes
from secondop_desktop.sample.papers import Papers, papers
from secondop_desktop.sample.results import results
from secondop_desktop.sample.symptoms import symptoms
from secondop_desktop.sample.to_come import later
from secondop_desktop.sample.visits import visits


def write_sample(path: Path, scale: int = 1, today: date | None = None) -> None:
    """Write the example journal; everything in it lies before or after ``today``.

    A ``scale`` above 1 adds so many years of dense records, about 1,000 entries each, for
    measuring. Raises UserError where there is a file already; a half-told one never stays.
    """
    days = Days(today or local_today())
    journal = Journal.create(path, KINDS)
    try:
        with journal:
            _tell(journal, days, scale)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _tell(journal: Journal, days: Days, scale: int) -> None:
    desk = _people(journal, days)
    found = _illness(desk, days)
    _around(desk, found, days)
    _deciding(desk, found, _opinions(desk, found, days), days)
    if scale > 1:
        dense_years(desk, days, scale)


def _people(journal: Journal, days: Days) -> Desk:
    with journal.change(_("Add people and places")) as change:
        person = people.marjorie(change, days)
        book = Notebook(journal, change, person)
        known = cast(book)
        others(book)
        book.edit("person", person, gp=known.gp)
    with journal.change(_("Add the question")) as change:
        question = case.opened(Notebook(journal, change, person), days)
    return Desk(journal, person, question, known)


def _illness(desk: Desk, days: Days) -> Papers:
    with desk.scene(_("Add the illness")) as book:
        told = illness.diagnoses(book, desk.cast, days)
        illness.other_illnesses(book, desk.cast, days)
        illness.allergies(book, days)
        medicines(book, desk.cast, days)
        symptoms(book, days)
    with desk.scene(_("Add records")) as book:
        found = papers(book, desk.cast, days)
        kept = shelf.paper(book, desk.cast, days)
        book.edit("diagnosis", told.severe, records=[found.first, found.scan])
        book.edit("diagnosis", told.in_between, records=[found.second])
        book.edit("record", found.picture, linked=[found.scan, told.severe])
    with desk.scene(_("Add treatments and family")) as book:
        earlier.treatments(book, desk.cast, kept.discharge, days)
        earlier.vaccinations(book, desk.cast, days)
        earlier.relatives(book)
    with desk.scene(_("Write down how the referral went")) as book:
        case.under_way(book, desk.case, desk.cast, told.severe, days)
    return found


def _around(desk: Desk, found: Papers, days: Days) -> None:
    with desk.scene(_("Add letters, costs and tasks")) as book:
        late = shelf.still_to_come(book, desk.cast, days)
        shelf.for_second_doctor(book, desk.case)
        letters(book, desk.cast, days)
        around.told(book, desk.cast, found, days)
        around.tasks(book, desk.cast, late, days)
        costs(book, desk.cast, found, days)


def _opinions(desk: Desk, found: Papers, days: Days) -> Opinions:
    with desk.scene(_("Add test results")) as book:
        blood_counts(book, found, days)
        seen = results(book, found, days)
    with desk.scene(_("Add appointments and questions")) as book:
        met = visits(book, desk.cast, found, days)
        later(book, desk.cast, days)
        book.edit("record", found.photo, linked=[met.talk])
        questions.asked(book, desk.cast, met, days)
        questions.still_to_ask(book, desk.cast, met, days)
    with desk.scene(_("Add opinions")) as book:
        first = first_opinion(book, desk.cast, met, found, seen.first, days)
        second = second_opinion(book, desk.cast, met, found, seen.second, days)
        compared(book)
    return Opinions(first, second)


def _deciding(desk: Desk, found: Papers, said: Opinions, days: Days) -> None:
    with desk.scene(_("Add options and the decision")) as book:
        outcomes(book, options(book, said), found)
        decision(book, days)
        readiness(book, days)
