"""A monkey that writes, undoes and reopens, against a model of what must be there."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal import engine
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from tests.journal.values import TEXTS, of_field
from tests.journal.written import contents

_WRITTEN = ("diagnosis", "provider", "opinion", "statement", "case", "result", "task", "person")
_PARTS = {"statement": ("opinion", "opinion"), "diagnosis": ("given_by", "provider")}
_State = dict[str, list[tuple[Any, ...]]]


class Monkey(RuleBasedStateMachine):
    """Keeps every state it has seen; undo and redo must bring back just those."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="monkey-"))
        self.journal = Journal.create(self.folder / "a.secondop", KINDS)
        self.states: list[_State] = [contents(self.journal)]
        self.at = 0

    @initialize()
    def first_person(self) -> None:
        with self.journal.change("Add person") as change:
            self.person = change.add("person", name="Margaret Evans")
        self._changed()

    def _changed(self) -> None:
        now = contents(self.journal)
        if now != self.states[self.at]:
            self.states[self.at + 1 :] = [now]
            self.at += 1

    def _ids(self, kind: str, binned: bool = False) -> list[str]:
        return [
            row.id for row in self.journal.entries(kind, binned=binned) if row.person == self.person
        ]

    @precondition(lambda self: self._ids("person"))
    @rule(data=st.data(), kind=st.sampled_from(_WRITTEN[:-1]), count=st.integers(1, 3))
    def add(self, data: st.DataObject, kind: str, count: int) -> None:
        with self.journal.change(f"Add {kind}") as change:
            for _each in range(count):
                change.add(kind, person=self.person, **self._drawn(data, kind))
        self._changed()

    def _drawn(self, data: st.DataObject, kind: str) -> dict[str, Any]:
        plain = [field for field in KINDS[kind].fields if not field.refers and not field.owner]
        chosen = data.draw(st.lists(st.sampled_from(plain), max_size=3, unique_by=lambda f: f.name))
        values = {
            field.name: data.draw(of_field(KINDS[kind], field))
            for field in chosen
            if field.name != "linked"
        }
        column, refers = _PARTS.get(kind, ("", ""))
        if refers and (known := self._ids(refers)):
            values[column] = data.draw(st.none() | st.sampled_from(known))
        return values

    @rule(data=st.data(), kind=st.sampled_from(_WRITTEN))
    def edit(self, data: st.DataObject, kind: str) -> None:
        if ids := self._ids(kind):
            with self.journal.change(f"Edit {kind}") as change:
                for entry in data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3)):
                    change.edit(kind, entry, **self._drawn(data, kind))
            self._changed()

    @rule(text=TEXTS)
    def write_notes(self, text: str) -> None:
        if ids := self._ids("diagnosis"):
            with self.journal.change("Write notes") as change:
                change.edit("diagnosis", ids[0], notes=text)
            self._changed()

    @rule(data=st.data(), kind=st.sampled_from(_WRITTEN))
    def put_away(self, data: st.DataObject, kind: str) -> None:
        if ids := self._ids(kind):
            with self.journal.change(f"Put {kind} away") as change:
                change.put_away(kind, data.draw(st.sampled_from(ids)))
            self._changed()

    @rule(data=st.data(), kind=st.sampled_from(_WRITTEN))
    def bring_back(self, data: st.DataObject, kind: str) -> None:
        if ids := self._ids(kind, binned=True):
            with self.journal.change(f"Bring {kind} back") as change:
                change.bring_back(kind, data.draw(st.sampled_from(ids)))
            self._changed()

    @rule()
    def fail(self) -> None:
        with pytest.raises(ZeroDivisionError), self.journal.change("Fail") as change:
            change.add("diagnosis", person=self.person, name="Never")
            _ = 1 / 0
        assert contents(self.journal) == self.states[self.at]

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _each in range(times):
            self._go(self.journal.undo() is not None, -1)

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _each in range(times):
            self._go(self.journal.redo() is not None, 1)

    def _go(self, went: bool, by: int) -> None:
        assert went == (0 <= self.at + by < len(self.states))
        self.at += by if went else 0
        assert contents(self.journal) == self.states[self.at]

    @rule()
    def reopen(self) -> None:
        self.journal.close()
        self.journal = Journal.open(self.folder / "a.secondop", KINDS)
        assert contents(self.journal) == self.states[self.at]

    @rule()
    def look_it_through(self) -> None:
        assert check(self.journal) == []

    def teardown(self) -> None:
        try:
            self._go_all_the_way()
        finally:
            self.journal.close()
            shutil.rmtree(self.folder)

    def _go_all_the_way(self) -> None:
        while self.journal.undo():
            pass
        assert not any(contents(self.journal).values())
        assert check(self.journal) == []
        while self.journal.redo():
            pass
        assert contents(self.journal) == self.states[-1]
        assert check(self.journal) == []


@pytest.fixture
def unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for the disk: power cuts are the business of other tests."""
    hasty = [pragma.replace("synchronous=EXTRA", "synchronous=OFF") for pragma in engine.PRAGMAS]
    monkeypatch.setattr(engine, "PRAGMAS", hasty)


def _let_loose(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        Monkey,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.usefixtures("unsynced")
def test_a_monkey_for_a_moment() -> None:
    _let_loose(examples=6, steps=15)


@pytest.mark.long
@pytest.mark.usefixtures("unsynced")
def test_a_monkey_for_two_thousand_actions() -> None:
    _let_loose(examples=40, steps=60)
