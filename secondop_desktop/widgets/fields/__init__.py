"""The input fields of every form; each keeps the contract of `FieldEdit`."""

from secondop_desktop.widgets.fields.base import FieldEdit
from secondop_desktop.widgets.fields.checklist import ChecklistField
from secondop_desktop.widgets.fields.date import DateField
from secondop_desktop.widgets.fields.file import FileField
from secondop_desktop.widgets.fields.flag import FlagField, TickField
from secondop_desktop.widgets.fields.line import LineField
from secondop_desktop.widgets.fields.money import CurrencyField, MoneyField
from secondop_desktop.widgets.fields.multiple_choice import ChoicesField
from secondop_desktop.widgets.fields.named_texts import NamedTextsField
from secondop_desktop.widgets.fields.nhs import NhsNumberField
from secondop_desktop.widgets.fields.number import NumberField
from secondop_desktop.widgets.fields.quantity import QuantityField
from secondop_desktop.widgets.fields.range import RangeField
from secondop_desktop.widgets.fields.ref import RefField
from secondop_desktop.widgets.fields.refs import RefsField
from secondop_desktop.widgets.fields.scale import ScaleField
from secondop_desktop.widgets.fields.single_choice import ChoiceField
from secondop_desktop.widgets.fields.text import TextField

__all__ = [
    "ChecklistField",
    "ChoiceField",
    "ChoicesField",
    "CurrencyField",
    "DateField",
    "FieldEdit",
    "FileField",
    "FlagField",
    "LineField",
    "MoneyField",
    "NamedTextsField",
    "NhsNumberField",
    "NumberField",
    "QuantityField",
    "RangeField",
    "RefField",
    "RefsField",
    "ScaleField",
    "TextField",
    "TickField",
]
