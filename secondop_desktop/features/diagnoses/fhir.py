"""How a diagnosis speaks FHIR: Condition."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.fhir import amounts, dates
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    code,
    has_code,
    line,
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
from secondop_desktop.exchange.fhir.nothing_known import NO_PROBLEMS, NOT_KNOWN
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.lang import _

CERTAINTY = {
    "unconfirmed": "suspected",
    "differential": "suspected",
    "provisional": "provisional",
    "confirmed": "confirmed",
    "refuted": "ruled out",
}
STATUS = {
    "active": "active",
    "recurrence": "recurring",
    "relapse": "recurring",
    "remission": "remission",
    "inactive": "resolved",
    "resolved": "resolved",
}
"""http://hl7.org/fhir/R4/valueset-condition-clinical.html"""


def read_condition(condition: Body, context: Context) -> Iterator[Told]:
    """Read one diagnosis; its date is when it began, else when it was written down."""
    _check(condition)
    values: dict[str, Any] = {
        "name": words(condition.get("code")),
        "given_by": context.provider(condition.get("asserter"), condition.get("recorder")),
        "certainty": CERTAINTY.get(code(condition.get("verificationStatus")), ""),
        "status": STATUS.get(code(condition.get("clinicalStatus")), ""),
        "stage": _stage(condition),
        "body_site": all_words(condition.get("bodySite")),
        "code": printed_code(condition.get("code")),
        "notes": notes(
            _in_words(condition, "onset"), _in_words(condition, "abatement"), condition.get("note")
        ),
    }
    dates.put_date(values, "date", _began(condition))
    dates.put_date(values, "ended", _ended(condition))
    yield Told(values)


def _check(condition: Body) -> None:
    if code(condition.get("verificationStatus")) == "entered-in-error":
        raise LeftOutError(_("It is marked as entered by mistake."))
    if has_code(condition.get("code"), NO_PROBLEMS):
        raise LeftOutError(_("It says that there are no known health problems."))
    if has_code(condition.get("code"), NOT_KNOWN):
        raise LeftOutError(_("It says that nothing is known about health problems."))
    if not words(condition.get("code")):
        raise UnreadableError(_("It does not say which illness it is about."))


def _began(condition: Body) -> Any:
    recorded = condition.get("recordedDate") or condition.get("assertedDate")
    return dates.start(condition, "onset") or recorded


def _ended(condition: Body) -> Any:
    return (
        dates.start(condition, "abatement")
        if not condition.get("abatementPeriod")
        else (dates.end(condition, "abatement"))
    )


def _stage(condition: Body) -> str:
    stages = [one for one in several(condition.get("stage")) if isinstance(one, dict)]
    found = [words(one.get("summary")) for one in stages] + [words(condition.get("severity"))]
    return ", ".join(filter(None, found))


def _in_words(condition: Body, name: str) -> str:
    """Return what stands there instead of a date: a text, an age or a range of ages."""
    text = line(condition.get(f"{name}String"))
    return text or amounts.phrase(condition.get(f"{name}Age"))


FHIR: Mapping[str, Reader] = {"Condition": read_condition}
