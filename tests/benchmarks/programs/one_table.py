"""The least that reads a table of a journal, or adds a row to it: SQLAlchemy and the driver."""

import secrets
import sys

import sqlcipher3
from sqlalchemy import MetaData, Table, create_engine, insert, select

_ACT, _PATH = sys.argv[1:]
engine = create_engine("sqlite://", module=sqlcipher3, creator=lambda: sqlcipher3.connect(_PATH))
with engine.begin() as connection:
    table = Table("medicine", MetaData(), autoload_with=connection)
    rows = connection.execute(select(table)).mappings().all()
    if _ACT == "write":
        connection.execute(insert(table).values(**dict(rows[0]) | {"id": secrets.token_hex(10)}))
    else:
        for row in rows:
            print(dict(row))
