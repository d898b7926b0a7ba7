"""A FHIR document comes back into an empty journal as it was, and adds nothing to its own."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.fhir.own import NOT_IN_FILES
from secondop_desktop.exchange.fhir_document.document import BUILDERS
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample
from tests.architecture.house import ROOT
from tests.exchange.fhir_document.going_out import TODAY, brought_in, document, told

_ID = re.compile(r"[0-9a-f]{20}")
_AGAINST = ("no_known_allergies", "takes_no_medicines")


def _differences(path: Path, folder: Path) -> list[str]:
    """Return what came back otherwise, beyond what cannot be held."""
    with Journal.look(path, KINDS) as journal:
        before, data = told(journal), document(journal)
        kinds = {row.id: kind for kind in KINDS for row in journal.entries(kind)}
        filed = {row.id for row in journal.entries("record") if row.file}
    after = brought_in(data, folder)
    held = {entry for entry in before if kinds[entry] in {"person", *BUILDERS}}
    found = [f"{entry} is missing" for entry in held ^ after.keys()]
    for entry in held & after.keys():
        for name, value in before[entry].items():
            lost = name in _AGAINST or (name == "text" and entry in filed)
            now, wanted = after[entry][name], value
            if not _stays_inside(name, value, held):
                wanted = None if isinstance(value, str) else type(value)()
            if not lost and now != wanted:
                found.append(f"{name}: {value!r} came back as {now!r}")
    return found


def _stays_inside(name: str, value: object, held: set[str]) -> bool:
    """Tell whether a field names only entries that the document holds."""
    if name in {"reasons", "send_ready", "unread"}:
        return True
    named = (
        [value] if isinstance(value, str) else [*value] if isinstance(value, tuple | dict) else []
    )
    return all(one in held for one in named if isinstance(one, str) and _ID.fullmatch(one))


def _adds_nothing(path: Path, folder: Path) -> None:
    file = folder / "own.json"
    with Journal.look(path, KINDS) as journal:
        for private in (True, False):
            file.write_bytes(document(journal, private=private))
            plan = importing.read([file], journal)
            assert [item.title for item in plan.new] == []
            assert [(item.title, item.edits) for item in plan.changed] == []
            assert plan.unanswered == ()


def test_what_a_document_does_not_hold_is_this_and_no_more() -> None:
    """ARCHITECTURE.md lists the very same."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    said = text.partition("What our import\ndoes not get back")[2].partition("The tests ask")[0]
    kinds, files, *_rest = (
        set(re.findall(r"`(\w+)`", line)) for line in said.splitlines() if line.startswith("- ")
    )
    assert set(KINDS) - {"person", *BUILDERS} == kinds
    assert {*NOT_IN_FILES, "text"} == files


def test_the_sample_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "sample.secondop"
    write_sample(path, today=TODAY)
    assert _differences(path, tmp_path) == []
    _adds_nothing(path, tmp_path)


@pytest.mark.parametrize("seed", range(6))
def test_any_journal_comes_back_as_it_was(
    seed: int, tmp_path: Path, any_journal: Callable[[int], Path]
) -> None:
    assert _differences(any_journal(seed), tmp_path) == []
    _adds_nothing(any_journal(seed), tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(6, 60))
def test_many_journals_come_back_as_they_were(
    seed: int, tmp_path: Path, any_journal: Callable[[int], Path]
) -> None:
    assert _differences(any_journal(seed), tmp_path) == []
    _adds_nothing(any_journal(seed), tmp_path)
