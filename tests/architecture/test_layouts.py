"""What PySide must not be asked for."""

import ast
import re
from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from tests.architecture.house import committed, name

_ITEMS: Final = re.compile(r"\.(itemAt|takeAt|itemAtPosition)\b")
_PLACING: Final = {"addLayout", "insertLayout"}
_FILLING: Final = {"addWidget", "addLayout", "addStretch", "addSpacing", "insertWidget"}


def _rooms() -> dict[str, str]:
    rooms = committed("secondop_desktop/*.py")
    return {name(room): room.read_text(encoding="utf-8") for room in rooms}


def test_no_room_asks_a_layout_for_its_items() -> None:
    """Qt deletes an item unheard; what stands for it then names whatever is made in its place."""
    assert [room for room, text in _rooms().items() if _ITEMS.search(text)] == []


def test_a_layout_is_put_in_place_before_it_is_filled() -> None:
    """The watch of the tests sees each that is filled already; this sees what no test comes to."""
    wrong = {
        room: found
        for room, text in _rooms().items()
        if any(word in text for word in _PLACING) and (found := list(_filled_before(text)))
    }
    assert wrong == {}


def test_what_is_filled_before_is_found() -> None:
    right = "def f(column):\n    row = Row()\n    column.addLayout(row)\n    row.addWidget(a)\n"
    wrong = "def f(column):\n    row = Row()\n    row.addWidget(a)\n    column.addLayout(row)\n"
    assert list(_filled_before(right)) == []
    assert list(_filled_before(wrong)) == [4]
    assert list(_filled_before("def f(column):\n    column.addLayout(_row(), 1)\n")) == [2]


def _filled_before(text: str) -> Iterator[int]:
    """Yield the lines where what was filled, or what a call returns, is put into a layout."""
    for function in ast.walk(ast.parse(text)):
        if isinstance(function, ast.FunctionDef):
            yield from _in_function(function)


def _in_function(function: ast.FunctionDef) -> Iterator[int]:
    filled: set[str] = set()
    for line, does, call in sorted(_calls(function), key=itemgetter(0)):
        if does.attr in _PLACING and any(
            isinstance(given, ast.Call) or ast.unparse(given) in filled for given in call.args
        ):
            yield line
        if does.attr in _FILLING:
            filled.add(ast.unparse(does.value))


def _calls(function: ast.FunctionDef) -> Iterator[tuple[int, ast.Attribute, ast.Call]]:
    for part in ast.walk(function):
        does = part.func if isinstance(part, ast.Call) else None
        if isinstance(part, ast.Call) and isinstance(does, ast.Attribute):
            yield part.lineno, does, part
