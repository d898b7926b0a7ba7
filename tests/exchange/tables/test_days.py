"""Dates and times as tables write them: what all of them together say of each."""

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.tables.days import Cell, Days, is_date
from secondop_desktop.exchange.tables.writing import read_time
from secondop_desktop.journal.values import clock
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.month_names import month_of


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be 14 June 2026."""
    day = PartialDate.parse("2026-06-14").first_day
    monkeypatch.setattr(clock, "local_today", lambda: day)


def _read(*texts: str, answer: str = "", coming: bool = False, american: bool = False) -> list[str]:
    key, _equals, choice = answer.partition("=")
    cells = [Cell(line, *text.split("|")) for line, text in enumerate(texts, 2)]
    asked = Asked({key: choice} if key else {})
    days = Days("t.csv", cells, asked, coming=coming, american=american)
    told = [days.read(cell) for cell in cells]
    return [one.date.iso if one.date else f"?{one.unread}" for one in told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("2024-03-05T09:15:30Z", "2024-03-05T09:15"),
        ("2025-07-05T09:15:30Z", "2025-07-05T10:15"),
        ("2025-07-05 23:30:30.123+00:00", "2025-07-06T00:30"),
        ("17-07-2025 10:00 UTC", "2025-07-17T11:00"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        ("17/03/2024", "2024-03-17"),
        ("17. 3. 2024", "2024-03-17"),
        ("05.03.24", "2024-03-05"),
        ("17-3-1968", "1968-03-17"),
        ("17/03/69", "1969-03-17"),
        ("17/03/2024 9:15 pm", "2024-03-17T21:15"),
        ("03/2024", "2024-03"),
        ("5 March 2024", "2024-03-05"),
        ("5th Mar. 2024", "2024-03-05"),
        ("5. Mai 2024", "2024-05-05"),
        ("5 Mawrth 2024", "2024-03-05"),
        ("05-Mar-24", "2024-03-05"),
        ("Tue, 5 Mar 2024, 09:15", "2024-03-05T09:15"),
        ("Mar 5, 2024", "2024-03-05"),
        ("Jan 01 2026", "2026-01-01"),
        ("March 2024", "2024-03"),
        ("45701", "2025-02-13"),
        ("45701.5", "2025-02-13T12:00"),
        ("17/03/2024|08:05", "2024-03-17T08:05"),
        ("March 2024|08:05", "2024-03"),
    ],
)
def test_dates_are_read_as_far_as_they_go(text: str, expected: str) -> None:
    assert _read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "31/02/2024",
        "13/13/2024",
        "5 Foo 2024",
        "25 junk 2024",
        "00-Jan-00",
        "1900-01-00",
        "0 January 1900",
        "7 marraskuu 2025",
        "5 ma 2024",
        "Foo, 5 March 2024",
        "17/03/2024 25:10",
        "1.5",
        "99999",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        _read(text)


@pytest.mark.parametrize(
    ("word", "month"),
    [("sept", 9), ("Juni", 6), ("Mär", 3), ("jul.", 7), ("ma", 0), ("junk", 0), ("marraskuu", 0)],
)
def test_a_month_is_named_by_its_beginning_and_by_no_other_word(word: str, month: int) -> None:
    assert month_of(word) == month


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["05/06/2024", "17/06/2024"], ["2024-06-05", "2024-06-17"]),
        (["05/06/2024", "06/17/2024"], ["2024-05-06", "2024-06-17"]),
        (["05.06.2024", "06/07/2024"], ["2024-06-05", "2024-07-06"]),
        (["07-07-2024"], ["2024-07-07"]),
        (["24-05-11", "24-06-12", "24-07-13"], ["2024-05-11", "2024-06-12", "2024-07-13"]),
        (["11-05-24", "12-06-24", "13-07-24"], ["2024-05-11", "2024-06-12", "2024-07-13"]),
        (["02-12-25", "03-13-25"], ["2025-02-12", "2025-03-13"]),
        (["99-05-11"], ["1999-05-11"]),
    ],
)
def test_the_other_dates_settle_the_order(texts: list[str], expected: list[str]) -> None:
    assert _read(*texts) == expected


def test_dates_in_both_orders_are_refused() -> None:
    with pytest.raises(UserError, match="in others the month"):
        _read("17/06/2024", "06/17/2024")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("", "?24-03-12"),
        ("short-dates=year-first", "2024-03-12"),
        ("short-dates=day-first", "2012-03-24"),
    ],
)
def test_three_times_two_figures_are_asked_about(answer: str, expected: str) -> None:
    assert _read("24-03-12", answer=answer) == [expected]


@pytest.mark.parametrize(
    ("american", "text", "answer", "expected"),
    [
        (False, "05/06/2024", "", "2024-06-05"),
        (False, "05/06/2024", "date-order=month-first", "2024-05-06"),
        (True, "05/06/2024", "", "?05/06/2024"),
        (True, "05/06/2024", "date-order=day-first", "2024-06-05"),
        (True, "05.06.2024", "", "2024-06-05"),
        (False, "05/12/2026", "", "?05/12/2026"),
    ],
)
def test_where_two_orders_fit_the_file_is_asked_about(
    american: bool, text: str, answer: str, expected: str
) -> None:
    assert _read(text, answer=answer, american=american) == [expected]


@pytest.mark.parametrize(
    ("answer", "coming", "expected"),
    [
        ("", False, ["2024-03-17", "?17/03/2064"]),
        ("future-dates=as-told", False, ["2024-03-17", "2064-03-17"]),
        ("", True, ["2024-03-17", "2064-03-17"]),
    ],
)
def test_what_happened_does_not_lie_in_the_future(
    answer: str, coming: bool, expected: list[str]
) -> None:
    assert _read("17/03/2024", "17/03/2064", answer=answer, coming=coming) == expected


@pytest.mark.parametrize(
    ("text", "coming", "year"),
    [("17/03/26", False, 2026), ("17/03/27", False, 1927), ("17/03/27", True, 2027)],
)
def test_years_of_two_figures_lie_in_a_window_that_is_said(
    text: str, coming: bool, year: int
) -> None:
    days = Days("t.csv", [Cell(2, text)], Asked(), coming=coming)
    told = days.read(Cell(2, text)).date
    assert told is not None
    assert told.year == year
    last = 2046 if coming else 2026
    assert days.notices == [f"t.csv: years of two figures were read as {last - 99} to {last}."]


def test_midnight_everywhere_is_what_a_spreadsheet_adds() -> None:
    assert _read("2024-03-17 00:00", "2024-03-18 00:00:00") == ["2024-03-17", "2024-03-18"]
    assert _read("2024-03-17 00:00", "2024-03-17 12:00", "2024-03-17 23:45") == [
        "2024-03-17T00:00", "2024-03-17T12:00", "2024-03-17T23:45"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "texts",
    [
        ("2024-03-17 00:00", "2024-03-19 07:15"),
        ("2024-03-17 00:00", "2024-03-18", "2024-03-19", "2024-03-20 07:15"),
        ("2024-03-17 00:00", *(f"2024-03-{day} 07:15" for day in range(18, 25))),
        ("17/03/2024|00:00", "18/03/2024|07:15", "19/03/2024|12:40", "20/03/2024|18:00"),
        ("2024-03-17 00:00", "2024-03-18 00:00", "2024-03-19 23:40"),
    ],
)
def test_midnight_beside_other_times_is_asked_once(texts: tuple[str, ...]) -> None:
    assert _read(*texts)[0] == "2024-03-17", "without an answer only the day is kept"
    assert _read(*texts, answer="midnight=midnight")[0] == "2024-03-17T00:00"
    asked = Asked()
    Days("t.csv", [Cell(at, *text.split("|")) for at, text in enumerate(texts)], asked)
    [question] = asked.all()
    assert question.text.endswith("Was that at midnight?")


def test_one_midnight_among_mere_days_is_none() -> None:
    assert _read("2024-03-17 00:00", "2024-03-18", "19/03/2024") == [
        "2024-03-17", "2024-03-18", "2024-03-19"
    ]  # fmt: skip


def test_a_meter_that_measures_at_night_is_not_asked_about() -> None:
    nights = [f"2024-03-17 {hour:02}:{minute:02}" for hour in (0, 1, 23) for minute in (0, 30)]
    assert _read(*nights)[0] == "2024-03-17T00:00"
    asked = Asked()
    Days("t.csv", [Cell(at, text) for at, text in enumerate(nights)], asked)
    assert asked.all() == ()


@pytest.mark.parametrize(
    "texts",
    [
        ("2025-07-05T00:00:00Z", "2025-08-05T00:00:00Z"),
        ("2025-07-05T00:00:00+02:00", "2025-08-05T00:00:00+02:00"),
        ("2025-07-04T23:00:00Z", "2025-08-04T23:00:00Z"),
    ],
)
def test_a_day_that_a_computer_wrote_as_a_moment_is_that_day(texts: tuple[str, ...]) -> None:
    assert _read(*texts) == ["2025-07-05", "2025-08-05"]


def test_a_time_over_which_the_clocks_went_is_told() -> None:
    cell = Cell(7, "30/03/2025 01:20")
    days = Days("t.csv", [cell], Asked())
    assert days.read(cell).date == PartialDate.parse("2025-03-30")
    assert days.notices[0].startswith("t.csv, line 7: there was no such time as 30 March")


def test_a_time_that_came_twice_is_told() -> None:
    cell = Cell(9, "26/10/2025 01:40")
    days = Days("t.csv", [cell], Asked())
    assert days.read(cell).date == PartialDate.parse("2025-10-26T01:40")
    assert days.notices[0].startswith("t.csv, line 9: 26 October 2025, 1:40am came twice")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("17/03/2024", True),
        ("12.05.2024", True),
        ("Mar 2024", True),
        ("2024", False),
        ("5.4", False),
    ],
)
def test_a_heading_is_a_date_only_when_it_is_certain(text: str, is_one: bool) -> None:
    assert is_date(text) is is_one


@pytest.mark.parametrize(
    ("text", "hour"), [("12:30 am", 0), ("12:30 PM", 12), ("11.30pm", 23), ("00:30", 0)]
)
def test_both_clocks_are_read(text: str, hour: int) -> None:
    assert (read_time(text).hour, read_time(text).minute) == (hour, 30)


@pytest.mark.parametrize("text", ["0019-06-01", "01/06/0202"])
def test_a_year_before_all_records_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        _read(text)
