"""Pictures of a pack are decoded by another process; what ends it is one reason, no crash."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image

from secondop_desktop.exchange.pack.paper import Shown
from secondop_desktop.exchange.pack.pictures import pictures
from tests.exchange.pack.made_files import picture, scan

_CHANGED = """
import os
from secondop_desktop.sandbox.answers import Answer
from secondop_desktop.sandbox.print_pictures import PrintPictures
from secondop_desktop.sandbox.worker import main
PrintPictures.do_page = lambda self, body, number: {what}
main()
"""


def shown(data: bytes, content_type: str) -> Shown:
    return pictures(BytesIO(data), content_type)


def streams(found: Shown, pdf: pikepdf.Pdf) -> list[Any]:
    """Return what the pages draw in this PDF, which has to stay open."""
    return [guest.drawn(pdf) for guest in found.guests]


def test_a_photo_keeps_its_dots_and_loses_its_notes() -> None:
    data = picture("JPEG", turn=6)
    with pikepdf.new() as pdf:
        (photo,) = streams(shown(data, "image/jpeg"), pdf)
        kept = photo.read_raw_bytes()
        assert photo.Filter == "/DCTDecode"
    assert b"Camera of Ann" not in kept
    with Image.open(BytesIO(data)) as before, Image.open(BytesIO(kept)) as after:
        assert before.tobytes() == after.tobytes()


def test_a_fax_stays_black_and_white_on_every_page() -> None:
    with pikepdf.new() as pdf:
        found = streams(shown(scan(3, "1"), "image/tiff"), pdf)
        told = [(page.BitsPerComponent, page.ColorSpace) for page in found]
    assert told == [(1, "/DeviceGray")] * 3


def test_nothing_is_decoded_in_the_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    photo, fax = picture("PNG"), scan(2)
    monkeypatch.delattr(Image, "open")
    assert len(shown(photo, "image/png").guests) == 1
    assert len(shown(fax, "image/tiff").guests) == 2


def test_what_claims_more_dots_than_paper_shows_is_not_decoded() -> None:
    out = BytesIO()
    Image.new("1", (12_000, 9_000)).save(out, "PNG")
    assert shown(out.getvalue(), "image/png").why == "too large"


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ("os.abort()", "too large"),
        ("bytearray(1 << 40)", "too large"),
        ("1 / 0", "damaged"),
        ("Answer({'size': [9, 9]}, b'x')", "damaged"),
        ("Answer({'size': [9, 9], 'filter': '/JBIG2Decode', 'colours': '/DeviceGray', "
         "'bits': 8, 'orientation': 1, 'profile': 0}, b'x')", "damaged"),
    ],
)  # fmt: skip
def test_whatever_becomes_of_it_the_pack_goes_on(
    decode_with: Callable[[str], None], what: str, why: str
) -> None:
    decode_with(_CHANGED.format(what=what))
    found = shown(picture("PNG"), "image/png")
    assert (found.why, found.guests) == (why, ())


@pytest.mark.usefixtures("without_heic")
def test_a_photo_that_nothing_here_reads_says_so() -> None:
    assert shown(b"", "image/heic").why == "no reader"
