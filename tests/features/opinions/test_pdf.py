"""The opinions side by side on paper."""

from secondop_desktop.exchange.pdf.blocks.flow import Table
from secondop_desktop.exchange.pdf.text.runs import plain
from secondop_desktop.features.opinions.pdf import CHAPTERS
from tests.exchange.pdf.papers import artifacts, paper
from tests.features.paper import Sheet
from tests.features.rows import day

OPINIONS = CHAPTERS["opinion"]


def _sheet(*, large: bool = False, count: int = 2) -> Sheet:
    sheet = Sheet(large=large)
    doctor = sheet.add("provider", name="Dr Shah")
    letter = sheet.add("record", title="Clinic letter")
    for place in range(1, count + 1):
        known = {"place": place, "provider": doctor, "date": day("2026-05"), "record": letter}
        opinion = sheet.add("opinion", overall=f"Overall {place}.", **known)
        said = {"text": f"Said {place}.", "record": letter, "page": 2}
        sheet.add("statement", opinion=opinion, aspect="what", **said)
    sheet.add("mark", aspect="what", mark="partly", note="They differ in words.")
    return sheet


def test_who_says_what_where_and_how_it_compares() -> None:
    assert _sheet().printed(OPINIONS) == (
        "First opinion: Dr Shah – May 2026, Clinic letter "
        "Second opinion: Dr Shah – May 2026, Clinic letter "
        "About First opinion Second opinion My mark "
        "In short Overall 1. Overall 2. "
        "What they think it is Said 1. (page 2) Said 2. (page 2) "
        "Partly the same. They differ in words."
    )


def test_rows_that_differ_come_first_and_stand_out() -> None:
    sheet = _sheet()
    sheet.add("statement", opinion="opinion1", aspect="risks", text="A clot.")
    sheet.add("mark", aspect="risks", mark="different")
    sheet.add("statement", opinion="opinion1", aspect="why", text="It leaks.")
    (table,) = [block for block in OPINIONS.make(sheet) if isinstance(block, Table)]
    heads = [plain(line[0]) for line in table.source]  # type: ignore[arg-type]
    assert heads == [
        "In short",
        "What they think it is",
        "What may go wrong",
        "Why they suggest it",
    ]
    assert table.tinted == {1, 2}


def test_a_row_that_goes_on_says_again_what_it_is_about() -> None:
    sheet = _sheet()
    text = " ".join(f"word{n}" for n in range(1200))
    sheet.add("statement", opinion="opinion1", aspect="why", text=text)
    drawn = " ".join(artifacts(paper(*OPINIONS.make(sheet))))
    assert "Why they suggest it (continued)" in " ".join(drawn.split())


def test_another_record_than_the_opinions_own_is_named() -> None:
    sheet = _sheet()
    scan = sheet.add("record", title="Scan report")
    sheet.add("statement", opinion="opinion1", aspect="why", text="It leaks.", record=scan)
    assert "It leaks. (Scan report)" in sheet.printed(OPINIONS)


def test_what_was_not_discussed_is_said_and_what_is_not_known_is_a_dash() -> None:
    sheet = _sheet()
    sheet.add("statement", opinion="opinion1", aspect="risks", not_discussed=True)
    assert "What may go wrong Not discussed –" in sheet.printed(OPINIONS)


def test_one_opinion_alone_has_no_marks() -> None:
    printed = _sheet(count=1).printed(OPINIONS)
    assert "Said 1." in printed
    assert "They differ" not in printed
    assert "My mark" not in printed


def test_more_than_three_go_on_in_a_second_table() -> None:
    tables = [block for block in OPINIONS.make(_sheet(count=5)) if isinstance(block, Table)]
    assert [[column.title for column in table.columns] for table in tables] == [
        ["About", "First opinion", "Second opinion", "Third opinion", "My mark"],
        ["About", "Fourth opinion", "Fifth opinion"],
    ]


def test_large_print_puts_the_mark_below_what_each_says() -> None:
    assert (
        _sheet(large=True)
        .printed(OPINIONS)
        .endswith(
            "What they think it is "
            "First opinion: Said 1. (page 2) Second opinion: Said 2. (page 2) "
            "My mark: Partly the same. They differ in words."
        )
    )


def test_opinions_of_two_cases_are_not_compared_with_each_other() -> None:
    sheet = Sheet()
    for question in ("Heart?", "Knee?"):
        case = sheet.add("case", question=question)
        for place in (1, 2):
            opinion = sheet.add("opinion", case=case, place=place)
            sheet.add("statement", opinion=opinion, aspect="what", text=f"{question}{place}")
    tables = [block for block in OPINIONS.make(sheet) if isinstance(block, Table)]
    assert [len(table.columns) for table in tables] == [3, 3]
    assert sheet.printed(OPINIONS).startswith("Heart? First opinion")


def test_a_part_of_no_opinion_is_still_printed() -> None:
    sheet = Sheet()
    sheet.add("statement", aspect="why", text="Half written")
    assert sheet.printed(OPINIONS).endswith("Why they suggest it Half written")
