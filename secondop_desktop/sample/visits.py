"""The appointments that were, two of them for an opinion."""

from dataclasses import dataclass

from secondop_desktop.sample.days import Days
from secondop_desktop.sample.doctors import Cast
from secondop_desktop.sample.notebook import Notebook
from secondop_desktop.sample.papers import Papers
from secondop_desktop.sample.to_come import nurse, talk


@dataclass(frozen=True)
class Visits:
    """The ids of the appointments that other entries speak of."""

    first: str
    second: str
    nurse: str
    talk: str


def visits(book: Notebook, cast: Cast, papers: Papers, days: Days) -> Visits:
    """Write down the visits in the order of their dates, and the next two."""
    _before(book, cast, days)
    first = _first(book, cast, papers, days)
    _phone_call(book, cast, days)
    second = _second(book, cast, papers, days)
    return Visits(first, second, nurse(book, cast, days), talk(book, cast, papers, days))


def _before(book: Notebook, cast: Cast, days: Days) -> None:
    book.add(
        "appointment",
        purpose="Out of breath on hills",
        when=days.at(-84, 8, 50),
        provider=cast.gp,
        how="in person",
        place="Bramblecote Surgery",
        status="done",
        summary="The murmur is louder than it was. She is sending me for a heart scan.",
        next_steps="Scan at the hospital within two weeks.",
    )
    book.add(
        "appointment",
        purpose="Heart scan and blood tests",
        when=days.at(-75, 9, 20),
        provider=cast.hospital,
        how="in person",
        place="Heart Scan Department, Level 2",
        who_comes="Ruth",
        status="done",
        notes="Forty minutes lying on the left side. Cold jelly, kind lady.",
    )


def _first(book: Notebook, cast: Cast, papers: Papers, days: Days) -> str:
    return book.add(
        "appointment",
        purpose="First visit to the heart clinic",
        when=days.at(-63, 11, 10),
        minutes=15,
        provider=cast.first,
        how="in person",
        place="Heart Centre, Level 3",
        who_comes="Ruth",
        bring=[["List of medicines", True], ["Hearing aid batteries", True]],
        status="done",
        opinion_place=1,
        notes="Fifteen minutes. He drew the valve. He said “sooner rather than later” twice.",
        summary=(
            "The valve is severely narrowed. He would like to replace it in an open-heart "
            "operation within three months. A letter will follow."
        ),
        next_steps="CT scan and angiogram. Then the heart team meets.",
        unsure="Is there really no way round the operation? He said little about the catheter.",
        records=[papers.scan, papers.first],
    )


def _phone_call(book: Notebook, cast: Cast, days: Days) -> None:
    book.add(
        "appointment",
        purpose="Ask for a second opinion",
        when=days.at(-49, 12, 15),
        provider=cast.gp,
        how="phone",
        place="She rings 01632 960114",
        who_comes="Ruth listens in",
        status="done",
        summary=(
            "She was not surprised at all. She will write the referral and ask the Heart Centre "
            "whether it is safe to wait."
        ),
        next_steps="Referral this week. She rings back about waiting.",
    )
    book.add(
        "appointment",
        purpose="Check before the operation",
        when=days.at(-35, 10, 0),
        provider=cast.hospital,
        how="in person",
        place="Westermere General Hospital, Level 1",
        status="cancelled",
        notes="Put off until we have heard the second opinion. They were fine about it.",
    )


def _second(book: Notebook, cast: Cast, papers: Papers, days: Days) -> str:
    return book.add(
        "appointment",
        purpose="Second opinion on the valve",
        when=days.at(-21, 15, 30),
        provider=cast.second,
        how="in person",
        place="Quillhaven Heart Clinic, 8 Harbour Rise\nTrain at 12:47, or an hour by car",
        who_comes="Ruth, to take notes",
        bring=[
            ["Summary PDF, two copies", True],
            ["First letter and scan report", True],
            ["Authorisation number from the insurer", True],
            ["CT pictures on disc", False],
        ],
        status="done",
        opinion_place=2,
        notes="Forty minutes, and she scanned me herself. Turned the screen so I could see.",
        summary=(
            "Same illness, but she puts it between moderate and severe. She would watch it with a "
            "scan every six months, and use a catheter valve if things get worse."
        ),
        next_steps="Send her the CT pictures. Her nurse rings every three months.",
        unsure="How can the same valve be severe for one and not quite for the other?",
        records=[papers.second, papers.fees],
    )
