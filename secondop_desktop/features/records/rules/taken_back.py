"""What a sender took back: it came in with a file, and is not true."""

import json
from collections.abc import Iterator
from typing import Any

_WORDS = ("entered-in-error", "refuted")
_STATES = ("status", "verificationStatus", "clinicalStatus", "docStatus")


def is_fact(row: Any) -> bool:
    """Tell whether what a record keeps of a file may be printed.

    It may not where the sender marked a resource in it as entered by mistake or refuted
    (FHIR R4: in any of its statuses), also among others that it keeps.
    """
    if not any(word in row.raw for word in _WORDS):
        return True
    try:
        kept = json.loads(row.raw)
    except ValueError:
        return True
    return not any(map(_taken_back, _each(kept)))


def _each(kept: Any) -> Iterator[Any]:
    """Yield the resources of a list or a bundle one by one, or the only one."""
    if isinstance(kept, list):
        for one in kept:
            yield from _each(one)
    elif isinstance(kept, dict) and isinstance(kept.get("entry"), list):
        yield kept
        entries = [one for one in kept["entry"] if isinstance(one, dict)]
        yield from _each([one.get("resource") for one in entries])
    else:
        yield kept


def _taken_back(body: Any) -> bool:
    if not isinstance(body, dict):
        return False
    return any(word in json.dumps(body.get(name, "")) for name in _STATES for word in _WORDS)
