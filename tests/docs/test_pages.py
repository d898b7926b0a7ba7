"""The documents lead to files that are there, and name the program's buttons as it does."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from secondop_desktop.window.pictures import ABOUT
from tests.architecture.house import ROOT
from tests.words.said import in_sources

PAGES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"]
_LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")
_QUOTED = re.compile(r"“([^”]+)”")
_OF_SYSTEMS = {"More info", "Run anyway", "Install", "Open"}
"""Words on buttons of other programs."""


def _links(page: Path) -> Iterator[str]:
    for address in _LINK.findall(page.read_text("utf-8")):
        if "://" not in address:
            yield address


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    assert [link for link in _links(page) if not (page.parent / link).exists()] == []


def test_every_picture_is_shown_and_of_its_usual_size() -> None:
    shown = {(page.parent / link).resolve() for page in PAGES for link in _links(page)}
    kept = {*(ROOT / "docs" / "pictures").iterdir(), *(ROOT / "resources" / "pictures").iterdir()}
    assert kept - shown == set()
    for picture in kept:
        with Image.open(picture) as drawn:
            assert drawn.size == (1280, 800) or picture.stem in {ABOUT, "summary"}, picture


@pytest.mark.parametrize("name", ["installing.md", "helping.md"])
def test_buttons_are_called_as_in_the_program(name: str) -> None:
    said = {text.text.replace("&", "").rstrip("…") for text in in_sources()}
    page = " ".join((ROOT / "docs" / name).read_text("utf-8").split())
    named = {one.rstrip("…") for one in _QUOTED.findall(page)} - _OF_SYSTEMS
    assert [one for one in sorted(named) if not any(one in text for text in said)] == []
