"""What Marjorie asks, and what both doctors answered to the same questions."""

from secondop_desktop.sample.days import Days
from secondop_desktop.sample.doctors import Cast
from secondop_desktop.sample.notebook import Notebook
from secondop_desktop.sample.visits import Visits

# The question, why it matters, the group, then what the first and the second doctor answered.
_ASKED = (
    (
        "How sure are you about how narrow the valve is?",
        "Everything else depends on it.",
        "The diagnosis",
        "Sure. Three measurements on the scan say the same.",
        "Fairly sure. It is at the edge, and a CT scan could settle it.",
    ),
    (
        "What may happen if we wait?",
        "I feel well enough most days.",
        "Waiting or doing nothing",
        "The breathlessness will grow, and I might faint. He would not go beyond three months.",
        "It will narrow further in time. The next six months look safe if we keep an eye on it.",
    ),
    (
        "Could it be done through a catheter instead?",
        "Mrs Ollerby's sister had that and was home in three days.",
        "Other ways",
        "It could. He keeps it for people who are frailer than I am.",
        "Yes, and it is what she would choose for me when the time comes.",
    ),
    (
        "How long until I can look after myself again?",
        "I live on my own, and Ruth works.",
        "An operation",
        "Two to three months. The first six weeks I must not lift anything heavy.",
        "After a catheter valve about two to four weeks; after surgery as he said.",
    ),
)


def asked(book: Notebook, cast: Cast, visits: Visits, days: Days) -> None:
    """Write down the questions both doctors heard, with both answers."""
    for rank, (text, why, group, first, second) in enumerate(_ASKED, 1):
        question = book.add(
            "question",
            text=text,
            why=why,
            rank=rank,
            appointments=[visits.first, visits.second],
            status="answered",
            group=group,
        )
        told = {"question": question, "provider": cast.first, "appointment": visits.first}
        book.add("answer", **told, date=days.day(-63), text=first)
        told = {"question": question, "provider": cast.second, "appointment": visits.second}
        book.add("answer", **told, date=days.day(-21), text=second)


_OPEN = (
    (
        "Why does your advice differ from Dr Varmaraj's?",
        "They looked at the same valve. I want to understand it, not to take sides.",
        "When doctors differ",
    ),
    (
        "What would you need to see to agree that I can wait?",
        "",
        "When doctors differ",
    ),
    (
        "If I wait and get worse, can I still have either kind of valve?",
        "I do not want to shut a door by waiting.",
        "Waiting or doing nothing",
    ),
    (
        "Who would do the operation, and how often do they do it?",
        "",
        "An operation",
    ),
    (
        "How long does each kind of valve last?",
        "I would not want to go through it twice.",
        "Benefits",
    ),
)


def still_to_ask(book: Notebook, cast: Cast, visits: Visits, days: Days) -> None:
    """Write down what to ask next, and one question that is no longer needed."""
    for rank, (text, why, group) in enumerate(_OPEN, len(_ASKED) + 1):
        last = book.add(
            "question",
            text=text,
            why=why,
            rank=rank,
            appointments=[visits.talk],
            status="open",
            group=group,
        )
    told = {"question": last, "provider": cast.second, "appointment": visits.second}
    book.add("answer", **told, date=days.at(-21, 16, 5), no_answer="not answered")
    book.add(
        "question",
        text="Can I have my teeth looked at before the operation?",
        rank=len(_ASKED) + len(_OPEN) + 1,
        status="dropped",
        group="An operation",
        why="The dentist has seen me since. All is well.",
    )
    book.add(
        "question",
        text="What would you do if it were your own mother?",
        why="Ruth would like to ask this when I am not in the room.",
        rank=len(_ASKED) + len(_OPEN) + 3,
        appointments=[visits.talk],
        status="open",
        private=True,
    )
    book.add(
        "question",
        text="Am I allowed to stop my statin for a while to see whether I am less tired?",
        rank=len(_ASKED) + len(_OPEN) + 2,
        appointments=[visits.nurse],
        status="open",
        group="A medicine",
    )
