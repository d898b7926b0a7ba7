"""Objects of an imaging disc (DICOM PS3.10) in the process that decodes: heads, lists, pictures."""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from secondop_desktop.sandbox.answers import DAMAGED, TOO_LARGE, Answer, TroubleError
from secondop_desktop.sandbox.dicom_picture import picture

_MOST_RECORDS: Final = 200_000
_NAMES: Final = {
    "patient": "PatientName",
    "number": "PatientID",
    "issuer": "IssuerOfPatientID",
    "born": "PatientBirthDate",
    "study": "StudyInstanceUID",
    "date": "StudyDate",
    "about": "StudyDescription",
    "accession": "AccessionNumber",
    "series": "SeriesInstanceUID",
    "order": "SeriesNumber",
    "named": "SeriesDescription",
    "sort": "Modality",
    "part": "BodyPartExamined",
    "hospital": "InstitutionName",
    "instance": "InstanceNumber",
    "rows": "Rows",
    "frames": "NumberOfFrames",
}
"""What is told of an object, by the keyword of its attribute (PS3.6)."""


class Dicom:
    """Answers about objects that are handed to it one by one."""

    def __init__(self, _data: bytes) -> None:
        self._data = b""

    def close(self) -> None:
        """Hold nothing."""

    def do_head(self, body: bytes) -> Answer:
        """Return what an object, or its beginning, says of itself."""
        return Answer({"told": _told(_read(body, pixels=False))})

    def do_directory(self, body: bytes) -> Answer:
        """Return a line for each picture that a DICOMDIR lists, with where its file lies."""
        whole = _read(body, pixels=False)
        records = list(whole.get("DirectoryRecordSequence") or [])
        if not records or len(records) > _MOST_RECORDS:
            raise TroubleError(TOO_LARGE if records else DAMAGED)
        return Answer({"listed": list(_listed(whole, records))})

    def do_picture(self, body: bytes, most: int, shown: int) -> Answer:
        """Decode the middle picture of an object as it says it is to be seen."""
        found = picture(_read(body, pixels=True), most)
        share = (shown / (found.width * found.height)) ** 0.5
        if share < 1:
            found = found.resize(
                (max(int(found.width * share), 1), max(int(found.height * share), 1))
            )
        plain = found.convert("RGB")
        facts = {"size": list(plain.size), "stride": plain.width * 3, "form": "RGB"}
        return Answer(facts, plain.tobytes())


def _read(data: bytes, *, pixels: bool) -> Any:
    import pydicom

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return pydicom.dcmread(BytesIO(data), stop_before_pixels=not pixels)
        except Exception as problem:  # whatever its reader makes of it, it cannot be read
            raise TroubleError(DAMAGED) from problem


def _told(whole: Any) -> dict[str, str]:
    found = {}
    for name, keyword in _NAMES.items():
        try:
            value = whole.get(keyword)
        except Exception:  # noqa: BLE001 - one attribute that is none spoils no other
            continue
        if value not in (None, ""):
            found[name] = " ".join(_one(value).replace("\x00", " ").split())
    return found


def _one(value: Any) -> str:
    several = hasattr(value, "__iter__") and not isinstance(value, str)
    return str(next(iter(value), "") if several and not hasattr(value, "family_name") else value)


def _listed(whole: Any, records: list[Any]) -> Iterator[dict[str, Any]]:
    """Go through the records in the order of the tree, or of the file where that has none."""
    above: dict[str, str] = {}
    for record in _in_order(whole, records):
        sort = str(record.get("DirectoryRecordType", "")).upper()
        if sort in {"PATIENT", "STUDY", "SERIES"}:
            above = {**_kept(above, sort), **_told(record)}
        elif path := record.get("ReferencedFileID"):
            names = [path] if isinstance(path, str) else [str(part) for part in path]
            yield {**above, **_told(record), "kind": sort, "path": names}


_BELOW: Final = {
    "PATIENT": frozenset[str](),
    "STUDY": frozenset({"patient", "number", "issuer", "born"}),
    "SERIES": frozenset(
        {"patient", "number", "issuer", "born", "study", "date", "about", "accession"}
    ),
}
"""What still holds when such a record begins."""


def _kept(above: dict[str, str], sort: str) -> dict[str, str]:
    return {name: value for name, value in above.items() if name in _BELOW[sort]}


def _in_order(whole: Any, records: list[Any]) -> list[Any]:
    by_place = {getattr(record, "seq_item_tell", None): record for record in records}
    first = whole.get("OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity")
    found: list[Any] = []
    waiting, seen = [first], set()
    while waiting:
        place = waiting.pop()
        record = by_place.get(place)
        if not place or place in seen or record is None:
            continue
        seen.add(place)
        found.append(record)
        waiting.append(record.get("OffsetOfTheNextDirectoryRecord"))
        waiting.append(record.get("OffsetOfReferencedLowerLevelDirectoryEntity"))
    return found if len(found) == len(records) else records
