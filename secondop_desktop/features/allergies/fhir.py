"""How an allergy speaks FHIR: AllergyIntolerance."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    code,
    has_code,
    notes,
    printed_code,
    several,
    words,
)
from secondop_desktop.exchange.fhir.context import (
    Context,
    LeftOutError,
    Reader,
    Told,
    UnreadableError,
)
from secondop_desktop.exchange.fhir.nothing_known import (
    NO_ALLERGIES,
    NO_SOME_ALLERGIES,
    NOT_KNOWN,
)
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.lang import _

STATUS = {"active": "active", "inactive": "past", "resolved": "past"}
KIND_OF = {"allergy": "allergy", "intolerance": "intolerance"}
SEVERITY = ("mild", "moderate", "severe")


def read_allergy(allergy: Body, context: Context) -> Iterator[Told]:
    """Read one allergy; the statement that there are none is an answer about the person."""
    _check(allergy, context)
    reactions = [one for one in several(allergy.get("reaction")) if isinstance(one, dict)]
    values: dict[str, Any] = {
        "substance": _substance(allergy, reactions),
        "reaction": all_words([one for reaction in reactions for one in _signs(reaction)]),
        "severity": _worst(reactions),
        "kind_of": KIND_OF.get(code(allergy.get("type")), ""),
        "status": STATUS.get(code(allergy.get("clinicalStatus")), ""),
        "code": printed_code(allergy.get("code")),
        "notes": notes(allergy.get("note"), [one.get("description") for one in reactions]),
    }
    if not values["substance"]:
        raise UnreadableError(_("It does not say what the person reacts to."))
    dates.put_date(values, "since", dates.start(allergy, "onset"))
    yield Told(values)


def _check(allergy: Body, context: Context) -> None:
    if has_code(allergy.get("code"), NO_ALLERGIES):
        context.answer("no_known_allergies")
        raise LeftOutError(_("It says “no known allergies”: that is kept with the person."))
    if has_code(allergy.get("code"), NO_SOME_ALLERGIES):
        said = words(allergy.get("code"))
        raise LeftOutError(
            _("It says only “{words}”, which is no answer for all allergies.").format(words=said)
        )
    if has_code(allergy.get("code"), NOT_KNOWN):
        raise LeftOutError(_("It says that nothing is known about allergies."))
    status = code(allergy.get("verificationStatus"))
    if status == "entered-in-error":
        raise LeftOutError(_("It is marked as entered by mistake."))
    if status == "refuted":
        raise LeftOutError(_("It says that this allergy was ruled out."))


def _substance(allergy: Body, reactions: list[Body]) -> str:
    named = [allergy.get("code"), *(one.get("substance") for one in reactions)]
    return next(filter(None, map(words, named)), "")


def _signs(reaction: Body) -> list[Any]:
    """Return the concepts of what happened; R5 keeps each one level deeper."""
    found = several(reaction.get("manifestation"))
    return [one.get("concept", one) if isinstance(one, dict) else one for one in found]


def _worst(reactions: list[Body]) -> str:
    found = [code(one.get("severity")) for one in reactions]
    return max((word for word in found if word in SEVERITY), key=SEVERITY.index, default="")


FHIR: Mapping[str, Reader] = {"AllergyIntolerance": read_allergy}
