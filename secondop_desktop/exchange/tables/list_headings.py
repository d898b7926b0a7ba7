"""What the columns of a list hold (medicines, appointments and others), told by their headings."""

from secondop_desktop.exchange.tables.headings import NOTES, TIME, Headings

STATUS = "status, state, current status, stand, zustand, statws, statut, estado, stato"
_SURE = (
    "certainty, verification, verification status, how sure, how sure it is, confirmed, "
    "diagnosesicherheit, sicherheit, sicrwydd"
)
CODE = "code, snomed, snomed code, snomed ct, snomed ct code, read code, snomed concept id"
NOTES_OF_LISTS = (
    "note, notes, comment, comments, remark, remarks, your notes, further details, details, "
    "additional information, bemerkung, bemerkungen, kommentar, anmerkung, anmerkungen, notizen, "
    "nodiadau, sylwadau, nodyn, notas"
)

MEDICINES = Headings(
    {
        "name": (
            "medicine, medicines, medication, medications, drug, drug name, name of medicine, "
            "name of the medicine, medicine name, medication name, medikament, wirkstoff, "
            "arzneimittel, meddyginiaeth, meddyginiaethau, enw meddyginiaeth, cyffur, tabledi, "
            "product, tablet, tablets, präparat, handelsname, medikamentenname, item, prescribed "
            "item, preparation, generic name, brand name, medicines i take, what i take"
        ),
        "dose": (
            "dose, dosage, strength, dose as written on the box, amount, dosis, dosierung, "
            "stärke, dos, cryfder, dosage and strength, quantity per dose, dose and strength, "
            "dose strength"
        ),
        "how_taken": (
            "how taken, how to take, instructions, directions, frequency, how often, sig, when "
            "to take, how and when you take it, einnahme, take, schedule, einnahmehinweise, "
            "häufigkeit, dosierungsanleitung, sut i gymryd, cyfarwyddiadau, amlder, pryd i "
            "gymryd, dosage instructions, how i take it, when, when taken, times, time of day, "
            "how many and when, sig directions, administration, usage"
        ),
        "route": "route, way, weg, verabreichung, llwybr, route of administration",
        "reason": (
            "reason, indication, what for, what it is for, for, why, grund, condition, "
            "indikation, anwendungsgrund, anlass, rheswm, ar gyfer beth, purpose, used for, "
            "treats, diagnosis, reason for taking, what its for, what it s for"
        ),
        "start": (
            "start, started, start date, since, from, date started, begun, beginn, seit, "
            "startdatum, angesetzt, dechrau, dyddiad dechrau, date begun, date of start, first "
            "prescribed, issue date, date prescribed, start of treatment"
        ),
        "stop": (
            "stop, stopped, end, end date, stop date, until, date stopped, to, ende, bis, "
            "enddatum, abgesetzt, diwedd, dyddiad gorffen, gorffen, finish, finished, date "
            "ended, stop date if any, ended"
        ),
        "prescriber": (
            "prescriber, prescribed by, prescribing doctor, doctor, who prescribed it, arzt, "
            "verordnet von, verschrieben von, rhagnodwyd gan, meddyg, prescribing clinician, gp, "
            "by"
        ),
        "status": STATUS
        + ", current, still taking, taking, taking now, active, do you take it now",
        "when_needed": "prn, as needed, when needed, when required, bedarf, bei bedarf, sos",
        "why_stopped": (
            "why stopped, reason stopped, reason for stopping, stop reason, reason for stop, "
            "why it was stopped, stopped because, absetzgrund"
        ),
        "notes": f"{NOTES}, hinweis, hinweise",
    }
)
"""The headings of a list of medicines."""

