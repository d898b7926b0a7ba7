"""The two opinions, and how Marjorie and Ruth compare them."""

from dataclasses import dataclass

from secondop_desktop.sample.days import Days
from secondop_desktop.sample.doctors import Cast
from secondop_desktop.sample.first_opinion import FIRST
from secondop_desktop.sample.notebook import Notebook
from secondop_desktop.sample.papers import Papers
from secondop_desktop.sample.second_opinion import SECOND
from secondop_desktop.sample.visits import Visits

SAID = "said in person"
Said = tuple[tuple[str, int, str], ...]


@dataclass(frozen=True)
class Opinions:
    """The ids of the two opinions."""

    first: str
    second: str


def first_opinion(
    book: Notebook, cast: Cast, visits: Visits, papers: Papers, seen: tuple[str, ...], days: Days
) -> str:
    """Write down the hospital consultant's opinion."""
    opinion = book.add(
        "opinion",
        place=1,
        provider=cast.first,
        date=days.day(-63),
        appointment=visits.first,
        record=papers.first,
        how="in person",
        overall=(
            "The valve is severely narrowed. Replace it in an open-heart operation within three "
            "months. He is confident, and thinks I am fit enough."
        ),
        records_seen=[papers.scan],
        results_seen=list(seen),
    )
    statements(book, opinion, papers.first, FIRST)
    return opinion


def second_opinion(
    book: Notebook, cast: Cast, visits: Visits, papers: Papers, seen: tuple[str, ...], days: Days
) -> str:
    """Write down the private consultant's opinion."""
    opinion = book.add(
        "opinion",
        place=2,
        provider=cast.second,
        date=days.day(-21),
        appointment=visits.second,
        record=papers.second,
        how="in person",
        overall=(
            "The same illness, but between moderate and severe. Watch it with a scan every six "
            "months. A catheter valve if things get worse."
        ),
        records_seen=[papers.first, papers.scan, papers.blood],
        results_seen=list(seen),
        notes="She had not spoken with Dr Ashdown-Lacey before she saw us.",
    )
    statements(book, opinion, papers.second, SECOND)
    return opinion


def statements(book: Notebook, opinion: str, letter: str | None, said: Said) -> None:
    """Write one statement for each aspect; page 0 means it was said in person."""
    for aspect, page, text in said:
        source: dict[str, object] = {"source": SAID}
        if page:
            source = {"source": f"letter, page {page}", "record": letter, "page": page}
        if not text:
            source = {"not_discussed": True}
        book.add("statement", opinion=opinion, aspect=aspect, text=text, **source)


_MARKS = (
    ("what", "same", "Both say aortic stenosis."),
    (
        "certainty",
        "partly",
        "He is sure that it is severe. She is fairly sure, and wants the CT to settle it.",
    ),
    ("basis", "same", "The same scan report and blood tests; she scanned me once more."),
    ("plan", "different", "Operation on one side, watching and then a catheter on the other."),
    ("why", "unclear", "The same numbers lead them to different plans. Ask why."),
    ("alternatives", "same", "Both name the other way as possible."),
    ("benefits", "same", "A new valve makes breathing easier for most."),
    ("risks", "same", "Much the same numbers for dying and for a stroke."),
    ("waiting", "same", "Both say it gets worse in time."),
    ("urgency", "different", "Three months, against six months and then look again."),
    ("outlook", "same", ""),
    ("followup", "not discussed", "He did not get to it. Ask at the next visit."),
)


def compared(book: Notebook) -> None:
    """Mark what is the same and what differs; what is still open is not compared yet."""
    for aspect, mark, note in _MARKS:
        book.add("mark", aspect=aspect, mark=mark, note=note)
