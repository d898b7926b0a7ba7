"""Resources without a kind of their own: each a record that a person can read, find and date."""

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.fhir import attachments, telling
from secondop_desktop.exchange.fhir.codes import code, notes, several
from secondop_desktop.exchange.fhir.context import (
    Context,
    LeftOutError,
    ReadValues,
    UnreadableError,
)
from secondop_desktop.exchange.fhir.headings import listed, sections
from secondop_desktop.exchange.fhir.identity import content_mark
from secondop_desktop.exchange.fhir.narrative import narrative
from secondop_desktop.exchange.fhir.nothing_known import empty_answer
from secondop_desktop.exchange.fhir.resources import Body, Resource, is_fhir
from secondop_desktop.exchange.fhir.sorts import sort_of, words_for
from secondop_desktop.exchange.fhir.standing import check
from secondop_desktop.exchange.fhir.when import in_words, put_when
from secondop_desktop.exchange.read_entries import ReadEntry
from secondop_desktop.lang import _

_NUMBER = re.compile(r'"\\u0000(-?[0-9][0-9.eE+-]*)"')
_SIMPLY = frozenset(
    {"", "accepted", "active", "amended", "available", "completed", "corrected", "current"}
    | {"final", "finished", "generated", "posted", "retired", "unknown"}
)
"""What status says no more than that something is there."""

_SAYS_ITSELF = frozenset({"Procedure", "Immunization", "Observation"})
"""Types whose titles need no word before them: the sort of the record says it."""

_BY = ("performer", "author", "recorder", "asserter", "requester", "sender", "informant", "source")


def raw(body: Any) -> str:
    """Write JSON again with every digit that it came with."""
    text = json.dumps(body, ensure_ascii=False, default=_digits)
    return _NUMBER.sub(r"\1", text) if "\\u0000" in text else text


