"""The aspects of an opinion, and the opinions side by side."""

from typing import Any

from secondop_desktop.lang import N_, _

ORDINALS = (
    N_("First opinion"),
    N_("Second opinion"),
    N_("Third opinion"),
    N_("Fourth opinion"),
    N_("Fifth opinion"),
)
ASPECTS = (
    ("what", N_("What they think it is")),
    ("certainty", N_("How sure they are")),
    ("basis", N_("What it is based on")),
    ("plan", N_("What they suggest")),
    ("why", N_("Why they suggest it")),
    ("alternatives", N_("What else could be done")),
    ("benefits", N_("How it may help")),
    ("risks", N_("What may go wrong")),
    ("waiting", N_("If we wait or do nothing")),
    ("urgency", N_("How soon it needs to be done")),
    ("outlook", N_("What to expect in time")),
    ("followup", N_("What happens afterwards")),
    ("open", N_("What is still open")),
)
MARKS = (
    ("same", N_("Same")),
    ("partly", N_("Partly the same")),
    ("different", N_("Different")),
    ("not discussed", N_("Not discussed")),
    ("unclear", N_("Unclear")),
)


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
