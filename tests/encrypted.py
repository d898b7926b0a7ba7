"""Journals under a passphrase for tests: derived in no time, and with a program that knows none."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3

from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.protection.rekeying import rekey
from secondop_desktop.journal.storage import cipher, keys

PHRASE = "a quiet lake"


@contextmanager
def quick_keys() -> Iterator[None]:
    """Derive keys in one round, and leave none known behind.

    What is written so opens with these keys only; no other program could derive them.
    """
    rounds, cipher.ROUNDS = cipher.ROUNDS, 1
    try:
        yield
    finally:
        cipher.ROUNDS = rounds
        keys.forget_all()


def lock_up(path: Path, phrase: str = PHRASE) -> None:
    """Set a passphrase, and let this program know nothing of it."""
    rekey(path, fresh_key(phrase))
    keys.forget_all()


def opens_elsewhere(path: Path, phrase: str) -> bool:
    """Tell whether any SQLCipher tool opens a file with a passphrase and nothing else."""
    sql = sqlcipher3.connect(str(path))
    try:
        sql.execute("PRAGMA cipher_log_level=none")
        sql.execute("PRAGMA key='{}'".format(phrase.replace("'", "''")))
        return bool(sql.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    except sqlcipher3.DatabaseError:
        return False
    finally:
        sql.close()
