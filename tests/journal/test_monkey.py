"""A monkey that does all a person can do with every kind of entry, undoes it and reopens."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Field, Kind
from secondop_desktop.journal.search.as_typed import as_typed
from secondop_desktop.journal.search.marking import MATCH_END, MATCH_START
from secondop_desktop.journal.search.typed_last import typed_last
from secondop_desktop.journal.storage.engine import driver
from secondop_desktop.journal.values import columns
from tests.journal.any_values import TEXTS, of_field
from tests.journal.written import contents

_RANKED = [name for name, kind in KINDS.items() if "rank" in kind.types]
_WRITABLE = [name for name in KINDS if name != "person"]
_NO_MARKS = dict.fromkeys(map(ord, (MATCH_START, MATCH_END)))
_State = dict[str, list[tuple[Any, ...]]]
_kinds = st.sampled_from(list(KINDS))


def state(journal: Journal) -> _State:
    """Return every row, and all that search finds of each: title, words, person, bin."""
    with journal.reading() as connection:
        known = driver(connection).execute(
            "SELECT id, kind, title, words, binned, person FROM search_doc ORDER BY id"
        )
        found = {row[0]: row for row in known}
        typed = typed_last(driver(connection), KINDS)
        if typed and (doc := as_typed(connection, KINDS, typed)):
            kind, entry = typed
            found[entry] = (entry, kind, doc.title, doc.words, int(doc.binned), doc.person)
        return {**contents(journal), "search": list(found.values())}


def misnamed(journal: Journal) -> list[str]:
    """Return the entries that bear another title than their kind gives them now.

    The two signs that mark what was found are in no title.
    """
    names = journal.names()
    return [
        f"{kind.name} {row.id}: {names(row.id)!r}"
        for kind in KINDS.values()
        for binned in (False, True)
        for row in journal.entries(kind.name, binned=binned)
        if names(row.id) != kind.title(row, names).translate(_NO_MARKS)
    ]


class Monkey(RuleBasedStateMachine):
    """Keeps every state it has seen; undo and redo must bring back just those."""

    acts = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="monkey-"))
        self.journal = Journal.create(self.folder / "a.secondop", KINDS)
        self.states: list[_State] = [state(self.journal)]
        self.at = 0
        self.typing: tuple[str, ...] = ()
        """What the newest change was a typing into, if it was one."""

    @initialize()
    def first_people(self) -> None:
        for name in ("Margaret Evans", "Owen Evans"):
            self.changed(partial(_add_person, name=name))

    @invariant()
    def count(self) -> None:
        Monkey.acts += 1

    def changed(self, act: Callable[[Change], object], merge: tuple[str, ...] = ()) -> None:
        """Do something in one change and remember how it turned out."""
        with self.journal.change("Act", merge=merge) as change:
            act(change)
        now = state(self.journal)
        if now == self.states[self.at]:
            return
        joins = bool(merge) and merge == self.typing
        self.states[self.at + (0 if joins else 1) :] = [now]
        self.at += 0 if joins else 1
        self.typing = merge

    # What is there --------------------------------------------------------------------------

    def ids(self, kind: str, person: str = "", binned: bool = False) -> list[str]:
        rows = self.journal.entries(kind, binned=binned)
        return [row.id for row in rows if person in ("", row.person)]

    def all_ids(self, person: str) -> list[str]:
        return [entry for kind in _WRITABLE for entry in self.ids(kind, person)]

    def drawn(self, data: st.DataObject, kind: str, person: str, most: int = 4) -> dict[str, Any]:
        """Draw values for some fields of an entry of this person."""
        found = KINDS[kind]
        some = st.lists(st.sampled_from(found.fields), max_size=most, unique_by=lambda f: f.name)
        values = {f.name: data.draw(self.value(found, f, person)) for f in data.draw(some)}
        if "case" in found.types and data.draw(st.booleans()):
            values["case"] = data.draw(self.one_of(self.ids("case", person)))
        if data.draw(st.integers(0, 9)) == 0:
            values |= {"private": True, "unread": {found.fields[0].name: data.draw(TEXTS)}}
        return values

    def value(self, kind: Kind, field: Field, person: str) -> st.SearchStrategy[Any]:
        several = type(kind.types[field.name]) is columns.Refs
        if several:
            known = self.ids(field.refers, person) if field.refers else self.all_ids(person)
            lists = (
                st.lists(st.sampled_from(known), max_size=3, unique=True) if known else st.just([])
            )
            return lists.map(tuple)
        if field.refers:
            return self.one_of(self.ids(field.refers, person))
        return st.just("") if field.file else of_field(kind, field)

    def one_of(self, known: list[str]) -> st.SearchStrategy[str | None]:
        return st.none() | st.sampled_from(known) if known else st.none()

    # What a person does -----------------------------------------------------------------------

    @rule(data=st.data(), kind=st.sampled_from(_WRITABLE), count=st.integers(1, 3))
    def add(self, data: st.DataObject, kind: str, count: int) -> None:
        if people := self.ids("person"):
            person = data.draw(st.sampled_from(people))
            drawn = [self.drawn(data, kind, person) for _each in range(count)]
            self.changed(
                lambda change: [change.add(kind, person=person, **values) for values in drawn]
            )

    @rule(name=TEXTS)
    def add_a_person(self, name: str) -> None:
        if len(self.ids("person")) < 3:
            self.changed(lambda change: change.add("person", name=name))

    @rule(data=st.data(), kind=_kinds)
    def edit(self, data: st.DataObject, kind: str) -> None:
        if ids := self.ids(kind):
            some = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3))
            persons = [self.journal.get(kind, entry).person for entry in some]
            drawn = [self.drawn(data, kind, person) for person in persons]
            self.changed(
                lambda change: [
                    change.edit(kind, entry, **values)
                    for entry, values in zip(some, drawn, strict=True)
                ]
            )

    @rule(data=st.data(), kind=_kinds, texts=st.lists(TEXTS, min_size=1, max_size=3))
    def type_into(self, data: st.DataObject, kind: str, texts: list[str]) -> None:
        lines = [f.name for f in KINDS[kind].fields if _is_text(KINDS[kind], f)]
        if (ids := self.ids(kind)) and lines:
            entry, name = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(lines))
            for text in texts:
                self.changed(
                    partial(_edit, kind=kind, entry=entry, values={name: text}),
                    (kind, entry, name),
                )

    @rule(data=st.data())
    def mark(self, data: st.DataObject) -> None:
        if cases := self.ids("case"):
            case = self.journal.get("case", data.draw(st.sampled_from(cases)))
            kind = KINDS["mark"]
            aspect, word = (data.draw(of_field(kind, kind.by_name[n])) for n in ("aspect", "mark"))
            marks = self.journal.entries("mark", case=case.id, aspect=aspect)
            given = {"person": case.person, "case": case.id, "aspect": aspect}
            self.changed(
                lambda change: (
                    change.edit("mark", marks[0].id, mark=word)
                    if marks
                    else change.add("mark", mark=word, **given)
                )
            )

    @rule(data=st.data(), kind=st.sampled_from(_RANKED))
    def reorder(self, data: st.DataObject, kind: str) -> None:
        order = data.draw(st.permutations(self.ids(kind)))
        self.changed(
            lambda change: [change.edit(kind, id_, rank=at) for at, id_ in enumerate(order, 1)]
        )

    @rule(data=st.data(), content=st.binary(max_size=60))
    def keep_a_file(self, data: st.DataObject, content: bytes) -> None:
        if people := self.ids("person"):
            person = data.draw(st.sampled_from(people))

            def keep(change: Change) -> None:
                stored = self.journal.attach(change, BytesIO(content), "scan.txt")
                change.add("record", person=person, title="Scan", file=stored.hash)

            with suppress(UserError):
                self.changed(keep)

    @rule(data=st.data(), kind=st.sampled_from(_WRITABLE))
    def give_to_another_person(self, data: st.DataObject, kind: str) -> None:
        if (ids := self.ids(kind)) and (people := self.ids("person")):
            entry, person = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(people))
            with suppress(UserError):
                self.changed(lambda change: change.edit(kind, entry, person=person))
            assert state(self.journal) == self.states[self.at]

    @rule(data=st.data(), kind=_kinds)
    def put_away(self, data: st.DataObject, kind: str) -> None:
        if ids := self.ids(kind):
            some = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=2))
            self.changed(lambda change: _each(change.put_away, kind, some))

    @rule(data=st.data(), kind=_kinds)
    def bring_back(self, data: st.DataObject, kind: str) -> None:
        if ids := self.ids(kind, binned=True):
            some = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=2))
            self.changed(lambda change: _each(change.bring_back, kind, some))

    @rule(kind=st.sampled_from(_WRITABLE))
    def fail(self, kind: str) -> None:
        with pytest.raises(ZeroDivisionError), self.journal.change("Fail") as change:
            change.add(kind, person=next(iter(self.ids("person")), None))
            _ = 1 / 0
        assert state(self.journal) == self.states[self.at]

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _each in range(times):
            self.go(self.journal.undo() is not None, -1)

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _each in range(times):
            self.go(self.journal.redo() is not None, 1)

    def go(self, went: bool, by: int) -> None:
        assert went == (0 <= self.at + by < len(self.states))
        if went:
            self.at += by
            self.typing = ()
        assert state(self.journal) == self.states[self.at]

    @rule()
    def reopen(self) -> None:
        self.journal.close()
        self.journal = Journal.open(self.folder / "a.secondop", KINDS)
        assert state(self.journal) == self.states[self.at]

    @rule()
    def look_it_through(self) -> None:
        assert check(self.journal) == []
        assert misnamed(self.journal) == []

    def teardown(self) -> None:
        try:
            self.go_all_the_way()
        finally:
            self.journal.close()
            shutil.rmtree(self.folder)

    def go_all_the_way(self) -> None:
        """Undo step by step until nothing is left, and do it all again."""
        self.look_it_through()
        while self.journal.undo():
            self.go(True, -1)
        assert self.at == 0
        assert not any(state(self.journal).values())
        assert check(self.journal) == []
        while self.journal.redo():
            self.go(True, 1)
        assert self.at == len(self.states) - 1
        self.look_it_through()


def _add_person(change: Change, name: str) -> None:
    change.add("person", name=name)


def _edit(change: Change, kind: str, entry: str, values: dict[str, Any]) -> None:
    change.edit(kind, entry, **values)


def _each(act: Callable[[str, str], None], kind: str, entries: list[str]) -> None:
    for entry in entries:
        act(kind, entry)


def _is_text(kind: Kind, field: Field) -> bool:
    return type(kind.types[field.name]) in (columns.Line, columns.Prose) and not field.file


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


def test_a_monkey_for_a_moment() -> None:
    _let_loose(examples=5, steps=25)


@pytest.mark.long
def test_a_monkey_for_two_thousand_actions() -> None:
    Monkey.acts = 0
    _let_loose(examples=60, steps=60)
    assert Monkey.acts >= 2000
