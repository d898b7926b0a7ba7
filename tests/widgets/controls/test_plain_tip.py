"""A name that looks like a page is shown as it is written, wherever a tip or a label shows it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import Qt, QTextDocument

import secondop_desktop
from secondop_desktop.widgets.controls.button import IconButton
from secondop_desktop.widgets.controls.plain_tip import plain_tip

_NAMES = (
    "<img src='//host/share/x.png'>Ann",
    "<b>Ann</b>",
    "Ann <script>",
    "&lt;img&gt;",
    '<a href="x">Ann</a>\nEvans',
)
_SAFE = ("_", "plain_tip")


@pytest.mark.parametrize("name", _NAMES)
def test_it_is_shown_letter_for_letter(name: str) -> None:
    shown = plain_tip(name)
    document = QTextDocument()
    if Qt.mightBeRichText(shown):
        document.setHtml(shown)
    else:
        document.setPlainText(shown)
    assert document.toPlainText().replace("\u2028", "\n") == name
    assert "<img" not in shown


def test_a_plain_name_stays_as_it_is() -> None:
    assert plain_tip("Ann & Bob < 3") == "Ann & Bob < 3"


@pytest.mark.usefixtures("qapp")
def test_a_button_that_bears_such_a_name_shows_it_plainly() -> None:
    button = IconButton(_NAMES[0], "bin")
    assert button.toolTip() == plain_tip(_NAMES[0])
    assert button.accessibleName() == _NAMES[0]


def _tips() -> Iterator[tuple[str, ast.expr]]:
    for file in sorted(Path(secondop_desktop.__path__[0]).rglob("*.py")):
        source = file.read_text("utf-8")
        for node in ast.walk(ast.parse(source)) if "setToolTip" in source else ():
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "setToolTip":
                yield f"{file.name}:{node.lineno}", node.args[-1]


def _is_ours(said: ast.expr) -> bool:
    """Tell a text of the program, or one made plain, from one that may be anybody's."""
    if isinstance(said, ast.IfExp):
        return _is_ours(said.body) and _is_ours(said.orelse)
    if isinstance(said, ast.Constant):
        return True
    return isinstance(said, ast.Call) and (
        getattr(said.func, "id", "") in _SAFE
        or (isinstance(said.func, ast.Attribute) and _is_ours(said.func.value))
    )


def test_every_tip_is_a_text_of_ours_or_made_plain() -> None:
    tips = list(_tips())
    assert len(tips) > 10
    assert [place for place, said in tips if not _is_ours(said)] == []
