"""Tables hold everything, for people and for being read again."""

import csv
import io

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.outgoing.csv_tables import overview, table
from secondop_desktop.journal import entry_json
from tests.features.rows import DR_SHAH, day, names, row

_DIAGNOSIS = KINDS["diagnosis"]


def _read(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    lines = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{_name(head): cell for head, cell in line.items()} for line in lines]


def _name(head: str) -> str:
    """Return the field that a heading names beside its words."""
    return head.rpartition(" [")[2].rstrip("]")


def test_a_column_for_every_field() -> None:
    (line,) = _read(table(_DIAGNOSIS, [row(_DIAGNOSIS, id="1", name="Angina")], names))
    assert {"id", "person", "case", "private", "created", "changed"} <= set(line)
    assert set(_DIAGNOSIS.by_name) <= set(line)
    assert "about" not in line


def test_an_empty_table_has_its_columns() -> None:
    data = table(_DIAGNOSIS, [], names)
    assert data.decode("utf-8-sig").startswith(
        "Number in this journal [id],Person [person],Person: name [person_name],Question [case],"
    )
    heads = next(csv.reader([data.decode("utf-8-sig").splitlines()[0]]))
    label = _DIAGNOSIS.by_name["given_by"].label
    assert f"{label} [given_by]" in heads
    assert f"{label}: name [given_by_name]" in heads
    assert data.count(b"\r\n") == 1


def test_references_bear_their_names() -> None:
    records = KINDS["record"]
    (line,) = _read(table(records, [row(records, id="1", from_provider=DR_SHAH)], names))
    assert (line["from_provider"], line["from_provider_name"]) == (DR_SHAH, "Dr Shah")


def test_a_line_can_be_read_again() -> None:
    kind = KINDS["appointment"]
    whole = row(
        kind, id="1", purpose="Visit\nand more", when=day("2024-03"), bring=(("Letter", False),),
        records=("a", "b"), opinion_place=2, private=True,
    )  # fmt: skip
    (line,) = _read(table(kind, [whole], names))
    told = {name: text for name, text in line.items() if name in kind.by_name}
    read = entry_json.values(kind, told)
    assert {name: getattr(whole, name) for name in read} == read


def test_about_stands_beside_its_date() -> None:
    dated = row(_DIAGNOSIS, id="1", name="A", date=day("2019 ~"))
    (line,) = _read(table(_DIAGNOSIS, [dated], names))
    assert (line["date"], line["about"]) == ("2019", "yes")


def test_maps_are_json() -> None:
    option = KINDS["option"]
    (line,) = _read(table(option, [row(option, id="1", stances={"a": "possible"})], names))
    assert line["stances"] == '{"a": "possible"}'


def test_the_overview_has_one_line_each() -> None:
    rows = [(_DIAGNOSIS, row(_DIAGNOSIS, id="1", name="=A", date=day("2019 ~")))]
    (line,) = _read(overview(rows, names))
    assert (line["kind"], line["title"], line["date"], line["about"]) == (
        "diagnosis",
        "'=A",
        "2019",
        "yes",
    )


def test_a_draft_says_so() -> None:
    kind = KINDS["medicine"]
    whole = row(kind, id="1", name="Sotalol")
    begun = row(kind, id="2", name="Sotalol", unread={"start": "31 February"})
    assert [line["draft"] for line in _read(table(kind, [whole, begun], names))] == ["", "yes"]
    assert "draft" not in _read(table(kind, [whole], names))[0]
    titles = [line["title"] for line in _read(overview([(kind, whole), (kind, begun)], names))]
    assert titles == ["Sotalol", "Sotalol (draft)"]
