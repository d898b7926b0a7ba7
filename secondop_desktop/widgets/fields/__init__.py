"""The input fields of every form; each keeps the contract of `FieldEdit`."""

from secondop_desktop.widgets.fields.base import FieldEdit
from secondop_desktop.widgets.fields.choice import ChoiceField
from secondop_desktop.widgets.fields.choices import ChoicesField
from secondop_desktop.widgets.fields.flag import FlagField, TickField
from secondop_desktop.widgets.fields.line import LineField
from secondop_desktop.widgets.fields.number import NumberField
from secondop_desktop.widgets.fields.text import TextField

__all__ = [
    "ChoiceField",
    "ChoicesField",
    "FieldEdit",
    "FlagField",
    "LineField",
    "NumberField",
    "TextField",
    "TickField",
]
