"""Parts that may turn the meaning of all others about (modifierExtension): never passed over.

https://hl7.org/fhir/R4/extensibility.html#modifierExtension
"""

from typing import Any, Final

from secondop_desktop.exchange.fhir import dates, labels
from secondop_desktop.exchange.fhir.amounts import digits, phrase
from secondop_desktop.exchange.fhir.codes import line, objects, words
from secondop_desktop.lang import _

PART: Final = "modifierExtension"
_DOUBT: Final = "urn:secondop:doubt"
"""What our own readers of other forms call a doubt, with the sentence that says it."""


def put_doubt(body: dict[str, Any], why: str) -> None:
    """Mark a resource as one of which its writer is not certain; ``why`` is told with it."""
    mark = {"url": _DOUBT, "valueString": why}
    body[PART] = [*objects(body.get(PART)), mark]


def is_doubted(body: Any) -> bool:
    """Tell whether a resource, or one of the parts it is made of, bears such a mark."""
    if not isinstance(body, dict):
        return False
    if any(map(said, objects(body.get(PART)))):
        return True
    parts = (one for one in body.values() if type(one) is list)
    return any(is_doubted(part) for several in parts for part in several if type(part) is dict)


def said(extension: Any) -> str:
    """Say such a part in its sender's words, empty for one that has no name."""
    if not isinstance(extension, dict) or not isinstance(extension.get("url"), str):
        return ""
    given = next((one for key, one in extension.items() if key.startswith("value")), None)
    if extension["url"] == _DOUBT:
        return line(given)
    name = labels.extension(extension["url"])
    name = name[:1].lower() + name[1:]
    value = {True: _("yes"), False: _("no")}[given] if isinstance(given, bool) else worded(given)
    told = _line(name, value) if value else name
    return _line(_("This may change what is said here"), told)


def _line(label: str, text: str) -> str:
    return _("{label}: {text}").format(label=label, text=text)


def worded(given: Any) -> str:
    """Say the value of an extension, whatever its form."""
    if isinstance(given, dict):
        return words(given) or phrase(given) or line(given.get("display"))
    if isinstance(given, str):
        return dates.said(given, clock=False)
    return digits(given)
