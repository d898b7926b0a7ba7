"""What a Linux desktop is told of the program agrees with the program itself."""

import configparser
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest
from PIL import Image

from secondop_desktop.cli.command_words import WORDS
from secondop_desktop.journal.storage.header import APPLICATION_ID
from secondop_desktop.paths import resource
from secondop_desktop.window.application import DESKTOP_FILE

ROOT = Path(__file__).resolve().parents[2]
SHARE = ROOT / "packaging" / "linux" / "share"
_MIME = "application/vnd.secondop.journal"
_NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def _desktop() -> configparser.SectionProxy:
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(SHARE / f"{DESKTOP_FILE}.desktop", encoding="utf-8")
    return read["Desktop Entry"]


def test_the_window_the_icon_and_the_desktop_file_have_one_name() -> None:
    entry = _desktop()
    assert entry["Icon"] == entry["StartupWMClass"] == DESKTOP_FILE
    assert entry["Exec"] == "secondop %f"
    assert entry["MimeType"] == f"{_MIME};"


def test_a_journal_is_known_by_the_mark_that_the_program_writes() -> None:
    mime = Tree.parse(SHARE / f"{DESKTOP_FILE}.mime.xml").getroot()
    kind = mime.find(f"{_NAMESPACE}mime-type")
    assert kind is not None
    assert kind.get("type") == _MIME
    (mark,) = kind.findall(f"{_NAMESPACE}magic/{_NAMESPACE}match")
    assert mark.get("value") == r"SQLite format 3\0"
    (inner,) = mark
    assert (inner.get("offset"), int(str(inner.get("value")), 16)) == ("68", APPLICATION_ID)


def test_the_program_is_described_under_its_name() -> None:
    told = Tree.parse(SHARE / f"{DESKTOP_FILE}.metainfo.xml").getroot()
    assert told.findtext("id") == DESKTOP_FILE
    assert told.findtext("launchable") == f"{DESKTOP_FILE}.desktop"
    assert told.findtext("provides/mediatype") == _MIME


def _metainfo() -> str:
    """Return what shops for software are told, filled in as the packages have it."""
    script = ROOT / "packaging" / "linux" / "metainfo.sh"
    command = [str(script), "0.1.0", "2026-11-30"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.skipif(sys.platform != "linux", reason="the package is for Linux")
def test_the_description_names_pictures_that_are_there_in_their_size() -> None:
    told = Tree.fromstring(_metainfo())
    assert "@" not in _metainfo()
    images = told.findall("screenshots/screenshot/image")
    assert len(images) > 3
    for image in images:
        name = str(image.text).rpartition("/")[2]
        with Image.open(resource("pictures", name)) as drawn:
            assert drawn.size == (int(image.get("width", 0)), int(image.get("height", 0)))


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="appstreamcli is not installed")
def test_the_description_is_sound(tmp_path: Path) -> None:
    made = tmp_path / f"{DESKTOP_FILE}.metainfo.xml"
    made.write_text(_metainfo(), "utf-8")
    command = ["appstreamcli", "validate", "--no-net", str(made)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_manual_page_tells_of_every_command() -> None:
    script = ROOT / "packaging" / "linux" / "manual.py"
    page = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=True
    ).stdout
    told = set(re.findall(r"^\\fBsecondop ([\w\\-]+) ", page, re.MULTILINE))
    assert {word.replace("\\-", "-") for word in told} == set(WORDS)
    assert page.startswith(".TH SECONDOP 1 ")


def test_the_icon_is_a_drawing_of_its_own() -> None:
    drawn = Tree.parse(resource("program", "secondop.svg")).getroot()
    assert drawn.tag == "{http://www.w3.org/2000/svg}svg"
    assert drawn.get("width") == drawn.get("height") == "128"
