"""What is copied in a web page or a spreadsheet: its largest table, with cells that span."""

from secondop_desktop.exchange.tables.html_tables import table_text


def test_cells_are_parted_by_tabs_and_rows_by_lines() -> None:
    html = (
        "<html><body><p>Menu</p><table><thead><tr><th>Test</th><th>Result</th></tr></thead>"
        "<tbody><tr><td>Vitamin&nbsp;D <br>(total)</td><td><b>41</b>\n nmol/L</td></tr></table>"
    )
    assert table_text(html) == "Test\tResult\nVitamin D (total)\t41 nmol/L"


def test_the_largest_table_is_the_one_that_was_meant() -> None:
    small = "<table><tr><td>Home</td><td>Help</td></tr></table>"
    large = "<table><tr><td>a<td>b<tr><td>c<td>d<tr><td>e<td>f</table>"
    assert table_text(small + large) == "a\tb\nc\td\ne\tf"
    assert table_text(f"<table><tr><td>{large}</td><td>x</td></tr></table>") == "a\tb\nc\td\ne\tf"


def test_cells_over_several_columns_and_rows_keep_the_others_in_place() -> None:
    html = (
        "<table><tr><th rowspan=2>Date<th colspan=2>Blood pressure<tr><th>Systolic<th>Diastolic"
        "<tr><td rowspan=2>3 May 2024<td>131<td>79<tr><td>128<td>77</table>"
    )
    assert table_text(html) == (
        "Date\tBlood pressure\t\nDate\tSystolic\tDiastolic\n"
        "3 May 2024\t131\t79\n3 May 2024\t128\t77"
    )


def test_prose_lists_and_harmful_spans_are_no_table() -> None:
    assert table_text("<p>Dear all</p><ul><li>one</li></ul>") == ""
    assert table_text("<table><tr><td>one column</td></tr></table>") == ""
    wide = table_text("<table><tr><td colspan=999999999>a<td rowspan=99999>b</table>")
    assert len(wide) < 300
    assert table_text("<table><tr><td>" * 30_000).count("\t") == 0
