"""What the columns of a list of treatments or symptoms hold, told by their headings."""

from secondop_desktop.exchange.tables.headings import TIME, Headings
from secondop_desktop.exchange.tables.list_headings import CODE, NOTES_OF_LISTS, STATUS

TREATMENTS = Headings(
    {
        "name": (
            "procedure, procedures, operation, operations, surgeries, surgical procedure, "
            "surgical procedures, surgical history, past surgical history, past surgeries, "
            "previous operations, past operations, operations and procedures, "
            "procedures and operations, type of surgery, surgery type, surgery performed, "
            "treatment, treatments, intervention, interventions, treatment name, "
            "name of treatment, procedure name, name of procedure, procedure description, "
            "operation name, name of operation, operation or procedure, operation/procedure, "
            "type of operation, what was done, eingriff, eingriffe, operationen, behandlung, "
            "behandlungen, triniaeth, triniaethau, llawdriniaeth, llawdriniaethau, "
            "opération, opérations, operación, operaciones, cirugía, intervento, interventi, "
            "procedura, procedimiento"
        ),
        "type": (
            "type, kind, category, type of treatment, treatment type, procedure type, art, math"
        ),
        "body_site": (
            "site, body site, side, laterality, part of the body, where on the body, body part, "
            "lokalisation, seite, ochr, safle"
        ),
        "date": (
            "date, date of operation, operation date, date of procedure, procedure date, "
            "date of surgery, surgery date, treatment date, date of treatment, date performed, "
            "performed, performed on, date done, done on, when, when done, year, "
            "year of operation, start, start date, started, began, from, datum, op datum, "
            "beginn, dyddiad, fecha, data"
        ),
        "until": (
            "end, end date, ended, finished, until, to, date ended, stop, stop date, "
            "date finished, ende, bis, diwedd"
        ),
        "cycles": (
            "cycles, cycle, sessions, fractions, number of cycles, number of sessions, zyklen"
        ),
        "dose": "dose, total dose, dosage, dosis",
        "reason": (
            "reason, indication, what for, what it was for, for, why, why it was done, "
            "diagnosis, condition, problem, grund, indikation, diagnose, rheswm"
        ),
        "given_by": (
            "surgeon, performed by, operator, operating surgeon, consultant, doctor, done by, "
            "who did it, by, clinician, specialist, performer, name of surgeon, surgeon name, "
            "given by, chirurg, operateur, arzt, llawfeddyg, meddyg, chirurgien, cirujano"
        ),
        "place": (
            "hospital, place, where, where done, where it was done, clinic, facility, location, "
            "performed at, hospital name, name of hospital, centre, trust, organisation, ort, "
            "klinik, krankenhaus, ysbyty, lle, hôpital"
        ),
        "status": STATUS + ", was it done, done",
        "why_stopped": (
            "why stopped, reason stopped, reason not done, why not done, why it was not done, "
            "why it was stopped, reason for stopping"
        ),
        "response": (
            "outcome, result, results, response, how it went, how it turned out, findings, "
            "finding, ergebnis, verlauf, canlyniad"
        ),
        "side_effects": (
            "complications, complication, side effects, problems afterwards, adverse events, "
            "komplikationen, komplikation, nebenwirkungen, cymhlethdodau"
        ),
        "implants": "implant, implants, device, devices, prosthesis, implantat, mewnblaniad",
        "code": f"{CODE}, opcs, opcs code, opcs 4, opcs 4 code, procedure code, cpt, cpt code, ops",
        "anaesthetic": "anaesthetic, anaesthesia, anesthesia, type of anaesthetic, narkose",
        "stay": "length of stay, duration, days in hospital, nights, dauer",
        "notes": NOTES_OF_LISTS,
    }
)
"""The headings of a list of operations, procedures and other treatments."""

SYMPTOMS = Headings(
    {
        "what": (
            "symptom, symptoms, name of symptom, symptom name, symptom description, "
            "what i felt, what you felt, what was felt, complaint, complaints, how i felt, "
            "what happened, beschwerde, beschwerden, symptome, symptomau, symptôme, symptômes, "
            "síntoma, síntomas, sintomo, sintomi, objaw, objawy"
        ),
        "date": (
            "date, when, day, date noticed, noticed, first noticed, onset, onset date, start, "
            "start date, started, since, began, date and time, recorded, date recorded, datum, "
            "tag, seit, beginn, dyddiad, diwrnod, ers, fecha, data"
        ),
        "severity": (
            "severity, how bad, how bad it was, how severe, intensity, score, pain score, "
            "severity score, rating, scale, level, pain level, strength, how bad from 0 to 10, "
            "schweregrad, stärke, intensität, difrifoldeb, gravité, gravedad, gravità"
        ),
        "helps": (
            "what helps, what helped, helps, helped by, relieved by, relieving factors, relief, "
            "made better by, better with, eased by, what makes it better, was hilft, "
            "was hat geholfen, beth sy n helpu"
        ),
        "time": TIME,
        "until": "end, end date, ended, until, stopped, date ended, ende, bis, diwedd",
        "lasted": "duration, how long, how long it lasted, lasted, length, dauer, hyd",
        "often": "frequency, how often, häufigkeit, amlder",
        "trigger": (
            "trigger, triggers, possible trigger, caused by, possible cause, cause, brought on by, "
            "aggravating factors, what makes it worse, made worse by, worse with, auslöser"
        ),
        "place": (
            "where, location, site, body site, body part, part of the body, where on the body, "
            "side, ort, lle"
        ),
        "doing": "activity, what i was doing, what you were doing, doing at the time, tätigkeit",
        "taken": (
            "medicine, medicines, medication, medication taken, medicine taken, what i took, "
            "treatment, action taken, what i did, medikament"
        ),
        "notes": NOTES_OF_LISTS,
    }
)
"""The headings of a list or diary of symptoms."""
