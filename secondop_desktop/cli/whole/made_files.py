"""Files of the formats that cannot be carried along as small ones: they are made when asked for."""

import gzip
import io
import wave
import zipfile
from collections.abc import Callable, Mapping

from secondop_desktop.paths import resource


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


def _word() -> bytes:
    import docx

    letter, out = docx.Document(), io.BytesIO()
    letter.add_paragraph("Example letter of Word")
    letter.save(out)
    return out.getvalue()


def _renamed(name: str, old: str, new: str) -> bytes:
    """Return a sample that says something else, so that it is not taken for one known already."""
    return resource("self_test", name).read_bytes().replace(old.encode(), new.encode())


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a/bundle.xml", _renamed("bundle.xml", "in XML", "in a zip"))
    return out.getvalue()


def _packed() -> bytes:
    return gzip.compress(_renamed("readings.csv", "in a table", "in a packed table"))


MADE: Mapping[str, Callable[[], bytes]] = {
    "all.zip": _zip,
    "letter.docx": _word,
    "memo.wav": _recording,
    "packed.csv.gz": _packed,
    "results.xlsx": _workbook,
    "scan.dcm": _scan,
}
"""The bytes of a file of each of these formats, by its name."""
