"""What opinions speak about, which one each is, and what they may hold."""

from typing import Any, NamedTuple

from secondop_desktop.lang import N_, _

ORDINALS = (
    N_("First opinion"),
    N_("Second opinion"),
    N_("Third opinion"),
    N_("Fourth opinion"),
    N_("Fifth opinion"),
)


MARKS = (
    ("same", N_("Same")),
    ("partly", N_("Partly the same")),
    ("different", N_("Different")),
    ("not discussed", N_("Not discussed")),
    ("unclear", N_("Unclear")),
)


class Aspect(NamedTuple):
    """One thing an opinion may speak about: its stored word, label and one-line explanation."""

    word: str
    label: str
    meaning: str


ASPECTS = (
    Aspect(
        "what",
        N_("What they think it is"),
        N_("The name they give it, and what they say is wrong."),
    ),
    Aspect(
        "certainty",
        N_("How sure they are"),
        N_("Whether they are certain, or think it is likely, or only possible."),
    ),
    Aspect(
        "basis",
        N_("What it is based on"),
        N_("The letters, scans and test results they looked at, and whether they examined you."),
    ),
    Aspect(
        "plan",
        N_("What they suggest"),
        N_("The treatment, test or next step they would choose."),
    ),
    Aspect("why", N_("Why they suggest it"), N_("The reasons they gave for it.")),
    Aspect(
        "alternatives",
        N_("What else could be done"),
        N_("Other treatments they spoke about, and what they said of them."),
    ),
    Aspect(
        "benefits",
        N_("How it may help"),
        N_("What may get better, how likely that is, and for how long."),
    ),
    Aspect(
        "risks",
        N_("What may go wrong"),
        N_("Side effects and other harm, and how likely they are."),
    ),
    Aspect(
        "waiting",
        N_("If you wait or do nothing"),
        N_("What they expect to happen without treatment."),
    ),
    Aspect(
        "urgency",
        N_("How soon it needs to be done"),
        N_("How long it can wait, and who said so."),
    ),
    Aspect(
        "outlook",
        N_("What to expect in time"),
        N_("How they think things will go in the months and years to come."),
    ),
    Aspect(
        "followup",
        N_("What happens afterwards"),
        N_("Check-ups, further tests, and who looks after you."),
    ),
    Aspect(
        "open",
        N_("What is still open"),
        N_("What they could not say yet, or still want to find out."),
    ),
)


ASPECT_CHOICES = tuple((aspect.word, aspect.label) for aspect in ASPECTS)


def place_words(place: int | None) -> str:
    """Say which opinion it is, such as "Second opinion"."""
    if place is None or place < 1:
        return _("Opinion")
    if place <= len(ORDINALS):
        return _(ORDINALS[place - 1])
    return _("Opinion {number}").format(number=place)


def place_counted(row: Any) -> str:
    """Say what is wrong when the number of the opinion is less than 1."""
    if row.place is None or row.place >= 1:
        return ""
    return _("Which opinion this is must be 1 or more.")


def page_numbered(row: Any) -> str:
    """Say what is wrong when the page is less than 1."""
    return "" if row.page is None or row.page >= 1 else _("The page must be 1 or more.")
