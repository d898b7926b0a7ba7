"""Whom the lines above a table name, however laboratories print it."""

import pytest

from secondop_desktop.exchange.tables.above import told_above


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Patient: Owen Reed", "Owen Reed"),
        ("# Patient: Owen Reed", "Owen Reed"),
        ("Patient Name: REED, Owen", "REED, Owen"),
        ("Patient: Reed: Owen", "Reed, Owen"),
        ("Patient: Reed, Owen James, DOB 3/5/1950", "Reed, Owen James"),
        ("Patient: Owen Reed, Male", "Owen Reed"),
        ("Patient: Owen Reed, Leeds", "Owen Reed"),
        ("Patient name  Owen Reed  NHS No 943 476 5919", "Owen Reed"),
        ("Patient's name Owen Reed", "Owen Reed"),
        ("Name of patient: Owen Reed", "Owen Reed"),
        ("Patient\tOwen Reed\t03/05/1950", "Owen Reed"),
        ("Results for: Full blood count", ""),
        ("Patient information leaflet", ""),
        ("Laboratory name: Riverside", ""),
    ],
)
def test_a_name_above_is_read(line: str, name: str) -> None:
    assert told_above([line]).get("name", "") == name


def test_a_name_in_two_lines_is_one() -> None:
    assert told_above(["Surname: Reed", "Forenames: Owen James"])["name"] == "Reed, Owen James"


def test_a_date_of_birth_alone_is_read() -> None:
    told = told_above(["DOB: 03/05/1950"])
    assert {key: str(value) for key, value in told.items()} == {"birth_date": "3 May 1950"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Results of Nora Field", "Nora Field"),
        ("Blood pressure diary for Nora Field:", "Nora Field"),
        ("Results for Liver Function", ""),
        ("Results of last October", ""),
        ("Results for Bone Profile", ""),
    ],
)
def test_a_title_may_say_whose_the_table_is(line: str, name: str) -> None:
    assert told_above([line]).get("name", "") == name
