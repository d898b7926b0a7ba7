"""What the words in a list mean for its choices, such as ``Refuted`` in a list of allergies.

A word that stands in none of these is kept beside the entry, as it is written.
"""

from collections.abc import Mapping

from secondop_desktop.journal.kinds import MISTAKEN

Words = Mapping[str, Mapping[str, str]]
"""What each word, in plain lower case, says of which field."""


def _meaning(field: str, told: Mapping[str, str]) -> dict[str, Mapping[str, str]]:
    return {word: {field: value} for value, words in told.items() for word in words.split(", ")}


_MISTAKE = "entered in error, entered by mistake, error, mistake, recorded in error"
_RULED_OUT = "refuted, ruled out, excluded, not allergic, disproved, disproven, delabelled, no"
SURE = _meaning(
    "certainty",
    {
        "confirmed": "confirmed, yes, verified, definite, certain, proven, bestätigt, gesichert, g",
        "ruled out": f"{_RULED_OUT}, de labelled, ausgeschlossen, a",
        MISTAKEN[0]: _MISTAKE,
    },
)
_ALLERGY_SURE = _meaning(
    "certainty",
    {
        "unconfirmed": "unconfirmed, not confirmed, suspected, possible, unverified, verdacht, v",
        "presumed": "presumed, assumed, probable, likely",
    },
)
ALLERGY_SURE: Words = {**SURE, **_ALLERGY_SURE}
_ACTIVE = "active, current, ongoing, yes, aktiv, gweithredol, y"
ALLERGY_STATUS: Words = {
    **{word: told for word, told in ALLERGY_SURE.items() if word not in {"yes", "no", "a", "g"}},
    **_meaning(
        "status",
        {
            "active": _ACTIVE,
            "past": "inactive, resolved, past, outgrown, no longer, no, n, inaktiv, old",
            "doubtful": "doubtful, not sure, unsure, unclear",
        },
    ),
}
SEVERITY = _meaning(
    "severity",
    {
        "mild": "mild, slight, minor, leicht, gering, ysgafn, legère, légère, leve, lieve",
        "moderate": "moderate, medium, mässig, mäßig, mittel, moderat, cymedrol, modérée",
        "severe": "severe, serious, schwer, stark, difrifol, sévère, grave",
        "unknown": "unknown, not known, unbekannt",
    },
)
CRITICALITY = _meaning(
    "criticality",
    {
        "high": "high, high risk, serious",
        "low": "low, low risk",
        "not known": "unable to assess, not known, unknown",
    },
)
KIND_OF = _meaning(
    "kind_of",
    {
        "allergy": "allergy, allergic, allergie, true allergy",
        "intolerance": "intolerance, unverträglichkeit, sensitivity",
        "side effect": "side effect, side effects, adverse effect, nebenwirkung",
    },
)
_DIAGNOSIS_SURE = _meaning(
    "certainty",
    {
        "unconfirmed": "unconfirmed, not confirmed, possible, unverified",
        "suspected": "suspected, query, verdacht, v",
        "differential": "differential, differential diagnosis",
        "provisional": "provisional, working, working diagnosis, probable",
    },
)
DIAGNOSIS_SURE: Words = {**SURE, **_DIAGNOSIS_SURE}
DIAGNOSIS_STATUS: Words = {
    **{word: told for word, told in DIAGNOSIS_SURE.items() if word not in {"yes", "no", "a", "g"}},
    **_meaning(
        "status",
        {
            "active": f"{_ACTIVE}, chronic, present",
            "recurring": "recurring, recurrent, recurrence, relapse, relapsed, come back",
            "remission": "remission, in remission, in complete remission",
            "inactive": "inactive, inaktiv, not active, dormant, no, n",
            "on hold": "on hold",
            "resolved": "resolved, cured, healed, past, ended, over, geheilt, gone",
        },
    ),
}
_GIVEN = _meaning(
    "status",
    {
        "given": "given, completed, complete, done, administered, yes, received, y, gegeben",
        "not given": "not given, not done, no, missed, did not attend, dna, cancelled, n",
        "planned": "planned, due, booked, scheduled, overdue, pending, to be given",
        MISTAKEN[0]: _MISTAKE,
    },
)
GIVEN: Words = {
    **_GIVEN,
    **{
        word: {"status": "not given", "why_not": word}
        for word in (
            "declined",
            "refused",
            "contraindicated",
            "not indicated",
            "deferred",
            "withheld",
        )
    },
}
TAKEN = _meaning(
    "status",
    {
        "taking": f"{_ACTIVE}, taking, in use, continuing, repeat",
        "as needed": "as needed, prn, when needed, when required, bedarf, bei bedarf",
        "planned": "planned, not started, to start",
        "on hold": "on hold, paused, suspended, withheld, pausiert",
        "stopped": (
            "stopped, discontinued, ended, past, previous, completed, finished, no longer, "
            "no longer taken, no longer taking, inactive, ceased, no, n, abgesetzt"
        ),
        "not taken": "not taken, not taking, never taken, never started, did not take, declined",
        "not issued": "not issued, never issued, not dispensed, withdrawn, cancelled, canceled",
        "avoid": "avoid, do not take, must not take, contraindicated",
        "not known": "unknown, not known",
        MISTAKEN[0]: _MISTAKE,
    },
)
WHEN_NEEDED: Words = {
    **_meaning("status", {"as needed": "yes, y, true, x, prn, ja, ie, 1"}),
    **{word: {} for word in ("no", "n", "false", "nein", "na", "0")},
}
ATTENDED = _meaning(
    "status",
    {
        "planned": "planned, booked, confirmed, scheduled, upcoming, pending, future",
        "done": "done, attended, completed, seen, yes, arrived, past, fulfilled",
        "cancelled": "cancelled, canceled, cancelled by patient, cancelled by hospital, abgesagt",
        "missed": "missed, did not attend, dna, no show, not attended, no, was not brought",
    },
)
_NOT_DONE = ("declined", "refused", "contraindicated", "not suitable", "unfit", "withdrawn")
TREATED: Words = {
    **_meaning(
        "status",
        {
            "planned": (
                "planned, booked, scheduled, upcoming, pending, listed, waiting list, to come, "
                "on the waiting list, on waiting list, awaiting, geplant"
            ),
            "going on": "going on, ongoing, in progress, current, active, continuing, laufend",
            "paused": "paused, on hold, suspended, pausiert",
            "done": (
                "done, completed, complete, finished, performed, carried out, past, yes, y, "
                "successful, erfolgt, durchgeführt, abgeschlossen"
            ),
            "stopped early": (
                "stopped early, stopped, discontinued, abandoned, terminated, terminated early, "
                "not completed, incomplete, abgebrochen"
            ),
            "not done": (
                "not done, not carried out, not performed, cancelled, canceled, missed, "
                "did not attend, dna, did not go ahead, no, n, abgesagt"
            ),
            "not known": "unknown, not known, unbekannt",
            MISTAKEN[0]: _MISTAKE,
        },
    ),
    **{word: {"status": "not done", "why_stopped": word} for word in _NOT_DONE},
}
TREATMENT_TYPE = _meaning(
    "type",
    {
        "operation": "operation, surgery, surgical, surgical procedure, op, major surgery",
        "procedure": "procedure, endoscopy, stent, eingriff",
        "course": "course, course of medicine, chemotherapy, chemo, chemotherapie",
        "radiotherapy": "radiotherapy, radiation, radiation therapy, strahlentherapie",
        "therapy": "therapy, physiotherapy, physio, therapie, physiotherapie",
        "implant": "implant, pacemaker, implantat",
        "other": "other, something else",
    },
)
