"""Files that resources carry inside themselves, or that stand in a Binary beside them."""

import base64
import binascii
from collections.abc import Iterator
from typing import Any

from secondop_desktop.exchange.fhir.codes import line, notes, several
from secondop_desktop.exchange.fhir.context import Context, ReadValues, UnreadableError
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.exchange.source_files import any_file
from secondop_desktop.lang import _

_DEEPEST = 12


def held(value: Any, depth: int = 0) -> Iterator[Body]:
    """Yield every Attachment with bytes in it, wherever a resource has it."""
    if isinstance(value, dict):
        if isinstance(value.get("data"), str) and "contentType" in value:
            yield value
        elif depth < _DEEPEST:
            for part, inner in value.items():
                if part != "contained" and isinstance(inner, dict | list):
                    yield from held(inner, depth + 1)
    else:
        for one in several(value):
            if isinstance(one, dict):
                yield from held(one, depth)


def with_file(attachment: Body, own: dict[str, Any], part: str, context: Context) -> ReadValues:
    """Add the file of an attachment to the values of a record, or the place where it lies.

    Raises UnreadableError for bytes that are not base64, UserError for a broken file.
    """
    data = attachment.get("data") or _elsewhere(attachment, context)
    if not data:
        return ReadValues(own | {"place": line(attachment.get("url"))}, part)
    try:
        found = base64.b64decode("".join(str(data).split()), validate=True)
    except (binascii.Error, ValueError):
        raise UnreadableError(_("The file inside it cannot be read.")) from None
    name = line(attachment.get("title")) or own["title"]
    content = Content(name, data=found)
    draft = any_file.draft(content, any_file.type_of(content), "")
    text = notes(own.get("text"), draft.values.get("text"))
    return ReadValues({**draft.values, **own, "text": text}, part, draft.content)


def _elsewhere(attachment: Body, context: Context) -> Any:
    """Return the bytes (base64) of the Binary that an address leads to."""
    found = context.find(attachment.get("url"))
    return (found.body.get("data") or found.body.get("content")) if found else None
