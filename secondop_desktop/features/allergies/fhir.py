"""How an allergy speaks FHIR: AllergyIntolerance."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.denials import says_not, takes_back
from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.beside import labelled, spoken
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    code,
    line,
    listed,
    notes,
    objects,
    printed_code,
    several,
    unlisted,
    words,
)
from secondop_desktop.exchange.fhir.context import (
    Context,
    LeftOutError,
    Reader,
    ReadValues,
    UnreadableError,
)
from secondop_desktop.exchange.fhir.nothing_known import (
    NO_ALLERGIES,
    NO_SOME_ALLERGIES,
    NOT_KNOWN,
)
from secondop_desktop.exchange.fhir.onset import in_words
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir.standing import check
from secondop_desktop.exchange.fhir.uk_parts import added
from secondop_desktop.lang import N_, _

STATUS = {"active": "active", "inactive": "past", "resolved": "past"}
CERTAINTY = {"unconfirmed": "unconfirmed", "presumed": "presumed", "confirmed": "confirmed"}
CRITICALITY = {
    **dict.fromkeys(("high", "CRITH"), "high"),
    **dict.fromkeys(("low", "CRITL"), "low"),
    **dict.fromkeys(("unable-to-assess", "CRITU"), "not known"),
}
CATEGORY = {
    "food": N_("food"),
    "medication": N_("medicine"),
    "environment": N_("surroundings"),
    "biologic": N_("biological substance"),
}
"""http://hl7.org/fhir/R4/allergyintolerance.html; CRIT* are those of DSTU2."""

KIND_OF = {"allergy": "allergy", "intolerance": "intolerance"}
SEVERITY = {"mild": N_("mild"), "moderate": N_("moderate"), "severe": N_("severe")}


def read_allergy(allergy: Body, context: Context) -> Iterator[ReadValues]:
    """Read one allergy; the statement that there are none is an answer about the person."""
    _check(allergy, context)
    reactions = objects(allergy.get("reaction"))
    remarks, repeated = _notes(allergy, reactions, context), spoken(allergy)[1]
    values: dict[str, Any] = {
        "substance": _substance(allergy, reactions),
        "reaction": _reaction(reactions),
        "severity": _worst(reactions),
        "kind_of": listed(allergy.get("type"), KIND_OF),
        "status": listed(allergy.get("clinicalStatus"), STATUS),
        "certainty": _certainty(allergy, notes(remarks, repeated)),
        "criticality": listed(allergy.get("criticality"), CRITICALITY),
        "route": all_words([one.get("exposureRoute") for one in reactions]),
        "recorder": context.provider(allergy.get("recorder"), allergy.get("asserter")),
        "code": printed_code(allergy.get("code")),
        "notes": remarks,
        "narrative": repeated,
    }
    if not values["substance"]:
        raise UnreadableError(_("It does not say what the person reacts to."))
    _date(values, allergy, reactions)
    yield ReadValues(values)


def _certainty(allergy: Body, remarks: str) -> str:
    """Return how sure it is; one whose remarks alone say that it is none is not confirmed."""
    told = listed(allergy.get("verificationStatus"), CERTAINTY)
    return told or ("unconfirmed" if takes_back(remarks) else "")


def _date(values: dict[str, Any], allergy: Body, reactions: list[Body]) -> None:
    recorded = allergy.get("recordedDate") or allergy.get("assertedDate")
    dates.put_date(values, "since", dates.start(allergy, "onset"))
    dates.put_date(values, "last", allergy.get("lastOccurrence") or _latest(reactions))
    dates.put_date(values, "recorded", recorded)


def _latest(reactions: list[Body]) -> str:
    """Return when the newest of the reactions told was."""
    return max((line(one.get("onset")) for one in reactions), default="")


