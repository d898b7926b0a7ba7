"""Guessing what a table holds by its cells, where its headings say too little."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from secondop_desktop.exchange.tables import headings
from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.exchange.tables.layout import BESIDE, MONEY, Holds, Layout
from secondop_desktop.exchange.tables.measures import (
    PRESSURE,
    Measure,
    is_test,
    looks_like_pressures,
)
from secondop_desktop.exchange.tables.table import Table


def guessed(table: Table) -> Layout | None:
    """Guess by what stands in the columns: a word, a number, and a unit or a date beside them."""
    if any(map(MONEY.search, table.headings)):
        return None
    if diary := _diary(table):
        return diary
    named = headings.roles(table.headings, headings.RESULTS)
    fields = {name: at for name, at in named.items() if name in _LOOKS}
    for column, look in enumerate(_looks(table)):
        if look and column not in fields.values():
            fields.setdefault(look, column)
    enough = {"test", "value"} <= fields.keys() and {"unit", "date"} & fields.keys()
    return Layout(Holds.RESULT, fields) if enough else None


def diary(table: Table) -> Layout | None:
    """Return a diary that calls itself one of blood pressure, in its name or above its rows."""
    said = " ".join((table.file, *table.above))
    return _diary(table) if _PRESSURE.search(said) else None


_PRESSURE = re.compile(
    r"blood.?pressure|(?<![^\W\d_])bp(?![^\W\d_])|pwysedd.gwaed|blutdruck", re.IGNORECASE
)
"""Names of files part words by signs and figures: ``BP_March2026``."""


def _diary(table: Table) -> Layout | None:
    """Guess a diary of blood pressures whose headings only say when: ``AM 1``, ``Evening``."""
    fields = headings.roles(table.headings, headings.RESULTS)
    own = {name: at for name, at in fields.items() if name in BESIDE}
    measures = tuple(_pressures(table, own.values()))
    return Layout(Holds.MEASURES, own, measures) if "date" in own and measures else None


def with_pressures(table: Table, layout: Layout) -> Layout:
    """Add columns of pressures that only say which reading they are, beside measures with names."""
    if layout.holds is not Holds.MEASURES:
        return layout
    known = {*layout.fields.values(), *(one.column for one in layout.measures)}
    return replace(layout, measures=(*layout.measures, *_pressures(table, known)))


def _pressures(table: Table, known: Collection[int]) -> Iterator[Measure]:
    for at in table.columns:
        if at not in known and looks_like_pressures(table.column(at)):
            note = table.headings[at].replace(headings.BETWEEN, " ")
            yield Measure(at, PRESSURE, panel=PRESSURE, note=note)


def _looks(table: Table) -> Iterator[str]:
    for column in table.columns:
        texts = table.column(column)
        yield next((name for name, fits in _LOOKS.items() if texts and _most(texts, fits)), "")


def _most(texts: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return sum(map(fits, texts)) * 5 >= len(texts) * 4


_LOOKS: dict[str, Callable[[str], bool]] = {
    "date": is_date,
    "value": lambda text: bool(re.match(r"[<>≤≥]?\s*[-−+]?[.,]?\d", text)) and "-" not in text[1:],
    "range": lambda text: bool(re.match(r"[<>≤≥(]?\s*\d[\d.,]*\s*(?:-|–|to)?\s*\d*", text)),
    "unit": lambda text: "/" in text or "%" in text or text.casefold() in {"u", "iu", "s", "g"},
    "test": lambda text: is_test(text) or bool(re.search(r"[^\W\d_]{2,}", text)),
}
