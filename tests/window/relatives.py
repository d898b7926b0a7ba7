"""Two relatives whose every field says whose it is, and all that a window shows, read as text."""

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Field, Kind
from secondop_desktop.journal.values import columns
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range
from secondop_desktop.widgets.fields.base import FieldEdit
from secondop_desktop.widgets.lists.button_rows import RowButton

_LEFT = frozenset({"raw", "file", "file_name", "file_type", "file_size"})
"""What a file brings with it."""
_NAMES = frozenset({"name", "known_as"})
"""People are told apart by these on every screen; so they bear no mark."""
_ENDS = {"review", "due", "chase", "authority_until"}
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


def write_all(journal: Journal, name: str, mark: str, asked: PartialDate) -> str:
    """Keep one full entry of each kind for a new person; every text in it bears the mark."""
    with journal.change("Add") as change:
        person = change.add("person", name=name)
        file = journal.attach(change, BytesIO(f"{mark} in a file".encode()), "a.txt").hash
        made = {"person": person}
        for kind in journal.kinds.values():
            if kind.name != "person":
                made[kind.name] = change.add(kind.name, person=person)
        for kind in journal.kinds.values():
            _fill(change, kind, made, mark, asked)
        change.edit(
            "record",
            made["record"],
            file=file,
            file_name=f"{mark}.txt",
            file_type="text/plain",
            file_size=len(mark) + 10,
        )
        change.edit("case", made["case"], step_notes={str(n): f"{mark} step" for n in range(1, 8)})
    return person


def _fill(change: Change, kind: Kind, made: dict[str, str], mark: str, asked: PartialDate) -> None:
    values = {
        field.name: _value(kind, field, made, mark, asked)
        for field in kind.fields
        if field.name not in _LEFT and not (kind.name == "person" and field.name in _NAMES)
    }
    if "case" in kind.types:
        values["case"] = made["case"]
    for open_one in ("done", "closed", "received", "referral_accepted", "referral_declined"):
        values.pop(open_one, None)
    change.edit(kind.name, made[kind.name], **values)


def _value(kind: Kind, field: Field, made: dict[str, str], mark: str, asked: PartialDate) -> Any:
    kept = kind.types[field.name]
    words = [word for word, _label in field.choices]
    if type(kept) is columns.Refs:
        others = [made[field.refers]] if field.refers else list(made.values())[1:]
        return tuple(entry for entry in others if entry != made[kind.name])
    if field.refers:
        return made[field.refers] if made[field.refers] != made[kind.name] else None
    if words:
        several = {"choices": tuple(words), "map": {made["opinion"]: words[0]}}
        return several.get(kept.name, words[0])
    text = f"{mark} {kind.name} {field.name.replace('_', ' ')}"
    of_type: dict[str, Any] = {
        "text": text,
        "long text": f"{text}\n{mark} below",
        "yes/no": False,
        "whole number": 1,
        "date": PartialDate(2031, 5, 6) if field.name in _ENDS else asked,
        "quantity": Quantity(text),
        "range": Range(text),
        "amount": Decimal(len(mark)),
        "checklist": ((text, False), (f"{mark} too", True)),
        "map": {},
    }
    return of_type[kept.name]


def told(root: QWidget) -> str:
    """Return all that a window says, shown or folded away: texts, names, lists, offers."""
    widgets = [root, *root.findChildren(QWidget)]
    texts = [text for widget in widgets for text in _texts(widget)]
    for completer in root.findChildren(QCompleter):
        texts += _in_model(completer.model())
    return "\n".join(text for text in texts if text)


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    yield from (widget.windowTitle(), widget.statusTip())
    if isinstance(widget, RowButton):
        yield widget.row.spoken()
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QComboBox | QAbstractItemView):
        yield from _in_model(widget.model())
    if isinstance(widget, FieldEdit):
        yield from _offered(widget)
    yield from (action.text() for action in widget.actions())


def _offered(edit: FieldEdit) -> Iterator[str]:
    """Say what the list behind a field offers to choose."""
    entries = getattr(edit, "_entries", None)
    for choice in entries.source() if entries is not None else ():
        yield from (choice.title, choice.detail)


def _in_model(model: QAbstractItemModel | None, under: QModelIndex | None = None) -> list[str]:
    if model is None:
        return []
    top = under if under is not None else QModelIndex()
    columns_of = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    found: list[str] = []
    for row in range(model.rowCount(top)):
        for column in range(columns_of):
            index = model.index(row, column, top)
            found += [str(said) for role in _ROLES if (said := model.data(index, role))]
        if not isinstance(model, QAbstractListModel):
            found += _in_model(model, model.index(row, 0, top))
    return found
