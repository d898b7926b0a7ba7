"""For whom files were given, and which person of the journal that is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondop_desktop.exchange.incoming import letter_patient
from secondop_desktop.exchange.people.whose import NEW, Chosen, check_letter, choose, with_identity
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import ReadEntry, Reading
from secondop_desktop.exchange.tables import own
from secondop_desktop.exchange.tables.people import by_person
from secondop_desktop.journal.file import Journal


@dataclass(frozen=True)
class Wanted:
    """For whom files were given, whether that is sure, and what was answered about them.

    ``of_journal`` tells that they are an archive of another journal.
    """

    person: str | None
    sure: bool
    name: str
    asked: Asked
    of_journal: bool = False


@dataclass(frozen=True)
class Settled:
    """A reading of one person, who of the journal that is, and what the files say of them."""

    reading: Reading
    chosen: Chosen
    told: Sequence[ReadEntry]

    @property
    def notices(self) -> list[str]:
        """What is worth knowing of the choice and of the reading."""
        return [*self.chosen.notices, *self.reading.notices]


def settle(journal: Journal, read_in: Reading, wanted: Wanted) -> Settled:
    """Find out whose a reading is; raises UserError where that cannot be told, or is another."""
    person, sure, name, asked = wanted.person, wanted.sure, wanted.name, wanted.asked
    reading = by_person(own.settled(read_in, journal), journal, person, asked, name)
    if (person == NEW or not journal.entries("person")) and not reading.people:
        reading = replace(reading, people=letter_patient.people(reading.drafts))
    chosen = choose(journal, person, reading.people, name, sure=sure)
    if not (person and sure):
        _check_letters(journal, chosen.person, reading)
    return Settled(reading, chosen, with_identity(journal, chosen, reading.people, asked))


def _check_letters(journal: Journal, person: str | None, reading: Reading) -> None:
    """Let in no letter about somebody else while nobody said that it is this person's."""
    for draft, told in letter_patient.letters(reading.drafts) if person else ():
        check_letter(journal, person or "", told, draft.file)
