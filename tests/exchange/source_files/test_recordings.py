"""A voice memo tells how long it is, and when it was made if it says so."""

import io
import struct
import wave
from pathlib import Path

import pytest

from secondop_desktop.exchange.source_files import any_file, recordings

_SINCE_1904 = 2_082_844_800


def wav(seconds: float) -> bytes:
    """Return silence of so many seconds."""
    out = io.BytesIO()
    with wave.open(out, "wb") as made:
        made.setparams((1, 1, 8000, 0, "NONE", ""))
        made.writeframes(bytes(int(8000 * seconds)))
    return out.getvalue()


def amr(frames: int) -> bytes:
    """Return so many frames of 20 ms, of the kind that has 31 bytes."""
    return b"#!AMR\n" + (bytes([7 << 3]) + bytes(31)) * frames


def m4a(seconds: int, made: int) -> bytes:
    """Return the head of a memo made so many seconds after 1970."""
    head = struct.pack(">IIIII", 0, made + _SINCE_1904, made + _SINCE_1904, 1000, seconds * 1000)
    mvhd = struct.pack(">I4s", 8 + len(head) + 80, b"mvhd") + head + bytes(80)
    moov = struct.pack(">I4s", 8 + len(mvhd), b"moov") + mvhd
    return struct.pack(">I4s4sI", 16, b"ftyp", b"M4A ", 0) + moov


@pytest.mark.parametrize(
    ("data", "file_type", "said", "day"),
    [
        (wav(75), "audio/wav", "Recording: 1 minute 15 seconds", None),
        (amr(150), "audio/amr", "Recording: 3 seconds", None),
        (m4a(750, 1_788_000_000), "audio/mp4", "Recording: 12 minutes 30 seconds", "2026-08-29"),
        (m4a(3900, -_SINCE_1904), "audio/mp4", "Recording: 1 hour 5 minutes", None),
    ],
)
def test_length_and_day_are_told(
    tmp_path: Path, data: bytes, file_type: str, said: str, day: str | None
) -> None:
    path = tmp_path / "memo"
    path.write_bytes(data)
    values = any_file.read(path).drafts[0].values
    assert (values["file_type"], values["text"]) == (file_type, said)
    assert (values["date"].iso if "date" in values else None) == day


@pytest.mark.parametrize("data", [b"ID3", b"OggS broken", b"RIFF\x00\x00\x00\x00WAVE"])
def test_what_cannot_be_read_is_kept(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "memo.mp3"
    path.write_bytes(data)
    assert any_file.read(path).drafts[0].values["file_size"] == len(data)


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0 seconds"), (60, "1 minute"), (3599.6, "1 hour")]
)
def test_lengths_are_said_as_people_say_them(seconds: float, said: str) -> None:
    assert recordings.length(seconds) == said
