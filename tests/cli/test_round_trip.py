"""What a script gives is what it is shown again, whatever it is."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondop_desktop.__main__ import main
from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from tests.cli.given_entries import TEXTS, entries
from tests.examples import at_most

REFERRED = sorted(
    {field.refers for kind in KINDS.values() for field in kind.fields if field.refers}
)
_ASKED = ("is in the future", "is before the date of birth")
"""What is asked about a date that is kept as it was given."""


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("round") / "a.secondop"


@pytest.fixture(scope="module")
def there(journal: Path) -> dict[str, str]:
    """Make one entry of each kind that others refer to (a draft will do)."""
    with Journal.create(journal, KINDS) as made, made.change("Begin") as change:
        person = change.add("person", name="Ann Lee")
        others = [kind for kind in REFERRED if kind != "person"]
        return {kind: change.add(kind, person=person) for kind in others} | {"person": person}


def _run(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(words)
    return code, out.getvalue(), err.getvalue()


def _added(journal: Path, kind: str, document: object) -> tuple[int, str, str]:
    source = journal.with_suffix(".json")
    source.write_text(json.dumps(document), "utf-8")
    return _run("add", str(journal), kind, "--json", str(source))


@settings(max_examples=at_most(60))
@given(st.data())
def test_what_was_added_is_listed(
    journal: Path, there: dict[str, str], data: st.DataObject
) -> None:
    kind, objects = data.draw(entries(there))
    for one in objects:
        one.pop("person", None)
        if kind != "person":
            one["person"] = there["person"]
    code, out, err = _added(journal, kind, objects)
    said = [line for line in err.splitlines() if not any(one in line for one in _ASKED)]
    assert (code, said) == (0, [])
    shown = {one["id"]: one for one in json.loads(_run("list", str(journal), kind, "--json")[1])}
    for entry, told in zip(out.split(), objects, strict=True):
        assert told.items() <= shown[entry].items()


def _anything() -> st.SearchStrategy[Any]:
    leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    )


@settings(max_examples=at_most(150))
@given(st.data())
def test_whatever_else_is_given_is_kept_or_refused_in_one_sentence(
    journal: Path, there: dict[str, str], data: st.DataObject
) -> None:
    kind = KINDS[data.draw(st.sampled_from(list(KINDS)))]
    names = st.sampled_from([field.name for field in kind.fields] + ["about", "person", "id"])
    told = data.draw(st.dictionaries(names, _anything(), max_size=4))
    told |= {f.name: "x" for f in kind.fields if f.required and f.name not in told}
    before = journal.read_bytes()
    code, out, err = _added(journal, kind.name, told)
    assert "fault" not in err
    if code:
        assert (code, out, err.count("\n")) == (1, "", 1), err
        assert journal.read_bytes() == before
