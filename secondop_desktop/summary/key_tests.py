"""Which tests matter most: those the person starred, those opinions name, those of the case."""

from collections.abc import Sequence

from secondop_desktop.exchange.pdf.pages.chapter import Rows
from secondop_desktop.features.results.pdf.tests_told import told_lines
from secondop_desktop.features.results.rules.cumulative import Line


def key_tests(rows: Rows) -> Sequence[Line]:
    """Return the tests: starred, then cited by opinions, then of the case, then the newest.

    Of those measured last on one day the one measured most often comes first.
    """
    return rows.once(_key_tests)


def _key_tests(rows: Rows) -> Sequence[Line]:
    by_id = {row.id: row for row in rows.of("result")}
    cited = {one for row in rows.of_case("opinion") for one in row.results_seen}
    case = rows.case.id if rows.case is not None else None

    def rank(one: Line) -> tuple[bool, ...]:
        mine = [by_id[entry] for entry in one.ids]
        return (
            any(getattr(row, "star", False) for row in mine),
            bool(cited & one.ids),
            case is not None and any(row.case == case for row in mine),
        )

    dated = [one for one in told_lines(rows) if one.newest]
    newest = sorted(dated, key=lambda one: (_newest(one), len(one.cells)), reverse=True)
    return sorted(newest, key=rank, reverse=True)


def _newest(one: Line) -> str:
    return one.newest.stored if one.newest else ""
