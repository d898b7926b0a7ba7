"""Any file becomes a record that can be found by its words and taken out again whole."""

import base64
from io import BytesIO

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import observation, patient, resource
from tests.exchange.imports.conftest import Plans, Put


def _picture(kind: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (30, 20)).save(out, kind)
    return out.getvalue()


def _letter() -> bytes:
    out = BytesIO()
    canvas = Canvas(out)
    for text in ("Ferritin was low", "Second page"):
        canvas.drawString(72, 720, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


LETTER = _letter()


def test_a_pdf_gives_pages_and_words(journal: Journal, bring: Plans) -> None:
    bring("clinic_letter.pdf", LETTER)
    [row] = journal.entries("record")
    assert (row.title, row.pages, row.file_type) == ("clinic letter", 2, "application/pdf")
    assert [hit.id for hit in journal.find("ferritin")] == [row.id]
    assert journal.file(row.file) == LETTER
    assert row.file_size == len(LETTER)


@pytest.mark.parametrize(("kind", "found"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_a_picture_is_a_photo_of_one_page(
    journal: Journal, bring: Plans, kind: str, found: str
) -> None:
    bring("scan", _picture(kind))
    [row] = journal.entries("record")
    assert (row.type, row.pages, row.file_type) == ("photo", 1, found)


@pytest.mark.parametrize("sheets", [1, 4])
def test_the_pages_of_a_fax_are_counted(journal: Journal, bring: Plans, sheets: int) -> None:
    pages = [Image.new("1", (30, 20), at % 2) for at in range(sheets)]
    out = BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], compression="group4")
    bring("fax.tif", out.getvalue())
    [row] = journal.entries("record")
    assert (row.pages, row.file_type) == (sheets, "image/tiff")


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("ct.dcm", bytes(128) + b"DICM" + bytes(64), "application/dicom"),
        ("talk.mp3", b"ID3" + bytes(64), "audio/mpeg"),
        ("summary.xml", b"<?xml version='1.0'?><a>Hello</a>", "application/xml"),
        ("thing.bin", bytes(range(256)), "application/octet-stream"),
    ],
)
def test_other_files_are_kept_as_they_are(
    journal: Journal, bring: Plans, name: str, data: bytes, found: str
) -> None:
    bring(name, data)
    [row] = journal.entries("record")
    assert (row.file_name, row.file_type) == (name, found)
    assert journal.file(row.file) == data


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_words_of_a_text_are_found(journal: Journal, bring: Plans, encoding: str) -> None:
    bring("n.txt", "Pain in the léft knee".encode(encoding))
    [row] = journal.entries("record")
    assert row.text == "Pain in the léft knee"


def test_the_same_bytes_under_another_name_are_the_same(bring: Plans, plan: Plans) -> None:
    bring("a.pdf", LETTER)
    assert [item.kind for item in plan("b.pdf", LETTER).same] == ["record"]


def test_the_same_file_twice_in_one_import_is_one_record(journal: Journal, put: Put) -> None:
    paths = [put("a.txt", "Note"), put("b.txt", "Note")]
    assert len(importing.read(paths, journal).new) == 1


def test_a_broken_pdf_inside_a_bundle_stops_nothing(journal: Journal, bring: Plans) -> None:
    data = base64.b64encode(b"%PDF-1.7 nothing").decode()
    letter = resource("DocumentReference", "d", content=[{"attachment": {"data": data}}])
    made = bring("b.json", patient(), letter, observation("o1"))
    assert [row.test for row in journal.entries("result")] == ["Haemoglobin"]
    assert [one.why for one in made.skipped] == [
        "Document is not a whole PDF. Get the file again. It is kept as a record."
    ]
    [record] = journal.entries("record")
    assert data in record.raw


def test_a_file_inside_a_bundle_is_kept_whole(journal: Journal, bring: Plans, plan: Plans) -> None:
    attachment = {"data": base64.b64encode(LETTER).decode(), "title": "letter.pdf"}
    body = resource("DocumentReference", "d", content=[{"attachment": attachment}])
    bring("b.json", patient(), body)
    [record] = journal.entries("record")
    assert journal.file(record.file) == LETTER
    assert (record.title, record.pages) == ("letter.pdf", 2)
    assert plan("b.json", patient(), body).new == ()
