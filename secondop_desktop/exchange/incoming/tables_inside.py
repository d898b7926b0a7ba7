"""A table inside a letter, a web page or an e-mail: kept with its words, and that is said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice, pairwise
from typing import Final

from secondop_desktop.exchange.read_entries import ReadEntry, Reading
from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.exchange.tables.finding import find_all
from secondop_desktop.exchange.tables.layout import recognise
from secondop_desktop.journal.files.mail import opened, page_words
from secondop_desktop.journal.values.quantities import Quantity
from secondop_desktop.lang import N_, _
from secondop_desktop.sandbox.document_types import ODS, XLS, XLSX

_BETWEEN: Final = " · "
"""Stands between the cells of a row in the words of every sort of document."""
_SEARCHED: Final = 200_000
"""Characters of one document in which a table is looked for."""
_TOP: Final = 5
"""Rows of a table among which its headings stand."""
_HEADS: Final = 200
"""Rows of one document that are looked at as headings, as that takes long."""
_ROWS: Final = 3
"""Rows with a figure that make a table where no headings are known."""
_LONGEST: Final = 30
"""Characters of a figure with its sign and unit."""
_WITH_UNIT: Final = re.compile(
    r"[<>≤≥]?\s?\d{1,6}(?:[.,]\d+)?\s?(?:\S*[/%^*]\S*|[mkµμ]?g|mmHg|fL|pg)", re.IGNORECASE
)
"""A result with its unit behind it in one cell."""
_ELSEWHERE: Final = frozenset({"application/pdf", "application/xml"})
"""Types whose tables are read, or spoken of, by rooms of their own."""
_WHOLE: Final = frozenset({"text/plain", XLSX, XLS, ODS})
"""Types that are read as tables when they come by themselves, and not with an e-mail."""
_INSIDE: Final = N_(
    "{name} holds a table. It is kept with its words, and no entries were made from the table. "
    "To have it read, copy the table from the file, and press “Paste a table” in “Bring in files”."
)
_ATTACHED: Final = N_(
    "{name} is a table that came with an e-mail. It is kept as a file, and no entries were made "
    "from it. To have it read, save it out of the journal, and bring it in by itself."
)


def told(reading: Reading) -> Reading:
    """Say of each document that holds a table that no entries were made from it."""
    said = [_said(draft) for draft in reading.drafts if _holds_table(draft)]
    return replace(reading, notices=[*reading.notices, *said])


def _said(draft: ReadEntry) -> str:
    text = _ATTACHED if draft.values["file_type"] in _WHOLE else _INSIDE
    return _(text).format(name=draft.values["file_name"])


def _holds_table(draft: ReadEntry) -> bool:
    if draft.kind != "record" or draft.values.get("file_type") in _ELSEWHERE:
        return False
    words = [one[:_SEARCHED] for one in _words(draft)]
    whole = draft.values.get("file_type") == "text/plain" and find_all(words[0], "")
    return bool(whole) or any(map(is_table, words))


def _words(draft: ReadEntry) -> Iterator[str]:
    """Yield the words of a document; of an e-mail also those that a plain text stands for."""
    yield str(draft.values.get("text") or "")
    if draft.content and draft.values.get("file_type") == "message/rfc822":
        with draft.content.open() as stream:
            yield from page_words(opened(stream.read()))


def is_table(words: str) -> bool:
    """Tell whether words hold known headings with a row below, or several rows with a figure."""
    blocks = list(_blocks(words))
    heads = (above for rows in blocks for above, _below in pairwise(rows[:_TOP]))
    figures = any(sum(map(_has_figure, rows)) >= _ROWS for rows in blocks)
    return figures or any(map(recognise, islice(heads, _HEADS)))


def _blocks(words: str) -> Iterator[list[list[str]]]:
    """Yield rows of several cells that stand right below one another."""
    lines = (line.split(_BETWEEN) for line in words.splitlines() if line)
    for wide, block in groupby(lines, key=lambda cells: len(cells) > 1):
        if wide:
            yield list(block)


def _has_figure(cells: Sequence[str]) -> bool:
    """Tell a row that says a figure of something: no date, time, sum of money or telephone."""
    return any(_is_figure(cell) and not is_date(cell) for cell in cells[1:])


def _is_figure(cell: str) -> bool:
    if len(cell) > _LONGEST:
        return False
    return Quantity(cell).number is not None or _WITH_UNIT.fullmatch(cell) is not None
