"""A photo of a telephone is kept where nothing here can read it."""

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.exchange.source_files.file_contents import look
from tests.widgets.preview import samples

BROKEN = Content("b.heic", samples.HEIC[:200])


def test_a_heic_photo_is_one_page() -> None:
    assert look(Content("a.heic", samples.HEIC), "image/heic") == {"pages": 1}


def test_a_broken_heic_photo_is_refused() -> None:
    with pytest.raises(UserError, match=r"b\.heic is not a whole picture"):
        look(BROKEN, "image/heic")


@pytest.mark.usefixtures("without_heic")
def test_without_a_reader_of_heic_the_photo_is_kept_and_others_are_looked_at() -> None:
    assert look(BROKEN, "image/heic") == {"pages": 1}
    assert look(Content("a.png", samples.picture("PNG")), "image/png") == {"pages": 1}
    with pytest.raises(UserError, match=r"c\.png is not a whole picture"):
        look(Content("c.png", b"no picture"), "image/png")
