"""What was measured, and the one table in which it is printed."""

from collections.abc import Sequence
from dataclasses import dataclass

_HEAD = ("", "ours", "baseline", "ratio", "wanted")


@dataclass(frozen=True)
class Figure:
    """One line: ours and a raw baseline's, both in ``unit``; ``wanted`` is the largest ratio.

    ``own`` marks what no issue asks for: a limit that we set ourselves.

    Without a baseline ``wanted`` is the largest figure of ours. Nothing is asserted: other
    programs on the same computer may spoil any of these. But a ratio to nothing is no figure, as
    it could not miss what is wanted: ValueError.
    """

    name: str
    ours: float
    baseline: float | None = None
    wanted: float | None = None
    unit: str = "ms"
    own: bool = False

    def __post_init__(self) -> None:
        if self.baseline is not None and not (self.ours > 0 and self.baseline > 0):
            raise ValueError(f"{self.name}: {self.ours} against {self.baseline} was not measured")

    @property
    def ratio(self) -> float | None:
        """How many times the baseline ours is."""
        return None if self.baseline is None else self.ours / self.baseline

    @property
    def missed(self) -> bool:
        """Whether it is more than was wanted."""
        judged = self.ours if self.ratio is None else self.ratio
        return self.wanted is not None and judged > self.wanted

    def cells(self) -> tuple[str, ...]:
        """Return the line as it is printed."""
        ratio, wanted = "", ""
        if self.ratio is not None:
            ratio = f"{self.ratio:.2f}"
        if self.wanted is not None:
            least = f"{self.wanted:.2f}" if self.baseline else self._said(self.wanted)
            mark, judged = " own" if self.own else "", "  missed" if self.missed else ""
            wanted = f"≤ {least}{mark}{judged}"
        return (self.name, self._said(self.ours), self._said(self.baseline), ratio, wanted)

    def _said(self, amount: float | None) -> str:
        if amount is None:
            return ""
        return f"{amount:.2f} {self.unit}" if amount < 10 else f"{amount:,.0f} {self.unit}"


def printed(figures: Sequence[Figure]) -> str:
    """Return the table, its columns in line."""
    lines = [_HEAD, *(figure.cells() for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(_in_line(line, widths) for line in lines)


def _in_line(line: Sequence[str], widths: Sequence[int]) -> str:
    first, *numbers, last = zip(line, widths, strict=True)
    parts = [first[0].ljust(first[1]), *(text.rjust(width) for text, width in numbers), last[0]]
    return "  ".join(parts).rstrip()


def missed(figures: Sequence[Figure]) -> str:
    """Return the lines that are more than was wanted, or that there are none."""
    judged = [figure for figure in figures if figure.wanted is not None]
    short = [figure for figure in judged if figure.missed]
    told = f"{len(short)} of {len(judged)} figures are more than is wanted"
    return f"{told}:\n{printed(short)}" if short else f"{told}."
