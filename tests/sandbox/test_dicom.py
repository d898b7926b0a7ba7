"""A picture of a scan is seen as its scanner says; too large, harmed or odd ones are a trouble."""

import zlib
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PIL import Image
from pydicom.data import get_testdata_file

from secondop_desktop.sandbox.answers import DAMAGED, NO_READER, TOO_LARGE, TroubleError
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.process import EndedError, Sandbox
from tests.exchange.imaging import discs
from tests.sandbox.test_mutated_files import harmed

_SECONDS = 60.0
_MOST = {"most": 1_000_000, "shown": 1_000_000}


@pytest.fixture
def dicom(sandbox: Sandbox) -> HeldFile:
    """Ask about objects in a process of its own."""
    return HeldFile(sandbox, "dicom", b"")


def _row(dicom: HeldFile, data: bytes) -> list[int]:
    found = dicom.ask("picture", _SECONDS, data, **_MOST)
    image = Image.frombytes("RGB", tuple(found.head["size"]), found.body)
    return list(image.getchannel("R").crop((0, 3, image.width, 4)).tobytes())


@pytest.mark.parametrize(
    ("more", "first", "last"),
    [
        ({}, 0, 255),
        ({"PhotometricInterpretation": "MONOCHROME1"}, 255, 0),
        ({"WindowCenter": [240, 40], "WindowWidth": [400, 400]}, 0, 128),
        ({"WindowWidth": None}, 0, 255),
    ],
)
def test_the_grey_is_that_of_the_window(
    dicom: HeldFile, more: dict[str, Any], first: int, last: int
) -> None:
    row = _row(dicom, discs.scan(**more))
    assert (row[0], abs(row[-1] - last) <= 1) == (first, True)
    assert row == sorted(row, reverse=first > last)


def test_a_size_that_is_only_claimed_is_refused_before_it_is_decoded(dicom: HeldFile) -> None:
    data = discs.scan(Rows=60_000, Columns=60_000)
    with pytest.raises(TroubleError) as found:
        dicom.ask("picture", _SECONDS, data, **_MOST)
    assert found.value.trouble == TOO_LARGE


def test_pixels_that_are_not_there_are_damage(dicom: HeldFile) -> None:
    with pytest.raises(TroubleError) as found:
        dicom.ask("picture", _SECONDS, discs.scan(Rows=900, Columns=900), **_MOST)
    assert found.value.trouble == DAMAGED


@pytest.mark.parametrize(
    ("name", "seen"),
    [("MR_small_RLE.dcm", True), ("SC_rgb_jpeg_dcmtk.dcm", True), ("SC_rgb_jpeg_gdcm.dcm", False)],
)
def test_pictures_that_are_packed_are_seen_or_say_that_a_part_is_missing(
    dicom: HeldFile, name: str, seen: bool
) -> None:
    data = Path(str(get_testdata_file(name, download=False))).read_bytes()
    if seen:
        assert dicom.ask("picture", _SECONDS, data, **_MOST).head["size"][0] > 1
        return
    with pytest.raises(TroubleError) as found:
        dicom.ask("picture", _SECONDS, data, **_MOST)
    assert found.value.trouble == NO_READER


def test_no_harmed_object_hangs_or_crashes(dicom: HeldFile) -> None:
    _ask_harmed(dicom, 40)


@pytest.mark.long
def test_no_harmed_object_hangs_or_crashes_in_hundreds(dicom: HeldFile) -> None:
    _ask_harmed(dicom, 1500)


def _ask_harmed(dicom: HeldFile, rounds: int) -> None:
    chance, whole = Random(zlib.crc32(b"dicom")), discs.scan()
    for _time in range(rounds):
        data = harmed(whole, chance)
        for act, told in (("head", {}), ("directory", {}), ("picture", _MOST)):
            try:
                dicom.ask(act, 5.0, data, **told)
            except TroubleError:
                pass
            except EndedError:
                pytest.fail("the process ended")
