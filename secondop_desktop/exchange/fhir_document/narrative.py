"""What a document says for people: XHTML in which every text of the journal is only a text.

Source: http://hl7.org/fhir/R4/narrative.html (txt-1: no scripts, forms or outside parts).
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any

from secondop_desktop.exchange.fhir.own import NOT_IN_FILES
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir_document.entries_to_tell import EntriesToTell
from secondop_desktop.exchange.fhir_document.told_to_few import is_hidden
from secondop_desktop.exchange.fhir_document.values import text
from secondop_desktop.journal.kinds import Field, Kind
from secondop_desktop.journal.values.columns import Refs
from secondop_desktop.lang import _

_FOR_COMPUTERS = NOT_IN_FILES | {"narrative", "unit_code"}
_GRID = ("date", "test", "value", "unit", "range", "flag", "lab")

Pair = tuple[str, str]


def narrative(*parts: str) -> Body:
    """Return a Narrative (XHTML) of parts that are marked up already."""
    inside = "".join(parts) or _paragraph(_("Nothing is written down here."))
    return {"status": "generated",
            "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{inside}</div>'}  # fmt: skip


def said(sentence: str) -> str:
    """Mark up one sentence."""
    return _paragraph(sentence)


def facts(pairs: Iterable[Pair]) -> str:
    """Mark up labelled values as a list."""
    said = (_("{label}: {text}").format(label=label, text=value)
            for label, value in pairs if text(value))  # fmt: skip
    items = "".join(f"<li>{_safe(one)}</li>" for one in said)
    return f"<ul>{items}</ul>" if items else ""


def entries(kind: Kind, rows: Sequence[Any], of: EntriesToTell) -> str:
    """Mark up entries one after the other; test results as a table."""
    if kind.name == "result":
        return _grid(kind, rows, of)
    return "".join(_entry(kind, row, of) for row in rows)


def in_part(kind: Kind, rows: Sequence[Any], of: EntriesToTell) -> str:
    """Mark up what no resource can say, as a part such as the date cannot be read."""
    heading = _("These could not be read whole. They are told only here, as they are written.")
    return _paragraph(heading) + "".join(_unread(kind, row, of) for row in rows)


def _unread(kind: Kind, row: Any, of: EntriesToTell) -> str:
    written = ((_(kind.by_name[name].label), text) for name, text in (row.unread or {}).items()
               if name in kind.by_name)  # fmt: skip
    return f"<p><b>{_safe(of.names(row.id))}</b></p>{facts([*pairs(kind, row, of), *written])}"


def _entry(kind: Kind, row: Any, of: EntriesToTell) -> str:
    title = of.names(row.id)
    told = [pair for pair in pairs(kind, row, of) if pair[1] != title]
    return f"<p><b>{_safe(title)}</b></p>{facts(told)}"


def pairs(kind: Kind, row: Any, of: EntriesToTell, names: Iterable[str] = ()) -> Iterator[Pair]:
    """Yield what an entry says, field by field, in the words of the screen."""
    wanted = frozenset(names)
    for field in kind.fields:
        shown = field.name in wanted if wanted else field.name not in _FOR_COMPUTERS
        shown = shown and not is_hidden(kind.name, row, field.name, of)
        if shown and (value := _words(kind, field, row, of)):
            yield _(field.label), value


def _words(kind: Kind, field: Field, row: Any, of: EntriesToTell) -> str:
    value, column = getattr(row, field.name), kind.types[field.name]
    if field.refers or (isinstance(column, Refs) and not field.choices):
        ids = value if isinstance(value, tuple) else (value,)
        return ", ".join(filter(None, map(of.names, ids)))
    if isinstance(value, tuple) and field.choices:
        return ", ".join(_(field.label_of(one)) for one in value)
    if isinstance(value, dict) and field.choices:
        return ""  # it is told by the entries that its keys name
    if field.choices:
        return _(field.label_of(value)) if value else ""
    return column.words(value)


def _grid(kind: Kind, rows: Sequence[Any], of: EntriesToTell) -> str:
    fields = [kind.by_name[name] for name in _GRID]
    labels = (_(field.label) for field in fields)
    heads = "".join(f"<th>{_safe(label)}</th>" for label in labels)
    lines = (
        "".join(f"<td>{_safe(_words(kind, field, row, of))}</td>" for field in fields)
        for row in rows
    )
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _paragraph(sentence: str) -> str:
    return f"<p>{_safe(sentence)}</p>"


def _safe(words: str) -> str:
    return escape(text(words)).replace("\n", "<br/>")
