"""The third schema: treatments, vaccinations, the family, and what a doctor must know first."""

from importlib.resources import files

from sqlalchemy import Connection

# Each column's default is its empty value, so that older seals stay whole.
TEXT = "TEXT NOT NULL DEFAULT ''"
PAIRS = "TEXT NOT NULL DEFAULT '{}'"
DAY = "TEXT"
NUMBER = "INTEGER"

_ADDED = (
    ("person", "hospital_numbers", PAIRS),
    ("person", "blood_thinner", NUMBER),
    ("person", "blood_thinner_words", TEXT),
    ("person", "implants", NUMBER),
    ("person", "implants_words", TEXT),
    ("person", "implants_mri", TEXT),
    ("person", "implants_card", TEXT),
    ("person", "pregnancy", NUMBER),
    ("person", "pregnancy_words", TEXT),
    ("person", "infection", NUMBER),
    ("person", "infection_words", TEXT),
    ("person", "care_decision", NUMBER),
    ("person", "care_decision_words", TEXT),
    ("person", "care_decision_date", DAY),
    ("person", "care_decision_paper", TEXT),
    ("person", "alerts_checked", DAY),
    ("person", "living_with", TEXT),
    ("person", "work", TEXT),
    ("person", "walking", TEXT),
    ("person", "smoking", TEXT),
    ("person", "alcohol", TEXT),
    ("person", "height", TEXT),
    ("person", "height_date", DAY),
    ("person", "weight", TEXT),
    ("person", "weight_date", DAY),
    ("person", "what_matters", TEXT),
    ("person", "what_i_fear", TEXT),
    ("person", "carer_address", TEXT),
    ("person", "carer_phone", TEXT),
    ("person", "carer_email", TEXT),
    ("record", "accession", TEXT),
    ("record", "pictures_how", TEXT),
    ("record", "slides_lent", NUMBER),
    ("record", "slides_how", TEXT),
    ("result", "star", NUMBER),
    ("case", "kind_of", TEXT),
    ("appointment", "minutes", NUMBER),
)


def up(connection: Connection) -> None:
    """Add the tables and columns to journals of the second schema."""
    tables = (files(__package__) / "m0003_treatments.sql").read_text(encoding="utf-8")
    for statement in tables.split("\n;;\n"):
        connection.exec_driver_sql(statement)
    for table, column, kind_of in _ADDED:
        connection.exec_driver_sql(f'ALTER TABLE "{table}" ADD COLUMN {column} {kind_of}')
