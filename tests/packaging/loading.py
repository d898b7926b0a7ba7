"""Loads the tools of packaging/ from their files: the folder shares its name with a library."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

from tests.architecture.house import ROOT


def tool(name: str) -> ModuleType:
    """Load a tool by its place below packaging/, such as ``lock/check``."""
    known = f"packaging_{name.replace('/', '_')}"
    spec = spec_from_file_location(known, ROOT / "packaging" / f"{name}.py")
    assert spec and spec.loader
    module = sys.modules[known] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
