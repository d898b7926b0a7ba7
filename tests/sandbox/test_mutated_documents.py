"""Documents, e-mails and rubbish, harmed in any place, are kept or one sentence; nothing hangs."""

import os
import time
from pathlib import Path
from random import Random

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.calendars import reading as calendars
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.source_files import mail_file
from tests import patience
from tests.exchange.source_files import documents, outlook
from tests.exchange.source_files.test_recordings import amr, m4a, wav
from tests.sandbox.test_mutated_files import harmed

FILES = {
    "a.docx": documents.word(),
    "b.odt": documents.open_text(),
    "c.pptx": documents.slides(),
    "d.xlsx": documents.sheet(),
    "e.rtf": documents.RTF,
    "f.eml": documents.mail((documents.word(), "l.docx"), (documents.RTF, "l.rtf")),
    "g.msg": outlook.message("A", "B", "C", 0, ("l.rtf", documents.RTF), ("b.bin", bytes(5000))),
}
FILES["h.ics"] = b"""BEGIN:VCALENDAR\r
VERSION:2.0\r
BEGIN:VEVENT\r
UID:a\r
SUMMARY:Clinic\r
DTSTART;TZID=Europe/London:20270505T090000\r
DURATION:PT1H\r
RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270901T000000Z\r
EXDATE;TZID=Europe/London:20270510T090000\r
END:VEVENT\r
END:VCALENDAR\r
"""
FILES |= {"i.wav": wav(1), "j.amr": amr(9), "k.m4a": m4a(750, 1_788_000_000)}


def _read(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    start = time.monotonic()
    try:
        reading = mail_file.read(path)
        if path.suffix == ".ics":
            calendars.read(data, path.name, Asked())
    except UserError as told:
        assert str(told).endswith(".")
    else:
        assert reading.drafts[0].values["file_size"] == len(data)
    assert time.monotonic() - start < patience.SECONDS


@pytest.mark.parametrize("name", FILES)
def test_no_harmed_document_is_lost(tmp_path: Path, name: str) -> None:
    rounds = int(os.environ.get("SECONDOP_MUTATIONS", "4"))
    chance = Random(name)
    for _time in range(rounds):
        _read(tmp_path / name, harmed(FILES[name], chance))


@pytest.mark.long
@pytest.mark.parametrize("name", FILES)
def test_no_harmed_document_is_lost_in_hundreds(tmp_path: Path, name: str) -> None:
    chance = Random(f"long {name}")
    for _time in range(300):
        _read(tmp_path / name, harmed(FILES[name], chance))
