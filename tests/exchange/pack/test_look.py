"""What each kind of file comes to on paper."""

import sys
import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from secondop_desktop.exchange.pack.look import look
from secondop_desktop.exchange.pack.paper import Paper, Shown
from secondop_desktop.journal.files.sniff import content_type
from tests.exchange.pack.made_files import NOT_SHOWN, SHOWN


def looked(data: bytes) -> Shown:
    """Look at a file as a journal keeps it."""
    return look(Paper("1", content_type(data[:4096]), len(data), lambda: BytesIO(data)))


@pytest.mark.parametrize("name", SHOWN)
def test_a_file_that_can_be_shown(name: str) -> None:
    data, pages = SHOWN[name]
    shown = looked(data)
    assert (shown.why, len(shown.guests)) == (None, pages)
    assert bool(shown.words) == (pages == 0)


@pytest.mark.parametrize("name", NOT_SHOWN)
def test_a_file_that_cannot_be_shown_says_why(name: str) -> None:
    data, why = NOT_SHOWN[name]
    shown = looked(data)
    assert (shown.why, shown.guests, shown.words) == (why, (), ())


@pytest.mark.parametrize("end", ["import os; os.abort()", "print('no frame' * 9)"])
def test_a_pdf_that_ends_the_process_that_tries_it_is_not_joined(
    decode_with: Callable[[str], None], end: str
) -> None:
    decode_with(end)
    shown = looked(SHOWN["letter of the hospital.pdf"][0])
    assert (shown.why, shown.guests) == ("too much", ())


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")
def test_a_pdf_whose_page_unpacks_to_gigabytes_is_named_not_joined() -> None:
    data = _bomb(300)
    assert len(data) < 5_000_000
    assert looked(data).why == "too much"
    assert looked(SHOWN["letter of the hospital.pdf"][0]).why is None


def _bomb(times: int) -> bytes:
    """Return a PDF whose one page is so many times ten megabytes of blanks, packed."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(b" " * 10_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = b"\x78\xda" + piece * times + b"\x03\x00"
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.obj.Contents = pikepdf.Stream(pdf, packed, Filter=pikepdf.Name.FlateDecode)
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_there_are_some_forty_of_them() -> None:
    assert len(SHOWN) + len(NOT_SHOWN) >= 40


def test_an_empty_file_has_nothing_in_it() -> None:
    assert looked(b"").why == "empty"


def test_an_e_mail_says_once_who_wrote_it_and_when() -> None:
    said = "\n".join(looked(SHOWN["mail.eml"][0]).words)
    for words in ("From: Practice", "Date: 3 March 2026", "Your blood tests", "results.pdf"):
        assert said.count(words) == 1


def test_words_of_an_old_computer_are_read_as_they_were_meant() -> None:
    assert looked(SHOWN["notes.txt"][0]).words == ("Café £5 – “quoted”", "second part")


def test_a_text_without_a_file_is_printed() -> None:
    assert look(Paper("1", text="Told on the telephone.")).words == ("Told on the telephone.",)


def test_letters_that_say_nothing_are_told() -> None:
    assert looked(SHOWN["letter of the hospital.pdf"][0]).unfit  # its font is not in the file
    assert not looked(SHOWN["tagged.pdf"][0]).unfit
    assert looked(SHOWN["tagged.pdf"][0]).lasting
