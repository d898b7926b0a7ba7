"""What is wrong with Marjorie, as she was told and as she feels it."""

from dataclasses import dataclass

from secondop_desktop.sample.days import Days
from secondop_desktop.sample.doctors import Cast
from secondop_desktop.sample.notebook import Notebook


@dataclass(frozen=True)
class Diagnoses:
    """The ids of the diagnoses that other entries speak of."""

    severe: str
    in_between: str
    murmur: str


def diagnoses(book: Notebook, cast: Cast, days: Days) -> Diagnoses:
    """Write down what each doctor called it, the second doctor's view beside the first."""
    murmur = _murmur(book, cast, days)
    severe = book.add(
        "diagnosis",
        name="Severe aortic stenosis (narrowing of the aortic valve)",
        given_by=cast.first,
        date=days.day(-63),
        certainty="confirmed",
        status="active",
        stage="Severe",
        body_site="Aortic valve of the heart",
        code="SNOMED CT 60573004",
        notes="He drew it for me: a door that should open wide and only opens a crack.",
    )
    in_between = book.add(
        "diagnosis",
        name="Aortic stenosis, at the edge between moderate and severe",
        given_by=cast.second,
        date=days.day(-21),
        certainty="provisional",
        status="active",
        stage="Between moderate and severe",
        body_site="Aortic valve of the heart",
        code="SNOMED CT 60573004",
        version_of=severe,
        notes="Same valve, same illness. She would like the CT calcium number before saying more.",
    )
    return Diagnoses(severe, in_between, murmur)


def _murmur(book: Notebook, cast: Cast, days: Days) -> str:
    return book.add(
        "diagnosis",
        name="Heart murmur",
        given_by=cast.gp,
        date=days.year(-7, about=True),
        certainty="suspected",
        status="active",
        body_site="Heart",
        notes="Heard at a check-up before my cataract operation. Nobody was worried then.",
    )


def other_illnesses(book: Notebook, cast: Cast, days: Days) -> None:
    """Write down what a second doctor needs to know besides the valve."""
    book.add(
        "diagnosis",
        case=None,
        name="High blood pressure",
        code="SNOMED CT 38341003",
        given_by=cast.gp,
        date=days.year(-16, about=True),
        certainty="confirmed",
        status="active",
        notes="Well settled on tablets.",
    )
    book.add(
        "diagnosis",
        case=None,
        name="Mild anaemia, low iron",
        given_by=cast.gp,
        date=days.month(-14),
        certainty="confirmed",
        status="resolved",
        ended=days.month(-7),
        notes="Iron tablets put it right. They looked for bleeding and found none.",
    )


def allergies(book: Notebook, days: Days) -> None:
    """Write down what Marjorie cannot take."""
    book.add(
        "allergy",
        substance="Penicillin",
        reaction="Itchy rash all over within an hour, and swollen lips",
        severity="severe",
        kind_of="allergy",
        since=days.year(-44, about=True),
        status="active",
        certainty="confirmed",
        criticality="high",
        route="By mouth",
        notes="In hospital overnight at the time. I carry a card in my purse.",
    )
    book.add(
        "allergy",
        substance="Codeine",
        reaction="Very sick for a whole day",
        severity="moderate",
        kind_of="side effect",
        since=days.year(-5),
        status="active",
    )
