"""One small file of each form that comes in, about nobody, made without the program's help."""

import gzip
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import xlsxwriter
from reportlab.pdfgen.canvas import Canvas

from tests.exchange.apple import made as apple
from tests.exchange.bundles import bundle, concept, observation, patient, resource, written
from tests.exchange.ccda import made as ccda
from tests.exchange.containers.test_gathering import packed
from tests.exchange.fhir_xml.as_xml import as_xml
from tests.exchange.imaging import discs
from tests.exchange.source_files import documents, outlook
from tests.exchange.source_files.test_recordings import amr, m4a, wav
from tests.exchange.tables.made_books import ods, xls, xlsx
from tests.widgets.preview import samples

__all__ = ["FORMS", "made"]

_ROWS = [
    ["Date", "Test", "Result", "Unit", "Range"],
    [date(2024, 6, 5), "Zinc", 11.5, "umol/L", "10-18"],
    [date(2024, 7, 9), "Sodium", 139, "mmol/L", "133-146"],
]
_CSV = "Date,Test,Result,Unit,Range\n05/06/2024,Zinc,11.5,umol/L,10-18\n19/07/2024,Na,139,mmol/L,\n"
_HL7 = (
    "MSH|^~\\&|LAB|X|GP|Y|20240605||ORU^R01|1|P|2.4\rPID|1||7||LLWYD^CERIDWEN\r"
    "OBX|1|NM|718-7^Hb||132|g/L|115-165|N|||F\r"
)
_WEB = "<html><body><h1>Clinic</h1><table><tr><td>Hb</td><td>132</td></tr></table></body></html>"
_ICS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Clinic\r\n"
    "DTSTART;TZID=Europe/London:20270505T090000\r\nDURATION:PT1H\r\n"
    "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270901T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def _care() -> str:
    return ccda.document(
        ccda.section(
            "11450-4", "Problems", ccda.problem(ccda.coded("value", "Asthma", "195967001"))
        ),
        ccda.section("48765-2", "Allergies", ccda.allergy(ccda.coded("code", "Egg", "1"))),
        ccda.section(
            "30954-2", "Results", ccda.panel("CBC", ccda.result("Hb", ccda.amount("13.2", "g/dL")))
        ),
    )


def _bundle() -> dict[str, object]:
    told: dict[str, object] = bundle(
        patient(),
        observation("hb"),
        resource("Condition", "c", code=concept("Angina", "194828000")),
        resource("AllergyIntolerance", "a", code=concept("Egg", "102263004")),
    )
    return told


def _lines() -> bytes:
    return "\n".join(map(written, (patient(), observation("hb"), observation("na")))).encode()


def _health() -> str:
    return apple.export(apple.pressure("128", "79"), apple.record("BodyMass", "80", "kg"))


def _disc() -> bytes:
    """Return a zip of a disc with two pictures."""
    with tempfile.TemporaryDirectory() as place:
        folder = discs.disc(Path(place, "CD"), discs.scan(at=1), discs.scan(at=2))
        files = [one for one in sorted(folder.rglob("*")) if one.is_file()]
        return packed({str(one.relative_to(folder)): one.read_bytes() for one in files})


def _letter() -> bytes:
    """Return a letter as PDF, with words to read."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "letter.pdf")
        canvas = Canvas(str(path))
        for number, line in enumerate(("Dear Ms Llwyd", "Haemoglobin 132 g/L (115 - 165)")):
            canvas.drawString(72, 700 - 20 * number, line)
        canvas.save()
        return path.read_bytes()


def _macro_book() -> bytes:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "book.xlsx")
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("Two tables")
            sheet.write_row(0, 0, ["Medicine", "Dose", "How often"])
            sheet.write_row(1, 0, ["Apixaban", "5 mg", "twice a day"])
            sheet.write_row(4, 0, ["Date", "Systolic", "Diastolic"])
            sheet.write_row(5, 0, ["2024-06-05", 128, 79])
        return path.read_bytes()


FORMS: Mapping[str, Callable[[], bytes]] = {
    "record.json": lambda: written(_bundle()).encode(),
    "record.xml": lambda: as_xml(_bundle()).encode(),
    "bulk.ndjson": _lines,
    "bulk.ndjson.gz": lambda: gzip.compress(_lines(), mtime=0),
    "care.xml": lambda: _care().encode(),
    "care.xml.gz": lambda: gzip.compress(_care().encode(), mtime=0),
    "export.xml": lambda: _health().encode(),
    "export.zip": lambda: apple.zipped(_health(), (), apple.ECG),
    "all.zip": lambda: packed({"care.xml": _care(), "bulk/o.ndjson": _lines(), "a.csv": _CSV}),
    "results.csv": _CSV.encode,
    "pasted.tsv": _CSV.replace(",", "\t").encode,
    "results.csv.gz": lambda: gzip.compress(_CSV.encode(), mtime=0),
    "book.xlsx": lambda: xlsx({"Bloods": _ROWS}),
    "two.xlsx": _macro_book,
    "book.xls": lambda: xls({"Bloods": _ROWS}),
    "book.ods": lambda: ods({"Bloods": _ROWS}),
    "letter.docx": documents.word,
    "letter.odt": documents.open_text,
    "letter.rtf": lambda: documents.RTF,
    "slides.pptx": documents.slides,
    "mail.msg": lambda: outlook.message("A", "B", "C", 0, ("l.rtf", documents.RTF)),
    "mail.eml": lambda: documents.mail((documents.word(), "l.docx"), (_ICS.encode(), "v.ics")),
    "page.html": _WEB.encode,
    "visit.ics": _ICS.encode,
    "disc.zip": _disc,
    "scan.dcm": discs.scan,
    "letter.pdf": _letter,
    "locked.pdf": samples.locked,
    "scan.png": lambda: samples.picture("PNG"),
    "scan.jpg": lambda: samples.picture("JPEG", turned=6),
    "scan.gif": samples.moving_gif,
    "scan.webp": lambda: samples.picture("WEBP"),
    "scan.avif": lambda: samples.picture("AVIF"),
    "scan.jp2": lambda: samples.picture("JPEG2000"),
    "fax.tiff": lambda: samples.fax(2, "group4"),
    "photo.heic": lambda: samples.HEIC,
    "memo.wav": lambda: wav(1),
    "memo.amr": lambda: amr(9),
    "memo.m4a": lambda: m4a(750, 1_788_000_000),
    "message.hl7": _HL7.encode,
    "letter.txt": "Dear Ms Llŵyd, your scan was clear.".encode,
}
"""The bytes of a file of each form, by a name that people would give it."""


def made(folder: Path, name: str) -> Path:
    """Write the file of this name into a folder."""
    path = folder / name
    path.write_bytes(FORMS[name]())
    return path
