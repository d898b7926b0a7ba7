"""Every text that is marked for translation stands where a translator's tools find it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.house import committed, name

_MARKERS = {"_": 1, "N_": 1, "ngettext": 2}
"""The functions that mark, and how many of their arguments are texts."""


Nodes = list[ast.AST]


def _nodes(source: str) -> Nodes:
    return list(ast.walk(ast.parse(source)))


def _marker(node: ast.AST) -> str:
    """Return the name of the marker that this calls, also as ``lang.ngettext``; else nothing."""
    if not isinstance(node, ast.Call):
        return ""
    called = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
    return called if called in _MARKERS else ""


def _in_f_strings(nodes: Nodes) -> Iterator[int]:
    """Give the line of every marker inside an f-string: Python 3.11 shows tools one mere string."""
    for node in nodes:
        if isinstance(node, ast.JoinedStr) and any(map(_marker, ast.walk(node))):
            yield node.lineno


def _put_together(nodes: Nodes) -> Iterator[int]:
    """Give the line of every marked text that is not one whole string, nor a name for one."""
    for node in nodes:
        if marker := _marker(node):
            assert isinstance(node, ast.Call)
            texts = node.args[: _MARKERS[marker]]
            mixed = ast.BinOp | ast.JoinedStr | ast.IfExp | ast.BoolOp
            if any(isinstance(text, mixed) and _spells(text) for text in texts):
                yield node.lineno


def _spells(node: ast.expr) -> bool:
    """Tell whether a text is spelled out among the parts."""
    parts = ast.walk(node)
    return any(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in parts)


def test_every_marked_text_is_one_whole_string_and_none_stands_in_an_f_string() -> None:
    sources = committed("secondop_desktop/*.py")
    assert sources
    assert [wrong for path in sources for wrong in _wrong(path)] == []


def _wrong(path: Path) -> Iterator[str]:
    nodes = _nodes(path.read_text(encoding="utf-8"))
    for line in _in_f_strings(nodes):
        yield f"{name(path)}:{line}: take _() out of the f-string"
    for line in _put_together(nodes):
        yield f"{name(path)}:{line}: mark each text by itself"


def test_a_marked_text_in_an_f_string_is_seen() -> None:
    inside = [
        "f\"{_('Bin')}\"",
        "f\"{a}: {lang.ngettext('{n} day', '{n} days', n)}\"",
        "f'{N_(x)}'",
    ]
    assert [list(_in_f_strings(_nodes(source))) for source in inside] == [[1], [1], [1]]
    beside = ["f'{name}' + _('Bin')", "_('{n} days').format(n=f'{n:.1f}')", "f'{x_(1)}'"]
    assert [list(_in_f_strings(_nodes(source))) for source in beside] == [[], [], []]


def test_a_text_put_together_is_seen() -> None:
    mixed = ["_('to ' + name)", "_('On' if on else 'Off')", "_(title or 'Bin')", "_(f'to {name}')"]
    assert [list(_put_together(_nodes(source))) for source in mixed] == [[1], [1], [1], [1]]
    whole = ["_('to {name}')", "_(title)", "_(TITLES[kind or 'bin'])", "ngettext('a', 'b', n + 1)"]
    assert [list(_put_together(_nodes(source))) for source in whole] == [[], [], [], []]
