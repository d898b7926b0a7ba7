"""Everybody that Marjorie and Ruth deal with, and one doctor they did not choose."""

from dataclasses import dataclass

from secondop_desktop.sample.notebook import Notebook


@dataclass(frozen=True)
class Cast:
    """The ids of the doctors and places of the story."""

    gp: str
    first: str
    second: str
    nurse: str
    hospital: str
    lab: str
    insurer: str


def cast(book: Notebook) -> Cast:
    """Write down everybody Marjorie and Ruth deal with."""
    return Cast(
        gp=_gp(book),
        first=_first(book),
        second=_second(book),
        nurse=_nurse(book),
        hospital=_hospital(book),
        lab=_lab(book),
        insurer=_insurer(book),
    )


def _gp(book: Notebook) -> str:
    return book.add(
        "provider",
        name="Dr Imogen Threlkettle",
        role="GP",
        specialty="General practice",
        organisation="Bramblecote Surgery",
        funding="nhs",
        address="Bramblecote Surgery\n2 Pound Lane\nLower Westermere\nWX4 7QA",
        phone="01632 960200",
        email="reception@bramblecote.example",
        notes="Ring at 8am for the same day. Ask for a double appointment when there is a lot.",
    )


def _first(book: Notebook) -> str:
    return book.add(
        "provider",
        name="Dr Rupert Ashdown-Lacey",
        role="Consultant cardiologist",
        specialty="Heart valves",
        organisation="Westermere General Hospital",
        funding="nhs",
        address="Heart Centre, Level 3\nWestermere General Hospital\nWX1 1AA",
        phone="01632 960310",
        gmc_number="9999021",
        independent=False,
        notes="His secretary is Mrs Dunmallow. She is kind and rings back the same day.",
    )


def _second(book: Notebook) -> str:
    return book.add(
        "provider",
        name="Dr Anjali Varmaraj",
        role="Consultant cardiologist",
        specialty="Heart valves, and valves put in through a catheter",
        organisation="Quillhaven Heart Clinic",
        funding="both",
        address="Quillhaven Heart Clinic\n8 Harbour Rise\nQuillhaven\nWX9 2LT",
        phone="01632 960440",
        email="appointments@quillhaven.example",
        website="https://quillhaven.example",
        gmc_number="9999034",
        independent=True,
        shortlisted=True,
        rank=1,
        experience="Says she sees about 300 people with valve disease a year. Does both clinics.",
        waiting_time="3 weeks privately, about 14 weeks on the NHS",
        distance="34 miles, one change of train, or an hour by car",
        cost_note="Fees sent in writing before we booked; see Costs",
        notes="Not in the same team or hospital as Dr Ashdown-Lacey. We asked.",
    )


def _nurse(book: Notebook) -> str:
    return book.add(
        "provider",
        name="Sister Comfort Adjimarsh",
        role="Practice nurse",
        organisation="Bramblecote Surgery",
        funding="nhs",
        phone="01632 960201",
        notes="Does the blood tests and always gets the vein first time.",
    )


def _hospital(book: Notebook) -> str:
    return book.add(
        "provider",
        name="Westermere General Hospital, records office",
        role="Records office",
        organisation="Westermere General Hospital",
        funding="nhs",
        address="Health Records, Basement\nWestermere General Hospital\nWX1 1AA",
        phone="01632 960333",
        email="records@westermere.example",
    )


def _lab(book: Notebook) -> str:
    return book.add(
        "provider",
        name="Tarrowby Laboratories",
        role="Laboratory",
        organisation="Tarrowby Laboratories",
        funding="nhs",
        phone="01632 960505",
        notes="Took over the surgery's blood tests from the hospital. Prints a different range.",
    )


def _insurer(book: Notebook) -> str:
    return book.add(
        "provider",
        name="Hearthside Mutual",
        role="Health insurer",
        organisation="Hearthside Mutual",
        funding="private",
        phone="01632 960777",
        notes="Policy from Arthur's old firm. Have the authorisation number ready when ringing.",
    )


def others(book: Notebook) -> None:
    """Write down the doctors they looked into and did not choose."""
    book.add(
        "provider",
        name="Mr Tobias Fennimarsh",
        role="Consultant heart surgeon",
        specialty="Heart valve operations",
        organisation="Castlebury University Hospital",
        funding="nhs",
        phone="01632 960620",
        independent=True,
        shortlisted=True,
        rank=2,
        experience="Operates on valves every week. Has not been asked about small, older people.",
        waiting_time="About 12 weeks",
        distance="61 miles, no direct train",
        notes="Our second choice if a third opinion is needed.",
    )
    book.add(
        "provider",
        name="Dr Pensa Thornemead",
        role="Consultant cardiologist",
        specialty="Heart valves in older people",
        organisation="Tarrowby Infirmary",
        funding="nhs",
        shortlisted=True,
        rank=3,
        waiting_time="Their secretary could not say",
        distance="12 miles, the number 9 bus",
        notes="We do not know yet whether she works with Dr Ashdown-Lacey. Ask.",
    )
