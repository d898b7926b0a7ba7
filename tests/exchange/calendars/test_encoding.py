"""Calendars as older systems and other computers write them: their letters and lines are read."""

import pytest

from secondop_desktop.exchange.calendars.encoding import in_utf8
from secondop_desktop.exchange.calendars.events import events

WORDS = "Nachsorge für Frau Llŵyd, Größe prüfen"


def _calendar(*lines: str, version: str = "2.0") -> str:
    event = ("BEGIN:VEVENT", "UID:q7", "DTSTART:20270505T093000", *lines, "END:VEVENT")
    whole = ("BEGIN:VCALENDAR", f"VERSION:{version}", *event, "END:VCALENDAR", "")
    return "\r\n".join(whole)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_the_letters_and_the_ends_of_lines_of_any_system(encoding: str, end: str) -> None:
    words = WORDS.replace("ŵ", "w") if encoding == "cp1252" else WORDS
    data = _calendar(f"SUMMARY:{words}").replace("\r\n", end).encode(encoding)
    [one], others = events(data)
    assert (one.summary, others) == (words, {})
    assert one.when is not None
    assert one.when.iso == "2027-05-05T09:30"


def test_a_letter_that_is_folded_in_two() -> None:
    folded = _calendar("SUMMARY:Größe").encode().replace("ö".encode(), b"\xc3\r\n \xb6")
    [one], _others = events(folded)
    assert one.summary == "Größe"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=B6=C3=9Fe", "Größe"),
        ("SUMMARY;CHARSET=ISO-8859-1;ENCODING=quoted-printable:Gr=F6=DFe", "Größe"),
        ("SUMMARY;ENCODING=QUOTED-PRINTABLE:Blood =\r\ntest", "Blood test"),
        ("SUMMARY;ENCODING=QUOTED-PRINTABLE:Blood =\r\n test", "Blood test"),
        ("SUMMARY:5=C3 stays as it is", "5=C3 stays as it is"),
    ],
)
def test_a_quoted_text_of_an_older_calendar(line: str, said: str) -> None:
    [one], _others = events(_calendar(line, version="1.0").encode())
    assert one.summary == said


def test_lines_of_a_quoted_text_stay_lines() -> None:
    line = "DESCRIPTION;ENCODING=QUOTED-PRINTABLE:Bring your list=0D=0ACome early"
    [one], _others = events(_calendar(line, version="1.0").encode())
    assert one["description"].splitlines() == ["Bring your list", "Come early"]


def test_what_is_as_it_should_be_stays() -> None:
    plain = _calendar("SUMMARY:Clinic")
    assert in_utf8(plain.encode()).decode() == plain.replace("\r\n", "\n")
