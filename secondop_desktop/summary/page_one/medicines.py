"""The medicines of page one: what is taken now as a table, what is in doubt, what was stopped."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Table, Together
from secondop_desktop.exchange.pdf.pages.chapter import brief_of, dotted, listed, on
from secondop_desktop.exchange.pdf.text.runs import Words, bold, muted
from secondop_desktop.features.medicines.rules import NEVER, avoided, taken
from secondop_desktop.journal.values.dates import undated_first
from secondop_desktop.lang import _, in_short
from secondop_desktop.summary.page_one.parts import (
    MORE,
    Part,
    elsewhere,
    head,
    line,
    not_asked,
    nothing,
    short,
)
from secondop_desktop.summary.snapshot import Snapshot

_WHY = 60
_STOPPED = 6
_WHOLE = 0.3  # of a page


class Medicines:
    """What is taken now, and what may be, in the order in which it was written down."""

    def __init__(self, rows: Snapshot) -> None:
        self.rows = rows
        kind, every = rows.kinds["medicine"], rows.of("medicine")
        self.now = [row for row in every if kind.holds(row, rows.today)]
        self.unsure = [r for r in every if r not in self.now and kind.doubt(r, rows.today)]
        self.every = every

    @property
    def all(self) -> Sequence[Any]:
        """What is taken, then what may be."""
        return [*self.now, *self.unsure]

    def part(self) -> Part:
        """Tell as many with dose and how they are taken as there is room for; name the others."""
        return Part(len(self.all), self._blocks)

    def _blocks(self, level: int) -> list[Block]:
        count = len(self.now)
        title = _("Medicines now ({number})").format(number=count) if count else _("Medicines now")
        blocks: list[Block] = [head(title)]
        if not count:
            blocks.append(line(self._none()))
        blocks += self._table(self.now[:level])
        blocks += self._named(self.now[level:])
        if self.unsure:
            at = max(level - count, 0)
            told = [*self._table(self.unsure[:at]), *self._named(self.unsure[at:])]
            # Alone at the end of a page it would leave what follows to be taken for taken.
            label = line(bold(_("Not certain whether taken now:")))
            blocks.append(Together(label, *told[:1], most=_WHOLE))
            blocks += told[1:]
        return [*blocks, *self._avoided()]

    def _named(self, left: Sequence[Any]) -> list[Block]:
        if not left:
            return []
        names = dotted(*(short(row.name) for row in left))
        also = [bold(names), " – ", *elsewhere(_("dose and how taken: page"), MORE)]
        return [line(also)]

    def rest(self, level: int) -> list[Block]:
        """Return what page one had no room for, as a table of the full width."""
        now, unsure = self.now[level:], self.unsure[max(level - len(self.now), 0) :]
        title = _("Other medicines now") if level else _("Medicines now")
        blocks: list[Block] = [head(title), *self._table(now)] if now else []
        if unsure:
            blocks += [head(_("Not certain whether taken now")), *self._table(unsure)]
        return blocks

    def _table(self, found: Sequence[Any]) -> list[Block]:
        if not found:
            return []
        cells = [self._cells(row) for row in found]
        if self.rows.large:
            return [
                line([name, " – ", dotted(str(dose), str(how), str(when))])
                for name, dose, how, when in cells
            ]
        shown = [at for at in range(len(cells[0])) if any(row[at] for row in cells)]
        columns = [Column("") for _at in shown]
        left = [[row[at] for at in shown] for row in cells]
        return [Table(columns, left, row_headers=True, look="tight", headed=False)]

    def _cells(self, row: Any) -> list[Any]:
        """Return name, dose, how it is taken, and since when; none of it is cut."""
        why = self.rows.kinds["medicine"].doubt(row, self.rows.today)
        since = _since(brief_of(row, "start"))
        until = "" if why and row.stop else on(_("until {date}"), brief_of(row, "stop"))
        name = row.name or _("Medicine without a name")
        return [bold(name), row.dose, listed(dotted(*taken(row)), why), listed(since, until)]

    def _none(self) -> Words:
        if self.rows.said_none("medicine"):
            return _("Takes no medicines (said so)")
        if self.unsure:
            return _("None written down as definitely taken now")
        return _("None written down as taken now") if self.every else not_asked()

    def _avoided(self) -> list[Block]:
        """Name what they must not take."""
        names = [_with_why(row.name, row.why_stopped) for row in self.every if avoided(row)]
        label = bold(_("Must not be taken:"))
        return [line([label, f" {dotted(*names)}"])] if names else []

    def stopped(self) -> Part:
        """Say in a line what was stopped and why, the latest first."""
        over = [row for row in self.every if row not in self.all and row.status not in NEVER]
        taken_now = {row.name for row in self.all}
        over = [row for row in over if row.status != "planned" and row.name not in taken_now]
        over = [row for row in over if row.why_stopped or self._is_late(row)]
        found = sorted(over, key=lambda row: undated_first(row.stop), reverse=True)
        names = [self._over(row) for row in found[:_STOPPED]]
        if not names:
            return nothing()
        said = _("Stopped: {names}").format(names=dotted(*names))
        return Part(1, lambda level: [line(muted(said))] if level else [])

    def _is_late(self, row: Any) -> bool:
        return row.stop is not None and bool(row.stop.last_day >= self.rows.since)

    def _over(self, row: Any) -> str:
        told = " ".join(part for part in (short(row.name), brief_of(row, "stop")) if part)
        return _with_why(told, in_short(row.why_stopped, _WHY))


def _with_why(told: str, why: str) -> str:
    return " ".join([told, _("({why})").format(why=why)]) if why else told


def _since(when: str) -> str:
    """Say a date as what it is, as no heading tells it; words speak for themselves."""
    return _("since {date}").format(date=when) if when[-1:].isdigit() else when
