"""The second schema: what files and letters say beside the bare fact, kept with it."""

from sqlalchemy import Connection

_ADDED = (
    # Each line adds one column; its default is its empty value, so that older seals stay whole.
    "ALTER TABLE medicine ADD COLUMN route TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE medicine ADD COLUMN maximum TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE allergy ADD COLUMN certainty TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE allergy ADD COLUMN criticality TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE allergy ADD COLUMN route TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE allergy ADD COLUMN last TEXT",
    "ALTER TABLE allergy ADD COLUMN recorded TEXT",
    "ALTER TABLE allergy ADD COLUMN recorder TEXT REFERENCES provider (id) "
    "DEFERRABLE INITIALLY DEFERRED",
    "CREATE INDEX ix_allergy_recorder ON allergy (recorder)",
    "ALTER TABLE diagnosis ADD COLUMN began_words TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE diagnosis ADD COLUMN ended_words TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE diagnosis ADD COLUMN recorded TEXT",
    "ALTER TABLE result ADD COLUMN state TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE result ADD COLUMN other_ranges TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE statement ADD COLUMN place TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE medicine ADD COLUMN narrative TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE allergy ADD COLUMN narrative TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE diagnosis ADD COLUMN narrative TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE result ADD COLUMN narrative TEXT NOT NULL DEFAULT ''",
)

_KINDS = (
    *("person", "provider", "diagnosis", "symptom", "medicine", "allergy", "record", "result"),
    *("case", "appointment", "question", "answer", "task", "opinion", "statement", "mark"),
    *("option", "outcome", "decision", "readiness", "told", "letter", "cost"),
)
_SOURCES = (
    "ALTER TABLE attachment ADD COLUMN packed TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE source (hash TEXT NOT NULL, name TEXT NOT NULL, imported TEXT NOT NULL, "
    "PRIMARY KEY (hash), FOREIGN KEY(hash) REFERENCES attachment (hash))",
)
_FROM = (
    "ALTER TABLE {kind} ADD COLUMN source_file TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE {kind} ADD COLUMN source_place TEXT NOT NULL DEFAULT ''",
)


def up(connection: Connection) -> None:
    """Add the columns to journals of the first schema."""
    told = (statement.format(kind=f'"{kind}"') for kind in _KINDS for statement in _FROM)
    for statement in (*_ADDED, *_SOURCES, *told):
        connection.exec_driver_sql(statement)
