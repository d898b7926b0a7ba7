"""Bringing a journal that is opened up to date: its schema, and what follows from the rest."""

from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine

from secondop_desktop.journal import backup
from secondop_desktop.journal.change import new_id
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.search.index import Index, is_stale
from secondop_desktop.journal.search.typed_last import typed_last
from secondop_desktop.journal.storage.copy_marks import give_id, has_id
from secondop_desktop.journal.storage.engine import driver, make_engine, translate_errors
from secondop_desktop.journal.storage.known_schema import drop_counted, holds_counted
from secondop_desktop.journal.storage.log_seals import seal_files, seal_log, seal_missing
from secondop_desktop.journal.storage.schema import NEWEST, judge, migrate


def renewed(path: Path, kinds: Kinds) -> Engine:
    """Make the engine of a journal that holds nothing strange and is of the newest schema."""
    engine = make_engine(path)
    try:
        with translate_errors(path):
            with engine.connect() as connection:
                schema = judge(connection, path.name)
            if schema < NEWEST:
                backup.safe_copy(engine, path)
                migrate(engine, partial(_make_anew, kinds=kinds))
            _bring_up_to_date(engine, kinds)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _make_anew(connection: Connection, kinds: Kinds) -> None:
    """Make the search index where a step of the schema asks for it."""
    if is_stale(driver(connection)):
        Index(kinds).renew(connection)


def _bring_up_to_date(engine: Engine, kinds: Kinds) -> None:
    """Make anew what follows from the rest of the journal: the search index, and its hashes."""
    with engine.connect() as connection:
        stale, unsealed = is_stale(driver(connection)), seal_missing(driver(connection))
        unnamed, counted = not has_id(driver(connection)), holds_counted(driver(connection))
        typed = typed_last(driver(connection), kinds)
    if stale or unsealed or unnamed or counted or typed:
        with engine.connect() as connection, connection.begin():
            drop_counted(driver(connection))
            if stale:
                Index(kinds).renew(connection)
            elif typed:
                Index(kinds).learn_typed(connection)
            if unsealed:
                seal_log(driver(connection))
                seal_files(driver(connection))
            give_id(driver(connection), new_id())