APPOINTMENTS = Headings(
    {
        "date": (
            "date, appointment date, date of appointment, appointment date time, when, "
            "date and time, datum, dyddiad, "
            "day, termin, dyddiad apwyntiad, date time, start date, starts, start, wann, pryd, "
            "date and time of appointment, appointment date and time, start time and date"
        ),
        "time": TIME,
        "provider": (
            "with, doctor, clinician, consultant, who, seen by, provider, clinician name, who "
            "you will see, arzt, gyda, specialist, dr, name of doctor, bei, behandler, meddyg, "
            "pwy, who with, whom, professional, health professional, appointment with, doctor or "
            "nurse, nurse, attendees, organiser"
        ),
        "place": (
            "where, place, location, hospital, clinic, address, site, ort, lle, venue, "
            "department, wo, klinik, krankenhaus, praxis, lleoliad, ysbyty, clinig, how, where "
            "to go, site name, room"
        ),
        "purpose": (
            "purpose, reason, why, what for, appointment, type, appointment type, speciality, "
            "specialty, subject, title, description, about, grund, what it is for, service, "
            "clinic name, procedure, operation, treatment, investigation, "
            "zweck, anlass, fachrichtung, betreff, rheswm, pwrpas, am beth, "
            "department or clinic, appointment for, event, summary, details, appointment reason"
        ),
        "status": STATUS + ", attended, attended?, attendance, did it go ahead",
        "notes": f"{NOTES}, hinweis, hinweise",
    }
)
"""The headings of a list of appointments."""

ALLERGIES = Headings(
    {
        "substance": (
            "allergy, allergies, allergen, allergens, allergic to, substance, causative agent, "
            "agent, culprit, trigger, allergy name, name of allergy, allergy or intolerance, "
            "allergy/intolerance, allergies and intolerances, allergy intolerance, "
            "allergies/intolerances, "
            "what you react to, what i react to, reacts to, sensitivity, sensitivities, "
            "intolerance, intolerances, allergie, allergien, unverträglichkeit, auslöser, "
            "alergedd, alergeddau, alergenau, allergène, alergia, alergeno, alérgeno, allergene, "
            "drug allergy, drug allergies, medicine allergy, food allergy"
        ),
        "reaction": (
            "reaction, reactions, what happens, what happened, manifestation, manifestations, "
            "effect, reaction details, reaktion, reaktionen, adwaith, réaction, reacción, "
            "reazione, adverse reaction, type of reaction, reaction type, symptoms of reaction"
        ),
        "severity": (
            "severity, how bad, how bad it was, how severe, reaction severity, schweregrad, "
            "schwere, difrifoldeb, gravité, gravedad, gravità"
        ),
        "criticality": "criticality, risk, how serious, kritikalität",
        "status": STATUS + ", clinical status",
        "certainty": _SURE,
        "kind_of": "allergy type, type, category, art, math",
        "since": (
            "since, since when, onset, onset date, date of onset, first reaction, start, "
            "start date, seit, beginn, ers, date of first reaction"
        ),
        "last": "last occurrence, last reaction, last happened, date of last reaction",
        "recorded": (
            "date, recorded, date recorded, recorded on, recorded date, noted, date noted, "
            "date entered, entered, when recorded, when, datum, dyddiad, fecha, data"
        ),
        "recorder": "recorded by, recorder, noted by, source, reported by, doctor, arzt",
        "code": CODE,
        "notes": NOTES_OF_LISTS,
    }
)
"""The headings of a list of allergies."""

