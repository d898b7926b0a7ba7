"""Going round again: steps 2 to 6 once more, with room for another referral."""

from typing import Any

from secondop_desktop.features.cases.rules.journey import newest_key, round_of
from secondop_desktop.features.cases.rules.referral import FIELDS, has_referral, referral_told
from secondop_desktop.lang import N_, _

_NEXT = (
    N_("Ask for a third opinion"),
    N_("Ask for a fourth opinion"),
    N_("Ask for a fifth opinion"),
)
_FOR = (
    N_("For a second opinion"),
    N_("For a third opinion"),
    N_("For a fourth opinion"),
    N_("For a fifth opinion"),
)


def once_more_words(case: Any) -> str:
    """Say what the next round is for, as the words of a button."""
    turn = round_of(case)
    return _(_NEXT[turn - 1]) if turn <= len(_NEXT) else _("Ask for one more opinion")


def round_words(turn: int) -> str:
    """Say what a round (1 or more) is for."""
    if turn <= len(_FOR):
        return _(_FOR[turn - 1])
    return _("For opinion {number}").format(number=turn + 1)


def once_more(case: Any, referred_by: str) -> dict[str, Any]:
    """Return the columns of a case that goes round once more.

    The referral so far moves in words to the notes of its own step: the new round has one of
    its own. ``referred_by`` is the name of who referred.
    """
    values: dict[str, Any] = {"round": round_of(case) + 1}
    typed = [text for name, text in case.unread.items() if name in FIELDS and text]
    if has_referral(case) or typed:
        values |= dict.fromkeys(FIELDS) | {"declined_why": ""}
        values["unread"] = {n: text for n, text in case.unread.items() if n not in FIELDS}
        key = newest_key(case, "3")
        parts = (case.step_notes.get(key, ""), referral_told(case, referred_by), *typed)
        told = "\n\n".join(part for part in parts if part)
        values["step_notes"] = {**case.step_notes, key: told}
    return values
