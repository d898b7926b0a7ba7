"""The records of hospitals that an export holds as FHIR, put together as one document."""

import zipfile
from typing import Any, Final

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.apple.export_file import FOLDER
from secondop_desktop.exchange.apple.scanning import Scanned
from secondop_desktop.exchange.containers.limits import BROKEN_ZIP, Budget
from secondop_desktop.exchange.fhir.codes import objects
from secondop_desktop.exchange.fhir.names import human_name
from secondop_desktop.exchange.fhir.references import display, short, target
from secondop_desktop.exchange.fhir.resources import is_fhir
from secondop_desktop.exchange.read_entries import Skipped
from secondop_desktop.exchange.source_files.strict_json import read_json
from secondop_desktop.journal.progress import Tell, counted, nobody
from secondop_desktop.lang import _

_PLACE: Final = f"{FOLDER}clinical-records/"
_LARGEST: Final = 50_000_000


def clinical_records(
    packed: zipfile.ZipFile, found: Scanned, file: str, size: int, tell: Tell = nobody
) -> tuple[dict[str, Any], list[Skipped]]:
    """Return a Bundle of all records with the addresses they came from, and what was left out.

    ``size`` are the bytes of the zip. Raises UserError for more than is safe.
    """
    budget, entries = Budget(file, size), list[dict[str, Any]]()
    left_out: list[Skipped] = []
    members = [one for one in packed.infolist() if one.filename.startswith(_PLACE)]
    records = [one for one in members if one.filename.endswith(".json")]
    for member in counted(records, tell):
        name = member.filename.removeprefix(FOLDER)
        where = _("{file} in {zip}").format(file=name.rpartition("/")[2], zip=file)
        body = _read(packed, member, where, budget, left_out)
        if body is not None:
            address = found.clinical.get(name, "")
            entries.append({"resource": body} | ({"fullUrl": address} if address else {}))
    bodies = [one["resource"] for one in entries]
    if not any(one["resourceType"] == "Patient" for one in bodies):
        for body in bodies:
            _take_for_owner(body)
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}, left_out


def _take_for_owner(body: dict[str, Any]) -> None:
    """Leave of whom a record is about what names them: each hospital has its own number for one."""
    for part in ("subject", "patient"):
        told = body.get(part)
        if isinstance(told, dict) and short(target(told)).startswith("Patient/"):
            told.pop("reference")


def owner_name(bundle: dict[str, Any]) -> str:
    """Return whom the records of hospitals name, as a telephone tells only when its owner was born.

    They are the owner's; without the name the two would be taken for different people.
    """
    bodies = [one["resource"] for one in objects(bundle.get("entry"))]
    names = [human_name(one.get("name")) for one in bodies if one["resourceType"] == "Patient"]
    names += [display(one.get(part)) for one in bodies for part in ("subject", "patient")]
    whole = (one for one in names if " " in one and not any(map(str.isdigit, one)))
    return next(whole, "")


def _read(
    packed: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    where: str,
    budget: Budget,
    left_out: list[Skipped],
) -> Any:
    budget.file()
    try:
        with packed.open(member) as stream:
            data = stream.read(_LARGEST)
    except BROKEN_ZIP:
        left_out.append(Skipped(where, _("It is damaged. Get the file again.")))
        return None
    budget.take(len(data))
    try:
        body = read_json(data, where)
    except UserError as why:
        left_out.append(Skipped(where, str(why)))
        return None
    if not is_fhir(body):
        left_out.append(Skipped(where, _("This is not a FHIR resource.")))
        return None
    return body
