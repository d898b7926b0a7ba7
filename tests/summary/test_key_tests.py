"""Which results stand first on page one: starred, cited, of the question, then the newest."""

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity
from tests.summary.printed import add, page_one

_IN_ORDER = ("Ferritin", "Urate", "Troponin", "Sodium", "Zinc")


def _result(journal: Journal, test: str, month: int, **more: object) -> str:
    when, value = PartialDate(2026, month, 3), Quantity("41")
    return add(journal, "result", test=test, date=when, value=value, **more)


def _order(journal: Journal) -> list[str]:
    page = page_one(journal)
    return sorted(_IN_ORDER, key=page.index)


def _filled(journal: Journal, *, star: bool = True, cited: bool = True) -> list[str]:
    """Write down the more important the older; a grid on page one has four dates."""
    case = add(journal, "case", question="Is it gout?")
    _result(journal, "Sodium", 6)
    _result(journal, "Zinc", 5)
    _result(journal, "Troponin", 4, case=case)
    urate = _result(journal, "Urate", 3)
    _result(journal, "Ferritin", 3, star=star)
    seen = (urate,) if cited else ()
    add(journal, "opinion", case=case, place=1, overall="Gout", results_seen=seen)
    return _order(journal)


def test_starred_come_first_then_cited_then_those_of_the_question_then_the_newest(
    ann: Journal,
) -> None:
    assert _filled(ann) == list(_IN_ORDER)


def test_without_a_star_or_an_opinion_the_rest_keep_their_order(ann: Journal) -> None:
    assert _filled(ann, star=False, cited=False)[:3] == ["Troponin", "Sodium", "Zinc"]
