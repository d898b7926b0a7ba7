"""Imaging discs made for these tests: scans of nobody, in grey steps."""

from array import array
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.fileset import FileSet
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, generate_uid

ROOT = "1.2.826.0.1.3680043.10.543"
SIDE = 16


def scan(
    *, series: int = 1, at: int = 1, name: str = "LLWYD^CERIDWEN", side: int = SIDE, **more: Any
) -> bytes:
    """Return one picture of a series: a ramp of grey from left to right."""
    made = FileDataset(BytesIO(), {}, file_meta=FileMetaDataset(), preamble=bytes(128))
    made.file_meta.MediaStorageSOPClassUID = made.SOPClassUID = CTImageStorage
    uid = generate_uid(f"{ROOT}.", [str(series), str(at), name])
    made.file_meta.MediaStorageSOPInstanceUID = made.SOPInstanceUID = uid
    made.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    made.PatientName, made.PatientID = name, "RX77120"
    made.PatientBirthDate, made.PatientSex = "19490812", "F"
    made.StudyInstanceUID = generate_uid(f"{ROOT}.", ["study", name])
    made.StudyDate, made.StudyTime, made.StudyID = "20260903", "101500", "77"
    made.StudyDescription, made.AccessionNumber = "CT Thorax", "RX-2026-118"
    made.InstitutionName, made.Modality = "Bryngwyn Infirmary", "CT"
    made.SeriesInstanceUID = generate_uid(f"{ROOT}.", ["series", str(series), name])
    made.SeriesNumber, made.SeriesDescription = series, f"Axial {series}"
    made.InstanceNumber = at
    made.Rows = made.Columns = side
    made.SamplesPerPixel, made.PhotometricInterpretation = 1, "MONOCHROME2"
    made.BitsAllocated, made.BitsStored, made.HighBit, made.PixelRepresentation = 16, 12, 11, 0
    made.RescaleSlope, made.RescaleIntercept = 1, -1024
    made.WindowCenter, made.WindowWidth = 40, 400
    ramp = [int(1024 - 160 + 400 * (column / max(side - 1, 1))) for column in range(side)]
    made.PixelData = array("H", ramp * side).tobytes()
    for keyword, value in more.items():
        setattr(made, keyword, value)
    out = BytesIO()
    made.save_as(out, enforce_file_format=True)
    return out.getvalue()


def disc(folder: Path, *objects: bytes) -> Path:
    """Write a disc with a DICOMDIR, and a program for looking at it, into a folder."""
    kept = FileSet()
    for number, one in enumerate(objects):
        loose = folder.parent / f"loose-{number}.dcm"
        loose.write_bytes(one)
        kept.add(loose)
    kept.write(folder)
    kept._stage["t"].cleanup()
    (folder / "viewer.exe").write_bytes(b"MZ viewer")
    return folder


def three() -> list[bytes]:
    """Return two pictures of one series, and one of another."""
    return [scan(at=1), scan(at=2), scan(series=2)]


TAKEN = date(2026, 9, 3)
