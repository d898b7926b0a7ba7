"""What matters to the person and how they live, on page one: what a plan has to fit."""

from collections.abc import Sequence

from secondop_desktop.exchange.pdf.blocks.flow import Block
from secondop_desktop.exchange.pdf.pages.chapter import shorter
from secondop_desktop.exchange.pdf.text.runs import Run, bold
from secondop_desktop.features.people.rules.alerts import measured
from secondop_desktop.lang import _
from secondop_desktop.summary.page_one.parts import Part, dots, line
from secondop_desktop.summary.snapshot import Snapshot

_WORDS, _ASIDE = 140, 90
_WHOLE = 100_000


def life(rows: Snapshot) -> Part:
    """Say what matters and what is feared, then how they live as far as there is room."""
    own, about = _own(rows), _about(rows)
    steps: list[list[tuple[str, str]]] = [[], *([_cut(own, _WORDS)] if own else [])]
    steps += [[*steps[-1], *_cut(about[:at], _ASIDE)] for at in range(1, len(about) + 1)]
    whole = [*own, *about]
    steps += [whole] if whole != steps[-1] else []
    return Part(len(steps) - 1, lambda level: _blocks(steps[level]))


def _blocks(said: Sequence[tuple[str, str]]) -> list[Block]:
    return [line(dots([_one(*one) for one in said]))] if said else []


def _one(label: str, text: str) -> list[str | Run]:
    return [bold(_("{label}: ").format(label=label)), text.rstrip(". ")]


def _cut(said: Sequence[tuple[str, str]], most: int) -> list[tuple[str, str]]:
    return [(label, shorter(text, most)) for label, text in said]


def _own(rows: Snapshot) -> list[tuple[str, str]]:
    row = rows.person
    said = ((_("What matters most"), row.what_matters), (_("Worries"), row.what_i_fear))
    return [(label, _in_line(text)) for label, text in said if text]


def _about(rows: Snapshot) -> list[tuple[str, str]]:
    row = rows.person
    said = (
        (_("Walking"), row.walking),
        (_("Living with"), row.living_with),
        (_("Smoking"), row.smoking),
        (_("Alcohol"), row.alcohol),
        (_("Weight"), measured(row, "weight")),
        (_("Height"), measured(row, "height")),
        (_("Work"), row.work),
    )
    return [(label, _in_line(text)) for label, text in said if text]


def _in_line(text: str) -> str:
    return " ".join(text.split())
