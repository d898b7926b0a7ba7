"""The command that says what a journal can hold.

It reads what ``make kinds`` wrote down of the catalogue: to load the kinds themselves takes the
database with them, and twenty times as long as Python takes to start.
"""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from secondop_desktop.cli.command import Command, json_option
from secondop_desktop.lang import _
from secondop_desktop.resource_files import located

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def _kinds_arguments(parser: ArgumentParser) -> None:
    json_option(parser)


def _kinds(args: Namespace) -> int:
    with open(located("kinds.json"), encoding="utf-8") as file:  # noqa: PTH123 - see resource_files
        found = json.load(file)
    tell = _print_json if args.json else _print_lines
    tell(found)
    return 0


def _print_lines(found: "Sequence[dict[str, Any]]") -> None:
    for kind in found:
        label, fields = _(kind["label"]), ", ".join(field["name"] for field in kind["fields"])
        print(f"{kind['name']} ({label}): {fields}")


def _print_json(found: "Sequence[dict[str, Any]]") -> None:
    from secondop_desktop.cli.output import print_json

    print_json([_worded(kind) for kind in found])


def _worded(kind: "dict[str, Any]") -> "dict[str, Any]":
    return kind | {"label": _(kind["label"]), "plural": _(kind["plural"])}


COMMANDS = (Command("kinds", _kinds_arguments, _kinds),)
