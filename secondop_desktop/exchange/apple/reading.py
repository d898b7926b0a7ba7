"""An export of Apple Health as results, records and FHIR; what is chosen is asked by kind."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.parsers import expat

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.apple.choices import Choices
from secondop_desktop.exchange.apple.clinical import clinical_records, owner_name
from secondop_desktop.exchange.apple.export_file import opened
from secondop_desktop.exchange.apple.heart_curves import heart_curves
from secondop_desktop.exchange.apple.measures import MEASURES, other_words
from secondop_desktop.exchange.apple.results import results
from secondop_desktop.exchange.apple.scanning import Scanned, scanned
from secondop_desktop.exchange.containers.limits import BROKEN_ZIP
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import ReadEntry, Reading, Skipped
from secondop_desktop.exchange.source_files.any_file import not_kept
from secondop_desktop.journal.files.attachments import LARGEST
from secondop_desktop.journal.progress import Tell, nobody
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _

_MOST_NAMED = 12
_SEX = {"HKBiologicalSexFemale": "female", "HKBiologicalSexMale": "male"}


@dataclass
class Export:
    """What an export tells: results and records, and a FHIR document where it holds one."""

    reading: Reading
    fhir: dict[str, Any] = field(default_factory=dict)


def read(path: Path, name: str, asked: Asked, tell: Tell = nobody) -> Export:
    """Read an export, the zip or its XML; ``name`` is how the file is called.

    ``tell`` hears how many bytes of how many are read; it raises to stop.

    Raises UserError for one that is not whole.
    """
    choices = Choices(asked)
    left_out: list[Skipped] = []
    records: list[ReadEntry] = []
    clinical: dict[str, Any] = {}
    try:
        with opened(path, tell) as (packed, source):
            found = scanned(source, choices.wanted, choices.since)
            if packed is not None:
                size = path.stat().st_size
                clinical, left_out = clinical_records(packed, found, name, size, tell)
                records, damaged = heart_curves(packed, name, tell)
                left_out += damaged
    except expat.ExpatError as problem:
        said = _("{file}: line {line}: this is not whole XML. Get the file again.")
        raise UserError(said.format(file=name, line=problem.lineno)) from None
    except BROKEN_ZIP:
        said = _("{file} is not a complete export of Apple Health. Export it again.")
        raise UserError(said.format(file=name)) from None
    drafts = [*results(found, choices.ask(found), name), *records]
    left_out += _others(found, name)
    people = list(_person(found, name, owner_name(clinical)))
    reading = Reading(drafts, left_out, people, list(_notices(path, name)))
    return Export(reading, clinical if clinical.get("entry") else {})


def _others(found: Scanned, name: str) -> Iterator[Skipped]:
    """Name the kinds that do not come in, the most frequent first."""
    others = {kind: count for kind, count in found.counts.items() if kind not in MEASURES}
    if not others:
        return
    told = sorted(others.items(), key=lambda one: -one[1])
    shown = [_counted(kind, count) for kind, count in told[:_MOST_NAMED]]
    if len(told) > _MOST_NAMED:
        shown.append(_("and {count} other kinds").format(count=len(told) - _MOST_NAMED))
    why = _("These are left out, and stay in the export: {kinds}.")
    yield Skipped(name, why.format(kinds=", ".join(shown)))


def _counted(kind: str, count: int) -> str:
    name = _(other_words(kind))
    return f"{name} ({count:,})"


def _person(found: Scanned, name: str, owner: str) -> Iterator[ReadEntry]:
    """Yield whom the telephone belongs to, as far as it and the hospitals say."""
    prefix = "HKCharacteristicTypeIdentifier"
    values: dict[str, Any] = {}
    try:
        born = PartialDate.parse(found.me.get(f"{prefix}DateOfBirth", ""))
    except ValueError:
        return
    values |= {"birth_date": born} | ({"name": owner} if owner else {})
    if sex := _SEX.get(found.me.get(f"{prefix}BiologicalSex", "")):
        values["sex"] = sex
    yield ReadEntry("person", f"apple:me:{born.iso}", values, name, file=name)


def _notices(path: Path, name: str) -> Iterator[str]:
    if path.stat().st_size > LARGEST:
        yield not_kept(name)
