"""Who helps: known already when another person is added."""

from collections.abc import Sequence
from typing import Any


def helper_known(rows: Sequence[Any], shown: str) -> str:
    """Return the helper of the person with the id ``shown``, else of the one changed last."""
    own = [row.carer for row in rows if row.id == shown and row.carer]
    others = [row.carer for row in rows if row.carer]
    return str((own or others or [""])[-1])
