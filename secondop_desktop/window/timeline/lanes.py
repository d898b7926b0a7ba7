"""The lanes of the picture: visits, diagnoses, symptoms, medicines as bars, tests as lines."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from secondop_desktop.features.results.rules.series import Series, series
from secondop_desktop.features.treatments.rules import is_going_on
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.chart.lanes import Lane, Mark

_MOST_TESTS: Final = 12
"""The tests measured most often have a lane each; all others stand in the list."""


def lanes(journal: Journal, person: str, today: date) -> list[Lane]:
    """Return the lanes of one person."""
    found = [_points(journal, person, name) for name in ("appointment", "diagnosis", "symptom")]
    found += _treatments(journal, person, today)
    return [*found, *_medicines(journal, person, today), *_tests(journal, person)]


def _points(journal: Journal, person: str, name: str) -> Lane:
    kind, names = journal.kinds[name], journal.names()
    rows = [row for row in journal.entries(name, person=person) if getattr(row, kind.when)]
    rows = [row for row in rows if kind.is_fact(row)]
    marks = [_mark(row, getattr(row, kind.when), kind.title(row, names)) for row in rows]
    return Lane(_(kind.plural), _in_order(marks))


def _medicines(journal: Journal, person: str, today: date) -> Iterator[Lane]:
    """Yield a lane for each medicine with a first day, its bar as long as it is taken."""
    kind, names = journal.kinds["medicine"], journal.names()
    by_name: dict[str, list[Mark]] = {}
    for row in journal.entries("medicine", person=person):
        if row.start and kind.is_fact(row) and not kind.is_draft(row):
            end = row.stop.last_day if row.stop else today if kind.holds(row, today) else None
            words = f"{kind.title(row, names)}, {_from_to(row)}"
            mark = Mark(row.id, row.start.first_day, words, end)
            by_name.setdefault(row.name.strip(), []).append(mark)
    for name, marks in sorted(by_name.items(), key=lambda one: one[1][0].first):
        yield Lane(name, _in_order(marks))


def _treatments(journal: Journal, person: str, today: date) -> list[Lane]:
    """Return one lane of all treatments, each a bar where it lasted; none without a date."""
    kind, names = journal.kinds["treatment"], journal.names()
    marks = []
    for row in journal.entries("treatment", person=person):
        if row.date and kind.is_fact(row) and not kind.is_draft(row):
            end = row.until.last_day if row.until else today if is_going_on(row, today) else None
            marks.append(Mark(row.id, row.date.first_day, kind.title(row, names), end))
    return [Lane(_(kind.plural), _in_order(marks))] if marks else []


def _from_to(row: Any) -> str:
    if row.stop:
        return _("{first} to {last}").format(first=row.start.words(), last=row.stop.words())
    return _("since {date}").format(date=row.start.words())


def _tests(journal: Journal, person: str) -> Iterator[Lane]:
    kind = journal.kinds["result"]
    rows = [row for row in journal.entries("result", person=person) if not kind.is_draft(row)]
    tests = [one for one in series(rows) if len(one.plotted) > 1]
    most = sorted(tests, key=lambda one: -len(one.plotted))[:_MOST_TESTS]
    for one in tests:
        if one in most:
            yield _test(one)


def _test(one: Series) -> Lane:
    marks = []
    for point in one.plotted:
        number = point.value.number
        if point.date is not None and number is not None:
            words = f"{point.date.words()}, {point.value} {one.unit}".strip()
            marks.append(Mark(point.id, point.date.first_day, words, value=float(number)))
    name = f"{one.test}, {one.unit}" if one.unit else one.test
    return Lane(name, _in_order(marks), line=True)


def _mark(row: Any, when: Any, title: str) -> Mark:
    return Mark(row.id, when.first_day, f"{when.words()}, {title}")


def _in_order(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: mark.first))