def _digits(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"\0{value}"
    raise TypeError(f"no JSON: {type(value)}")


def state(body: Body) -> str:
    """Return the status of something that did not simply take place, such as ``not done``."""
    status = "not-done" if body.get("notGiven") is True else code(body.get("status"))
    status = "not-done" if body.get("doNotPerform") is True else status
    return "" if status in _SIMPLY else status.replace("-", " ")


def read(body: Body, context: Context) -> Iterator[ReadValues]:
    """Read a resource of any type as a record; a heading of a List is told by that List."""
    check(body)
    if context.resource.type == "List":
        if context.lists().is_heading(context.resource):
            return
        _answer(body, context)
    yield from read_whole(context)


def _answer(body: Body, context: Context) -> None:
    """Take an empty List that says so for the person's answer that there are none."""
    if answer := empty_answer(body):
        context.answer(answer)
        if not body.get("note"):
            raise LeftOutError(
                _("It says that there are none: that is an answer about the person, not an entry.")
            )


def read_whole(context: Context, title: str = "", text: str = "") -> Iterator[ReadValues]:
    """Tell a resource as a record: title, sort, date, from whom, and all it says in plain words.

    Each file inside it is kept as a file: the first in this record, the others beside it.
    """
    resource = context.resource
    body = resource.body
    title = title or telling.title(body, context.called)
    parts = (_resource_words(context, title), text, narrative(body), sections(body, context))
    said = "\n\n".join(filter(None, parts))
    if not (said or title or any(attachments.held(body))):
        raise LeftOutError(_("It says nothing that could be shown."))
    values = {
        "title": _title(resource, title),
        "type": "consultation" if _is_consultation(body) else sort_of(resource.type),
        "from_provider": context.provider(*_by(body)),
        "raw": raw(body),
        "text": said,
    }
    put_when(values, body, context)
    yield from _with_files(values, context)


def _is_consultation(body: Body) -> bool:
    """Tell whether a List holds what was said and found in one visit (GP Connect)."""
    return body["resourceType"] == "List" and bool(body.get("encounter"))


def _resource_words(context: Context, title: str) -> str:
    """Tell what a resource says, without the line that only repeats the title."""
    body = context.resource.body
    silent = {"status"} if code(body.get("status")) in _SIMPLY else set()
    if context.resource.type == "List":
        silent.add("entry")
    rest = {part: value for part, value in body.items() if part not in silent}
    said = telling.in_words(rest, context.called).split("\n")
    more = "\n".join(one for one in said if one.partition(": ")[2] != title)
    return notes(more, listed(context) if "entry" in silent else "")


def _title(resource: Resource, named: str) -> str:
    sort, status = words_for(resource.type), state(resource.body)
    if _is_consultation(resource.body):
        sort = _("Consultation")
    whole = ": ".join(filter(None, (sort, named)))
    if named and resource.type in _SAYS_ITSELF:
        whole = named
    also = ", ".join(filter(None, (in_words(resource.body), status)))
    return f"{whole} ({also})" if also else whole


def _by(body: Body) -> Iterator[Any]:
    """Yield the references to whom something is from."""
    for part in _BY:
        for one in several(body.get(part)):
            yield (one.get("actor") or one.get("agent") or one) if isinstance(one, dict) else one


def _with_files(values: dict[str, Any], context: Context) -> Iterator[ReadValues]:
    found = list(attachments.held(context.resource.body))
    if not found:
        yield ReadValues(values)
    for number, attachment in enumerate(found):
        own = values if not number else {n: v for n, v in values.items() if n != "raw"}
        part = f"file-{number}" if number else ""
        try:
            yield attachments.with_file(attachment, dict(own), part, context)
        except (UnreadableError, UserError) as why:
            yield ReadValues(own | {"text": notes(str(why), own["text"])}, part)


def single_record(body: Any, where: str) -> ReadEntry:
    """Keep whatever stood in the place of a resource."""
    values: dict[str, Any] = {"type": "other", "raw": raw(body)}
    values["title"] = _("Part of a file that is not FHIR")
    if is_fhir(body):
        values["title"] = words_for(body["resourceType"])
    if isinstance(body, dict):
        values["text"] = telling.in_words(body, lambda _reference: "")
    return ReadEntry("record", f"fhir:?#{content_mark(body)}", values, where)


def bookkeeping(kind: str, found: Sequence[Context], file: str) -> ReadEntry:
    """Tell all bills or the like of one file in one record, a dated line each, newest first."""
    bodies = [one.resource.body for one in found]
    lines = sorted((_dated(one) for one in found), reverse=True)
    values: dict[str, Any] = {
        "title": f"{words_for(kind)} ({len(found)})",
        "type": "other",
        "text": "\n".join(text for _day, text in lines),
        "raw": raw(bodies),
    }
    put_when(values, {"date": lines[0][0]})
    return ReadEntry("record", f"fhir:{kind}×{content_mark(bodies)}", values, file)


def additions(of: str, found: Sequence[Context], origin: str) -> ReadEntry:
    """Tell what only adds to another entry, such as each issue of a prescription, line by line."""
    lines = sorted((_dated(one) for one in found), reverse=True)
    resource = found[0].resource
    values: dict[str, Any] = {
        "title": f"{words_for(resource.type)}: {of} ({len(found)})",
        "type": sort_of(resource.type),
        "text": "\n".join(text for _day, text in lines),
        "raw": raw([one.resource.body for one in found]),
    }
    put_when(values, {"date": lines[0][0]})
    return ReadEntry("record", f"{origin}#{resource.type}", values, resource.where)


def _dated(context: Context) -> tuple[str, str]:
    """Return the date of a resource, to sort by, and its line."""
    values: dict[str, Any] = {}
    body = context.resource.body
    put_when(values, body, context)
    day = values.get("date")
    parts = [day.words() if day else "", telling.in_words(body, context.called).replace("\n", "; ")]
    inside = [telling.gist(one.body, context.called) for one in context.resource.contained]
    line = ": ".join(filter(None, parts))
    return day.iso if day else "", "; ".join(dict.fromkeys(filter(None, (line, *inside))))
