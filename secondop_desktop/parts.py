"""What the program is made of: the parts that are installed with it, and their licences.

Each part tells its own name, version and mostly its licence; what it does not tell, and the
libraries inside it, stand in ``resources/embedded.json``, written by hand.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution, metadata, requires, version
from pathlib import Path
from typing import Any

from secondop_desktop.lang import _
from secondop_desktop.paths import installation, resource

PROGRAM = "secondop-desktop"
_NAME = re.compile(r"[\w.-]+")
_SPDX = re.compile(r"[A-Za-z0-9.+() -]+")
_LICENCE_FILE = re.compile(r"(?i)(^|/)(licen[cs]es?|copying|notice|ofl)\b[^/]*$|/licenses/")
_SHARED = ("LGPL-3.0", "GPL-3.0")
"""Licences whose text Qt for Python and others name without bringing it along."""


@dataclass(frozen=True)
class Part:
    """One part with its version and licence (SPDX), each empty where nobody tells it."""

    name: str
    version: str
    licence: str
    holds: tuple["Part", ...] = ()


def embedded() -> dict[str, dict[str, Any]]:
    """Return what was listed by hand, by the name of the part that holds the libraries."""
    text = resource("embedded.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = json.loads(text)
    return found


def installed() -> list[Part]:
    """Return the parts that are installed for the program, by name, without itself."""
    listed = embedded()
    return [_part(name, listed) for name in sorted(_needed() - {PROGRAM})]


def _needed() -> set[str]:
    found: set[str] = set()
    waiting = [PROGRAM]
    while waiting:
        name = plain_name(waiting.pop())
        if name not in found and version_of(name):
            found.add(name)
            waiting += [_first_name(one) for one in requires(name) or () if "extra ==" not in one]
    return found


def _first_name(requirement: str) -> str:
    named = _NAME.match(requirement)
    return named[0] if named else requirement


def plain_name(name: str) -> str:
    """Return the name of a part as indexes spell it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def version_of(name: str) -> str:
    """Return the version of a part that is installed here, or nothing."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _part(name: str, listed: Mapping[str, Any]) -> Part:
    here, known = version_of(name), listed.get(name, {})
    same = known.get("version") == here
    inside = tuple(
        Part(one["name"], one.get("version", "") if same else "", one["licence"])
        for one in known.get("holds", ())
    )
    return Part(name, here, licence(name, listed), inside)


def licence(name: str, listed: Mapping[str, Any]) -> str:
    """Return the licence of a part: from our list, else as the part itself says it."""
    if "licence" in listed.get(name, {}):
        return str(listed[name]["licence"])
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return ""
    said = next((about[key] for key in ("License-Expression", "License") if key in about), "")
    return said if _SPDX.fullmatch(said) else ""


def licence_texts(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give a heading and the text of each licence that came with parts installed here."""
    for name in names:
        for file in _licence_files(_info_folder(name)):
            yield f"{name}: {file.name}", file.read_text(encoding="utf-8", errors="replace")
    for shared in _SHARED:
        yield shared, resource("licences", f"{shared}.txt").read_text(encoding="utf-8")


def _licence_files(folder: Path | None) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")) if folder else ():
        place = f"/{file.relative_to(folder or file).as_posix()}"
        if _LICENCE_FILE.search(place) and file.is_file():
            yield file


def _info_folder(name: str) -> Path | None:
    """Return where a part keeps what it says of itself; a packaged build has no list of files."""
    try:
        root = Path(str(distribution(name).locate_file("")))
    except PackageNotFoundError:
        return None
    return next((one for one in root.glob("*.dist-info") if _named(one) == plain_name(name)), None)


def _named(folder: Path) -> str:
    return plain_name(folder.name.removesuffix(".dist-info").rpartition("-")[0])


def lacking(problem: BaseException) -> str:
    """Say in a sentence what of the installation is missing, where that is the problem, or nothing.

    A packaged build can lose a file or a part, and would else tell of a fault in the program.
    """
    what = ""
    if isinstance(problem, ModuleNotFoundError):
        what = problem.name or ""
    elif isinstance(problem, FileNotFoundError) and problem.filename:
        place = Path(str(problem.filename))
        if any(place.is_relative_to(root) for root in installation()):
            what = place.name
    if not what:
        return ""
    text = _("This installation of Secondop is not whole: {what} is missing. Install it again.")
    return text.format(what=what)
