"""Say where packaging/lock/ no longer fits pyproject.toml, or .venv the lock; asks no network."""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from itertools import product
from pathlib import Path
from typing import Any

from packaging.markers import Marker
from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
SYSTEMS = [
    ("linux", "Linux", "x86_64"),
    ("linux", "Linux", "aarch64"),
    ("win32", "Windows", "AMD64"),
    ("win32", "Windows", "ARM64"),
    ("darwin", "Darwin", "x86_64"),
    ("darwin", "Darwin", "arm64"),
]
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
ENVIRONMENTS = [
    {
        "sys_platform": platform,
        "platform_system": system,
        "platform_machine": machine,
        "python_version": python,
        "python_full_version": f"{python}.0",
    }
    for (platform, system, machine), python in product(SYSTEMS, PYTHONS)
]
_ASKED_BY_US = "(pyproject.toml"
"""Stands in the note beside a part that pyproject.toml itself names."""


@dataclass(frozen=True)
class Pin:
    """One exact version in a lock, where it applies, and whether pyproject.toml names it."""

    name: str
    version: str
    marker: Marker | None
    asked: bool


def pins(lock: str) -> list[Pin]:
    """Read a lock; raise ValueError, with a sentence, where a line is not what pip must have."""
    return [_pin(part) for part in re.split(r"\n(?=\S)", lock.strip()) if part]


def _pin(part: str) -> Pin:
    line = part.splitlines()[0].removesuffix("\\").strip()
    try:
        wanted = Requirement(line)
    except InvalidRequirement:
        raise ValueError(f"{line} is not one exact version") from None
    exact = [one.version for one in wanted.specifier if one.operator == "=="]
    if len(exact) != 1 or len(wanted.specifier) != 1:
        raise ValueError(f"{line} is not one exact version")
    if "--hash=sha256:" not in part:
        raise ValueError(f"{line} has no checksum")
    asked = _ASKED_BY_US in part
    return Pin(canonicalize_name(wanted.name), exact[0], wanted.marker, asked)


def asked(pyproject: Mapping[str, Any]) -> dict[str, list[Requirement]]:
    """Return what pyproject.toml asks for, by the name of the lock that has to hold it."""
    project = pyproject["project"]
    extras = project["optional-dependencies"]
    own = canonicalize_name(project["name"])
    run = project["dependencies"] + extras["build"]
    wanted = {"run": run, "dev": run + extras["dev"], "uv": pyproject["dependency-groups"]["lock"]}
    return {name: _without(own, texts) for name, texts in wanted.items()}


def _without(own: str, texts: list[str]) -> list[Requirement]:
    """Leave out that an extra brings along another one of this project."""
    found = map(Requirement, texts)
    return [one for one in found if canonicalize_name(one.name) != own]


def problems(pyproject: Mapping[str, Any], locks: Mapping[str, str]) -> Iterator[str]:
    """Give one sentence for each place where the locks and pyproject.toml disagree."""
    if (
        pyproject["build-system"]["requires"]
        != pyproject["project"]["optional-dependencies"]["build"]
    ):
        yield "pyproject.toml asks for one thing in build-system and another in the extra build."
    for name, wanted in asked(pyproject).items():
        where = f"packaging/lock/{name}.txt"
        if "://" in locks[name]:
            yield f"{where} names a place to fetch from; run make lock."
            continue
        try:
            have = pins(locks[name])
        except ValueError as fault:
            yield f"{where}: {fault}; run make lock."
        else:
            yield from (f"{where} {fault}; run make lock." for fault in _unfit(wanted, have))


def _unfit(wanted: list[Requirement], have: list[Pin]) -> Iterator[str]:
    for one in wanted:
        held = [pin for pin in have if pin.name == canonicalize_name(one.name)]
        if not all(_fits(one, held, environment) for environment in ENVIRONMENTS):
            yield f"does not hold {one}, which pyproject.toml asks for"
    names = {canonicalize_name(one.name) for one in wanted}
    for name in sorted({pin.name for pin in have if pin.asked} - names):
        yield f"still holds {name} for pyproject.toml, which no longer asks for it"


def _fits(wanted: Requirement, held: list[Pin], environment: dict[str, str]) -> bool:
    """Tell whether one version is pinned for this system and Python, and the right one."""
    if not _applies(wanted.marker, environment):
        return True
    here = [pin for pin in held if _applies(pin.marker, environment)]
    return len(here) == 1 and wanted.specifier.contains(here[0].version, prereleases=True)


def _applies(marker: Marker | None, environment: dict[str, str] | None = None) -> bool:
    return marker is None or marker.evaluate(environment)


def strangers(lock: str) -> Iterator[str]:
    """Give one sentence for each part that is installed here in another version than the lock's."""
    for pin in pins(lock):
        if _applies(pin.marker) and _installed(pin.name) != Version(pin.version):
            have = _installed(pin.name) or "no version"
            yield (
                f".venv has {have} of {pin.name}, and the lock {pin.version}; "
                "remove .venv and start again."
            )


def _installed(name: str) -> Version | None:
    try:
        return Version(version(name))
    except PackageNotFoundError:
        return None


def main() -> int:
    """Print what disagrees; the exit code says whether anything does."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    folder = ROOT / "packaging" / "lock"
    locks = {name: (folder / f"{name}.txt").read_text("utf-8") for name in asked(pyproject)}
    found = list(problems(pyproject, locks)) or list(strangers(locks["dev"]))
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
