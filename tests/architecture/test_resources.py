"""Every file of ``resources/`` that the code asks for by name is there."""

import ast
from collections.abc import Iterator

from secondop_desktop.paths import resource
from tests.architecture.house import committed, name


def _asked_for() -> Iterator[tuple[str, tuple[str, ...]]]:
    for path in committed("secondop_desktop/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node).endswith("resource"):
                yield name(path), tuple(_literals(node.args))


def _called(node: ast.Call) -> str:
    """Return the last name of what is called."""
    return str(getattr(node.func, "attr", "") or getattr(node.func, "id", ""))


def _literals(parts: list[ast.expr]) -> Iterator[str]:
    """Yield the leading parts that are written out; the rest is known only at run time."""
    for part in parts:
        if not isinstance(part, ast.Constant):
            return
        yield str(part.value)


def test_every_resource_named_in_the_code_exists() -> None:
    asked = list(_asked_for())
    assert asked
    missing = [(room, parts) for room, parts in asked if not resource(*parts).exists()]
    assert missing == []
