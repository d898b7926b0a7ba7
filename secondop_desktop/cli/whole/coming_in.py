"""Every format comes in: small files, carried along or made here, are read into a journal."""

import io
import json
import wave
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal import entry_json
from secondop_desktop.journal.file import Journal
from secondop_desktop.paths import resource

SAMPLES: Mapping[str, tuple[str, str]] = {
    "bundle.json": ("diagnosis", "Example condition in JSON"),
    "bundle.xml": ("allergy", "Example allergy in XML"),
    "document.xml": ("diagnosis", "Example problem in a document"),
    "export.xml": ("result", "70.5"),
    "letter.rtf": ("record", "Example letter as rich text"),
    "message.eml": ("record", "Example letter by e-mail"),
    "photo.heic": ("record", "photo.heic"),
    "readings.csv": ("result", "Example test in a table"),
    "visit.ics": ("appointment", "Example visit in another time zone"),
}
"""Files of ``resources/self_test``: the kind each becomes, and what stands in the entry then."""


def every_format(path: Path) -> bool:
    """Read each file into a new journal beside this one and see that its words are there."""
    folder = path.parent / "coming in"
    folder.mkdir()
    made = {name: resource("self_test", name).read_bytes() for name in SAMPLES}
    made |= {name: make() for name, make in _MADE.items()}
    for name, data in made.items():
        (folder / name).write_bytes(data)
    with Journal.create(folder / "a.secondop", KINDS) as journal:
        with journal.change("Add") as change:
            person = change.add("person", name="Ann Example")
        wanted = {**SAMPLES, **_OF_MADE}
        return all(_arrives(journal, folder / name, person, *wanted[name]) for name in made)


def _arrives(journal: Journal, file: Path, person: str, kind: str, words: str) -> bool:
    before = {row.id for row in journal.entries(kind)}
    importing.apply(journal, importing.read([file], journal, person))
    new = [row for row in journal.entries(kind) if row.id not in before]
    return any(words in _said(kind, row) for row in new)


def _said(kind: str, row: Any) -> str:
    return json.dumps(entry_json.to_json(KINDS[kind], row), ensure_ascii=False, default=str)


def _workbook() -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Results")
    sheet.write_row(0, 0, ["Date", "Test", "Result", "Unit"])
    sheet.write_row(1, 0, ["2026-03-05", "Example test in a spreadsheet", 5.5, "mmol/L"])
    book.close()
    return out.getvalue()


def _scan() -> bytes:
    from pydicom.dataset import FileDataset, FileMetaDataset
    from pydicom.uid import UID, CTImageStorage, ExplicitVRLittleEndian

    made = FileDataset(io.BytesIO(), {}, file_meta=FileMetaDataset(), preamble=bytes(128))
    made.file_meta.MediaStorageSOPClassUID = made.SOPClassUID = CTImageStorage
    made.file_meta.MediaStorageSOPInstanceUID = made.SOPInstanceUID = UID("1.2.3.1")
    made.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    made.StudyInstanceUID, made.SeriesInstanceUID = UID("1.2.3.2"), UID("1.2.3.3")
    made.StudyDate, made.StudyDescription, made.Modality = "20260305", "Example scan", "CT"
    made.Rows = made.Columns = 8
    made.SamplesPerPixel, made.PhotometricInterpretation = 1, "MONOCHROME2"
    made.BitsAllocated = made.BitsStored = 8
    made.HighBit, made.PixelRepresentation = 7, 0
    made.PixelData = bytes(range(64))
    out = io.BytesIO()
    made.save_as(out, enforce_file_format=True)
    return out.getvalue()


def _recording() -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(bytes(8000))
    return out.getvalue()


_MADE: Mapping[str, Callable[[], bytes]] = {
    "results.xlsx": _workbook,
    "scan.dcm": _scan,
    "memo.wav": _recording,
}
_OF_MADE = {
    "results.xlsx": ("result", "Example test in a spreadsheet"),
    "scan.dcm": ("record", "Example scan"),
    "memo.wav": ("record", "memo.wav"),
}
