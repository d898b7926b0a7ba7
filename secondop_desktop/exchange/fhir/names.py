"""Names, addresses and ways to reach people, as FHIR keeps them."""

from typing import Any

from secondop_desktop.exchange.fhir.codes import line, objects, several
from secondop_desktop.exchange.fhir.dates import put_date
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.journal.values.dates import PartialDate

_BEST = ("official", "usual", "", "temp", "anonymous", "nickname", "maiden", "old")

NUMBER_SYSTEMS = (
    "https://fhir.nhs.uk/Id/nhs-number",
    "http://fhir.nhs.net/Id/nhs-number",
    "https://fhir.hl7.org.uk/Id/nhs-number",
    "urn:oid:2.16.840.1.113883.2.1.4.1",
    "urn:oid:2.16.840.1.113883.2.1.3.2.4.16.53",
    "urn:oid:2.16.840.1.113883.2.1.3.2.4.18.23",
)
"""Where NHS numbers, CHI numbers (Scotland) and H&C numbers (Northern Ireland) come from."""


def human_name(names: Any) -> str:
    """Return the name to use now, of one or several HumanNames (or a plain text)."""
    if isinstance(names, str):
        return line(names)
    found = _by_use(names)
    return _name_words(found[0]) if found else ""


def earlier_names(names: Any) -> list[str]:
    """Return the names that somebody no longer bears: marked as old, or over by their period."""
    found = _by_use(names)
    return list(dict.fromkeys(_name_words(one) for one in found[1:] if _is_past(one)))


def _by_use(names: Any) -> list[dict[str, Any]]:
    """Return the names that say something: those of today first, and of these the best."""
    found = [one for one in several(names) if isinstance(one, dict) and _name_words(one)]
    rank = {use: at for at, use in enumerate(_BEST)}
    return sorted(found, key=lambda one: (_is_past(one), rank.get(line(one.get("use")), 2)))


def _is_past(name: dict[str, Any]) -> bool:
    """Tell whether a name, address or number is not the one of today: by its use or period."""
    period = name.get("period")
    ends = period if isinstance(period, dict) else {}
    end, start = (_last_day(ends.get(part)) for part in ("end", "start"))
    today = local_today()
    over = end is not None and end.last_day < today
    to_come = start is not None and start.first_day > today
    return line(name.get("use")) in {"old", "maiden"} or over or to_come


def _last_day(given: Any) -> PartialDate | None:
    values: dict[str, Any] = {}
    put_date(values, "date", given)
    return values.get("date")


def nickname(names: Any) -> str:
    """Return what somebody likes to be called, where a name says so."""
    found = objects(names)
    return next((_name_words(one) for one in found if one.get("use") == "nickname"), "")


def _name_words(name: dict[str, Any]) -> str:
    """Put the parts in order; the text given is used where there are none."""
    given = " ".join(map(line, several(name.get("given"))))
    family = " ".join(map(line, several(name.get("family"))))
    prefix, suffix = (" ".join(map(line, several(name.get(part)))) for part in ("prefix", "suffix"))
    if not given and not family:
        return line(name.get("text"))
    return " ".join(part for part in (prefix, given, family, suffix) if part)


def address(addresses: Any) -> str:
    """Return the first address that is not an old one, a line for each part."""
    for one in several(addresses):
        if isinstance(one, dict) and not _is_past(one):
            parts = [*several(one.get("line")), *(one.get(part) for part in _PLACE)]
            if written := "\n".join(filter(None, map(line, parts))) or line(one.get("text")):
                return written
    return ""


_PLACE = ("city", "district", "state", "postalCode", "country")


def reach(contacts: Any, system: str) -> str:
    """Return the first telephone number or email address that is in use."""
    found = objects(contacts)
    use = [one for one in found if one.get("system") == system and not _is_past(one)]
    return next((line(one.get("value")) for one in use if line(one.get("value"))), "")


def health_number(identifiers: Any) -> str:
    """Return the NHS, CHI or H&C number among the identifiers of a person."""
    found = objects(identifiers)
    ours = (line(one.get("value")) for one in found if line(one.get("system")) in NUMBER_SYSTEMS)
    return next(filter(None, ours), "")
