"""Where the referral stands, in words."""

from datetime import date
from typing import Any

from secondop_desktop.lang import _

DAYS = ("referral_asked", "referral_sent", "referral_accepted", "referral_declined")
"""The columns that hold how a referral went, in the order in which it goes."""

FIELDS = ("referral_by", *DAYS, "declined_why", "chase")
"""All columns of one referral."""


def has_referral(case: Any) -> bool:
    """Tell whether anything is known of a referral."""
    return any(getattr(case, name) for name in FIELDS)


def may_chase(case: Any, today: date) -> bool:
    """Tell whether the day to ask about the referral has come, and no answer with it."""
    answered = case.referral_accepted or case.referral_declined
    return bool(case.chase and not answered and case.chase.first_day <= today)


def referral_line(case: Any, today: date) -> str:
    """Say the latest of the referral and when to ask again, as one sentence for a step."""
    known = (
        (case.referral_declined, _("Referral turned down {date}")),
        (case.referral_accepted, _("Referral accepted {date}")),
        (case.referral_sent, _("Referral sent {date}")),
        (case.referral_asked, _("Referral asked for {date}")),
    )
    said = next((text.format(date=day.words()) for day, text in known if day), "")
    return ", ".join(part for part in (said, _chase_words(case, today, said)) if part)


def _chase_words(case: Any, today: date, said: str) -> str:
    """Say when to ask again; as the rest of a sentence when something is ``said`` before it."""
    if not case.chase or case.referral_accepted or case.referral_declined:
        return ""
    if may_chase(case, today):
        late = _("time to ask how it is getting on")
        return late if said else _("Time to ask how the referral is getting on")
    text = _("ask again by {date}") if said else _("Ask about the referral by {date}")
    return text.format(date=case.chase.words())


def referral_days(case: Any) -> str:
    """Say every day that is known of a referral, in its order."""
    known = (
        (case.referral_asked, _("asked for {date}")),
        (case.referral_sent, _("sent {date}")),
        (case.referral_accepted, _("accepted {date}")),
        (case.referral_declined, _("turned down {date}")),
    )
    return ", ".join(text.format(date=day.words()) for day, text in known if day)


def referral_told(case: Any, by: str) -> str:
    """Tell a whole referral in a few words, so that the next one can take its place.

    ``by`` is the name of who referred.
    """
    words = _("Referral by {name}") if by else _("Referral")
    head = words.format(name=by)
    days = referral_days(case)
    chase = "" if not case.chase else _("to ask again {date}").format(date=case.chase.words())
    said = ", ".join(part for part in (days, chase) if part)
    first = f"{head}: {said}." if said else f"{head}."
    return "\n".join(part for part in (first, case.declined_why) if part)