VACCINATIONS = Headings(
    {
        "name": (
            "vaccine, vaccines, vaccination, vaccinations, immunisation, immunization, "
            "immunisations, immunizations, vaccine name, name of vaccine, vaccine given, jab, "
            "jabs, injection, vaccine product, vaccine brand, vaccine type, which vaccine, "
            "impfstoff, impfung, impfungen, brechlyn, brechiad, brechiadau, vaccin, vacuna, "
            "vaccino, immunisation given, immunization name, immunisation name"
        ),
        "against": (
            "against, disease, diseases, target disease, protects against, protection against, "
            "what it protects against, disease targeted, illness, impfung gegen, gegen, "
            "krankheit, clefyd, yn erbyn, for, maladie"
        ),
        "date": (
            "date, date given, given, given on, date of vaccination, vaccination date, "
            "date administered, administered, administered on, administration date, "
            "date of immunisation, immunisation date, immunization date, when, when given, "
            "date received, received, datum, impfdatum, dyddiad, date vaccinated, fecha, data"
        ),
        "dose_number": (
            "dose, dose number, dose no, which dose, dose in series, series, stage, part, "
            "dosis, impfdosis, dos, schedule, vaccination stage, course"
        ),
        "lot": (
            "lot, lot number, lot no, batch, batch number, batch no, batch/lot, lot/batch, "
            "batch lot number, charge, chargennummer, charge nr, chargen nr, ch b, swp, "
            "rhif swp, lote, lotto, batch or lot number"
        ),
        "site": (
            "site, body site, injection site, site of injection, where on the body, arm, "
            "site given, administration site, impfstelle, körperstelle, safle"
        ),
        "route": "route, route of administration, way, weg, llwybr, how given",
        "given_by": (
            "given by, administered by, vaccinator, who gave it, nurse, clinician, doctor, by, "
            "arzt, impfarzt, geimpft von, performer, immuniser, vaccinated by, rhoddwyd gan"
        ),
        "place": (
            "place, where, location, clinic, surgery, practice, centre, where given, "
            "vaccination centre, given at, place given, where it was given, ort, lle, pharmacy, "
            "organisation, country"
        ),
        "status": STATUS + ", given?, was it given",
        "why_not": "why not, reason not given, reason, why it was not given",
        "reaction": (
            "reaction, reactions, adverse reaction, side effects, how it went, "
            "how it went afterwards, nebenwirkungen, adwaith"
        ),
        "code": CODE,
        "maker": "manufacturer, maker, made by, hersteller, gwneuthurwr, fabricant",
        "amount": "amount, volume, quantity, dose amount, dose quantity, menge",
        "expires": "expiry, expiry date, expires, expiration date, use by, verfallsdatum",
        "next": "next due, next dose, next dose due, due, date due, due date, booster due",
        "notes": NOTES_OF_LISTS,
    }
)
"""The headings of a list of vaccinations."""

DIAGNOSES = Headings(
    {
        "name": (
            "problem, problems, condition, conditions, diagnosis, diagnoses, illness, "
            "medical condition, medical conditions, health condition, health problem, "
            "problem name, problem description, diagnosis description, diagnosis name, "
            "condition name, past medical history, medical history, medical problem, "
            "diagnose, diagnosen, krankheit, erkrankung, vorerkrankung, cyflwr, salwch, "
            "diagnostic, diagnóstico, diagnosi"
        ),
        "date": (
            "date, onset, onset date, date of onset, diagnosed, date diagnosed, diagnosed on, "
            "diagnosis date, date of diagnosis, since, first diagnosed, year, year diagnosed, "
            "start, start date, began, when, when diagnosed, when told, datum, beginn, seit, "
            "diagnosedatum, erstdiagnose, dyddiad, ers, fecha, data"
        ),
        "ended": (
            "ended, end, end date, resolved, date resolved, resolved date, resolved on, until, "
            "abatement, date ended, ende, bis, diwedd"
        ),
        "recorded": (
            "recorded, date recorded, recorded on, recorded date, noted, date noted, "
            "date entered, entered"
        ),
        "status": STATUS + ", clinical status, activity status, active, current",
        "certainty": _SURE,
        "stage": "stage, severity, grade, significance, stadium, schweregrad, difrifoldeb",
        "body_site": "site, body site, side, laterality, part of the body, lokalisation",
        "given_by": (
            "diagnosed by, doctor, who told you, told by, consultant, clinician, specialist, "
            "arzt, meddyg, recorded by, made by, given by"
        ),
        "code": CODE + ", icd, icd 10, icd10, icd code, icd 10 code, icd 10 gm",
        "notes": NOTES_OF_LISTS,
    }
)
"""The headings of a list of diagnoses."""
