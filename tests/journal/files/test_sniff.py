"""What a file is, told from its bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.journal.files.sniff import content_type


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"\0\0\0\x18ftypheic....", "image/heic"),
        (b"\0\0\0\x18ftypheim....", "image/heic"),
        (b"II+\0\x08\0\0\0", "image/tiff"),
        (b"MM\0+\0\x08\0\0", "image/tiff"),
        (b"\0\0\0\x18ftypisom....", "video/mp4"),
        (b"\0" * 128 + b"DICM", "application/dicom"),
        (b"RIFF....WAVE", "audio/wav"),
        (b"PK\x03\x04....", "application/zip"),
        (b"SQLite format 3\0....", "application/vnd.sqlite3"),
        (b'{"a": 1}', "application/json"),
        (b"\xef\xbb\xbf [1]", "application/json"),
        (b"<?xml version='1.0'?><ClinicalDocument/>", "application/xml"),
        (b"<?xml version='1.0'?><svg/>", "image/svg+xml"),
        (b"<svg xmlns=''/>", "image/svg+xml"),
        ("Café, 5 µmol/L".encode(), "text/plain"),
        (("x" * 4095 + "é").encode()[:4096], "text/plain"),
        ("name;value".encode("utf-16"), "text/plain"),
        ("Café, 5 µmol/l".encode("cp1252"), "text/plain"),
        ("naam;waarde".encode("utf-16-be"), "text/plain"),
        ('{"a": "é"}'.encode("utf-16-le"), "application/json"),
        (b"\x00\x01\x02", "application/octet-stream"),
        (b"", "text/plain"),
    ],
)
def test_it_is_told_from_the_first_bytes(head: bytes, found: str) -> None:
    assert content_type(head) == found


@given(st.binary(max_size=300))
def test_any_bytes_are_something(head: bytes) -> None:
    assert "/" in content_type(head)
