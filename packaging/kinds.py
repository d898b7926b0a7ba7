"""Write down what kinds of entry there are, for the command that says so.

``write`` writes ``resources/kinds.json``, ``check`` fails when it has fallen behind the catalogue.
"""

import argparse
import json
import sys
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.kinds import Field, Kind

FILE = Path(__file__).resolve().parent.parent / "resources" / "kinds.json"


def written() -> str:
    """Return the file's text: each kind with its untranslated labels, a field in each line."""
    kinds = (f"{{{_parts(kind)},\n  {_fields(kind)}}}" for kind in KINDS.values())
    return "[" + ",\n".join(kinds) + "]\n"


def _parts(kind: Kind) -> str:
    told = {
        "name": kind.name,
        "label": kind.label,
        "plural": kind.plural,
        "case": "case" in kind.types,
        "when": kind.when or None,
    }
    return json.dumps(told, ensure_ascii=False)[1:-1]


def _fields(kind: Kind) -> str:
    lines = (json.dumps(_field(kind, field), ensure_ascii=False) for field in kind.fields)
    return '"fields": [\n    ' + ",\n    ".join(lines) + "]"


def _field(kind: Kind, field: Field) -> dict[str, object]:
    told = {
        "name": field.name,
        "type": "file" if field.file else kind.type_of(field.name).name,
        "required": field.required,
        "choices": [word for word, _label in field.choices],
    }
    return told | ({"refers": field.refers} if field.refers else {})


def main() -> int:
    """Do what is asked for; returns 1 where the file is not what the catalogue says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("act", choices=("write", "check"))
    if parser.parse_args().act == "write":
        FILE.write_text(written(), "utf-8")
    elif FILE.read_text("utf-8") != written():
        print("resources/kinds.json has fallen behind: make kinds", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
