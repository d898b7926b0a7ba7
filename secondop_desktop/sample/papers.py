"""The records: what is in hand, what was asked for, what is wanted, and paper kept elsewhere."""

from dataclasses import dataclass

from secondop_desktop.sample.days import Days
from secondop_desktop.sample.doctors import Cast
from secondop_desktop.sample.first_letter import first_letter
from secondop_desktop.sample.notebook import Notebook
from secondop_desktop.sample.people import birthday
from secondop_desktop.sample.pictures import letter_photo, scan_picture
from secondop_desktop.sample.printing import Paper, printed
from secondop_desktop.sample.reports import blood_report, fees, scan_report
from secondop_desktop.sample.second_letter import second_letter


@dataclass(frozen=True)
class Papers:
    """The ids of the records in hand."""

    first: str
    second: str
    scan: str
    blood: str
    fees: str
    picture: str
    photo: str


def papers(book: Notebook, cast: Cast, days: Days) -> Papers:
    """Put the files into the journal, the oldest first."""
    scan = _pdf(
        book,
        scan_report(days),
        days,
        title="Heart scan report",
        type="scan",
        date=days.day(-75),
        from_provider=cast.hospital,
        received=days.day(-63),
    )
    return Papers(
        scan=scan,
        picture=_picture(book, cast, days),
        first=_first(book, cast, days),
        fees=_fees(book, cast, days),
        blood=_blood(book, cast, days),
        second=_second(book, cast, days),
        photo=_photo(book, cast, days),
    )


def _pdf(book: Notebook, paper: Paper, days: Days, **said: object) -> str:
    born = f"Born {birthday(days).words()}"
    name = f"{paper.title}.pdf"
    kept = book.file(printed(paper, born), name)
    return book.add(
        "record", state="received", pages=len(paper.pages), text=paper.text, **kept, **said
    )


def _first(book: Notebook, cast: Cast, days: Days) -> str:
    return _pdf(
        book,
        first_letter(days),
        days,
        title="First opinion: letter from Dr Ashdown-Lacey",
        type="letter",
        date=days.day(-59),
        from_provider=cast.first,
        received=days.day(-56),
        notes="Came to the surgery first. We asked for a copy of our own.",
    )


def _second(book: Notebook, cast: Cast, days: Days) -> str:
    return _pdf(
        book,
        second_letter(days),
        days,
        title="Second opinion: letter from Dr Varmaraj",
        type="letter",
        date=days.day(-16),
        from_provider=cast.second,
        received=days.day(-13),
    )


def _blood(book: Notebook, cast: Cast, days: Days) -> str:
    return _pdf(
        book,
        blood_report(days),
        days,
        title="Blood tests from the new lab",
        type="result",
        date=days.day(-29),
        from_provider=cast.lab,
        received=days.day(-27),
        notes="Printed for us by Sister Comfort.",
    )


def _fees(book: Notebook, cast: Cast, days: Days) -> str:
    return _pdf(
        book,
        fees(days),
        days,
        title="Fees of the Quillhaven clinic",
        type="other",
        date=days.day(-45),
        from_provider=cast.second,
        received=days.day(-45),
    )


def _picture(book: Notebook, cast: Cast, days: Days) -> str:
    return book.add(
        "record",
        title="One picture from the heart scan",
        type="imaging",
        date=days.day(-75),
        from_provider=cast.hospital,
        state="received",
        received=days.day(-63),
        pages=1,
        notes="He let Ruth take this one home. The film itself is at the hospital.",
        **book.file(scan_picture(), "heart-scan.jpg"),
    )


def _photo(book: Notebook, cast: Cast, days: Days) -> str:
    """Put in the phone photo of the letter that lies on the kitchen table."""
    when = days.at(16, 14, 30).words(weekday=True)
    lines = _invitation(when, days.day(-8).words())
    return book.add(
        "record",
        title="Photo of the appointment letter",
        type="photo",
        date=days.day(-8),
        from_provider=cast.first,
        state="received",
        received=days.day(-6),
        pages=1,
        text="\n".join(line for line in lines if line),
        **book.file(letter_photo(lines), "IMG_2041.jpg"),
    )


def _invitation(when: str, written: str) -> list[str]:
    return [
        "Westermere General Hospital",
        "Heart Centre, Level 3",
        "",
        written,
        "",
        "Dear Mrs Wensleydown,",
        "",
        "Your next appointment with",
        "Dr Ashdown-Lacey is on",
        when + ".",
        "",
        "Please come ten minutes early and bring a",
        "list of your medicines.",
        "",
        "If you cannot come, ring 01632 960310.",
        "",
        "",
        "(Made up for the Secondop example.)",
    ]
