"""What is offered for a paper is what a paper would hold, known by a few columns."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity
from secondop_desktop.sample import write_sample
from secondop_desktop.summary import offered
from secondop_desktop.summary.choices import Choices, chapters
from secondop_desktop.summary.membership import columns_of, stands_among_others
from secondop_desktop.summary.offered import Offered
from secondop_desktop.summary.snapshot import Snapshot
from tests.reads import reads


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    path = tmp_path_factory.mktemp("offered") / "sample.secondop"
    write_sample(path)
    with Journal.open(path, KINDS) as journal:
        yield journal


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.create(tmp_path / "made.secondop", KINDS) as made:
        yield made


def _same(journal: Journal, case: str | None) -> None:
    person = journal.entries("person")[0].id
    offer = Offered(journal, person, case)
    whole = Snapshot(journal, Choices(person, case, private=True))
    for name in KINDS:
        rows = whole.of(name)
        assert offer.of(name) == [row.id for row in rows]
        titles = {row.id: KINDS[name].title(row, whole.names) for row in rows}
        assert offer.titles(name, offer.of(name)) == titles
    for one in chapters(KINDS):
        told = bool(whole.of(one.kinds[0])) if one.kinds else bool(one.make(whole))
        assert offer.tells(one) == told
    for reader in ("", "gp"):
        usual = Snapshot(journal, Choices(person, case, reader=reader))
        found = offer.public(reader)
        assert (found.since, found.reader) == (usual.since, usual.reader)


def test_of_the_example_it_is_what_a_paper_would_hold(sample: Journal) -> None:
    _same(sample, None)
    _same(sample, sample.entries("case")[-1].id)


def _fill(journal: Journal) -> str:
    """Write down what is so, begun, private, taken back, of another question, and owned."""
    with journal.change("Fill") as change:
        person = change.add("person", name="Edith Maplethorpe")
        own = {"person": person}
        case = change.add("case", **own, question="Wait?", opened=PartialDate(2019, 3, 1))
        other = change.add("case", **own, question="A new knee?", private=True)
        value, day = Quantity("4.5"), PartialDate(2020, 5, 6)
        change.add("result", **own, test="Iron", value=value, date=day)
        change.add("result", **own, test="Iron", date=day)
        change.add("result", **own, value=value, date=day)
        change.add("result", **own, test="Iron", value=value, state="entered in error")
        change.add("result", **own, test="Zinc", value=value, case=other)
        change.add("medicine", **own, dose="5 mg")
        change.add("symptom", **own, what="Tired", private=True, date=PartialDate(2024, 2))
        asked = change.add("question", **own, text="Why?", private=True)
        change.add("answer", **own, question=asked, text="So", date=PartialDate(2025, 1))
        change.add("letter", **own, title="To the clinic")
    return str(case)


def test_it_leaves_out_what_a_paper_leaves_out(journal: Journal) -> None:
    case = _fill(journal)
    _same(journal, None)
    _same(journal, case)


def test_of_a_result_that_cannot_be_read_it_knows_that_it_is_told_elsewhere(
    tmp_path: Path,
) -> None:
    path = tmp_path / "harmed.secondop"
    with Journal.create(path, KINDS) as made:
        case = _fill(made)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE result SET date = 'May' WHERE test = 'Iron'")
    with Journal.open(path, KINDS) as journal:
        _same(journal, case)


def test_of_many_results_few_are_read_whole(journal: Journal) -> None:
    with journal.change("Fill") as change:
        person = change.add("person", name="Edith Maplethorpe")
        for at in range(40):
            value = Quantity(f"{at}.5")
            change.add("result", person=person, test="Iron", value=value)
            change.add("symptom", person=person, what="Tired", date=PartialDate(2020, 1, 2))
    with reads() as read:
        offer = Offered(journal, person, None)
        assert next(one.key for one in chapters(KINDS) if offer.tells(one)) == "timeline"
    assert read.rows < 100
    with reads() as read:
        offer.titles("result", offer.of("result"))
    assert read.rows < 60


@pytest.mark.parametrize("name", [*KINDS])
def test_the_columns_that_judge_an_entry_are_named(name: str) -> None:
    kind = KINDS[name]
    columns = {one: kind.types[one].empty for one in columns_of(kind)}
    stands_among_others(kind, SimpleNamespace(**columns))


def test_entries_that_differ_in_nothing_but_their_words_are_judged_once(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with journal.change("Fill") as change:
        person = change.add("person", name="Edith Maplethorpe")
        change.add("record", person=person)
        records = [change.add("record", person=person, title=f"Letter {at}") for at in range(40)]
    judged: list[str] = []

    def noted(kind: Kind, row: object) -> bool:
        judged.append(kind.name)
        return stands_among_others(kind, row)

    monkeypatch.setattr(offered, "stands_among_others", noted)
    assert Offered(journal, person, None).of("record") == records
    assert judged.count("record") == 2
