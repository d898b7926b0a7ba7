"""What Secondop is made of, as a bill of materials and as a list."""

import json
import tomllib
from typing import Any

from tests.architecture.house import ROOT
from tests.packaging.loading import tool

licences = tool("licences")

LOCK = (
    "glue==2.0 ; sys_platform == 'linux' \\\n    --hash=sha256:00\npaint==1.5 \\\n    # via glue\n"
)
EMBEDDED = {
    "glue": {
        "version": "2.0",
        "licence": "Zlib",
        "holds": [{"name": "Resin", "licence": "MIT", "version": "7"}],
    }
}
PROJECT = {"name": "secondop-desktop", "version": "0.1.0", "license": "Apache-2.0"}


def _bill(lock: str = LOCK) -> dict[str, Any]:
    made: dict[str, Any] = licences.bill(PROJECT, lock, EMBEDDED)
    return made


def _of_this_program() -> dict[str, Any]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "packaging" / "lock" / "run.txt").read_text(encoding="utf-8")
    embedded = json.loads((ROOT / "resources" / "embedded.json").read_text(encoding="utf-8"))
    made: dict[str, Any] = licences.bill(project, lock, embedded)
    return made


def test_bill_names_what_is_locked_and_what_lies_inside() -> None:
    glue, paint = _bill()["components"]
    assert glue["purl"] == "pkg:pypi/glue@2.0"
    assert glue["licenses"] == [{"expression": "Zlib"}]
    assert [(one["name"], one["version"]) for one in glue["components"]] == [("Resin", "7")]
    assert paint["version"] == "1.5"
    assert "licenses" not in paint


def test_what_lies_inside_another_version_has_no_version() -> None:
    [glue, _paint] = _bill(LOCK.replace("2.0", "1.9"))["components"]
    assert "version" not in glue["components"][0]


def test_the_same_lock_gives_the_same_bill_and_another_one_another() -> None:
    assert _bill() == _bill()
    assert _bill()["serialNumber"] != _bill(LOCK.replace("1.5", "1.6"))["serialNumber"]


def test_a_part_without_a_licence_is_told() -> None:
    assert licences.unlicensed(_bill()) == ["paint"]


def test_every_part_of_this_program_has_a_licence_and_a_name_of_its_own() -> None:
    made = _of_this_program()
    assert licences.unlicensed(made) == []
    inside = [one for part in made["components"] for one in part.get("components", [])]
    names = [one["bom-ref"] for one in (*made["components"], *inside)]
    assert len(names) == len(set(names))
    assert {"SQLite", "OpenSSL", "Qt", "PDFium", "qpdf", "libheif"} <= {
        one["name"] for one in inside
    }


def test_list_for_people_has_a_row_for_each() -> None:
    rows = licences.as_page(_bill()).splitlines()
    assert rows[4:] == ["| glue | 2.0 | Zlib |", "| glue: Resin | 7 | MIT |", "| paint | 1.5 |  |"]
