"""Words on pages that are pictures, by a program that stands in for Tesseract."""

import os
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from secondop_desktop.errors import UserError
from secondop_desktop.journal.files.scan_words import ScannedPage, ScanReader, program
from secondop_desktop.sandbox.process import Sandbox
from tests.stand_in_tesseract import put_on_path, take_away

_REAL = shutil.which("tesseract")


def _paper(words: str = "", form: str = "PNG") -> bytes:
    made, out = Image.new("RGB", (900, 400), "white"), BytesIO()
    ImageDraw.Draw(made).text((60, 120), words, "black", ImageFont.load_default(size=48))
    made.save(out, form)
    return out.getvalue()


@pytest.mark.parametrize(
    ("form", "file_type"),
    [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("PDF", "application/pdf")],
)
def test_words_come_in_lines_each_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, file_type: str
) -> None:
    put_on_path(
        tmp_path / "bin", monkeypatch, "Yr Ysbyty Gwynedd", "haemoglobin 104", languages="cym"
    )
    reader = ScanReader(_paper(form=form), file_type)
    assert len(reader) == 1
    page = reader.page(0)
    reader.close()
    assert page.text == "Yr Ysbyty Gwynedd\nhaemoglobin 104"
    left, top, width, height = page.boxes[3]
    assert (round(left, 2), round(top, 2), round(width, 2), round(height, 2)) == (
        0,
        0.2,
        0.08,
        0.05,
    )


def test_each_page_of_a_tiff_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_path(tmp_path / "bin", monkeypatch, "page")
    out = BytesIO()
    first, other = (Image.new("L", (60, 80), shade) for shade in (250, 255))
    first.save(out, "TIFF", save_all=True, append_images=[other])
    reader = ScanReader(out.getvalue(), "image/tiff")
    assert [reader.page(at).text for at in range(len(reader))] == ["page", "page"]
    reader.close()


def test_without_the_program_or_its_languages_it_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_away(monkeypatch)
    assert program() == ""
    put_on_path(tmp_path / "bin", monkeypatch, "x", languages="deu")
    reader = ScanReader(_paper(), "image/png")
    with pytest.raises(UserError, match="free program Tesseract, which this computer does not"):
        reader.page(0)
    reader.close()


@pytest.mark.parametrize(
    "answer", ["raise SystemExit(1)", "print('no table')", "print('5\\t' * 11)"]
)
def test_a_program_that_fails_or_says_nonsense_gives_no_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    stand_in = put_on_path(tmp_path / "bin", monkeypatch, "x")
    whole = stand_in.read_text().replace("assert sys.argv[1:3]", f"{answer}; raise SystemExit; ()")
    stand_in.write_text(whole)
    reader = ScanReader(_paper(), "image/png")
    try:
        assert reader.page(0).text == ""
    except UserError as trouble:
        assert str(trouble).startswith("The words on these pages could not be read.")
    reader.close()


def test_it_writes_no_file_and_has_the_limits_of_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox
) -> None:
    if os.name == "nt":
        pytest.skip("limits of another kind")
    stand_in = put_on_path(tmp_path / "bin", monkeypatch, "x")
    told = (
        "import resource; n = resource.getrlimit; "
        "lines = [f'{n(resource.RLIMIT_FSIZE)[0]} {n(resource.RLIMIT_AS)[0]}']; ()"
    )
    whole = stand_in.read_text().replace("assert sys.argv[1:3]", f"{told}\nassert sys.argv[1:3]")
    stand_in.write_text(whole.replace("('x',)", "lines"))
    reader = ScanReader(_paper(), "image/png", sandbox)
    size, memory = map(int, reader.page(0).text.split())
    reader.close()
    assert size == 0
    assert 0 < memory < 2_000_000_000


def test_a_stretch_has_the_boxes_of_the_words_it_touches() -> None:
    boxes = tuple((at / 10, 0.1, 0.05, 0.05) for at in range(3))
    page = ScannedPage("Dear Mrs Evans", (0, 5, 9), boxes)
    assert page.boxes_of(0, 4) == boxes[:1]
    assert page.boxes_of(3, 4) == boxes[:2]
    assert page.boxes_of(9, 5) == boxes[2:]
    assert page.word_at(0.12, 0.12) == 5
    assert page.word_at(0.5, 0.9) is None


@pytest.mark.skipif(not _REAL, reason="this computer has no Tesseract")
def test_the_real_program_reads_a_plain_line() -> None:
    reader = ScanReader(_paper("Haemoglobin 104 g/l"), "image/png")
    assert reader.page(0).text.split()[:2] == ["Haemoglobin", "104"]
    reader.close()
