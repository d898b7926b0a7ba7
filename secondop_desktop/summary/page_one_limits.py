"""How much page one tells, so that it stays one page."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondop_desktop.exchange.pdf.blocks.flow import Block, Content, Heading, List, Para
from secondop_desktop.exchange.pdf.text.runs import Run, Words, link, muted
from secondop_desktop.lang import _, in_short

_NAME = 90
_WHOLE = 150


@dataclass(frozen=True)
class Detail:
    """The most that page one tells: letters of each text, and entries of each sort.

    ``letters`` is for what is said of an entry, ``aside`` for why a second opinion is asked for,
    ``lately`` for results and events. ``sources`` names prescribers, letters and laboratories.
    """

    letters: int
    aside: int
    opinion: int
    diagnoses: int = 3
    medicines: int = 12
    lately: int = 3
    sources: bool = True

    @property
    def past(self) -> int:
        """How many diagnoses that are over are named."""
        return 2 * self.diagnoses

    @property
    def whole(self) -> int:
        """The letters of a dose or a reaction: those of ordinary length are never cut."""
        return max(self.letters, _WHOLE)


DETAILS = (
    Detail(letters=300, aside=400, opinion=400, diagnoses=6, medicines=14, lately=4),
    Detail(letters=240, aside=240, opinion=300, diagnoses=4),
    Detail(letters=150, aside=160, opinion=260),
    Detail(letters=110, aside=120, opinion=200, lately=2),
    Detail(letters=110, aside=120, opinion=180, lately=1),
    Detail(letters=110, aside=120, opinion=180, lately=2, sources=False),
    Detail(letters=80, aside=90, opinion=160, medicines=10, lately=1, sources=False),
    Detail(letters=60, aside=90, opinion=130, diagnoses=2, medicines=8, lately=0, sources=False),
)


def part(title: str) -> Heading:
    """Return the heading of a part of page one: of the second level, yet small."""
    heading = Heading(2, title)
    heading.style = "h3"
    return heading


def small_list(items: Sequence[Words]) -> Block:
    """Return a list in the size of a table, so that much fits side by side."""
    rows: list[Content] = [Para(item, "cell") for item in items]
    return List(rows, mark="none")


def more(number: int, key: str, *, printed: bool) -> list[str | Run]:
    """Say that there are more, with a way to the chapter that holds them all."""
    text = _("and {number} more").format(number=number)
    if not printed:
        return [muted(text)]
    return [link(_("{text}, further on").format(text=text), f"#{key}", text)]


def also(names: str, key: str, *, printed: bool) -> list[str | Run]:
    """Name what there is no room to tell in full, with a way to the chapter that does."""
    text = _("Also: {names}").format(names=names)
    return [link(text, f"#{key}", text)] if printed else [muted(text)]


def short(name: str) -> str:
    """Return the name of an entry in one line of ordinary length."""
    return in_short(name, _NAME)
