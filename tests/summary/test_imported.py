"""Patients who came from other programs, where published samples lie beside the checkout."""

from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from tests.architecture.house import ROOT
from tests.exchange.pdf.papers import pages_of
from tests.summary.printed import EVERY, made, page_one, person_of, solid
from tests.verapdf import accepted_as_ua1

_DATA = ROOT.parent / "shared" / "data"
_FILES = sorted((*(_DATA / "ips").glob("*.json"), *(_DATA / "synthea").glob("*.json")))
_TITLED = ("diagnosis", "medicine", "allergy", "record", "provider")

pytestmark = pytest.mark.skipif(not _FILES, reason="the published samples are not here")


@pytest.fixture
def patient(tmp_path: Path, request: pytest.FixtureRequest) -> Journal:
    journal = Journal.create(tmp_path / "patient.secondop", KINDS)
    request.addfinalizer(journal.close)
    importing.apply(journal, importing.read([request.param], journal))
    return journal


@pytest.mark.parametrize("patient", _FILES, indirect=True, ids=lambda path: path.name[:40])
def test_page_one_is_one_page_and_every_title_is_printed(patient: Journal) -> None:
    data, _built = made(patient, sections=EVERY)
    found = solid("".join(pages_of(data)))
    assert solid(page_one(patient))[:40] == found[:40]
    for kind in _TITLED:
        for row in patient.entries(kind, person=person_of(patient)):
            assert solid(KINDS[kind].title(row, patient.names())) in found


@pytest.mark.parametrize("patient", _FILES[-1:], indirect=True, ids=lambda path: path.name[:40])
def test_verapdf_accepts_an_imported_patient(patient: Journal, tmp_path: Path) -> None:
    target = tmp_path / "patient.pdf"
    target.write_bytes(made(patient)[0])
    accepted_as_ua1(target)
