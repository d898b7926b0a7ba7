"""What the columns of a table hold, told by their headings."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache


class Headings(dict[str, str]):
    """Headings in plain lower case, parted by commas, by the field they mean."""

    @cached_property
    def by_heading(self) -> dict[str, str]:
        """The field that each heading means."""
        pairs = ((name, texts.split(",")) for name, texts in self.items())
        return {plain(text): name for name, texts in pairs for text in texts}


BETWEEN = " › "
"""Stands between the parts of a heading that takes several rows."""

_TEST = (
    "test, test name, name of test, name of the test, analyte, component, investigation, "
    "measurement, parameter, observation, marker, biomarker, lab test, item, test description, "
    "analysis, assay, examination, determination, untersuchung, analyt, laborwert, messgröße, "
    "bezeichnung, prawf, analyse, examen, prueba, esame, bepaling, onderzoek, badanie, parametr, "
    "determinación, analisi, laboruntersuchung, laborparameter, prawf gwaed, enw prawf, enw r "
    "prawf, name der untersuchung, laborbezeichnung"
)
_VALUE = (
    "value, result, results, test result, result value, reading, measured value, outcome, "
    "finding, result as printed, numeric result, your result, your value, observation value, "
    "wert, ergebnis, messwert, resultat, befund, canlyniad, résultat, valeur, resultado, "
    "risultato, uitslag, "
    "waarde, resultaat, wynik, valor, valore, resultado del análisis, gwerth, darlleniad, "
    "messergebnis, laborergebnis, dein ergebnis, ihr wert"
)
_UNIT = (
    "unit, units, si unit, si units, uom, unit of measure, unit as printed, measured in, "
    "units of measure, "
    "measurement unit, result unit, result units, einheit, einheiten, uned, unedau, unité, "
    "unidad, unità, unidades, unità di misura, eenheid, jednostka, enhet, unités, uned fesur, "
    "unedau mesur, maßeinheit, masseinheit"
)
_RANGE = (
    "range, reference range, ref range, reference interval, limits, normal limits, normal range, "
    "ref, reference, range as printed, reference values, expected range, ref interval, "
    "normal values, normal, usual range, referenzbereich, referenz, normbereich, normwert, "
    "normalwert, referenzwerte, ystod, "
    "plage de référence, valores de referencia, valori di riferimento, intervallo di "
    "riferimento, rango, intervalo de referencia, rango de referencia, valeurs de référence, "
    "valeurs usuelles, referentiewaarden, referentie, zakres referencyjny, norma, zakres, ystod "
    "gyfeirio, normalbereich, normalwerte, referenz bereich, sollwert, zielbereich, norm, ystod "
    "arferol, amrediad, target range, healthy range, range of normal, standard range, biological "
    "reference interval, bio ref interval, referenzintervall, latest ref rng & units, ref rng & "
    "units, latest ref rng, ref range & units"
)
_LOW = (
    "low, lower, range low, reference low, ref low, lower limit, min, minimum, low limit, "
    "reference range low, normal low, ref range low, untergrenze, unterer grenzwert, isaf, "
    "terfyn isaf, unterer referenzwert, untere grenze"
)
_HIGH = (
    "high, upper, range high, reference high, ref high, upper limit, max, maximum, high limit, "
    "reference range high, normal high, ref range high, obergrenze, oberer grenzwert, uchaf, "
    "terfyn uchaf, oberer referenzwert, obere grenze"
)
_DATE = (
    "date, test date, date of test, date of the test, collected, collection date, sample date, "
    "specimen date, date collected, datetime, date time, timestamp, device timestamp, date "
    "taken, taken, when, collected on, result date, date and time, date of sample, reading date, "
    "measurement date, time stamp, when taken, taken on, day, date of result, date of reading, "
    "reported, report date, sampled, drawn, date drawn, received, datum, abnahmedatum, "
    "entnahmedatum, befunddatum, messdatum, untersuchungsdatum, dyddiad, fecha, data, dyddiad "
    "prawf, dyddiad y prawf, dyddiad casglu, diwrnod, tag, abnahme, entnahme, messzeitpunkt, "
    "zeitpunkt, date of collection, date of specimen, sample taken, sample collected, collection "
    "date time, collected date, effective date, date recorded, recorded, recorded on, measured "
    "on, date measured, date of measurement, measured at, observation date, time of measurement, "
    "datum und uhrzeit, datum uhrzeit, dyddiad ac amser, resultdate, testdate, sampledate, "
    "collectiondate, datetime of result"
)
TIME = (
    "time, collection time, sample time, test time, time of day, time taken, uhrzeit, zeit, "
    "amser, start time, appointment time, amser y dydd, uhr, time of reading, time of "
    "measurement of day, measurement time, reading time"
)
_FLAG = (
    "flag, flags, abnormal, abn, abnormal flag, interpretation, mark, mark printed beside it, "
    "result flag, h/l, auffällig, bewertung, markierung, hinweis, out of range, alert, "
    "nodyn rhybudd, kennzeichen, bew, ab, l/h, high/low"
)
NOTES = (
    "note, notes, comment, comments, remark, remarks, your notes, message, bemerkung, "
    "bemerkungen, kommentar, anmerkung, nodiadau, sylwadau, sylw, nodyn, nodyn i, anmerkungen, "
    "notizen, note to patient, comments/notes, further details, symptome, symptoms, how i felt, "
    "activity"
)
RESULTS = Headings(
    {
        "test": _TEST,
        "value": _VALUE,
        "unit": _UNIT,
        "range": _RANGE,
        "low": _LOW,
        "high": _HIGH,
        "date": _DATE + ", start, startdate, start date, effective datetime",
        "time": TIME,
        "flag": _FLAG,
        "lab": (
            "lab, laboratory, performing lab, which lab, source, provider, labor, labordy, "
            "laboratorium, einsender, hospital, ordering lab, reporting lab"
        ),
        "specimen": (
            "specimen, sample, specimen type, sample type, material, probe, probenmaterial, "
            "sampl, untersuchungsmaterial"
        ),
        "panel": "panel, group, profile, test group, battery, order, gruppe, profil",
        "code": "code, test code, loinc, loinc code",
        "unit_code": "unit code, ucum",
        "status": "status, result status, report status, state of result",
        "notes": NOTES,
    }
)
"""The headings of a table of results, in plain lower case, by the field they mean."""

PERSON = Headings(
    {
        "person": (
            "patient, patient name, name of patient, full name, person, person name, member, "
            "family member, patient full name, claf, patientenname, name des patienten, subject, "
            "subject name, client, client name, resident, resident name, service user, user, "
            "user name, patient s name, whose, relative, enw r claf, enw claf"
        ),
        "first": "first name, forename, given name, vorname, enw cyntaf",
        "last": "last name, surname, family name, nachname, cyfenw",
        "nhs": (
            "nhs number, nhs no, nhs, nhs number of patient, chi number, chi, h&c number, rhif "
            "gig, rhif y gig"
        ),
        "number": (
            "hospital number, hospital no, patient id, patient number, patient no, mrn, unit number"
        ),
        "born": (
            "date of birth, dob, born, birth date, birthdate, d o b, geburtsdatum, geboren, "
            "dyddiad geni"
        ),
    }
)
"""Headings of columns that say who a row is about."""

_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")


@lru_cache(maxsize=65536)
def plain(heading: str) -> str:
    """Return a heading in plain lower case, without signs that only join words."""
    return " ".join(re.sub(r"[_./:*#'’-]+", " ", heading.casefold()).split())


def roles(headings: Sequence[str], known: Headings) -> dict[str, int]:
    """Return the first column for each field that some heading means."""
    by_heading = known.by_heading
    found: dict[str, int] = {}
    for weak in (False, True):
        for column, heading in enumerate(headings):
            name = by_heading.get(plain(heading)) or by_heading.get(plain(_bare(heading)))
            name = name or _in_two_languages(heading, by_heading)
            name = name or (by_heading.get("range", "") if _RANGE_OF.search(plain(heading)) else "")
            name = name or by_heading.get(_WITH_TIME.sub("date", plain(_bare(heading))), "")
            if name and name not in found and (plain(heading) in _WEAK) == weak:
                found[name] = column
    return found


_WEAK = frozenset(
    {
        *("day", "tag", "diwrnod", "received", "reported", "report date", "source", "data"),
        *("start", "startdate", "symptoms", "activity", "hospital"),
        *("clinic", "klinik", "clinig", "department", "room"),
    }
)
"""What only counts where no other heading of the same meaning stands beside it."""


_RANGE_OF = re.compile(
    r"\b(?:normal|reference|ref|standard|healthy|expected|lab(?:oratory)?)\b.*"
    r"\b(?:range|interval|limits|bereich)$"
)
"""Such as ``Lab's normal range``."""

