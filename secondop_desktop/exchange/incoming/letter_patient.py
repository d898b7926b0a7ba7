"""Whom a letter or a report is about, as far as its own words say so for certain."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from secondop_desktop.exchange.read_entries import ReadEntry, mark
from secondop_desktop.exchange.tables.above import told_above

_SAYS_WHO = re.compile(
    r"(?=\b(?:d\.?o\.?b\b|date of birth\b|birth date\b|nhs\b|patient(?:['’]s)?(?: name)?\s*[:\t]))",
    re.IGNORECASE,
)
"""Stands before each label, as a line may say it of two people."""

_BROKEN = re.compile(r":[ \t]*\n\s*")
"""A label at the end of a line, and what it tells on the next one."""

_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?:,?\s+[^\W\d_][\w'’.-]*){1,4}")


def letters(drafts: Iterable[ReadEntry]) -> Iterator[tuple[ReadEntry, dict[str, Any]]]:
    """Yield the files with words that say whom they are about, with the fields of that person."""
    for draft in drafts:
        is_file = draft.kind == "record" and draft.origin.startswith("file:")
        if is_file and (told := patient(draft.values.get("text") or "")):
            yield draft, told


def people(drafts: Iterable[ReadEntry]) -> list[ReadEntry]:
    """Return the person whom the first letter names, for somebody who wants them added."""
    named = ((draft, told) for draft, told in letters(drafts) if told.get("name"))
    for draft, told in named:
        return [ReadEntry("person", f"letter:{mark(str(told))}", told, draft.where)]
    return []


def patient(text: str) -> dict[str, Any]:
    """Return the name, date of birth and NHS number that a text gives with their labels.

    A text that gives two dates of birth or two numbers, as of a mother and her child, says of
    neither that it is about them.
    """
    lines = _BROKEN.sub(": ", text).splitlines()
    found = [told_above([part]) for line in lines for part in _SAYS_WHO.split(line)[1:]]
    told = {name: _all(found, name) for name in ("name", "birth_date", "nhs_number")}
    if len(told["birth_date"]) > 1 or len(told["nhs_number"]) > 1:
        return {}
    names = [one for one in told["name"] if _NAME.fullmatch(one)]
    first = {"name": names if len(names) == len(told["name"]) == 1 else []}
    return {name: those[0] for name, those in (told | first).items() if those}


def _all(found: Iterable[dict[str, Any]], name: str) -> list[Any]:
    return list(dict.fromkeys(one[name] for one in found if one.get(name)))
