"""How an entry stands: done, planned, stopped, denied, or taken back by its writer."""

from secondop_desktop.exchange.ccda.elements import Element, attribute, every, told

_MISTAKE = frozenset({"nullified", "obsolete"})
_SUSPECTED = frozenset({"415684004", "410590009", "410592001"})
"""SNOMED CT, as a qualifier: suspected, known possible, probably present."""
_ASKED_FOR = frozenset({"RQO", "PRP", "PRMS", "ARQ"})


def status(node: Element) -> str:
    """Return the word of HL7 for how an entry stands, such as ``completed``."""
    return told(node, "h:statusCode", "code").lower()


def is_mistake(*nodes: Element | None) -> bool:
    """Tell whether its writer took an entry back (https://terminology.hl7.org/ ActStatus).

    It is also taken back with what holds it, where that is given.
    """
    return any(status(node) in _MISTAKE for node in nodes if node is not None)


def is_denied(*nodes: Element | None) -> bool:
    """Tell whether an entry, or what holds it, says that something is not, or was not done."""
    return any(attribute(node, "negationInd") == "true" for node in nodes if node is not None)


def is_doubted(node: Element) -> bool:
    """Tell whether its writer is not certain of an entry (uncertaintyCode) or its value (UNC)."""
    unsure = any(attribute(one, "nullFlavor") == "UNC" for one in every(node, "h:value"))
    context = (attribute(one, "code") for one in every(node, "h:value/h:qualifier/h:value"))
    unsure = unsure or not _SUSPECTED.isdisjoint(context)
    return unsure or told(node, "h:uncertaintyCode", "code") == "U"


def is_broken_off(concern: Element) -> bool:
    """Tell whether an act that watches over something was broken off, whatever it then says."""
    return status(concern) in {"aborted", "cancelled"}


def is_planned(node: Element) -> bool:
    """Tell whether an entry is about something to come: wished, asked for, or booked."""
    return attribute(node, "moodCode") not in {"EVN", ""}


def is_asked_for(node: Element) -> bool:
    """Tell whether a medicine is only asked for; one that is intended (INT) may well be taken."""
    return attribute(node, "moodCode") in _ASKED_FOR
