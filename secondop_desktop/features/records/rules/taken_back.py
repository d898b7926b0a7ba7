"""What a sender took back: it came in with a file, and is not true."""

import json
from typing import Any

_WORDS = ("entered-in-error", "refuted")
_STATES = ("status", "verificationStatus")


def is_fact(row: Any) -> bool:
    """Tell whether what a record keeps of a file may be printed.

    It may not where the sender marked a resource in it as entered by mistake or refuted
    (FHIR R4: ``status`` and ``verificationStatus``), also among others that it keeps.
    """
    if not any(word in row.raw for word in _WORDS):
        return True
    try:
        kept = json.loads(row.raw)
    except ValueError:
        return True
    return not any(_taken_back(one) for one in (kept if isinstance(kept, list) else [kept]))


def _taken_back(body: Any) -> bool:
    if not isinstance(body, dict):
        return False
    return any(word in json.dumps(body.get(name, "")) for name in _STATES for word in _WORDS)
