"""A PDF from outside is read in a process of its own; a bomb ends only that, with one sentence."""

import re
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.exchange.source_files import file_contents
from secondop_desktop.exchange.source_files.file_contents import look
from secondop_desktop.sandbox import process


def _pdf(words: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(100, 700, words)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _bomb(times: int) -> bytes:
    """Return a PDF of a few kilobytes whose one page shows a line so many times."""
    shown = b"BT /F1 12 Tf " + b"(Lorem ipsum dolor sit amet) Tj " * times + b"ET"
    packed = zlib.compress(shown, 9)
    whole = _pdf("x")
    head = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)
    packing = re.search(rb"/Filter \[ (/ASCII85Decode )?/FlateDecode \]", whole)
    assert packing is not None
    opened = whole.rindex(b"<<", 0, packing.start())
    closed = whole.index(b"endstream", packing.start())
    return whole[:opened] + head + packed + b"\n" + whole[closed:]


def test_pages_and_words_come_back() -> None:
    found = look(Content("a.pdf", data=_pdf("Echo of the heart")), "application/pdf")
    assert found == {"pages": 2, "text": "Echo of the heart"}


def test_what_takes_too_long_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    process.FOR_WORK.end()
    monkeypatch.setattr(file_contents, "_SECONDS", 0.001)
    with pytest.raises(UserError, match=r"b\.pdf takes far more memory or time"):
        look(Content("b.pdf", data=_pdf("x")), "application/pdf")


@pytest.mark.parametrize("end", ["import os; os.abort()", "print('no frame' * 9)", "1/0"])
def test_a_process_that_ends_is_one_sentence(decode_with: Callable[[str], None], end: str) -> None:
    decode_with(end)
    with pytest.raises(UserError, match=r"c\.pdf takes far more memory or time"):
        look(Content("c.pdf", data=_pdf("x")), "application/pdf")


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")
def test_a_bomb_ends_by_itself() -> None:
    data = _bomb(4_000_000)
    assert len(data) < 600_000
    with pytest.raises(UserError, match="takes far more memory"):
        look(Content("bomb.pdf", data=data), "application/pdf")


def test_a_module_beside_the_person_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secondop_desktop").mkdir()
    (tmp_path / "secondop_desktop" / "__init__.py").write_text("raise SystemExit(3)")
    process.FOR_WORK.end()
    monkeypatch.chdir(tmp_path)
    assert look(Content("d.pdf", data=_pdf("Here")), "application/pdf")["text"] == "Here"
