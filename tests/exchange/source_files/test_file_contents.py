"""A photo of a telephone is kept where nothing here can read it."""

import errno
import io

import pytest
from PIL import Image
from pytest import MonkeyPatch

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.exchange.source_files import any_file
from secondop_desktop.exchange.source_files.file_contents import look
from tests.widgets.preview import samples

BROKEN = Content("b.heic", samples.HEIC[:200])


def test_a_heic_photo_is_one_page() -> None:
    assert look(Content("a.heic", samples.HEIC), "image/heic") == {"pages": 1}


@pytest.mark.parametrize(("form", "media"), [("AVIF", "image/avif"), ("JPEG2000", "image/jp2")])
def test_newer_pictures_are_looked_at(form: str, media: str) -> None:
    content = Content("a", _picture(form))
    assert any_file.type_of(content) == media
    assert look(content, media) == {"pages": 1}
    with pytest.raises(UserError, match="not a whole picture"):
        look(Content("a", _picture(form)[:60]), media)


def _picture(form: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (32, 24), (200, 30, 30)).save(made, form)
    return made.getvalue()


def test_a_broken_heic_photo_is_refused() -> None:
    with pytest.raises(UserError, match=r"b\.heic is not a whole picture"):
        look(BROKEN, "image/heic")


@pytest.mark.usefixtures("without_heic")
def test_without_a_reader_of_heic_the_photo_is_kept_and_others_are_looked_at() -> None:
    assert look(BROKEN, "image/heic") == {"pages": 1}
    assert look(Content("a.png", samples.picture("PNG")), "image/png") == {"pages": 1}
    with pytest.raises(UserError, match=r"c\.png is not a whole picture"):
        look(Content("c.png", b"no picture"), "image/png")


def test_a_disk_that_fails_amid_a_file_is_told(monkeypatch: MonkeyPatch) -> None:
    class Broken(io.BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Content, "open", lambda _self: Broken())
    with pytest.raises(UserError, match=r"scan\.pdf cannot be read: the disk does not answer"):
        any_file.measured(Content("scan.pdf", b"%PDF"))
