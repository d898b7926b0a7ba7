"""Whose story it is: Marjorie, helped by her daughter Ruth."""

from secondop_desktop.journal.change import Change
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.sample.days import Days

NAME = "Marjorie Wensleydown"
NHS_NUMBER = "9990481237"


def birthday(days: Days) -> PartialDate:
    """Return Marjorie's date of birth: she is 78."""
    return PartialDate(days.today.year - 79, 12, 3)


def marjorie(change: Change, days: Days) -> str:
    """Open the journal with the person it is about, and return her id."""
    return change.add(
        "person",
        name=NAME,
        known_as="Marj",
        birth_date=birthday(days),
        nhs_number=NHS_NUMBER,
        sex="female",
        address="14 Sexton's Row\nLower Westermere\nWX4 7QD",
        phone="01632 960114",
        email="marj@example.org",
        language="English",
        communication=(
            "I wear a hearing aid in my left ear. Please face me and speak slowly. "
            "I read large print (18 point) without trouble. "
            "I can walk to the clinic from the car park if there is a bench on the way."
        ),
        emergency_contacts=(
            "Ruth Wensleydown, daughter, 07700 900461\n"
            "Des Ollerby, next-door neighbour with a key, 01632 960118"
        ),
        carer="Ruth Wensleydown",
        carer_relationship="Her daughter",
        authority="consent",
        authority_since=days.month(-11),
        authority_paper="Signed letter in the kitchen drawer; the surgery keeps a copy",
        notes=(
            "Lives on her own since Arthur died. Likes things explained with a drawing. "
            "Sings alto in the choir and means to go on doing so."
        ),
    )
