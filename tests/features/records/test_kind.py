"""How a record shows itself."""

from secondop_desktop.features.records.kind import KIND
from tests.features.rows import DR_SHAH, names, row


def test_title_is_its_own_else_the_files_name() -> None:
    assert KIND.title(row(KIND, title="Clinic letter", file_name="a.pdf"), names) == "Clinic letter"
    assert KIND.title(row(KIND, file_name="a.pdf"), names) == "a.pdf"
    assert KIND.title(row(KIND), names) == "Record without a title"


def test_line_says_who_it_is_from_and_what_is_awaited() -> None:
    letter = row(KIND, type="letter", from_provider=DR_SHAH, state="asked")
    assert KIND.line(letter, names) == "Letter · from Dr Shah · I have asked for it"


def test_line_is_silent_about_what_is_here() -> None:
    paper = row(KIND, type="letter", state="received", place="blue folder")
    assert KIND.line(paper, names) == "Letter · blue folder"


def test_a_wrong_number_of_pages_is_refused() -> None:
    assert [bool(rule(row(KIND, pages=0))) for rule in KIND.rules] == [True]
