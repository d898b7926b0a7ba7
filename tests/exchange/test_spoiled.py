"""Files of other forms, spoiled at random: each is read or refused in one sentence, and soon."""

import gzip
import time
from pathlib import Path
from random import Random

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from tests.exchange.apple import made as apple
from tests.exchange.bundles import bundle, observation, patient, written
from tests.exchange.ccda import made as ccda
from tests.exchange.containers.test_gathering import packed

_SECONDS = 5.0
_CARE = ccda.document(
    ccda.section("11450-4", "Problems", ccda.problem(ccda.coded("value", "Asthma", "195967001"))),
    ccda.section("48765-2", "Allergies", ccda.allergy(ccda.coded("code", "Egg", "1"))),
    ccda.section(
        "30954-2", "Results", ccda.panel("CBC", ccda.result("Hb", ccda.amount("13.2", "g/dL")))
    ),
)
_FHIR = (
    '<Bundle xmlns="http://hl7.org/fhir"><entry><resource><Observation><status value="final"/>'
    '<code><text value="Hb"/></code><valueQuantity><value value="13.20"/></valueQuantity>'
    "</Observation></resource></entry></Bundle>"
)
_HEALTH = apple.export(apple.pressure("128", "79"), apple.record("BodyMass", "80", "kg"))
SEEDS = {
    "care.xml": _CARE.encode(),
    "fhir.xml": _FHIR.encode(),
    "export.xml": _HEALTH.encode(),
    "export.zip": apple.zipped(_HEALTH, (), apple.ECG),
    "all.zip": packed({"care.xml": _CARE, "r.json": written(bundle(patient(), observation("a")))}),
    "bulk.ndjson": "\n".join(map(written, (patient(), observation("a")))).encode(),
    "care.xml.gz": gzip.compress(_CARE.encode(), mtime=0),
}
_PIECES = (
    b"<",
    b">",
    b"&#0;",
    b"\x00",
    b"\xff\xfe",
    b'"',
    b"<!DOCTYPE x>",
    b"]]>",
    b"9" * 400,
    b"",
)


def spoiled(data: bytes, chance: Random) -> bytes:
    """Return a file with one to eight of its parts cut, doubled, swapped or overwritten."""
    for _time in range(chance.randint(1, 8)):
        at, size = chance.randrange(len(data) + 1), chance.choice((1, 2, 9, 60, 400))
        piece = data[at : at + size]
        put = chance.choice((*_PIECES, piece * 2, piece[::-1], bytes(size)))
        data = data[:at] + put + data[at + size :]
    return data


def _read_spoiled(folder: Path, name: str, times: int) -> None:
    chance = Random(name)
    with Journal.create(folder / "j.secondop", KINDS) as journal:
        with journal.change("Add person") as change:
            change.add("person", name="Nora Dell")
        for _time in range(times):
            path = folder / name
            path.write_bytes(spoiled(SEEDS[name], chance))
            began = time.process_time()
            try:
                importing.read([path], journal, journal.entries("person")[0].id)
            except UserError as refused:
                assert "\n" not in str(refused)
            assert time.process_time() - began < _SECONDS


@pytest.mark.parametrize("name", SEEDS)
def test_a_few_spoiled_files_do_no_harm(tmp_path: Path, name: str) -> None:
    _read_spoiled(tmp_path, name, 12)


@pytest.mark.long
@pytest.mark.parametrize("name", SEEDS)
def test_many_spoiled_files_do_no_harm(tmp_path: Path, name: str) -> None:
    _read_spoiled(tmp_path, name, 3_000)
