"""What each opinion says, side by side on page one: what it is, how sure, what to do, how soon."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Content, Table, Together
from secondop_desktop.exchange.pdf.pages.chapter import brief_of, listed, shorter
from secondop_desktop.exchange.pdf.text.runs import Run, bold, muted
from secondop_desktop.features.opinions.rules.aspects import MARKS, place_words
from secondop_desktop.journal.user_order import in_places
from secondop_desktop.lang import N_, _, in_short, ngettext
from secondop_desktop.summary.page_one.parts import Part, elsewhere, line, short
from secondop_desktop.summary.snapshot import Snapshot

_ACROSS = 3
_LETTERS = (44, 70, 110, 150, 200, 260, 340, 450, 4_000)
_PLANNED = (70, 110, 180, 260, 400)
"""Letters of what each suggests and how soon: told whole before the other rows are told more."""
_PLANS = frozenset({"plan", "urgency"})
_WITH_ROLE, _WITH_PLACE = 110, 150
"""Letters of each row from which on there is room for what each doctor does, and where."""
_ASPECTS = (
    ("what", N_("What it is")),
    ("certainty", N_("How sure")),
    ("plan", N_("Suggests")),
    ("urgency", N_("How soon")),
)
_DIFFERENT = frozenset({"different", "partly"})


def views(rows: Snapshot) -> Part:
    """Put the first opinion and the latest beside each other, with the person's own marks."""
    found = in_places(rows.of_case("opinion"))
    if not found:
        return Part(0, lambda _level: _none() if rows.case is not None else [])
    left = max(len(found) - _ACROSS, 0)
    shown = found if not left else [found[0], *found[left + 1 :]]
    said = _Said(rows, shown)
    longest = max((len(text) for text in said.texts()), default=0)
    steps = _steps(longest)
    return Part(len(steps) - 1, lambda level: [*said.blocks(*steps[level]), *_others(left, rows)])


def _steps(longest: int) -> list[tuple[int, int]]:
    """Return how many letters each level allows: of any row, and of plans, which grow first."""
    alike = [(most, max(most, _PLANNED[-1])) for most in _LETTERS[1:] if most < longest]
    planned = [(_LETTERS[0], most) for most in _PLANNED if most < longest]
    whole = max(longest + 1, _LETTERS[-1])
    return [*planned, *alike, (whole, whole)]


def _none() -> list[Block]:
    return [line(muted(_("No opinion has been written down yet.")))]


def _others(left: int, rows: Snapshot) -> list[Block]:
    if not left:
        return []
    text = ngettext("{n} other opinion", "{n} other opinions", left).format(n=left)
    if not rows.prints("opinion"):
        return [line(muted(text))]
    return [line(elsewhere(_("{text}: page").format(text=text), "opinion"))]


class _Said:
    """What the shown opinions say about each of the four, and how the person marked it."""

    def __init__(self, rows: Snapshot, shown: Sequence[Any]) -> None:
        self.rows, self.shown = rows, shown
        said = rows.of("statement")
        self.by_place = {(one.opinion, one.aspect): one for one in said if one.text}
        self.marks = {one.aspect: one.mark for one in rows.of_case("mark")}

    def texts(self) -> list[str]:
        """Return every text, to know the longest."""
        own = [one.text for one in self.by_place.values()]
        return [*own, *(row.overall for row in self.shown)]

    def blocks(self, most: int, planned: int) -> list[Block]:
        """Return the table with texts of at most so many letters, plans of so many."""
        lines = [
            self._line(aspect, _(label), planned if aspect in _PLANS else most)
            for aspect, label in _ASPECTS
        ]
        known = [one for one in lines if one is not None] or [self._overall(most)]
        if any(not self._has_parts(row) and row.overall for row in self.shown):
            known = [self._overall(most), *(one for one in known if one[0] != _("In short"))]
        return self._table(known, [self._who(row, most) for row in self.shown])

    def _has_parts(self, row: Any) -> bool:
        return any((row.id, aspect) in self.by_place for aspect, _label in _ASPECTS)

    def _line(self, aspect: str, label: str, most: int) -> list[Any] | None:
        found = [self.by_place.get((row.id, aspect)) for row in self.shown]
        if not any(found):
            return None
        return [label, aspect, *(shorter(one.text, most) if one else "" for one in found)]

    def _overall(self, most: int) -> list[Any]:
        nothing = _("Nothing written down yet")
        said = [shorter(row.overall, most) or nothing for row in self.shown]
        said = [
            "" if text == nothing and self._has_parts(row) else text
            for text, row in zip(said, self.shown, strict=True)
        ]
        return [_("In short"), "", *said]

    def _table(self, known: Sequence[Sequence[Any]], who: Sequence[list[str | Run]]) -> list[Block]:
        if self.rows.large:
            return [block for at, one in enumerate(who) for block in _stacked(at, one, known)]
        marked = len(self.shown) > 1 and any(self.marks.get(one[1]) for one in known)
        heads: list[Content] = ["", *who]
        cells: list[list[Content]] = [heads + ([bold(_("My mark"))] if marked else [])]
        for label, aspect, *said in known:
            texts: list[Content] = [text or muted("–") for text in said]
            cells.append([bold(label), *texts, *([self._mark(aspect)] if marked else [])])
        shares = _shares(len(self.shown), marked=marked)
        columns = [Column("", share) for share in shares]
        return [Table(columns, cells, row_headers=True, look="tight", headed=False)]

    def _mark(self, aspect: str) -> Run | str:
        mark = self.marks.get(aspect, "")
        said = _(dict(MARKS).get(mark, mark))
        return bold(said) if mark in _DIFFERENT else said

    def _who(self, row: Any, most: int) -> list[str | Run]:
        """Say which opinion it is, whose, from where and when; "yours" to whom it is."""
        provider = next((one for one in self.rows.of("provider") if one.id == row.provider), None)
        name = short(self.rows.names(row.provider))
        if row.provider and row.provider == self.rows.reader.provider:
            name = _("yours, {name}").format(name=name)
        title = _("{which}: {name}").format(which=place_words(row.place), name=name)
        about = listed(_work(provider, most), brief_of(row, "date"))
        return [bold(title if name else place_words(row.place)), f", {about}" if about else ""]


def _stacked(at: int, who: list[str | Run], known: Sequence[Sequence[Any]]) -> list[Block]:
    """Return one opinion in lines of its own, for large print."""
    said: list[Block] = []
    for label, _aspect, *texts in known:
        if texts[at]:
            said.append(line([bold(_("{label}: ").format(label=label)), texts[at]]))
    return [Together(line(who), *said[:1]), *said[1:]]


def _work(provider: Any, most: int) -> str:
    """Say what a doctor does, and where, in few words, if there is room."""
    if provider is None or most < _WITH_ROLE:
        return ""
    role = provider.role or provider.specialty
    place = "" if provider.organisation == provider.name else provider.organisation
    place = place if most >= _WITH_PLACE else ""
    return listed(in_short(role, 40).lower() if role[1:].islower() else role, in_short(place, 40))


def _shares(count: int, *, marked: bool) -> list[float]:
    label, mark = 0.105, 0.095 if marked else 0.0
    each = (1.0 - label - mark) / count
    return [label, *([each] * count), *([mark] if marked else [])]
