"""A judge that knows nothing of this program accepts every document as an IPS."""

from collections.abc import Callable
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample
from tests.exchange.fhir_document.going_out import TODAY, document
from tests.ips import accepted_as_ips


def _written(path: Path, *privates: bool) -> list[Path]:
    """Write documents of a journal: with what is private, without, or both."""
    found = []
    with Journal.look(path, KINDS) as journal:
        for private in privates or (True, False):
            target = path.with_suffix(f".{private}.json")
            target.write_bytes(document(journal, private=private))
            found.append(target)
    return found


def _empty(path: Path) -> Path:
    with Journal.create(path, KINDS) as journal, journal.change("Add") as change:
        change.add("person", name="")
    return path


def _any(journals: Callable[[int], Path], seeds: range) -> list[Path]:
    """Write a document of each, with what is private in every second one."""
    return [one for seed in seeds for one in _written(journals(seed), seed % 2 == 0)]


def test_the_sample_an_empty_journal_and_any_other(
    tmp_path: Path, any_journal: Callable[[int], Path]
) -> None:
    sample = tmp_path / "sample.secondop"
    write_sample(sample, today=TODAY)
    found = [*_written(sample, False), *_written(_empty(tmp_path / "empty.secondop"))]
    accepted_as_ips(*found, *_any(any_journal, range(4)))


@pytest.mark.long
def test_two_hundred_journals(any_journal: Callable[[int], Path]) -> None:
    accepted_as_ips(*_any(any_journal, range(200)))


_SHARED = next(
    (found for up in Path(__file__).parents if (found := up / "shared" / "data").is_dir()),
    Path("none"),
)


def _samples() -> list[Path]:
    found = [one for name in ("ips", "ukcore", "synthea", "gpconnect-stu3", "fhir-r4")
             for one in sorted((_SHARED / name).glob("*.json"))]  # fmt: skip
    return found or [Path("none")]


def _plan(journal: Journal, file: Path) -> importing.Plan:
    """Read a file, for somebody where it names nobody itself."""
    try:
        return importing.read([file], journal)
    except UserError:
        with journal.change("Add") as change:
            person = change.add("person", name="Ann Lee")
        return importing.read([file], journal, person)


@pytest.mark.long
@pytest.mark.parametrize("file", _samples(), ids=lambda one: one.stem[:30])
def test_what_other_programs_wrote_goes_out_as_ips(file: Path, tmp_path: Path) -> None:
    if not file.is_file():
        pytest.skip("The published samples are not at hand")
    path = tmp_path / "imported.secondop"
    with Journal.create(path, KINDS) as journal:
        importing.apply(journal, _plan(journal, file))
    accepted_as_ips(*_written(path))
