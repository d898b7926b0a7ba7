"""The summary as data lies in the PDF and beside it, and says no more than was chosen."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf

from secondop_desktop.journal.file import Journal
from secondop_desktop.summary import standard_file, story
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.snapshot import Snapshot
from tests.exchange.fhir_document.going_out import MADE
from tests.summary.printed import TODAY, add, person_of
from tests.verapdf import accepted_as


def _document(journal: Journal, choices: Choices) -> str:
    rows = Snapshot(journal, standard_file.chosen(journal, choices))
    return standard_file.to_bytes(rows, MADE).decode()


def test_a_pdf_with_the_document_in_it_still_lasts(sample: Journal, tmp_path: Path) -> None:
    choices = Choices(person_of(sample), document_inside=True, today=TODAY)
    story.write(sample, choices, tmp_path / "a.pdf", made_at=MADE)
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        [(name, spec)] = pdf.attachments.items()
        held: dict[str, Any] = json.loads(spec.get_file().read_bytes())
        assert name == "Summary for other programs.json"
        assert spec.obj.AFRelationship == "/Data"
        assert [one.objgen for one in pdf.Root.AF] == [spec.obj.objgen]
    assert held["entry"][0]["resource"]["resourceType"] == "Composition"
    assert "fhir+json" in spec.get_file().mime_type
    accepted_as("3a", tmp_path / "a.pdf")


def test_it_says_no_more_than_the_chapters_that_were_chosen(ann: Journal) -> None:
    add(ann, "allergy", substance="Latex")
    add(ann, "symptom", what="Dizzy")
    add(ann, "decision", stage="made", text="I wait.")
    choices = Choices(person_of(ann), sections=("decision",), today=TODAY)
    told = _document(ann, choices)
    assert ("Latex" in told, "I wait." in told, "Dizzy" in told) == (True, True, False)
    alone = _document(ann, replace(choices, page_one=False))
    assert "Latex" not in alone
    assert "notasked" in alone  # of diagnoses and medicines, of which there are none
    assert "unavailable" in alone  # of allergies, which were left out
    assert "Dizzy" in _document(ann, replace(choices, sections=None))
