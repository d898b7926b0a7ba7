"""The form of a test result."""

from decimal import Decimal

from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range
from secondop_desktop.widgets.fields import QuantityField
from tests.features.desk import Desk


def test_it_is_kept_as_printed_with_its_unit(desk: Desk) -> None:
    form = desk.open("result")
    for name, text in (("test", "Troponin"), ("value", "<0.5"), ("unit", "µg/L")):
        desk.type(form.edits[name], text)
    desk.type(form.edits["range"], "<5")
    row = desk.get(form)
    assert (row.test, row.value, row.unit) == ("Troponin", Quantity("<0.5"), "µg/L")
    assert row.range == Range("<5")
    assert form.edits["range"].note() == "Read as less than 5"


def test_words_are_a_result_too(desk: Desk) -> None:
    form = desk.open("result")
    desk.type(form.edits["value"], "positive")
    assert desk.get(form).value == Quantity("positive")


def test_units_written_before_come_first(desk: Desk) -> None:
    desk.add("result", test="Lp(a)", unit="nmol/L")
    completer = desk.open("result").edits["unit"].line.completer()
    assert completer.model().index(0, 0).data() == "nmol/L"


def test_a_page_below_1_is_not_taken(desk: Desk) -> None:
    form = desk.open("result")
    desk.type(form.edits["test"], "Troponin")
    desk.type(form.edits["page"], "0")
    row = desk.get(form)
    assert (row.page, row.unread) == (None, {"page": "0"})
    assert [problem.text for problem in form.problems()] == [
        "“Page of that record” must be 1 or more"
    ]


def test_a_date_in_the_future_is_asked_about_once(desk: Desk) -> None:
    form = desk.open("result")
    desk.type(form.edits["test"], "Troponin")
    form.edits["date"].put(PartialDate(2071, 5, 3))
    form.edits["date"].edited.emit()
    finished: list[bool] = []
    form.finished.connect(lambda: finished.append(True))
    form.done()
    (entry,) = form.summary.entries
    assert entry.accessibleName().startswith("Is 3 May 2071 right for “Date of the test”?")
    assert finished == []
    form.done()
    assert (finished, form.summary.entries) == ([True], [])


def test_a_mark_typed_behind_the_number_goes_into_its_own_box(desk: Desk) -> None:
    form = desk.open("result")
    value = form.edits["value"]
    assert isinstance(value, QuantityField)
    desk.type(value, "6.4 mmol/L (H)")
    value.line.editingFinished.emit()
    value.which.buttons[0].click()
    row = desk.get(form)
    assert (row.value, row.unit, row.flag) == (Quantity("6.4"), "mmol/L", "H")


def test_the_range_may_repeat_the_unit(desk: Desk) -> None:
    form = desk.open("result")
    desk.type(form.edits["unit"], "mmol/L")
    desk.type(form.edits["range"], "3.5-5.1 mmol/L")
    assert desk.get(form).range.bounds[:2] == (Decimal("3.5"), Decimal("5.1"))
    desk.type(form.edits["unit"], "mg/dL")
    assert form.edits["range"].note() == "Kept as words"


def test_a_date_before_the_birth_is_asked_about_once(desk: Desk) -> None:
    desk.full("person", {"birth_date": PartialDate(1961, 2, 9)})
    form = desk.open("result")
    desk.type(form.edits["test"], "Troponin")
    form.edits["date"].put(PartialDate(1916, 2, 9))
    form.edits["date"].edited.emit()
    form.done()
    (entry,) = form.summary.entries
    assert entry.accessibleName().startswith(
        "Is 9 February 1916 right for “Date of the test”? It is before"
    )
    form.done()
    assert form.summary.entries == []
