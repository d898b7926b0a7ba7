"""Files that were harmed in any place are shown, or are one sentence; the program lives on."""

import os
from datetime import date
from random import Random

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.tables import workbook
from secondop_desktop.widgets.preview.pdf import Pdf
from secondop_desktop.widgets.preview.picture import Picture
from tests.exchange.tables.made_books import ods, xls, xlsx
from tests.widgets.preview import samples

_SHEETS = {"A": [["Test", "Result", "Date"], ["Zinc", 11.5, date(2024, 6, 5)]]}
_BOOK = "a workbook"

FILES = [
    (samples.pdf(2), "application/pdf"),
    (samples.locked(), "application/pdf"),
    (samples.picture("PNG"), "image/png"),
    (samples.picture("JPEG", turned=6), "image/jpeg"),
    (samples.moving_gif(), "image/gif"),
    (samples.picture("WEBP"), "image/webp"),
    (samples.fax(2, "group4"), "image/tiff"),
    (samples.fax(2, "tiff_lzw"), "image/tiff"),
    (samples.scanned("CMYK", 1), "image/tiff"),
    (samples.HEIC, "image/heic"),
    (xlsx(_SHEETS), _BOOK),
    (ods(_SHEETS), _BOOK),
    (xls(_SHEETS), _BOOK),
]
_ROUNDS = int(os.environ.get("SECONDOP_MUTATIONS", "4"))
"""Harmed copies of each file; the long harness asks for thousands."""


def harmed(data: bytes, chance: Random) -> bytes:
    """Return the file with bytes changed, cut out, doubled, or cut off."""
    changed = bytearray(data)
    for _time in range(chance.choice((1, 1, 2, 8, 40))):
        at = chance.randrange(len(changed))
        changed[at] = chance.choice((0, 0xFF, changed[at] ^ 1 << chance.randrange(8)))
    start = chance.randrange(len(changed))
    end = min(start + chance.randrange(1, 64), len(changed))
    how = chance.randrange(6)
    if how == 0:
        del changed[start:end]
    elif how == 1:
        changed[start:start] = changed[start:end] * chance.choice((1, 50))
    elif how == 2:
        del changed[start:]
    return bytes(changed)


def shown(data: bytes, content_type: str) -> bool:
    """Show all of a file; False where it is one sentence. Anything else that is raised is ours."""
    try:
        if content_type == _BOOK:
            workbook.read(data, "book", Asked(), KINDS)
        elif content_type == "application/pdf":
            pdf = Pdf(data)
            for page in range(min(len(pdf), 3)):
                pdf.render(page, 1.0)
                pdf.find(page, "kidney")
                pdf.words_from(page, 0, 5)
            pdf.close()
        else:
            picture = Picture(data, content_type)
            picture.page(len(picture) - 1)
            picture.close()
    except UserError as told:
        assert str(told).endswith(".")
        return False
    return True


@pytest.mark.parametrize("number", range(len(FILES)))
def test_no_harmed_file_ends_the_program(number: int) -> None:
    data, content_type = FILES[number]
    chance = Random(number)
    for _time in range(_ROUNDS):
        shown(harmed(data, chance), content_type)
    whole, its_type = FILES[0]
    assert shown(whole, its_type)
