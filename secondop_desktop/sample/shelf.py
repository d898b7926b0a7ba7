"""Records that are not in the journal as files: still to come, or kept on paper."""

from dataclasses import dataclass

from secondop_desktop.sample.days import Days
from secondop_desktop.sample.doctors import Cast
from secondop_desktop.sample.notebook import Notebook


def still_to_come(book: Notebook, cast: Cast, days: Days) -> str:
    """Note what was asked for or is wanted; return the CT pictures, which are late."""
    pictures = book.add(
        "record",
        title="CT pictures of the heart, on disc",
        type="imaging",
        date=days.day(-52),
        from_provider=cast.hospital,
        state="asked",
        holder=cast.hospital,
        asked=days.day(-48),
        accession="CT-88213",
        pictures_how="On disc from the records office, or sent from hospital to hospital",
        notes="Dr Varmaraj wants to see these. Asked by letter; no answer yet.",
    )
    book.add(
        "record",
        title="Notes of the heart team meeting",
        type="other",
        date=days.month(-1),
        state="asked",
        holder=cast.hospital,
        asked=days.day(-18),
    )
    book.add(
        "record",
        title="Angiogram report",
        type="scan",
        state="wanted",
        holder=cast.hospital,
        notes="Not done yet. Ask for a copy on the day.",
    )
    book.add(
        "record",
        title="Surgery notes of the last two years",
        type="other",
        state="asked",
        holder=cast.gp,
        asked=days.month(-1),
        extended=True,
        notes="They have to look through the old paper notes as well.",
    )
    return pictures


def for_second_doctor(book: Notebook, case: str) -> None:
    """Tick what was ready for the second doctor, and add what else was brought."""
    book.edit(
        "case",
        case,
        send_ready=["question", "letter", "results", "scans", "medicines", "allergies"],
        send_also=[["Which chest infections I had, and when", True], ["Arthur's old scan", False]],
    )


@dataclass(frozen=True)
class OnPaper:
    """The ids of the papers at home that other entries speak of."""

    discharge: str
    consent: str


def paper(book: Notebook, cast: Cast, days: Days) -> OnPaper:
    """Note the papers at home and where they lie."""
    _old_scan(book, cast, days)
    discharge = book.add(
        "record",
        title="Discharge letter after my cataract operation",
        type="discharge",
        date=days.year(-7, about=True),
        from_provider=cast.hospital,
        pages=3,
        place="Blue folder, top shelf of the hall cupboard",
        state="received",
        notes="The first paper that speaks of a heart murmur.",
    )
    consent = book.add(
        "record",
        title="Consent for Ruth to speak for me",
        type="consent",
        date=days.month(-11),
        pages=1,
        place="Kitchen drawer, with the passports",
        state="received",
        notes="Signed at the surgery. Dr Threlkettle keeps a copy.",
    )
    return OnPaper(discharge, consent)


def _old_scan(book: Notebook, cast: Cast, days: Days) -> None:
    book.add(
        "record",
        title="First heart scan report",
        type="scan",
        date=days.month(-22),
        from_provider=cast.hospital,
        pages=1,
        place="Blue folder, top shelf of the hall cupboard",
        state="received",
        holder=cast.hospital,
        asked=days.month(-22),
        received=days.month(-21),
    )
