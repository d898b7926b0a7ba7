"""The cumulative grid on paper: tests down, dates across, the printed range beside each name."""

from collections.abc import Sequence

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Content, Table
from secondop_desktop.exchange.pdf.pages.chapter import brief
from secondop_desktop.exchange.pdf.text.runs import bold, muted
from secondop_desktop.features.results.rules.cumulative import Line
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import MONTHS, _

_FEW = 4  # dates: there is room to say what came before
_DATES = 0.54  # of the width, for all dates together
_WIDE, _NARROW = 0.135, 0.057  # of the width, for one date
_BROAD = 8  # dates: with more, day and month stand above one another
_ONE_LINE = 8  # letters
_EARLIER, _WIDE_EARLIER = 0.13, 0.24


def table_of(
    found: Sequence[Line],
    dates: Sequence[PartialDate],
    *,
    large: bool = False,
    earlier: bool = False,
) -> list[Block]:
    """Lay out lines with a column for each date; ``earlier`` adds one for what came before."""
    left = [one.earlier(dates, brief) if earlier else "" for one in found]
    told = any(left)
    share = max(_NARROW, min(_WIDE, _DATES / max(len(dates), 1)))
    columns = [Column(_("Test"))]
    columns += (
        [Column(_("Earlier"), _EARLIER if len(dates) > _FEW else _WIDE_EARLIER)] if told else []
    )
    heads = (short_day(day) for day in dates)
    columns += [
        Column(_stood(text) if len(dates) > _BROAD else text, share, "right") for text in heads
    ]
    cells: list[list[Content]] = []
    for one, before in zip(found, left, strict=True):
        values: list[Content] = [_narrow(one.cells.get(day, "")) for day in dates]
        cells.append([_named(one), *([muted(before)] if told else []), *values])
    return [Table(columns, cells, row_headers=True, look="grid")]


def _named(one: Line) -> Content:
    unit = f" {one.unit}" if one.unit else ""
    return [bold(one.test), unit, muted(f" {one.range}" if one.range else "")]


def _narrow(text: str) -> str:
    """Let a long pair such as 132.5/76.84 stand in two lines: the name of its test needs room."""
    return text.replace("/", "/\n") if len(text) > _ONE_LINE else text


def _stood(text: str) -> str:
    """Put the parts of a date above one another, so that all heads of a broad grid look alike."""
    return text.replace(" ", "\n")


def short_day(day: PartialDate) -> str:
    """Return a date for the head of a narrow column, its year below: ``29 Jan`` over ``2026``."""
    month = _(MONTHS[day.month - 1])[:3] if day.month else ""
    start = " ".join(part for part in (str(day.day) if day.day else "", month) if part)
    text = f"{start}\n{day.year}" if start else str(day.year)
    return _("about\n{date}").format(date=text) if day.about else text
