"""The first schema, as plain statements, so that later changes to the models cannot alter it."""

from importlib.resources import files

from sqlalchemy import Connection


def up(connection: Connection) -> None:
    """Make all tables, indexes and triggers."""
    text = files(__package__).joinpath("m0001_first.sql").read_text("utf-8")
    for statement in text.split(";;"):
        if statement.strip():
            connection.exec_driver_sql(statement)
