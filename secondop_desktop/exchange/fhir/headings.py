"""What Lists and documents say, heading by heading, with what stands under each."""

from collections.abc import Iterator

from secondop_desktop.exchange.fhir.codes import all_words, line, notes, several, words
from secondop_desktop.exchange.fhir.context import Context
from secondop_desktop.exchange.fhir.lists import items
from secondop_desktop.exchange.fhir.narrative import narrative
from secondop_desktop.exchange.fhir.references import display
from secondop_desktop.exchange.fhir.resources import Body, Resource

_DEEPEST = 8


def listed(context: Context) -> str:
    """Tell a List with its headings; each entry is one line under its heading."""
    return "\n".join(_listed(context, 0, {context.resource}))


def _listed(context: Context, depth: int, seen: set[Resource]) -> Iterator[str]:
    for item in items(context.resource.body):
        found = context.find(item)
        if found is not None and found.type == "List" and found not in seen:
            yield from _heading(context.at(found), depth, seen | {found})
        elif found is not None or display(item):
            yield "  " * depth + "– " + context.called(item)


def _heading(context: Context, depth: int, seen: set[Resource]) -> Iterator[str]:
    body = context.resource.body
    space = "  " * depth
    yield space + (line(body.get("title")) or words(body.get("code")))
    if told := notes(narrative(body), body.get("note"), all_words(body.get("emptyReason"))):
        yield space + "  " + told.replace("\n", " ")
    if depth < _DEEPEST:
        yield from _listed(context, depth + 1, seen)


def sections(body: Body, context: Context) -> str:
    """Tell those sections of a document that have no words of their own by their entries."""
    return "\n".join(_sections(body, context, 0))


def _sections(body: Body, context: Context, depth: int) -> Iterator[str]:
    for section in several(body.get("section")):
        if isinstance(section, dict) and depth < _DEEPEST:
            if not isinstance(section.get("text"), dict):
                title = line(section.get("title")) or words(section.get("code"))
                entries = [context.called(one) for one in several(section.get("entry"))]
                told = [f"– {one}" for one in entries if one]
                empty = all_words(section.get("emptyReason"))
                yield from ([title] if title and (told or empty) else [])
                yield from [*told, *([empty] if empty else [])]
            yield from _sections(section, context, depth + 1)
