"""A photo without its notes shows the same picture."""

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from secondop_desktop.sandbox.jpeg import without_notes
from tests.exchange.pack.made_files import picture


@pytest.mark.parametrize("more", [{}, {"progressive": True}, {"comment": b"my kitchen"}])
def test_every_dot_stays_and_every_note_goes(more: dict[str, Any]) -> None:
    data = picture("JPEG", **more)
    plain = without_notes(data)
    assert b"Exif" in data
    assert not any(word in plain for word in (b"Exif", b"Camera of Ann", b"my kitchen"))
    with Image.open(BytesIO(data)) as before, Image.open(BytesIO(plain)) as after:
        assert before.tobytes() == after.tobytes()


def test_what_follows_the_picture_is_no_part_of_it() -> None:
    data = picture("JPEG")
    assert without_notes(data + data) == without_notes(data)


@given(st.binary(max_size=60))
def test_other_bytes_are_no_photo(tail: bytes) -> None:
    assert without_notes(tail) == b""
    assert isinstance(without_notes(b"\xff\xd8" + tail), bytes)
