"""The whole of page one, filled by priority and measured room, and what goes on to page two."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from secondop_desktop.exchange.pdf.blocks.flow import Block, Heading, SideBySide
from secondop_desktop.exchange.pdf.pages.chapter import Chapter
from secondop_desktop.exchange.pdf.text.runs import bold
from secondop_desktop.lang import _
from secondop_desktop.summary.page_one.asked import asked
from secondop_desktop.summary.page_one.conditions import conditions
from secondop_desktop.summary.page_one.doubt import doubt, plan, why
from secondop_desktop.summary.page_one.feeling import feeling
from secondop_desktop.summary.page_one.foot import foot
from secondop_desktop.summary.page_one.key_results import key_results
from secondop_desktop.summary.page_one.life import life
from secondop_desktop.summary.page_one.medicines import Medicines
from secondop_desktop.summary.page_one.missing import missing
from secondop_desktop.summary.page_one.parts import MORE, Part, head, line, named_in_full
from secondop_desktop.summary.page_one.room import Measured, Room, together
from secondop_desktop.summary.page_one.strip import allergy, strip
from secondop_desktop.summary.page_one.views import views
from secondop_desktop.summary.snapshot import Snapshot

_ALL = 10_000
_STEPS = (
    ("strip", _ALL),
    ("doubt", 1),
    ("medicines", 8),
    ("asked", _ALL),
    ("medicines", _ALL),
    ("views", 2),
    ("results", 3),
    ("missing", 2),
    ("feeling", 1),
    ("life", 1),
    ("stopped", 1),
    ("views", 5),
    ("conditions", 1),
    ("results", 5),
    ("feeling", 2),
    ("views", 7),
    ("doubt", 2),
    ("life", 3),
    ("views", 10),
    ("missing", _ALL),
    ("results", 8),
    ("conditions", 2),
    ("feeling", 3),
    ("views", _ALL),
    ("results", _ALL),
    ("feeling", _ALL),
    ("life", _ALL),
)
"""What is told first, and how fully, before the next is told more fully."""

_AT_ONCE = {"strip": _ALL, "doubt": 1, "medicines": _ALL}
"""What large print tells in full at once: it has several pages, so none of it has to wait."""

_ABOVE = ("strip", "doubt", "views", "medicines", "stopped")
"""Medicines take the whole width: a row is one line then, where half of it would break each."""
_LEFT = ("conditions", "feeling")
_RIGHT = ("results",)
_BELOW = ("life", "missing", "asked")
"""Each of the first two is a line or two of the whole width; in a column it would be many."""


@dataclass(frozen=True)
class PageOne:
    """The blocks of page one, those that go on over to page two, and how full page one is.

    ``filled`` is the part of the page that is taken, 1 where it is more than one page.
    """

    blocks: list[Block]
    over: list[Block]
    filled: float


def page_one(rows: Snapshot, printed: Sequence[Chapter], room: Room) -> PageOne:
    """Return page one with as much of each part as fits, those that matter most first."""
    medicines = Medicines(rows)
    parts = {
        "strip": strip(rows),
        "doubt": doubt(rows),
        "views": views(rows),
        "medicines": medicines.part(),
        "stopped": medicines.stopped(),
        "conditions": conditions(rows),
        "feeling": feeling(rows),
        "life": life(rows),
        "results": key_results(rows),
        "missing": missing(rows),
        "asked": asked(rows),
    }
    page = _Page(rows, parts, partial(foot, rows, printed), room)
    levels = page.filled()
    over = _over(rows, medicines, levels, parts)
    if printed and not rows.large and not levels["life"] and parts["life"].most:
        over += [*([] if over else [_more()]), *parts["life"].make(parts["life"].most)]
    return PageOne(page.blocks(levels), over, page.height(levels) / room.height)


class _Page:
    """Page one at any levels of its parts, and its height."""

    def __init__(
        self,
        rows: Snapshot,
        parts: Mapping[str, Part],
        foot: Callable[[], list[Block]],
        room: Room,
    ) -> None:
        self.rows, self.parts, self.foot, self.room = rows, parts, foot, room
        self._ends = room.measure(self._title()), room.measure(foot())
        self._known: dict[tuple[str, int, bool], Measured] = {}

    def _title(self) -> list[Block]:
        title = Heading(1, _("Summary for a second opinion"))
        return [title, *named_in_full(self.rows.person)]

    def filled(self) -> dict[str, int]:
        """Raise each part in turn as far as there is room for it."""
        first = _AT_ONCE if self.rows.large else {}
        levels = {name: min(first.get(name, 0), part.most) for name, part in self.parts.items()}
        for name, wanted in _STEPS:
            levels[name] = self._raised(levels, name, min(wanted, self.parts[name].most))
        return levels

    def _raised(self, levels: dict[str, int], name: str, wanted: int) -> int:
        """Return the highest level up to ``wanted`` that fits; they grow with their level."""
        low, high = levels[name], wanted
        while low < high:
            middle = (low + high + 1) // 2
            if self.height({**levels, name: middle}) <= self.room.height:
                low = middle
            else:
                high = middle - 1
        return low

    def height(self, levels: Mapping[str, int]) -> float:
        """Return the height in points."""
        title, foot = self._ends
        beside = self._beside(levels)
        sides = [beside] if beside else self._parts((*_LEFT, *_RIGHT), levels)
        above, below = self._parts(_ABOVE, levels), self._parts(_BELOW, levels)
        return together([title, *above, *sides, *below, foot]).height

    def _beside(self, levels: Mapping[str, int]) -> Measured | None:
        """Measure the two columns; None where what they hold takes less room in the whole width."""
        if self.rows.large:
            return None
        heights = [
            together(self._parts(side, levels, narrow=True)).height for side in (_LEFT, _RIGHT)
        ]
        before, around, after = self.room.around
        wide = together(self._parts((*_LEFT, *_RIGHT), levels)).height
        if not all(heights) or wide < max(heights) + around:
            return None
        return Measured(before, max(heights) + around, after)

    def _parts(
        self, names: Sequence[str], levels: Mapping[str, int], *, narrow: bool = False
    ) -> list[Measured]:
        return [self._part(name, levels[name], narrow) for name in names]

    def _part(self, name: str, level: int, narrow: bool) -> Measured:
        key = (name, level, narrow)
        if key not in self._known:
            made = self.parts[name].make(level)
            self._known[key] = self.room.measure(made, narrow=narrow)
        return self._known[key]

    def blocks(self, levels: Mapping[str, int]) -> list[Block]:
        """Return all blocks, new ones: a block is drawn in one document only."""

        def made(names: Sequence[str]) -> list[Block]:
            return [block for name in names for block in self.parts[name].make(levels[name])]

        return [
            *self._title(),
            *made(_ABOVE),
            *self._sides(made(_LEFT), made(_RIGHT), levels),
            *made(_BELOW),
            *self.foot(),
        ]

    def _sides(
        self, left: list[Block], right: list[Block], levels: Mapping[str, int]
    ) -> list[Block]:
        if self._beside(levels) is None:
            return [*left, *right]
        return [SideBySide([left, right], close=True)]


def _over(
    rows: Snapshot, medicines: Medicines, levels: Mapping[str, int], parts: Mapping[str, Part]
) -> list[Block]:
    """Return in full what page one could only name."""
    blocks: list[Block] = []
    if levels["strip"] < parts["strip"].most:
        said = [line(allergy(row, rows)) for row in rows.of("allergy")]
        blocks += [head(_("Allergies")), *said]
    blocks += medicines.rest(levels["medicines"])
    if levels["doubt"] < min(parts["doubt"].most, 1):
        blocks += [head(_("The question in full")), line(bold(rows.case.question))]
        blocks += [line(text) for text in (plan(rows), why(rows)) if text]
    if not blocks:
        return []
    return [_more(), *blocks]


def _more() -> Heading:
    return Heading(2, _("More of page one"), place=MORE)
