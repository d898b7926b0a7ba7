"""One picture of each series of a disc is looked at, with what it is of."""

import io
import zipfile
from functools import partial

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.features.records.page.disc_pictures import DiscPictures
from tests.exchange.imaging import discs

DISC = "application/dicom+zip"


def _zipped(*objects: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for number, one in enumerate(objects):
            packed.writestr(f"IM{number}", one)
        packed.writestr("readme.txt", "Viewer")
    return out.getvalue()


def test_each_series_shows_one_picture_and_says_that_it_is_not_for_diagnosis() -> None:
    shown = DiscPictures(partial(io.BytesIO, _zipped(*discs.three())), DISC, "D")
    assert len(shown) == 2
    assert shown.page(1).width() == discs.SIDE
    assert shown.said(0) == (
        "Not for diagnosis. One picture of each series: CT Thorax · 3 September 2026 · "
        "Axial 1, CT scan, 2 pictures."
    )
    shown.close()


def test_one_object_is_shown_by_itself() -> None:
    shown = DiscPictures(partial(io.BytesIO, discs.scan()), "application/dicom", "one.dcm")
    assert (len(shown), shown.page().height()) == (1, discs.SIDE)
    shown.close()


def test_a_picture_that_is_harmed_and_a_disc_without_one_are_a_sentence() -> None:
    broken = DiscPictures(partial(io.BytesIO, _zipped(discs.scan(Rows=900))), DISC, "D")
    with pytest.raises(UserError, match="damaged"):
        broken.page()
    broken.close()
    for data in (_zipped(), b"PK no zip"):
        with pytest.raises(UserError):
            DiscPictures(partial(io.BytesIO, data), DISC, "D")
