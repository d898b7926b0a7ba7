"""Boil FHIR's definitions down to the table by which FHIR XML is read.

``python packaging/fhir_elements.py R4 R4B R5 STU3``: each a folder with HL7's own
``StructureDefinition-*.json`` (CC0). The first that knows an element says what it is; the others
add what it lacks. Writes ``resources/fhir/elements.json``.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent.parent / "resources" / "fhir" / "elements.json"
_ANYWHERE = ("id", "extension", "modifierExtension")
"""Elements that every part has; the reader knows them by itself."""
_TYPE_URL = "http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type"
_SYSTEM = "http://hl7.org/fhirpath/System."

Table = dict[str, dict[str, str]]


def definitions(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the definitions of types that are not narrowed versions of others."""
    for path in sorted(folder.glob("StructureDefinition-*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        kind = found.get("kind")
        if kind in {"resource", "complex-type"} and found.get("derivation") != "constraint":
            yield found


def elements(folder: Path) -> Table:
    """Return for every type its elements, each with its type, marked ``*`` where it repeats."""
    table: Table = {}
    for definition in definitions(folder):
        for element in definition["snapshot"]["element"]:
            path, _dot, name = element["path"].rpartition(".")
            if path and name not in _ANYWHERE:
                many = "" if element.get("max") in {"0", "1"} else "*"
                told = {key: kind + many for key, kind in _types(element, name)}
                table.setdefault(path, {}).update(told)
    return table


def _types(element: dict[str, Any], name: str) -> Iterator[tuple[str, str]]:
    """Yield each name that an element may bear in a file (``value[x]`` has many), and its type."""
    if "contentReference" in element:
        yield name, element["contentReference"].rpartition("#")[2]
        return
    for one in element.get("type", ()):
        code = _code(one)
        kind = element["path"] if code in {"BackboneElement", "Element"} else code
        stem = name.removesuffix("[x]")
        yield (stem if stem == name else f"{stem}{code[0].upper()}{code[1:]}"), kind


def _code(kind: dict[str, Any]) -> str:
    told = (one.get("valueUrl") for one in kind.get("extension", ()) if one["url"] == _TYPE_URL)
    code = next(filter(None, told), kind.get("code") or "string")
    return "string" if str(code).startswith(_SYSTEM) else str(code)


def is_for_computers(fields: dict[str, str]) -> bool:
    """Tell whether a type defines things for computers, such as a set of codes (canonical)."""
    return fields.get("url") == "uri" and {"status", "publisher"} <= fields.keys()


def merged(tables: list[Table]) -> Table:
    """Return one table; an element is what the first says that knows it."""
    found: Table = {}
    for table in tables:
        left = tuple(name for name, fields in table.items() if is_for_computers(fields))
        for kind, fields in table.items():
            if kind.partition(".")[0] not in left:
                found[kind] = {**fields, **found.get(kind, {})}
    return found


def main(folders: list[str]) -> None:
    """Write the table, a line for each type."""
    table = merged([elements(Path(folder)) for folder in folders])
    lines = (
        f"{json.dumps(kind)}: {json.dumps(fields, sort_keys=True)}"
        for kind, fields in sorted(table.items())
    )
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{len(table)} types, {sum(map(len, table.values()))} elements")


if __name__ == "__main__":
    main(sys.argv[1:])