_WITH_TIME = re.compile(r"date (?:and )?time$|datetime$")
"""Behind what says of what it is the date: ``Result Date/Time``."""


def _in_two_languages(heading: str, by_heading: Mapping[str, str]) -> str:
    """Return what the parts of a heading mean that are parted by bars: ``Canlyniad / Result``."""
    parts = [plain(part) for part in re.split(r"\s[/|]\s|\n", heading)]
    found = {by_heading[part] for part in parts if part in by_heading}
    return found.pop() if len(parts) > 1 and len(found) == 1 else ""


def _bare(heading: str) -> str:
    """Return a heading without a remark in brackets: ``Comment (optional)``."""
    return _BRACKETS.sub(" ", heading)


_TIMES = re.compile(
    r"(?:in the )?(?:morning|am|breakfast|noon|midday|lunch(?:time)?|afternoon|tea(?:time)?|"
    r"evening|dinner|supper|pm|night|bed(?:time)?|before bed)|mo|mi|ab|zn|"
    r"morgens|mittags|abends|nachts|zur nacht|früh|bore|prynhawn|nos|hwyr"
)


def times_of_day(headings: Sequence[str]) -> list[int]:
    """Return the columns that are headed by a time of day."""
    return [at for at, head in enumerate(headings) if _TIMES.fullmatch(plain(head))]
