"""What a doctor must not be told wrongly of each journal, read from the source and written by hand.

Nothing here comes from the program: each line was read in the file itself. ``../shared/data`` holds
the published ones; where it is not there, their tests are skipped.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

NONE_NOW = "None written down as taken now"
NOT_ASKED = "not asked"


@dataclass(frozen=True)
class Oracle:
    """The facts that page one must tell, and what it must not say.

    ``now`` are the medicines taken, each with what must stand beside it; ``unsure`` those that
    nobody can say of; ``not_now`` those that must not stand among either. ``says`` must occur
    anywhere on the page, ``never`` nowhere.
    """

    file: str
    person: str
    now: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unsure: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_now: tuple[str, ...] = ()
    allergies: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    not_problems: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ("No known allergies", "Takes no medicines")


STANLEY = Oracle(
    "synthea/smart-on-fhir__Stanley_Balistreri_08ce8462-f56a-4fd6-b986-ea75c5c6edb2.json",
    "Stanley Balistreri · born 30 Apr 1992",
    not_now=("Amoxicillin",),
    allergies=(NOT_ASKED,),
    problems=("None written down as present now",),
    not_problems=("Confirmed",),
    results=("Body Mass Index kg/m2 18.36 20.10 21.60 22.94", "Blood Pressure mm[Hg]"),
    says=(NONE_NOW,),
)
ODILIA = Oracle(
    "synthea/smart-on-fhir__Odilia_Feeney_fe743225-b81a-4d0a-acdb-bf9110dd83d9.json",
    "Odilia Feeney · born 26 Jun 1996",
    now={"Natazia 28 Day Pack": ("2 May 2020",)},
    not_now=("Acetaminophen", "Ibuprofen", "Seasonique", "Trinessa"),
    allergies=(NOT_ASKED,),
    problems=("None written down as present now",),
    not_problems=("Confirmed",),
    results=(
        "Body Height cm 171.0 171.1 171.2 171.2",
        "Body Mass Index kg/m2 16.56 16.80 17.52 19.02",
    ),
)
JESSI = Oracle(
    "synthea/smart-on-fhir__Jessi_Parisian_f27b1cf4-66bf-4b78-9f3d-2eb45ade0689.json",
    "Jessi Parisian · born 14 Feb 1988",
    now={
        "24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet": ("21 Apr 2013",),
        "Camila 28 Day Pack": ("16 Apr 2020",),
    },
    not_now=("medroxyprogesterone", "Oxycodone", "Acetaminophen", "Errin", "Etonogestrel"),
    allergies=(NOT_ASKED,),
    problems=(
        "Diabetes",
        "Chronic pain",
        "Anemia (disorder)",
        "Prediabetes",
        "Hyperglycemia (disorder)",
        "Body mass index 30+ - obesity (finding)",
    ),
    before=("Antepartum eclampsia", "Normal pregnancy"),
    results=("Body Mass Index kg/m2 31.82 31.82 31.82",),
)
MARTHA = Oracle(
    "ips/Bundle-IPS-examples-Bundle-01.json",
    "Martha DeLarosa · born 1 May 1972",
    now={
        "Product containing anastrozole (medicinal product)": ("1 tablet", "Mar 2015"),
        "Black Cohosh Extract herbal supplement": ("Jan 2016",),
    },
    allergies=("Substance with penicillin structure (substance)", "it could do serious harm"),
    problems=("Menopausal flushing (finding)", "Malignant tumor of breast", "in remission"),
    results=("Hemoglobin A1c/Hemoglobin.total in Blood by HPLC % 7.5",),
)
MARIA = Oracle(
    "ips/jddamore__EU_Giorgio_Cangioli_01.json",
    "Maria Gravitate · born 5 May 1946",
    now={
        "dimethyl fumarate": ("Oral use",),
        "irbesartan and diuretics": ("Oral use",),
        "oxymetazoline": ("Nasal use",),
    },
    allergies=("Pollen – Hay fever",),
    problems=("Congestive heart failure", "2015", "Hypertension (1993)", "Psoriasis"),
)
VERONICA = Oracle(
    "ips/jddamore__US_MEDITECH_ips_1.json",
    "Veronica Williams · born 19 Oct 1961",
    now={"69230014620": ("200 mg orally every 8 hours", "8 Aug 2024")},
    unsure={"lisinopriL": ("marked as taken; stop date 23 September 2024",)},
    allergies=("amoxicillin", "Vomiting", "severe", "it could do serious harm"),
    problems=("None written down as present now",),
    before=("Gallstone", "Chest pain"),
    never=("Heart attack", "No known allergies", "Takes no medicines"),
)
JO = Oracle(
    "ips/jddamore__NL_core_patient_01.json",
    "van Putten-van der Giessen · born 28 Apr 1934",
    now={"PANTOPRAZOL 40MG INJPDR": ("40 mg", "once a day, at 8am")},
    unsure={
        "METOCLOPRAMIDE 20MG ZETPIL": ("not known whether it is taken",),
        "LISINOPRIL 10MG TABLET": ("not known whether it is taken", "once a day"),
        "METHOTREXAAT INJVLST": ("not known whether it is taken", "15 mg", "Monday"),
    },
    allergies=("Penicilline", "Exantheem", "moderate", "it could do serious harm"),
    problems=("amyotrofische laterale sclerose", "Hartfalen", "Paroxismaal boezemfibrilleren"),
    before=("urine-incontinentie", "Bewindvoering"),
    results=("Hemoglobine (monster) mmol/l 12.0-16.0 11.5 ↓", "Hematocriet (monster) % 39-51 45"),
)
PUBLISHED = (STANLEY, ODILIA, JESSI, MARTHA, MARIA, VERONICA, JO)

SAMPLE = Oracle(
    "the example journal",
    "Marjorie Wensleydown · born 3 Dec 1947 (78) · female · NHS 999 048 1237",
    now={
        "Ramipril": ("5 mg capsule", "One in the morning", "2024"),
        "Atorvastatin": ("20 mg tablet", "One at bedtime", "about 2017"),
        "Paracetamol": ("500 mg tablet", "at most 8 tablets in 24 hours", "about 2020"),
    },
    not_now=("Ferrous fumarate", "Amlodipine"),
    allergies=(
        "Penicillin – Itchy rash all over within an hour, and swollen lips, severe",
        "Codeine – side effect, Very sick for a whole day, moderate, 2021",
    ),
    problems=(
        "High blood pressure",
        "Heart murmur (suspected)",
    ),
    not_problems=("Mild anaemia, low iron (confirmed",),
    before=("Mild anaemia, low iron",),
    results=("NT-proBNP ng/L <400 412 H 388",),
)
DISPUTED = Oracle(
    "made: status and dates disagree, allergies of every certainty",
    "Ivo Tarn",
    now={
        "Ramipril": ("2.5 mg", "at night", "by mouth"),
        "Ibuprofen": ("at most 3 a day", "when needed"),
    },
    unsure={
        "Simvastatin": ("marked as taken; stop date 14 September 2018",),
        "Warfarin": ("on hold", "3 mg"),
        "Digoxin": ("not known whether it is taken", "125 micrograms"),
        "Insulin": ("marked as taken; start date January 2027",),
        "Senna": ("marked as stopped; stop date 2028",),
    },
    not_now=("Bisoprolol", "Atenolol", "Amiodarone"),
    allergies=(
        "Latex – Hives",
        "Nuts – not confirmed, Swollen lips, severe",
        "Eggs – assumed, not tested",
        "Cats",
    ),
    problems=("Gout (suspected)",),
    before=("Asthma",),
    results=("Potassium mmol/L 3.5-5.3 6.1 ↑", "Sodium mmol/L 133-146 140"),
    says=("Must not be taken: Aspirin (Ulcer)",),
    never=(
        "Penicillin",
        "Lymphoma",
        "No known allergies",
        "Takes no medicines",
        "Ferritin",
        "99.9",
    ),
)
NOTHING = Oracle(
    "made: none said, and nothing speaks against it",
    "Ada Fell",
    not_now=("Amlodipine",),
    allergies=("No known allergies (said so)",),
    problems=("not asked",),
    says=("Takes no medicines (said so)",),
    never=("Penicillin", "Not certain", "Key results"),
)
