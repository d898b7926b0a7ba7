"""Whatever a resource says, line by line in plain words, so that a person can read and find it."""

from collections.abc import Iterator
from typing import Any

from secondop_desktop.exchange.fhir import modifiers
from secondop_desktop.exchange.fhir.codes import all_words, first, line, objects, several, words
from secondop_desktop.exchange.fhir.labels import bare, extension, label
from secondop_desktop.exchange.fhir.names import human_name
from secondop_desktop.exchange.fhir.phrases import Name, phrase
from secondop_desktop.exchange.fhir.resources import Body

LONGEST = 100_000
"""Characters of what is told of one resource; more is no text to be read."""

_SILENT = frozenset(
    {"resourceType", "id", "meta", "implicitRules", "language", "text", "contained", "subject"}
    | {"patient", "beneficiary", "instantiatesCanonical", "instantiatesUri", "linkId", "data"}
    | {"mode", "hash", "uid", "sopClass", "sequence", "section"}
    | {"orderedBy", "entryType", "jurisdiction", "profile"}
)
"""Parts for computers, and those that are told in another way."""

_LEADING = frozenset(
    {"code", "name", "text", "value", "what", "item", "detail", "concept", "content"}
)
"""Parts of a part that say what it is, and so stand without a word before them."""

_OF_A_FORM = frozenset({"linkId", "answer", "item"})
"""What a question of a form has, or a group of them."""

_SHORT = 120
_DEEPEST = 8


def in_words(body: Body, name: Name) -> str:
    """Return what a resource says, a line for each part; ``name`` says what references lead to."""
    return "\n".join(_lines(body, name, 0))[:LONGEST]


def _lines(body: Body, name: Name, depth: int) -> Iterator[str]:
    for part, value in body.items():
        if part == "extension":
            yield from _extensions(value, name, depth)
        elif part == modifiers.PART:
            yield from filter(None, map(modifiers.said, several(value)))
        elif part not in _SILENT and not part.startswith("_"):
            for one in several(value):
                yield from _part(part, label(part), one, name, depth)


def _part(part: str, called: str, value: Any, name: Name, depth: int) -> Iterator[str]:
    if part == "item" and isinstance(value, dict) and not _OF_A_FORM.isdisjoint(value):
        yield from _question(value, name, depth)
        return
    said = phrase(value, name)
    if said is None and depth < _DEEPEST:
        yield from _parts(part, called, value, name, depth)
    elif said:
        leads = depth > 0 and bare(part) in _LEADING
        yield said if leads else f"{called}: {said}"


def _question(value: Body, name: Name, depth: int) -> Iterator[str]:
    """Tell a question of a form with its answers, and the questions below it."""
    answers = ("; ".join(_lines(one, name, depth + 1)) for one in _answers(value))
    said = ", ".join(filter(None, answers))
    yield ": ".join(filter(None, (line(value.get("text")) or line(value.get("linkId")), said)))
    if depth < _DEEPEST:
        yield from (f"  {one}" for one in _lines({"item": value.get("item")}, name, depth + 1))


def _answers(value: Body) -> list[Body]:
    return objects(value.get("answer"))


def _parts(part: str, called: str, value: Body, name: Name, depth: int) -> Iterator[str]:
    """Tell a part made of parts: in one line where they fit, else one below the other."""
    inner = list(_lines(value, name, depth + 1))
    if not inner:
        return
    lead = "" if depth > 0 and bare(part) in _LEADING else f"{called}: "
    whole = "; ".join(inner)
    if len(whole) <= _SHORT or len(inner) == 1:
        yield lead + whole
    else:
        yield lead + inner[0]
        yield from (f"  {one}" for one in inner[1:])


def _extensions(value: Any, name: Name, depth: int) -> Iterator[str]:
    """Tell what a country or a maker adds, such as the procedure of a vaccination in UK Core."""
    for one in several(value):
        if isinstance(one, dict) and isinstance(one.get("url"), str):
            rest = {part: inner for part, inner in one.items() if part != "url"}
            called = extension(one["url"])
            given = next((rest[part] for part in rest if part.startswith("value")), rest)
            yield from _part("extension", called, given, name, depth)


_NAMES = ("code", "vaccineCode", "medication", "category", "scope", "type", "relationship")


def title(body: Body, name: Name) -> str:
    """Find words for a resource of any type: its title, code, medicine or description."""
    kind = body.get("resourceType")
    if kind == "RelatedPerson":
        return human_name(body.get("name")) or all_words(body.get("relationship"))
    if kind == "FamilyMemberHistory":
        return _relative(body)
    given = [line(body.get("title")), words(body.get("medicationCodeableConcept"))]
    reference = body.get("medicationReference") or body.get("device")
    given.append(name(reference) if reference else "")
    given += [words(first(body.get(part))) for part in _NAMES]
    given.append(_described(body))
    return next(filter(None, given), "")


def _relative(body: Body) -> str:
    """Say which relative had what: ``mother: breast cancer, gout``."""
    found = objects(body.get("condition"))
    who = words(body.get("relationship")) or line(body.get("name"))
    return ": ".join(filter(None, (who, all_words([one.get("code") for one in found]))))


def _described(body: Body) -> str:
    """Return the description of a goal, order or device, whether a text or a concept."""
    for part in ("description", "deviceName", "name", "reasonCode", "serviceType"):
        value = first(body.get(part))
        found = phrase(value, lambda _reference: "") if value else ""
        if found:
            return found
    return ""


def gist(body: Body, name: Name) -> str:
    """Say in one line what a resource is about: its title, value, doses and remarks."""
    values = [value for part, value in body.items() if bare(part) == "value"]
    more = [one for part in _GIST for one in several(body.get(part))]
    head = " ".join(filter(None, (title(body, name), *(phrase(one, name) for one in values))))
    parts = [head, *(phrase(one, name) or "" for one in more)]
    return ": ".join(part.replace("\n", " ") for part in dict.fromkeys(parts) if part)


_GIST = ("dosageInstruction", "dosage", "conclusion", "comment", "note")
