"""Electrocardiograms of an export: each a record with its file, and what the watch said of it."""

import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from secondop_desktop.exchange.apple.export_file import FOLDER
from secondop_desktop.exchange.containers.limits import BROKEN_ZIP
from secondop_desktop.exchange.read_entries import Content, ReadEntry, Skipped
from secondop_desktop.exchange.source_files import any_file
from secondop_desktop.journal.files.decoding import text_of
from secondop_desktop.journal.progress import Tell, counted, nobody
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _

_PLACE: Final = f"{FOLDER}electrocardiograms/"
_MOST: Final = 2_000
_LARGEST: Final = 5_000_000
_AROUND: Final = ' ,"'
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIGURES = re.compile(r"[-\d.,; ]+")


def heart_curves(
    packed: zipfile.ZipFile, file: str, tell: Tell = nobody
) -> tuple[list[ReadEntry], list[Skipped]]:
    """Return a record for each electrocardiogram in the zip; what cannot be read is named."""
    records: list[ReadEntry] = []
    left_out: list[Skipped] = []
    names = [one for one in packed.namelist() if one.startswith(_PLACE) and one.endswith(".csv")]
    for path in counted(names[:_MOST], tell):
        name = path.rpartition("/")[2]
        where = _("{file} in {zip}").format(file=name, zip=file)
        if data := _bytes(packed, path):
            records.append(_record(name, data, where))
        else:
            left_out.append(Skipped(where, _("It is damaged. Get the file again.")))
    return records, left_out


def _bytes(packed: zipfile.ZipFile, path: str) -> bytes:
    """Return a file of the zip, nothing where it is damaged or far too large for what it is."""
    with suppress(*BROKEN_ZIP):
        if packed.getinfo(path).file_size <= _LARGEST:
            with packed.open(path) as stream:
                return stream.read(_LARGEST)
    return b""


def _record(name: str, data: bytes, where: str) -> ReadEntry:
    told = list(_head(text_of(data)))
    dated = next((one for one in told if _DAY.search(one) and "birth" not in one.casefold()), "")
    values: dict[str, Any] = {
        "title": _("Electrocardiogram (ECG)"),
        "type": "result",
        "text": "\n".join(told),
    }
    if found := _DAY.search(dated) or _DAY.search(name):
        with suppress(ValueError):
            values["date"] = PartialDate.parse(found[0])
    return any_file.draft(Content(name, data=data), "text/csv", where, **values)


def _head(text: str) -> Iterator[str]:
    """Yield what stands above the figures, a line each: ``Classification: Sinus Rhythm``."""
    for line in text.splitlines()[:40]:
        name, comma, value = line.partition(",")
        if name.strip() and _FIGURES.fullmatch(name.strip()):
            return
        if comma and value.strip(_AROUND):
            yield f"{name.strip(_AROUND)}: {value.strip(_AROUND)}"
