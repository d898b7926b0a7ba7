"""How a doctor or place shows itself."""

from secondop_desktop.features.providers.kind import KIND
from tests.features.rows import names, row


def test_title_is_the_name_else_the_place() -> None:
    assert KIND.title(row(KIND, name="Dr Shah", organisation="City Hospital"), names) == "Dr Shah"
    assert KIND.title(row(KIND, organisation="City Hospital"), names) == "City Hospital"
    assert KIND.title(row(KIND), names) == "Doctor or place without a name"


def test_line_says_what_they_do_and_where() -> None:
    shah = row(
        KIND,
        name="Dr Shah",
        role="Consultant",
        specialty="Cardiology",
        organisation="City Hospital",
        funding="both",
    )
    said = "Consultant · Cardiology · City Hospital · Both NHS and private"
    assert KIND.line(shah, names) == said


def test_line_does_not_repeat_the_title() -> None:
    assert KIND.line(row(KIND, organisation="City Hospital"), names) == ""