def _check(allergy: Body, context: Context) -> None:
    check(allergy)
    if NO_ALLERGIES.is_said_by(allergy.get("code")):
        context.answer("no_known_allergies")
        raise LeftOutError(
            _("It says “no known allergies”: that is an answer about the person, not an entry.")
        )
    if NO_SOME_ALLERGIES.is_said_by(allergy.get("code")):
        said = words(allergy.get("code"))
        raise LeftOutError(
            _("It says only “{words}”, which is no answer for all allergies.").format(words=said)
        )
    if NOT_KNOWN.is_said_by(allergy.get("code")) and not allergy.get("reaction"):
        raise LeftOutError(_("It says that nothing is known about allergies."))
    if says_not(words(allergy.get("code"))):
        raise UnreadableError(_("It says what the person does not have, so it is not an allergy."))


def _substance(allergy: Body, reactions: list[Body]) -> str:
    named = [allergy.get("code"), *(one.get("substance") for one in reactions)]
    return next(filter(None, map(words, named)), "")


def _reaction(reactions: list[Body]) -> str:
    """Say what happened; of several reactions each with its own strength, day and way."""
    if len(reactions) == 1:
        return all_words(_signs(reactions[0]))
    told = [_reaction_words(one, reactions) for one in reactions]
    plain = not any("(" in one for one in told)
    return (", " if plain else "; ").join(dict.fromkeys(filter(None, told)))


def _reaction_words(reaction: Body, reactions: list[Body]) -> str:
    strong = _(listed(reaction.get("severity"), SEVERITY))
    alike = {code(one.get("severity")) for one in reactions}
    day, way = dates.said(reaction.get("onset")), words(reaction.get("exposureRoute"))
    more = ", ".join(filter(None, (strong if len(alike) > 1 else "", day, way)))
    said = all_words(_signs(reaction)) or line(reaction.get("description"))
    return f"{said} ({more})" if said and more else said or more


def _notes(allergy: Body, reactions: list[Body], context: Context) -> str:
    """Tell what has no field: kind of substance, onset and age in words, remarks, who told it."""
    sorts = [_(CATEGORY.get(code(one), line(one))) for one in several(allergy.get("category"))]
    to = [words(one.get("substance")) for one in reactions]
    other = [one for one in to if one and one != _substance(allergy, reactions)]
    told_by = context.name(allergy.get("asserter"))
    recorder = context.name(allergy.get("recorder"))
    return notes(
        allergy.get("note"),
        [one.get("description") for one in reactions],
        [note for one in reactions for note in several(one.get("note"))],
        spoken(allergy)[0],
        labelled(_("Status"), unlisted(allergy.get("clinicalStatus"), STATUS)),
        labelled(_("How sure"), unlisted(allergy.get("verificationStatus"), CERTAINTY)),
        labelled(_("How serious"), unlisted(allergy.get("criticality"), CRITICALITY)),
        labelled(_("Began"), in_words(allergy, "onset")),
        labelled(_("Reaction on"), _only_day(allergy, reactions)),
        labelled(_("Reaction to"), ", ".join(dict.fromkeys(other))),
        labelled(_("How sure of the reaction"), all_words([r.get("certainty") for r in reactions])),
        labelled(_("Kind of substance"), ", ".join(sorts)),
        labelled(_("Reported by"), told_by if told_by != recorder else ""),
        added(allergy),
    )


def _only_day(allergy: Body, reactions: list[Body]) -> str:
    """Return the day of the only reaction, where another is told as the last one."""
    day = line(reactions[0].get("onset")) if len(reactions) == 1 else ""
    last = line(allergy.get("lastOccurrence"))
    return dates.said(day) if day and last and day != last else ""


def _signs(reaction: Body) -> list[Any]:
    """Return the concepts of what happened; R5 keeps each one level deeper."""
    found = several(reaction.get("manifestation"))
    return [one.get("concept", one) if isinstance(one, dict) else one for one in found]


def _worst(reactions: list[Body]) -> str:
    found = [code(one.get("severity")) for one in reactions]
    return max((word for word in found if word in SEVERITY), key=[*SEVERITY].index, default="")


FHIR: Mapping[str, Reader] = {"AllergyIntolerance": read_allergy}
