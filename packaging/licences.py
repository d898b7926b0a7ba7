"""Write what Secondop is made of into build/licences/: a bill of materials and the licences.

The bill is CycloneDX 1.6 (ECMA-424). It says what packaging/lock/run.txt installs, for every
system, and what lies inside those parts, from resources/embedded.json.
"""

import json
import re
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from secondop_desktop.parts import embedded, licence, licence_texts

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "licences"
_PIN = re.compile(r"(?m)^([a-z0-9._-]+)==([^ ;\\]+)")


def pins(lock: str) -> list[tuple[str, str]]:
    """Return the name and version of everything that a lock names."""
    return _PIN.findall(lock)


def bill(project: Mapping[str, Any], lock: str, listed: Mapping[str, Any]) -> dict[str, Any]:
    """Return the bill of materials; the same input gives the same bill."""
    own = _component(project["name"], project["version"], project["license"])
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid5(NAMESPACE_URL, lock + json.dumps(listed)).urn,
        "version": 1,
        "metadata": {"component": own | {"type": "application"}},
        "components": [_part(name, number, listed) for name, number in pins(lock)],
    }


def _part(name: str, number: str, listed: Mapping[str, Any]) -> dict[str, Any]:
    part = _component(name, number, licence(name, listed)) | {
        "purl": f"pkg:pypi/{name}@{number}",
        "bom-ref": f"{name}@{number}",
    }
    known = listed.get(name, {})
    # What lies inside another version, as of pikepdf on a Mac, has other versions itself.
    same = known.get("version") == number
    inside = [
        _component(one["name"], one.get("version", "") if same else "", one["licence"])
        | {"bom-ref": f"{name}@{number}/{one['name']}"}
        for one in known.get("holds", [])
    ]
    return part | ({"components": inside} if inside else {})


def _component(name: str, number: str, said: str) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "library", "name": name}
    if number:
        found["version"] = number
    if said:
        found["licenses"] = [{"expression": said}]
    return found


def as_page(materials: Mapping[str, Any]) -> str:
    """Return the bill as a page for people: each part, its licence, and what lies inside."""
    lines = ["# What Secondop is made of", "", "| part | version | licence |", "|---|---|---|"]
    for part in materials["components"]:
        lines.append(_row(part, ""))
        lines += [_row(one, f"{part['name']}: ") for one in part.get("components", [])]
    return "\n".join(lines) + "\n"


def _row(one: Mapping[str, Any], inside: str) -> str:
    said = one.get("licenses", [{"expression": ""}])[0]["expression"]
    return f"| {inside}{one['name']} | {one.get('version', '')} | {said} |"


def unlicensed(materials: Mapping[str, Any]) -> list[str]:
    """Return the parts whose licence neither they nor our list tell."""
    return [part["name"] for part in materials["components"] if "licenses" not in part]


def main() -> int:
    """Write the bill, the list and the texts; fail where a licence is not known."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "packaging" / "lock" / "run.txt").read_text(encoding="utf-8")
    materials = bill(project, lock, embedded())
    for name in unlicensed(materials):
        print(f"{name}: say its licence in resources/embedded.json.", file=sys.stderr)
    FOLDER.mkdir(parents=True, exist_ok=True)
    names = sorted({name for name, _number in pins(lock)})
    whole = "\n\n".join(
        f"{head}\n{'=' * len(head)}\n\n{text}" for head, text in licence_texts(names)
    )
    (FOLDER / "bom.cdx.json").write_text(json.dumps(materials, indent=1) + "\n", encoding="utf-8")
    (FOLDER / "licences.md").write_text(as_page(materials), encoding="utf-8")
    (FOLDER / "texts.txt").write_text(whole + "\n", encoding="utf-8")
    print(f"The bill of materials and the licences are in {FOLDER.relative_to(ROOT)}/")
    return 1 if unlicensed(materials) else 0


if __name__ == "__main__":
    sys.exit(main())
