"""Two blood pressures that stand in one cell."""

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.tables.reading import read


def _told(text: str) -> list[tuple[str, str]]:
    found = read(text, "t.csv", Asked(), KINDS)
    assert found is not None
    return [(one.values["test"].split()[0], one.values["value"].text) for one in found.drafts]


def test_both_under_the_upper_one_are_told_apart() -> None:
    text = "Date,Systolic,Diastolic,Pulse\n14/05/2024,127/79 mmHg,,66\n15/05/2024,131,80,64\n"
    assert _told(text) == [
        *(("Systolic", "127"), ("Diastolic", "79"), ("Pulse", "66")),
        *(("Systolic", "131"), ("Diastolic", "80"), ("Pulse", "64")),
    ]


def test_what_both_cells_say_is_told_once() -> None:
    text = "Date,SYS,DIA\n14/05/2024,127/79,79\n15/05/2024,131/80,131/80\n"
    said = [("Systolic", "127"), ("Diastolic", "79"), ("Systolic", "131"), ("Diastolic", "80")]
    assert sorted(_told(text)) == sorted(said)


def test_where_the_other_cell_says_something_else_it_stays_as_printed() -> None:
    text = "Date,Systolic,Diastolic\n14/05/2024,127/79,88\n"
    assert _told(text) == [("Systolic", "127/79"), ("Diastolic", "88")]


def test_a_row_for_each_test_too() -> None:
    assert _told("Test,Result,Date\nSystolic,127/79,14/05/2024\n") == [
        ("Systolic", "127"),
        ("Diastolic", "79"),
    ]
