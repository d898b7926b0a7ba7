"""The words of documents of other programs are found; what is no document is kept all the same."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from secondop_desktop.exchange.read_entries import Reading
from secondop_desktop.exchange.source_files import any_file
from secondop_desktop.sandbox.document_types import DOCX, MSG, ODT, PPTX, XLSX
from tests.exchange.source_files import documents, outlook

TABLE = "Sodium · 139"


def _read(tmp_path: Path, name: str, data: bytes) -> Reading:
    path = tmp_path / name
    path.write_bytes(data)
    return any_file.read(path)


@pytest.mark.parametrize(
    ("name", "make", "media_type", "lines"),
    [
        ("a", documents.word, DOCX, ["Bryngwyn Infirmary", "Platelets 212 10⁹/L", TABLE]),
        ("b.docx", documents.open_text, ODT, ["Dear  Ms Llŵyd", "Platelets 212 10⁹/L", TABLE]),
        ("c.pptx", documents.slides, PPTX, ["Slide 2\n\nSlide 11"]),
        ("d.xlsx", documents.sheet, XLSX, ["Blood tests\nSodium · 139 · 7.25"]),
        ("e.rtf", lambda: documents.RTF, "application/rtf", ["Siân Llŵyd", "10⁹/L", TABLE]),
    ],
)
def test_the_words_are_read_whatever_the_name(
    tmp_path: Path, name: str, make: Callable[[], bytes], media_type: str, lines: list[str]
) -> None:
    reading = _read(tmp_path, name, make())
    values = reading.drafts[0].values
    assert values["file_type"] == media_type
    assert [one for one in lines if one not in values["text"]] == []
    assert not reading.notices


def test_a_message_of_outlook_is_read_with_its_heading(tmp_path: Path) -> None:
    data = outlook.message("Clinic moved", "See you then.", "Ward Four", 1784020000)
    values = _read(tmp_path, "m.msg", data).drafts[0].values
    assert values["file_type"] == MSG
    head = "Clinic moved\nFrom: Ward Four\nDate: 14 July 2026, 10:06am"
    assert values["text"] == f"{head}\n\nSee you then."


def test_words_in_an_old_windows_encoding_are_read(tmp_path: Path) -> None:
    values = _read(tmp_path, "note.txt", "Take 5 µg – not “mg”".encode("cp1252")).drafts[0].values
    assert values["text"] == "Take 5 µg – not “mg”"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", documents.word()[:-900] + documents.word()[-400:]),
        ("b.odt", documents.open_text("</broken>")),
        ("c.odt", documents.open_text("&bomb;")),
        ("d.msg", outlook.message("A", "B", "C", 0)[:3000]),
    ],
)
def test_what_cannot_be_read_is_kept_and_said(tmp_path: Path, name: str, data: bytes) -> None:
    reading = _read(tmp_path, name, data)
    assert reading.drafts[0].values["file_size"] == len(data)
    if reading.drafts[0].values["file_type"] in {DOCX, ODT, MSG}:
        assert [said for said in reading.notices if name in said and "kept as it is" in said]


def test_a_part_that_is_far_too_large_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", "")
        out.writestr("word/document.xml", b"<w>" + bytes(60_000_000))
    reading = any_file.read(path)
    assert reading.drafts[0].values["file_type"] == DOCX
    assert ["far more than a document" in said for said in reading.notices] == [True]


def test_a_sheet_that_claims_billions_of_cells_is_kept(tmp_path: Path) -> None:
    path, made = tmp_path / "cells.xlsx", documents.sheet()
    (tmp_path / "whole.xlsx").write_bytes(made)
    with zipfile.ZipFile(tmp_path / "whole.xlsx") as whole, zipfile.ZipFile(path, "w") as out:
        for name in whole.namelist():
            data = whole.read(name).replace(b'r="C1"', b'r="XFD1048576"')
            out.writestr(name, data)
    reading = any_file.read(path)
    assert reading.drafts[0].values["file_type"] == XLSX
    assert len(reading.notices) == 1


def test_the_head_the_foot_and_the_notes_of_rich_text_are_read(tmp_path: Path) -> None:
    data = (
        rb"{\rtf1\ansi{\header\pard Re: Ms Ll\'fd, born 1950\par}{\footerr\pard Ward Four\par}"
        rb"\pard See the scan{\footnote\pard  Of 3 May} again.\par \headery720 Ends.\par}"
    )
    text = _read(tmp_path, "l.rtf", data).drafts[0].values["text"]
    assert [line for line in text.splitlines() if line.strip()] == [
        *("Re: Ms Llý, born 1950", "Ward Four", "See the scan  Of 3 May again.", "Ends."),
    ]
