"""Kills a process that sets, changes or removes a passphrase: the old one opens it or the new."""

import random
from itertools import cycle, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter, sleep

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.protection.rekeying import contents, rekey
from secondop_desktop.journal.protection.unlocking import unlock
from secondop_desktop.journal.storage import cipher, keys
from secondop_desktop.sample import write_sample

_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.faults.harness.rekeys"])
_PAST = 2
"""Kills come as late as this part of the time that it took once: some come after the end."""
_PHRASES = ("", "one", "two")
"""What the journal is under in turn; nothing is no passphrase."""


def rekey_once(path: Path, now: str, wanted: str, telling: Connection) -> None:
    """Put a journal from one passphrase under another, and tell when that begins and is done."""
    cipher.ROUNDS = 1  # the time goes into the file, where the kills are wanted
    if now:
        unlock(path, now)
    key = fresh_key(wanted) if wanted else None
    telling.send("begin")
    rekey(path, key)
    telling.send("done")


def killed(path: Path, now: str, wanted: str, after: float | None) -> float:
    """Let a process do it and kill it; return the seconds it took when it was let go on."""
    told, telling = _FORKS.Pipe(duplex=False)
    process = _FORKS.Process(target=rekey_once, args=(path, now, wanted, telling))
    process.start()
    telling.close()
    told.recv()
    start = perf_counter()
    if after is None:
        told.recv()
    else:
        sleep(after)
    process.kill()
    process.join()
    process.close()
    told.close()
    return perf_counter() - start


def opened_by(path: Path, phrases: tuple[str, ...], before: str) -> list[str]:
    """Return which of these passphrases open the journal, whole and with all that it held."""
    return [phrase for phrase in phrases if _opens(path, phrase, before)]


def _opens(path: Path, phrase: str, before: str) -> bool:
    keys.forget_all()
    try:
        if phrase:
            unlock(path, phrase)
        with Journal.open(path, KINDS) as journal:
            assert check(journal) == []
    except UserError:
        return False
    assert contents(path) == before
    assert not [one for one in path.parent.iterdir() if one.name.startswith(".secondop-work")]
    return True


def run(folder: Path, times: int) -> tuple[str, bool]:
    """Kill at any moment of setting, changing and removing in turn."""
    path = folder / "a.secondop"
    write_sample(path)
    Journal.open(path, KINDS).close()
    rounds, cipher.ROUNDS = cipher.ROUNDS, 1
    try:
        return _run(path, times)
    except AssertionError as harmed:
        return f"rekeys: the journal was harmed: {harmed}", False
    finally:
        cipher.ROUNDS = rounds
        keys.forget_all()


def _run(path: Path, times: int) -> tuple[str, bool]:
    before, chance = contents(path), random.Random(7)
    now, changed = "", 0
    whole = killed(path, "", "one", None)
    (now,) = opened_by(path, _PHRASES, before)
    steps = cycle(_PHRASES[2:] + _PHRASES[:2])
    for wanted in islice(steps, times):
        if wanted == now:
            continue
        killed(path, now, wanted, chance.uniform(0, _PAST * whole))
        found = opened_by(path, _PHRASES, before)
        if len(found) != 1 or found[0] not in {now, wanted}:
            return f"rekeys: opened by {found} after {now!r} to {wanted!r}", False
        changed += found[0] == wanted
        now = found[0]
    return f"rekeys: {times}, of which done: {changed}, harmed: 0", True
