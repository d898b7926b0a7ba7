"""A C-CDA document as a whole: refused where it could harm, known again, and looked up again."""

import gzip
from pathlib import Path

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.people.somebody_else import SomebodyElseError
from secondop_desktop.journal import sources
from secondop_desktop.journal.file import Journal
from tests.exchange.ccda import made
from tests.exchange.ccda.made import coded, span

ASTHMA = made.problem(coded("value", "Asthma", "195967001"), span("2011"))
WHOLE = made.document(made.section("11450-4", "Problems", ASTHMA))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A document with one problem."""
    path = tmp_path / "care.xml"
    path.write_text(WHOLE, encoding="utf-8")
    return path


def test_it_says_where_each_entry_stands_and_shows_it(empty: Journal, path: Path) -> None:
    plan = importing.read([path], empty)
    [one] = [item for item in plan.new if item.kind == "diagnosis"]
    assert one.where == "care.xml, Problems, entry 1 (Condition)"
    importing.apply(empty, plan)
    source = sources.source_of(empty, empty.entries("diagnosis")[0])
    assert source is not None
    shown = sources.piece(empty, source)
    assert shown.startswith("<observation")
    assert 'displayName="Asthma"' in shown


def test_the_same_again_adds_nothing_packed_or_in_other_words(empty: Journal, path: Path) -> None:
    importing.apply(empty, importing.read([path], empty))
    packed = path.with_name("care.xml.gz")
    packed.write_bytes(gzip.compress(WHOLE.encode("utf-16")))
    again = importing.read([packed], empty)
    assert (again.new, again.changed) == ((), ())


def test_a_later_document_brings_only_what_is_new(empty: Journal, path: Path) -> None:
    importing.apply(empty, importing.read([path], empty))
    gout = made.problem(coded("value", "Gout", "90560007"), span("202401"))
    later = made.document(made.section("11450-4", "Problems", ASTHMA, gout))
    path.write_text(later.replace("20240310", "20240601"), encoding="utf-8")
    plan = importing.read([path], empty)
    assert [item.title for item in plan.new if item.kind == "diagnosis"] == ["Gout"]


def test_another_patient_is_told(empty: Journal, path: Path) -> None:
    importing.apply(empty, importing.read([path], empty))
    other = WHOLE.replace("9434765919", "9000000009").replace("Nora", "Ada")
    path.write_text(other.replace("19480203", "19710101"), encoding="utf-8")
    with pytest.raises(SomebodyElseError, match="Ada Dell"):
        importing.read([path], empty)


@pytest.mark.parametrize(
    "text",
    [
        WHOLE.replace("<ClinicalDocument", "<!DOCTYPE x><ClinicalDocument"),
        WHOLE[:-30],
        WHOLE.replace("<title>", "<x>" * 300, 1),
    ],
)
def test_what_could_harm_or_is_not_whole_is_refused(empty: Journal, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=r"^care\.xml: [^.]*\. ?[^.]*\.?$"):
        importing.read([path], empty)


def test_a_document_without_sections_is_kept_as_a_file(empty: Journal, path: Path) -> None:
    path.write_text(made.document(), encoding="utf-8")
    plan = importing.read([path], empty)
    assert [item.title for item in plan.new if item.kind == "record"] == ["care"]
    assert "without entries" in plan.notices[0]


def test_a_letter_that_lies_beside_the_document_is_told_with_its_place(
    empty: Journal, path: Path
) -> None:
    named = '<text mediaType="application/pdf"><reference value="letters/7.pdf"/></text>'
    body = f"<component><nonXMLBody>{named}</nonXMLBody></component></ClinicalDocument>"
    whole = made.document().replace("</ClinicalDocument>", body)
    path.write_text(whole, encoding="utf-8")
    plan = importing.read([path], empty)
    places = [item.draft.values.get("place") for item in plan.new if item.kind == "record"]
    assert [one for one in places if one] == ["letters/7.pdf"]


def test_the_patient_of_a_document_of_the_nhs(empty: Journal, path: Path) -> None:
    """Its messages call the patient otherwise, and give numbers for codes."""
    named = WHOLE.replace("<patient>", "<patientPatient>").replace(
        "</patient>", "</patientPatient>"
    )
    path.write_text(named.replace('GenderCode code="F"', 'GenderCode code="2"'), encoding="utf-8")
    plan = importing.read([path], empty)
    [who] = [item.draft.values for item in plan.new if item.kind == "person"]
    assert (who["name"], who["birth_date"].iso, who["sex"]) == ("Nora Dell", "1948-02-03", "female")
