"""The letters that Marjorie and Ruth wrote, sent and not sent."""

from secondop_desktop.sample.days import Days
from secondop_desktop.sample.doctors import Cast
from secondop_desktop.sample.notebook import Notebook

_SENDER = "Marjorie Wensleydown\n14 Sexton's Row\nLower Westermere\nWX4 7QD\nPhone: 01632 960114"
_FIRST = (
    "Dr Rupert Ashdown-Lacey\nConsultant cardiologist\nHeart Centre, Level 3\n"
    "Westermere General Hospital\nWX1 1AA"
)
_GP = "Dr Imogen Threlkettle\nBramblecote Surgery\n2 Pound Lane\nLower Westermere\nWX4 7QA"
_OFFICE = "Health Records, Basement\nWestermere General Hospital\nWX1 1AA"
_SECOND = (
    "Dr Anjali Varmaraj\nConsultant cardiologist\nQuillhaven Heart Clinic\n8 Harbour Rise\n"
    "Quillhaven\nWX9 2LT"
)


def letters(book: Notebook, cast: Cast, days: Days) -> None:
    """Write down the letters in the order they were written."""
    _ask(book, cast, days)
    _referral(book, cast, days)
    _records(book, cast, days)
    _thanks(book, cast, days)
    _tell(book, cast, days)


def _ask(book: Notebook, cast: Cast, days: Days) -> None:
    letter = book.add(
        "letter",
        title="Asking Dr Ashdown-Lacey about a second opinion",
        type="ask",
        to=cast.first,
        sender=_SENDER,
        recipient=_FIRST,
        subject="Asking for a second opinion",
        date=days.day(-58),
        sent=days.day(-57),
        how="post",
        text=(
            "Dear Dr Ashdown-Lacey,\n\n"
            "Thank you for the time you took, and for the drawing. I understand that you suggest "
            "an open-heart operation within three months.\n\n"
            "It is a big step for me. Before I decide I would like to hear a second opinion. This "
            "is not because I do not trust you. Could you tell me whether it is safe to wait for "
            "that, and for how long?\n\n"
            "With kind regards,\nMarjorie Wensleydown"
        ),
    )
    book.add(
        "letter",
        title="Asking Dr Ashdown-Lacey about a second opinion",
        type="ask",
        to=cast.first,
        sender=_SENDER,
        recipient=_FIRST,
        date=days.day(-59),
        version_of=letter,
        text="Dear Dr Ashdown-Lacey,\n\nI am not sure about the operation and",
    )


def _referral(book: Notebook, cast: Cast, days: Days) -> None:
    book.add(
        "letter",
        title="Asking Dr Threlkettle for a referral",
        type="referral",
        to=cast.gp,
        sender=_SENDER,
        recipient=_GP,
        subject="Referral for a second opinion",
        how="in person",
        date=days.day(-50),
        sent=days.day(-50),
        text=(
            "Dear Dr Threlkettle,\n\n"
            "I have been offered an open-heart operation for my aortic valve. I would like a "
            "second opinion first, from Dr Anjali Varmaraj at the Quillhaven Heart Clinic.\n\n"
            "Could you refer me, say that it is for a second opinion, and send Dr Ashdown-Lacey's "
            "letter and the scan report along?\n\n"
            "My daughter Ruth may speak for me; the surgery has my signed consent.\n\n"
            "With many thanks,\nMarjorie Wensleydown"
        ),
    )


def _records(book: Notebook, cast: Cast, days: Days) -> None:
    book.add(
        "letter",
        title="Asking the hospital for the CT pictures",
        type="records",
        to=cast.hospital,
        sender=_SENDER,
        recipient=_OFFICE,
        subject="Copies of my heart scan",
        how="email",
        date=days.day(-48),
        sent=days.day(-48),
        text=(
            "To the records office,\n\n"
            "I would like a copy of the pictures of my CT heart scan, on disc or by a link that "
            "the Quillhaven Heart Clinic can open. This is a request for my own records.\n\n"
            "My NHS number is 999 048 1237. Please ring my daughter Ruth on "
            "07700 900461 if anything is missing.\n\n"
            "Yours faithfully,\nMarjorie Wensleydown"
        ),
    )


def _thanks(book: Notebook, cast: Cast, days: Days) -> None:
    book.add(
        "letter",
        title="Thank you to Dr Varmaraj",
        type="thanks",
        to=cast.second,
        sender=_SENDER,
        recipient=_SECOND,
        subject="Thank you",
        how="post",
        date=days.day(-9),
        sent=days.day(-9),
        text=(
            "Dear Dr Varmaraj,\n\n"
            "Thank you for your letter, and for turning the screen so that I could see my own "
            "heart. I had not thought I would ever find it beautiful.\n\n"
            "We will send the CT pictures as soon as the hospital lets us have them.\n\n"
            "With best wishes,\nMarjorie Wensleydown"
        ),
    )


def _tell(book: Notebook, cast: Cast, days: Days) -> None:
    book.add(
        "letter",
        title="Telling Dr Ashdown-Lacey before the visit",
        type="tell",
        to=cast.first,
        sender=_SENDER,
        recipient=_FIRST,
        subject="What the second doctor said",
        date=days.day(-3),
        text=(
            "Dear Dr Ashdown-Lacey,\n\n"
            "I have seen Dr Varmaraj. Her letter is with this one. She agrees on the illness, and "
            "would watch the valve for now and use a catheter if it gets worse.\n\n"
            "I have not decided. I would like to hear from you why the two of you see it "
            "differently, and what would have to happen for you to agree.\n\n"
            "With kind regards,\nMarjorie Wensleydown"
        ),
    )
