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
        hospital_numbers={"Westermere General Hospital": "W0448127"},
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
        blood_thinner=False,
        implants=True,
        implants_words="Artificial lens in the right eye; acrylic, no metal",
        implants_mri="Safe in the scanner",
        implants_card="In the purse, behind the library card",
        pregnancy=False,
        care_decision=False,
        care_decision_words="Talked about with Dr Threlkettle; nothing decided yet",
        alerts_checked=days.day(-8),
        living_with="On my own, in a house with stairs; Ruth is ten minutes away",
        work="School secretary until I retired",
        walking="To the shops and back, half a mile, with one stop",
        smoking="Never",
        alcohol="A sherry on Sundays",
        height="5 ft 3",
        height_date=days.year(-3),
        weight="61 kg",
        weight_date=days.day(-21),
        what_matters="To go on living in my own house and singing in the choir.",
        what_i_fear="A long time in hospital, and not being myself afterwards.",
        carer="Ruth Wensleydown",
        carer_relationship="Her daughter",
        carer_address="3 Chandler Close\nUpper Westermere\nWX4 2PL",
        carer_phone="07700 900461",
        carer_email="ruth@example.org",
        authority="consent",
        authority_since=days.month(-11),
        authority_paper="Signed letter in the kitchen drawer; the surgery keeps a copy",
        notes=(
            "Lives on her own since Arthur died. Likes things explained with a drawing. "
            "Sings alto in the choir and means to go on doing so."
        ),
    )
