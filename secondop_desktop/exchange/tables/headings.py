"""What the columns of a table hold, told by their headings."""

import re
from collections.abc import Mapping, Sequence

_TEST = (
    "test, test name, name of test, name of the test, analyte, component, investigation, "
    "measurement, parameter, observation, marker, biomarker, lab test, item, test description, "
    "analysis, assay, examination, determination, untersuchung, analyt, laborwert, messgröße, "
    "bezeichnung, prawf, analyse, examen, prueba, esame, "
    "bepaling, onderzoek, badanie, parametr, prueba, determinación, analisi"
)
_VALUE = (
    "value, result, results, test result, result value, reading, measured value, outcome, finding, "
    "result as printed, numeric result, your result, observation value, wert, ergebnis, messwert, "
    "resultat, befund, canlyniad, résultat, valeur, resultado, risultato, "
    "uitslag, waarde, resultaat, wynik, valor, valore, resultado del análisis"
)
_UNIT = (
    "unit, units, uom, unit of measure, unit as printed, measured in, units of measure, "
    "measurement unit, result unit, result units, einheit, einheiten, uned, unedau, unité, unidad, "
    "unità, unidades, unità di misura, eenheid, jednostka, enhet, unités"
)
_RANGE = (
    "range, reference range, ref range, reference interval, normal range, ref, reference, "
    "range as printed, reference values, expected range, ref interval, normal values, normal, "
    "usual range, referenzbereich, referenz, normbereich, normwert, normalwert, referenzwerte, "
    "ystod, plage de référence, valores de referencia, "
    "valori di riferimento, intervallo di riferimento, rango, intervalo de referencia, "
    "rango de referencia, valeurs de référence, valeurs usuelles, referentiewaarden, "
    "referentie, zakres referencyjny, norma, zakres, ystod gyfeirio"
)
_LOW = (
    "low, lower, range low, reference low, ref low, lower limit, min, minimum, low limit, "
    "reference range low, normal low, ref range low, untergrenze, unterer grenzwert"
)
_HIGH = (
    "high, upper, range high, reference high, ref high, upper limit, max, maximum, high limit, "
    "reference range high, normal high, ref range high, obergrenze, oberer grenzwert"
)
_DATE = (
    "date, test date, date of test, date of the test, collected, collection date, sample date, "
    "specimen date, date collected, datetime, date time, timestamp, device timestamp, date taken, "
    "taken, when, collected on, result date, date and time, date of sample, reading date, "
    "measurement date, time stamp, when taken, taken on, day, date of result, date of reading, "
    "reported, report date, sampled, drawn, date drawn, received, datum, abnahmedatum, "
    "entnahmedatum, befunddatum, messdatum, untersuchungsdatum, dyddiad, fecha, data"
)
_TIME = (
    "time, collection time, sample time, test time, time of day, time taken, uhrzeit, zeit, amser, "
    "start time, appointment time"
)
_FLAG = (
    "flag, flags, abnormal, abnormal flag, interpretation, mark, mark printed beside it, "
    "result flag, h/l, auffällig, bewertung, markierung"
)
_NOTES = (
    "note, notes, comment, comments, remark, remarks, your notes, message, bemerkung, "
    "bemerkungen, kommentar, anmerkung, nodiadau"
)
RESULTS: Mapping[str, str] = {
    "test": _TEST,
    "value": _VALUE,
    "unit": _UNIT,
    "range": _RANGE,
    "low": _LOW,
    "high": _HIGH,
    "date": _DATE,
    "time": _TIME,
    "flag": _FLAG,
    "lab": "lab, laboratory, performing lab, which lab, source, provider, labor, labordy",
    "specimen": "specimen, sample, specimen type, sample type, material, probe, probenmaterial",
    "panel": "panel, group, profile, test group, battery, order, gruppe, profil",
    "code": "code, test code, loinc, loinc code",
    "unit_code": "unit code, ucum",
    "notes": _NOTES,
}
"""The headings of a table of results, in plain lower case, by the field they mean."""

MEDICINES: Mapping[str, str] = {
    "name": "medicine, medicines, medication, medications, drug, drug name, name of medicine, "
    "name of the medicine, medicine name, medication name, medikament, wirkstoff, arzneimittel, "
    "meddyginiaeth, product, tablet",
    "dose": "dose, dosage, strength, dose as written on the box, amount, dosis, dosierung, stärke, "
    "dos",
    "how_taken": "how taken, how to take, instructions, directions, frequency, how often, sig, "
    "when to take, how and when you take it, einnahme, take, schedule",
    "route": "route, way, weg",
    "reason": "reason, indication, what for, what it is for, for, why, grund, condition",
    "start": "start, started, start date, since, from, date started, begun, beginn, seit",
    "stop": "stop, stopped, end, end date, stop date, until, date stopped, to, ende, bis",
    "prescriber": "prescriber, prescribed by, prescribing doctor, doctor, who prescribed it, arzt",
    "notes": _NOTES,
}
"""The headings of a list of medicines."""

APPOINTMENTS: Mapping[str, str] = {
    "date": "date, appointment date, date of appointment, when, date and time, datum, dyddiad, day",
    "time": _TIME,
    "provider": "with, doctor, clinician, consultant, who, seen by, provider, clinician name, "
    "who you will see, arzt, gyda, specialist, dr, name of doctor",
    "place": "where, place, location, hospital, clinic, address, site, ort, lle, venue, department",
    "purpose": "purpose, reason, what for, appointment, type, appointment type, speciality, "
    "specialty, subject, title, description, about, grund, what it is for, service, clinic name",
    "notes": _NOTES,
}
"""The headings of a list of appointments."""

PERSON: Mapping[str, str] = {
    "person": "patient, patient name, name of patient, full name, person, person name, member, "
    "family member, patient full name, claf, patientenname, name des patienten, subject, "
    "subject name, client, client name, resident, resident name, service user, user, user name, "
    "patient s name, whose, relative",
    "first": "first name, forename, given name, vorname",
    "last": "last name, surname, family name, nachname",
    "nhs": "nhs number, nhs no, nhs, nhs number of patient, chi number, chi, h&c number",
    "number": "hospital number, hospital no, patient id, patient number, patient no, mrn, "
    "unit number",
    "born": "date of birth, dob, born, birth date, birthdate, d o b, geburtsdatum, geboren",
}
"""Headings of columns that say who a row is about."""

_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")


def plain(heading: str) -> str:
    """Return a heading in plain lower case, without signs that only join words."""
    return " ".join(re.sub(r"[_./:*#-]+", " ", heading.casefold()).split())


def roles(headings: Sequence[str], known: Mapping[str, str]) -> dict[str, int]:
    """Return the first column for each field that some heading means."""
    by_heading = _sorted(known)
    found: dict[str, int] = {}
    for column, heading in enumerate(headings):
        name = by_heading.get(plain(heading)) or by_heading.get(plain(_bare(heading)))
        if name and name not in found:
            found[name] = column
    return found


def _bare(heading: str) -> str:
    """Return a heading without a remark in brackets: ``Comment (optional)``."""
    return _BRACKETS.sub(" ", heading)


def _sorted(known: Mapping[str, str]) -> dict[str, str]:
    pairs = ((name, texts.split(",")) for name, texts in known.items())
    return {plain(text): name for name, texts in pairs for text in texts}
