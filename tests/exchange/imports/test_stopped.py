"""Bringing in can be stopped at every word that is told of it, and nothing is left of it."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from secondop_desktop.exchange import stopping
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.exchange.stopping import stoppable
from secondop_desktop.journal.file import Journal
from secondop_desktop.sandbox.process import FOR_WORK, EndedError
from tests import patience
from tests.exchange.bundles import observation, patient, written
from tests.exchange.every_form import FORMS, made
from tests.exchange.imports.conftest import Put

_MOST = 400
"""Words that a small file is told with at most."""


class StoppedError(Exception):
    """What a person's press of Cancel comes to."""


def _stop_at(number: int) -> Callable[[str, int, int], None]:
    left = iter(range(number))

    def step(_text: str, _done: int, _total: int) -> None:
        if next(left, None) is None:
            raise StoppedError

    return step


@pytest.fixture(autouse=True)
def no_watch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing stop by the clock: only the words that a reader tells are counted."""
    monkeypatch.setattr(stopping, "_PAUSE", 600)


def _state(journal: Journal) -> tuple[bytes, list[str]]:
    return journal.path.read_bytes(), sorted(one.name for one in journal.path.parent.iterdir())


def _plan(journal: Journal, path: Path, number: int) -> Plan | None:
    """Read a file and stop at the word of this number; None where it was stopped."""
    [person] = journal.entries("person")
    try:
        return importing.read([path], journal, person.id, step=_stop_at(number))
    except StoppedError:
        return None


def _stopped_readings(journal: Journal, path: Path) -> Iterator[Plan | None]:
    """Yield what comes of stopping at the first word, the second, and so on up to none."""
    for number in range(_MOST):
        plan = _plan(journal, path, number)
        yield plan
        if plan is not None:
            return


_EACH_WAY = (
    *("record.json", "record.xml", "bulk.ndjson.gz", "care.xml", "export.zip", "all.zip"),
    *("results.csv", "book.xlsx", "mail.eml", "visit.ics", "disc.zip", "letter.pdf"),
)
"""A form for each way that a file takes through the readers."""


@pytest.mark.parametrize("name", _EACH_WAY)
def test_reading_stops_at_every_word(
    journal: Journal, tmp_path: Path, private: Path, name: str
) -> None:
    _check_stops(journal, tmp_path, private, name)


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(FORMS.keys() - set(_EACH_WAY)))
def test_reading_of_every_form_stops(
    journal: Journal, tmp_path: Path, private: Path, name: str
) -> None:
    _check_stops(journal, tmp_path, private, name)


def _check_stops(journal: Journal, tmp_path: Path, private: Path, name: str) -> None:
    path = made(tmp_path, name)
    before = _state(journal)
    told = list(_stopped_readings(journal, path))
    assert len(told) > 1, "nothing was told"
    assert _state(journal) == before
    plan = told.pop()
    assert plan is not None
    assert plan.new
    del plan
    assert not list(private.iterdir())


@pytest.mark.parametrize("name", ["record.json", "care.xml", "all.zip", "results.csv", "disc.zip"])
def test_writing_stops_at_every_word(
    journal: Journal, tmp_path: Path, private: Path, name: str
) -> None:
    [person] = journal.entries("person")
    plan = importing.read([made(tmp_path, name)], journal, person.id)
    answers = {one.key: one.choices[0].key for one in plan.questions}
    plan = importing.read([tmp_path / name], journal, person.id, answers)
    before = _rows(journal)
    for number in range(_MOST):
        try:
            ids = importing.apply(journal, plan, step=_stop_at(number))
        except StoppedError:
            assert _rows(journal) == before
            continue
        assert ids
        assert number > 3
        break
    journal.undo()
    assert _rows(journal)["entries"] == before["entries"]


def _rows(journal: Journal) -> dict[str, object]:
    """Return the entries, and how many files and steps there are."""
    with journal.reading() as connection:
        sql = connection.exec_driver_sql
        counts = {
            table: sql(f"SELECT count(*) FROM {table}").scalar()
            for table in ("attachment", "attachment_chunk", "source", "change_log", "search_doc")
        }
    entries = [row.id for kind in journal.kinds for row in journal.entries(kind)]
    return {"entries": entries, **counts}


def test_what_is_told_grows_to_its_end(journal: Journal, put: Put) -> None:
    lines = "\n".join(written(observation(f"o{number}")) for number in range(300))
    told: dict[str, list[tuple[int, int]]] = {}

    def step(text: str, done: int, total: int) -> None:
        told.setdefault(text, []).append((done, total))

    plan = importing.read([put("o.ndjson", written(patient()) + "\n" + lines)], journal, step=step)
    importing.apply(journal, plan, step=step)
    assert len(told) >= 4
    for text, far in told.items():
        assert all(done <= total for done, total in far), text
        assert max(done for done, _total in far) == far[-1][1], text


def test_a_wait_for_the_process_that_decodes_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader can only wait; the watch beside it ends the process, and says why."""
    monkeypatch.setattr(stopping, "_PAUSE", 0.01)
    ended = threading.Event()
    monkeypatch.setattr(FOR_WORK, "interrupt", lambda _asker: ended.set())

    def wait() -> None:
        with stoppable(FOR_WORK, lambda _done, _total: _stop_at(0)("", 0, 0)):
            assert ended.wait(patience.SECONDS)
            raise EndedError

    with pytest.raises(StoppedError):
        wait()


def test_only_the_thread_that_waits_is_interrupted() -> None:
    FOR_WORK.ready(FOR_WORK.era)
    first = FOR_WORK.pid()
    FOR_WORK.interrupt(threading.get_ident())
    time.sleep(0)
    FOR_WORK.ready(FOR_WORK.era)
    assert FOR_WORK.pid() == first
