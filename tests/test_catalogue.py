"""The list of kinds is a contract: names, order, fields, and what every kind keeps to."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Row

from secondop_desktop import features
from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal import kinds
from secondop_desktop.journal.entry_json import values
from secondop_desktop.journal.kinds import Field, Kind
from secondop_desktop.journal.values.columns import Code, Day, Pairs, Refs, Words
from secondop_desktop.paths import resource
from tests.features.rows import row

CONTRACT = (
    "person provider diagnosis symptom medicine allergy treatment vaccination relative record "
    "result case appointment question answer task opinion statement mark option outcome decision "
    "readiness told letter cost"
)
LEADING = {
    "person": "name",
    "provider": "name",
    "diagnosis": "name",
    "symptom": "what",
    "medicine": "name",
    "allergy": "substance",
    "treatment": "name",
    "vaccination": "name",
    "relative": "who condition",
    "record": "title",
    "result": "test value unit range",
    "case": "question",
    "appointment": "purpose when",
    "question": "text",
    "answer": "text",
    "task": "text",
    "opinion": "place provider",
    "statement": "aspect text source",
    "mark": "aspect mark note",
    "option": "name",
    "outcome": "text good_or_bad chance matters",
    "decision": "stage text",
    "told": "provider how",
    "letter": "title",
    "cost": "amount currency",
}
JOURNALS_OWN = {
    "id",
    "created",
    "changed",
    "deleted_at",
    "private",
    "unread",
    "origin",
    "origin_hash",
    "source_file",
    "source_place",
    "seal",
    "person",
    "case",
}
HEAVY = ("PySide6", "reportlab", "pikepdf", "pypdfium2", "icalendar", "nhs_number", "sqlcipher3")
ID = "feedfacefeedfaceface"

every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def _marked_texts() -> set[str]:
    """Return every text that a feature, or what all kinds share, marks for translation."""
    return {
        node.args[0].value
        for path in (*Path(features.__path__[0]).rglob("*.py"), Path(kinds.__file__))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"N_", "_"}
        if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
    }


MARKED = _marked_texts()


def _is_list(kind: Kind, field: Field) -> bool:
    """Tell whether a field holds the ids of several entries."""
    column = kind.type_of(field.name)
    return isinstance(column, Refs) and not isinstance(column, Words)


def _example(kind: Kind, field: Field) -> Any:
    """Return some value of a field; ids are easy to recognise."""
    column = kind.type_of(field.name)
    if _is_list(kind, field):
        return (ID,)
    if field.refers or field.file:
        return ID
    if field.choices and isinstance(column, Pairs):
        return {ID: field.choices[0][0]}
    if field.choices:
        word = field.choices[0][0]
        return (word,) if isinstance(column, Words) else word
    given = {"date": "2024-03", "yes/no": True, "whole number": 3, "map": {"1": "some words"}}
    return column.read(given.get(column.name, "12"))


def test_names_and_order_are_the_contract() -> None:
    assert list(KINDS) == CONTRACT.split()
    assert [kind.name for kind in KINDS.values()] == list(KINDS)


def test_every_feature_is_listed() -> None:
    found = set()
    for module in iter_modules(features.__path__):
        kind = import_module(f"{features.__name__}.{module.name}.kind")
        found |= {one.name for one in getattr(kind, "KINDS", None) or (kind.KIND,)}
    assert found == set(KINDS)


def test_the_list_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        KINDS["person"] = KINDS["cost"]  # type: ignore[index]


def test_every_reference_leads_to_a_table() -> None:
    for kind in KINDS.values():
        for key in kind.model.__table__.foreign_keys:
            assert key.column.table.name in KINDS


def test_importing_it_stays_cheap() -> None:
    code = (
        "import sys, secondop_desktop.catalogue\n"
        f"print(*[name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(features.__path__[0]).parents[1],
    )
    assert done.stdout.split() == []


@pytest.mark.parametrize(("name", "leading"), LEADING.items(), ids=LEADING)
def test_leading_fields_have_their_names(name: str, leading: str) -> None:
    assert set(leading.split()) <= set(KINDS[name].by_name)


@every_kind
def test_fields_are_the_columns(kind: Kind) -> None:
    columns = {column.name for column in kind.model.__table__.c}
    names = [field.name for field in kind.fields]
    assert len(names) == len(set(names))
    assert columns - JOURNALS_OWN == set(names)
    assert kind.model.__tablename__ == kind.name


@every_kind
def test_no_column_hides_what_rows_are_made_of(kind: Kind) -> None:
    columns = {column.name for column in kind.model.__table__.c}
    assert columns & {*dir(Row), "about", "keys", "metadata", "registry"} == set()


@every_kind
def test_labels_and_icon_are_there(kind: Kind) -> None:
    assert {kind.label, kind.plural} <= MARKED
    assert resource("icons", f"{kind.icon}.svg").is_file()


@every_kind
def test_main_date_and_columns_are_fields(kind: Kind) -> None:
    assert 3 <= len(kind.columns) <= 5
    assert set(kind.columns) <= set(kind.by_name)
    if kind.when:
        assert isinstance(kind.type_of(kind.when), Day)
        assert kind.dates[0] == kind.when


@every_kind
def test_fields_are_labelled_for_people(kind: Kind) -> None:
    labels = {field.label for field in kind.fields}
    assert len(labels) == len(kind.fields)
    assert labels <= MARKED
    assert [label for label in labels if len(label) > 50 or label.endswith((".", "?", ":"))] == []


@every_kind
def test_choices_have_words_and_labels(kind: Kind) -> None:
    for field in kind.fields:
        words = [word for word, _label in field.choices]
        assert len(words) == len(set(words)), field.name
        assert all(word and word == word.lower() for word in words), field.name
        assert {label for _word, label in field.choices} <= MARKED, field.name


@every_kind
def test_choices_belong_to_columns_that_hold_words(kind: Kind) -> None:
    """A map may have them too: they are what its texts may be."""
    columns = {field.name: kind.type_of(field.name) for field in kind.fields}
    offered = {field.name for field in kind.fields if field.choices}
    maps = {name for name, column in columns.items() if isinstance(column, Pairs)}
    assert offered - maps == {
        n for n, column in columns.items() if isinstance(column, Code | Words)
    }


@every_kind
def test_references_point_to_kinds(kind: Kind) -> None:
    """A list of references may point to any kind, one reference always to one."""
    for field in kind.fields:
        keys = kind.model.__table__.c[field.name].foreign_keys
        assert {key.column.table.name for key in keys} <= {field.refers}, field.name
        assert field.refers in {"", *KINDS}, field.name
        assert not field.refers or keys or _is_list(kind, field), field.name


@every_kind
def test_owners_are_required_references(kind: Kind) -> None:
    owners = [field for field in kind.fields if field.owner]
    # Not every letter is a kept version of another one.
    assert all(field.required or field.refers == kind.name for field in owners)
    assert all(field.refers for field in owners)


@pytest.mark.parametrize(
    ("owned", "owner"),
    [
        ("answer", "question"),
        ("statement", "opinion"),
        ("outcome", "option"),
        ("letter", "letter"),
    ],
)
def test_parts_go_with_their_whole(owned: str, owner: str) -> None:
    assert [field.refers for field in KINDS[owned].fields if field.owner] == [owner]


@every_kind
def test_empty_entry_has_a_title(kind: Kind) -> None:
    empty = row(kind, id=ID, person=ID)
    assert kind.title(empty, lambda _id: "")
    for shown in (kind.title(empty, lambda _id: ""), kind.line(empty, lambda _id: "")):
        assert "None" not in shown
        assert ID not in shown
    assert any(rule(empty) for rule in kind.rules) == (kind.name in _ONE_OF_TWO)


_ONE_OF_TWO = {"answer"}
"""Kinds of which one or another field is to be filled, which no single field can say."""


@every_kind
@given(data=st.data())
def test_title_and_line_speak_in_words(kind: Kind, data: st.DataObject) -> None:
    """Whatever is known, and whether or not the names of others are, no id is shown."""
    known = data.draw(st.sets(st.sampled_from([field.name for field in kind.fields])))
    others = data.draw(st.sampled_from(["", "Dr Shah"]))
    one = row(kind, id=ID, person=ID, **{n: _example(kind, kind.by_name[n]) for n in known})
    title = kind.title(one, lambda entry: others if entry else "")
    line = kind.line(one, lambda entry: others if entry else "")
    assert title
    for shown in (title, line):
        assert shown == shown.strip(" ·")
        assert "None" not in shown
        assert ID not in shown
        assert "\n" not in shown


@every_kind
def test_missing_names_the_required_fields(kind: Kind) -> None:
    required = [field for field in kind.fields if field.required]
    assert list(kind.missing(row(kind))) == required
    filled = {field.name: _example(kind, field) for field in required}
    assert kind.missing(row(kind, **filled)) == ()


@every_kind
def test_every_field_is_read_from_what_it_shows(kind: Kind) -> None:
    for field in kind.fields:
        example = _example(kind, field)
        shown = kind.type_of(field.name).show(example)
        assert values(kind, {field.name: shown}) == {field.name: example}


@pytest.mark.parametrize(
    ("name", "field", "wrong"),
    [
        ("case", "route", "walking"),
        ("case", "reasons", ["rare", "bored"]),
        ("case", "steps", {"1": "halfway"}),
        ("option", "stances", {ID: "maybe"}),
    ],
)
def test_words_not_offered_are_refused(name: str, field: str, wrong: object) -> None:
    with pytest.raises(UserError, match=f"{field} must be one of"):
        values(KINDS[name], {field: wrong})
