"""Every part the program imports is one that its installation brings along."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import packages_distributions

from tests.architecture.house import ROOT, committed

# Qt for Python's own other half, which PySide6-Essentials always installs.
_COMES_WITH = {"shiboken6": "pyside6-essentials"}
_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _plain(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~;\[ ]", distribution)[0]).lower()


def _imported() -> Iterator[str]:
    for path in committed("secondop_desktop/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module


def _brought_by(module: str, holders: Mapping[str, list[str]]) -> set[str]:
    """Return the distributions that hold a top-level module."""
    found = {_plain(name) for name in holders.get(module, [])}
    return {_COMES_WITH.get(name, name) for name in found}


def test_every_import_is_declared() -> None:
    extras = _PROJECT["optional-dependencies"].items()
    optional = [part for extra, parts in extras if extra not in {"build", "dev"} for part in parts]
    declared = {_plain(part) for part in (*_PROJECT["dependencies"], *optional)}
    modules = {module.partition(".")[0] for module in _imported()}
    foreign = modules - set(sys.stdlib_module_names) - {"secondop_desktop"}
    assert "PySide6" in foreign
    holders = packages_distributions()
    assert sorted(one for one in foreign if not _brought_by(one, holders) & declared) == []
