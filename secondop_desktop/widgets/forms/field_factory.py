"""The input that fits a field's type, with its choices in the language in use."""

from typing import Any

from secondop_desktop.journal.kinds import Field, Kind
from secondop_desktop.lang import _
from secondop_desktop.widgets import fields
from secondop_desktop.widgets.fields.base import FieldEdit

_MAKERS: dict[str, type[FieldEdit]] = {
    "text": fields.LineField,
    "long text": fields.TextField,
    "yes/no": fields.FlagField,
    "whole number": fields.NumberField,
    "date": fields.DateField,
    "quantity": fields.QuantityField,
    "range": fields.RangeField,
    "amount": fields.MoneyField,
    "checklist": fields.ChecklistField,
    "reference": fields.RefField,
    "references": fields.RefsField,
}


def bound_field(kind: Kind, field: Field, **options: Any) -> FieldEdit:
    """Make the input for a field; ``options`` go to the input as they are."""
    type_name = kind.type_of(field.name).name
    choices = [(value, _(label)) for value, label in field.choices]
    if type_name == "choice":
        return fields.ChoiceField(choices, **options)
    if type_name == "choices":
        return fields.ChoicesField(choices, **options)
    return _MAKERS[type_name](**options)
