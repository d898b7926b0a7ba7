"""Dates that a table leaves open: numbers of a spreadsheet, and rows below the first of a day."""

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.tables.reading import read

SERIAL = "Test,Result,Date\nZinc,11.5,45104\nCopper,17.1,45104.25\n"
GROUPED = "Date,Test,Result\n27 June 2023,Zinc,11.5\n,Copper,17.1\n28 June 2023,Zinc,12\n,Iron,9\n"


def _dates(text: str, **answers: str) -> tuple[list[str], list[str]]:
    asked = Asked({key.replace("_", "-"): answer for key, answer in answers.items()})
    found = read(text, "t.csv", asked, KINDS)
    assert found is not None
    dates = [
        one.values.get("date") or one.values.get("unread", {}).get("date") for one in found.drafts
    ]
    return [str(date or "") for date in dates], [one.key for one in asked.all()]


def test_days_counted_by_a_spreadsheet_are_asked_about_once() -> None:
    assert _dates(SERIAL) == (["27 June 2023", "27 June 2023, 6am"], ["serial-dates"])
    mac, _keys = _dates(SERIAL, serial_dates="from-1904", future_dates="as-told")
    assert mac == ["28 June 2027", "28 June 2027, 6am"]
    kept, _keys = _dates(SERIAL, serial_dates="open")
    assert kept == ["45104", "45104.25"]


def test_a_date_that_stands_once_for_several_rows_is_asked_about() -> None:
    assert _dates(GROUPED) == (["27 June 2023", "", "28 June 2023", ""], ["dates-above"])
    dates, _keys = _dates(GROUPED, dates_above="above")
    assert dates == ["27 June 2023", "27 June 2023", "28 June 2023", "28 June 2023"]


def test_the_order_shown_by_the_day_of_the_export_holds() -> None:
    text = "Export of 06/27/2023\nTest,Result,Date\nZinc,11.5,06/07/2023\n"
    assert _dates(text) == (["7 June 2023"], [])


def test_a_row_of_dates_is_no_row_of_headings() -> None:
    text = "Name,Begun,Ended\nZinc,27/06/2023,28/06/2023\nIron,25/06/2023,29/06/2023\n"
    asked = Asked()
    assert read(text, "t.csv", asked, KINDS) is None
    assert [one.key for one in asked.all()] == ["columns"]
