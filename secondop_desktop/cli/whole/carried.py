"""What is looked up by name and no program misses until it is asked for it."""

from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

from secondop_desktop.parts import PROGRAM, embedded, installed, licence_texts

_PLACES = (("Europe", "London"), ("America", "New_York"), ("Asia", "Kolkata"))
_TEXTS = 20
"""Far fewer licences than there are parts; a build that lost them has three."""


def time_zones(_path: Path) -> bool:
    """Read zones of the package, not of the system, which may have none."""
    for area, place in _PLACES:
        with files("tzdata").joinpath("zoneinfo", area, place).open("rb") as file:
            if ZoneInfo.from_file(file, key=f"{area}/{place}").key != f"{area}/{place}":
                return False
    return True


def licences(_path: Path) -> bool:
    """See that each part tells its version and licence, and that the texts came along."""
    found = installed()
    names = {part.name for part in found}
    held = {name for name, part in embedded().items() if "holds" in part}
    texts = [text for _head, text in licence_texts([PROGRAM, *sorted(names)])]
    optional = {"pi-heif", "uharfbuzz"}  # not to be had for Windows on ARM
    whole = held - optional <= names and all(part.licence for part in found)
    return whole and len(texts) >= _TEXTS and all(texts)
