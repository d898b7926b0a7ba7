"""What turns text about unseen does not leave the journal."""

import pytest

from secondop_desktop.exchange.outgoing.direction_controls import without_controls
from secondop_desktop.journal.files.file_names import plain_name


@pytest.mark.parametrize("sign", "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2069")
def test_a_control_of_direction_is_left_out(sign: str) -> None:
    assert without_controls(f"Dose {sign}05 mg") == "Dose 05 mg"
    assert plain_name(f"Letter{sign}fdp.exe", "x") == "Letter fdp.exe"


def test_scripts_and_joiners_stay() -> None:
    text = "שלום 5 mg · می\u200cخواهم · 👩\u200d⚕️"
    assert without_controls(text) == text
