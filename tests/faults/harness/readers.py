"""Everything that reads what comes from outside, each with whole files to harm."""

import gzip
import json
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.outgoing.docx import document
from secondop_desktop.exchange.outgoing.letter import Letter
from secondop_desktop.exchange.printed_results.pasted import pasted
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.sheet_code import read, spell
from secondop_desktop.journal.search.typed_query import wanted
from tests.exchange import bundles
from tests.exchange.pack import made_files
from tests.sandbox.test_mutated_files import FILES, shown

Reader = Callable[[Path, Journal], object]
"""Reads a file beside a journal; raises UserError for what it refuses, and nothing else."""

_CSV = (
    b"Date,Test,Result,Unit,Range\n03/03/2026,Haemoglobin,134,g/L,120 - 150\n"
    b'"04/03/2026","CRP, high sens","<0.5",mg/L,"up to 5"\n2026-03-05,Sodium,141 H,mmol/L,133-146\n'
)
_MEDICINES = b"Medicine;Dose;Since\nRamipril;2,5 mg;01.02.2024\nBisoprolol;1.25 mg;March 2023\n"
_HTML = b"<html><body><h1>Clinic</h1><p>Dear Mrs Lee,</p><table><tr><td>Hb</td></tr></table></body>"
_XML = b'<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>x</title>'
_RTF = rb"{\rtf1\ansi{\fonttbl\f0 Arial;}\f0 Dear Mrs Lee,\par your results are back.\par}"
_CALENDAR = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a@b\r\nDTSTART:20260303T093000Z\r\n"
    b"SUMMARY:Clinic\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def every() -> Iterator[tuple[str, bytes, Reader]]:
    """Yield a name, a whole file and its reader, for each."""
    for name, data in _files():
        yield name, data, _by_the_front_door
    for data, content_type in FILES:
        yield f"preview {content_type}", data, _previewed(content_type)
    yield "recovery sheet", "\n".join(spell(bytes(range(32)))).encode(), _as_text(read)
    yield "pasted", _CSV.replace(b",", b"\t"), _as_text(pasted)
    yield "search", b'"heart murmur" since:2024 -aspirin 12,5 mg NOT (a OR b*)', _as_text(wanted)


def _files() -> Iterator[tuple[str, bytes]]:
    bundle = bundles.written(_bundle()).encode()
    yield "bundle.json", bundle
    yield "packed.json.gz", gzip.compress(bundle, mtime=0)
    lines = [json.dumps(one["resource"], default=str) for one in _bundle()["entry"]]
    yield "lines.ndjson", "\n".join(lines).encode()
    yield "results.csv", _CSV
    yield "wide.csv", _CSV.decode().encode("utf-16")
    yield "medicines.csv", _MEDICINES
    yield "page.html", _HTML
    yield "document.xml", _XML
    yield "letter.rtf", _RTF
    yield "clinic.ics", _CALENDAR
    yield "letter.eml", made_files.letter()
    yield "scan.pdf", made_files.drawn(2)
    yield "photo.tiff", made_files.scan(2)
    yield "sound.wav", made_files.sound()
    told = Letter("Margaret Evans", "Dr Marsh", "22 November 2026", "A question", "Dear Dr Marsh,")
    yield "letter.docx", document([told])
    yield "folder.zip", _zipped({"results.csv": _CSV, "bundle.json": bundle})


def _bundle() -> bundles.Body:
    code, at = bundles.concept, "2024-03-05"
    return bundles.bundle(
        bundles.patient(),
        bundles.observation("o1", "13.4"),
        bundles.resource("Condition", "c1", code=code("Asthma", "195967001"), onsetDateTime=at),
        bundles.resource(
            "MedicationRequest",
            "m1",
            status="active",
            intent="order",
            medicationCodeableConcept=code("Ramipril"),
            dosageInstruction=[{"text": "one a day", "timing": {"repeat": {"frequency": 1}}}],
        ),
        bundles.resource("Procedure", "p1", status="completed", code=code("Graft")),
        bundles.resource("Appointment", "a1", status="booked", start="2026-03-03T09:30:00Z"),
        bundles.resource(
            "DiagnosticReport",
            "d1",
            status="final",
            code=code("Blood"),
            presentedForm=[{"contentType": "text/plain", "data": "SGVsbG8="}],
        ),
    )


def _zipped(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return out.getvalue()


def _by_the_front_door(path: Path, journal: Journal) -> object:
    return importing.read([path], journal, journal.entries("person")[0].id)


def _previewed(content_type: str) -> Reader:
    return lambda path, _journal: shown(path.read_bytes(), content_type)


def _as_text(reader: Callable[[str], object]) -> Reader:
    return lambda path, _journal: reader(path.read_bytes().decode("utf-8", "replace"))
