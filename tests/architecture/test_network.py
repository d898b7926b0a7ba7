"""Nothing leaves the computer: no part of the program can speak to a network."""

import ast
from collections.abc import Iterator

from tests.architecture.house import committed, name

_SPEAKS = (
    *("asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver", "ssl"),
    *("urllib.request", "webbrowser", "xmlrpc", "requests", "httpx", "aiohttp"),
    *("PySide6.QtNetwork", "PySide6.QtHttpServer", "PySide6.QtWebSockets"),
)


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _speaks(module: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in _SPEAKS)


def test_no_room_imports_what_speaks_to_a_network() -> None:
    found = [
        (name(path), module)
        for path in committed("secondop_desktop/*.py")
        for module in _imported(ast.parse(path.read_text(encoding="utf-8")))
        if _speaks(module)
    ]
    assert found == []
