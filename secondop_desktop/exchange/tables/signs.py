"""Columns in which a meter says how a reading went: an uneven heartbeat, a movement, which arm."""

import re
from collections.abc import Iterable, Iterator, Sequence

from secondop_desktop.exchange.tables.cells import Row
from secondop_desktop.exchange.tables.headings import plain
from secondop_desktop.exchange.tables.table import Table

_SIGN = re.compile(
    r"(?:possible |suspected )?"
    r"(?:irregular (?:heart ?beats?|heart ?rate|heart rhythm|pulse|rhythm)|irregular|"
    r"ihb|arrhythmia|a ?fib|atrial fibrillation|unregelmässiger (?:herzschlag|puls)|"
    r"arrhythmie|herzrhythmusstörung|vorhofflimmern|curiad (?:calon )?afreolaidd)"
    r"(?: (?:symbol|indicator|detected|detection|flag|alert|erkannt))?|"
    r"(?:body )?movement(?: (?:detected|error|indicator))?|körperbewegung|"
    r"(?:cuff (?:wrap|fit)(?: guide| check)?)|(?:which |measured )?arm|(?:body |arm )?position|"
    r"posture|symptoms?|symptome|symptomau|consumed"
)
_NOTHING = frozenset(
    {
        *("", "0", "no", "n", "none", "false", "off", "nil", "n/a", "na", "not detected"),
        *("none detected", "nein", "keine", "nicht erkannt", "dim", "nac oes", "heb"),
    }
)
"""What a meter prints in every row where there was nothing to say; a dash is among them."""


def signs(headings: Sequence[str], used: Iterable[int]) -> tuple[int, ...]:
    """Return the columns that say something of the readings of their row."""
    others = sorted(set(range(len(headings))) - set(used))
    return tuple(at for at in others if is_sign(headings[at]))


def is_sign(heading: str) -> bool:
    """Tell a heading of such a column: ``Irregular pulse`` is no pulse."""
    return bool(_SIGN.fullmatch(plain(re.sub(r"[(\[].*?[)\]]", " ", heading))))


def told_by_signs(table: Table, columns: Sequence[int], row: Row) -> str:
    """Say what these columns hold in a row, each with its heading."""
    return ". ".join(_told(table, columns, row))


def _told(table: Table, columns: Sequence[int], row: Row) -> Iterator[str]:
    for at in columns:
        text = table.cell(row, at)
        if text.strip(" -–—./").casefold() not in _NOTHING:
            yield f"{' '.join(table.headings[at].split())}: {text}"
