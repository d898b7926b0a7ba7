"""What second doctors usually ask to see, built from what the journal has."""

from datetime import date
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS as CATALOGUE
from secondop_desktop.features.records.rules.needed import KINDS, Known, Need, needs
from secondop_desktop.journal.values.quantities import Quantity
from tests.features.rows import DR_SHAH, day, names, row

CASE = "case1"


def known(person: dict[str, Any] | None = None, kind_of: str = "", **rows: list[Any]) -> Known:
    asked = {"question": "Operate, or wait?", "referral_by": DR_SHAH, "kind_of": kind_of}
    case = row(CATALOGUE["case"], id=CASE, **asked)
    every = {kind: rows.get(kind, []) for kind in KINDS}
    about = row(CATALOGUE["person"], **(person or {}))
    return Known(case, about, every, names, date(2026, 7, 10), CATALOGUE)


def need(word: str, of: Known) -> Need:
    return next(one for one in needs(of) if one.word == word)


def said(word: str, of: Known) -> list[str]:
    return [found.words for found in need(word, of).found]


def record(**values: Any) -> Any:
    return row(CATALOGUE["record"], **values)


def written(entry: str, **values: Any) -> Any:
    return row(CATALOGUE["letter"], id=entry, **values)


def test_the_lines_are_those_that_can_be_ticked() -> None:
    fields = CATALOGUE["case"].by_name
    words = [word for word, _label in fields["send_ready"].choices]
    kinds = ["", *(word for word, _label in fields["kind_of"].choices)]
    listed = [one.word for kind in kinds for one in needs(known(kind_of=kind))]
    assert list(dict.fromkeys(listed)) == words


@pytest.mark.parametrize(
    ("kind_of", "more"),
    [
        ("", []),
        ("other", []),
        ("heart", ["tracing", "echo", "angiogram", "family"]),
        ("cancer", ["pathology", "slides", "team", "family"]),
        ("joint", ["xrays", "operations", "tried"]),
    ],
)
def test_what_is_asked_for_besides_is_by_kind_of_case(kind_of: str, more: list[str]) -> None:
    usual = [one.word for one in needs(known())]
    assert [one.word for one in needs(known(kind_of=kind_of))] == [*usual, *more]


def test_slides_say_whether_they_can_be_lent_and_who_to_ask() -> None:
    records = [
        record(id="r1", title="Biopsy", slides_lent=True, slides_how="the pathology office"),
        record(id="r2", title="Old biopsy", slides_lent=False),
        record(id="r3", title="Not asked"),
    ]
    of = known(kind_of="cancer", record=records)
    assert said("slides", of) == [
        "Biopsy – can be lent, ask: the pathology office",
        "Old biopsy – cannot be lent",
    ]
    assert [found.here for found in need("slides", of).found] == [True, False]


def test_pictures_say_their_number_and_how_to_get_them() -> None:
    scan = record(id="r1", title="CT", type="imaging", accession="A7", pictures_how="by a link")
    assert said("pictures", known(record=[scan])) == ["CT, number A7 – you have it – by a link"]


def test_papers_of_a_heart_are_found_by_their_titles() -> None:
    records = [record(id="r1", title="ECG of March"), record(id="r2", title="Echo report")]
    of = known(kind_of="heart", record=records)
    assert said("tracing", of) == ["ECG of March – you have it"]
    assert said("echo", of) == ["Echo report – you have it"]
    assert said("angiogram", of) == []


def test_an_empty_journal_invents_nothing() -> None:
    for one in needs(known()):
        assert bool(one.found) == (one.word == "question")
        assert one.want is not None or one.place


def test_the_letter_is_the_one_the_first_opinion_names() -> None:
    first = row(CATALOGUE["opinion"], id="o1", place=1, provider=DR_SHAH, record="r1", case=CASE)
    second = row(CATALOGUE["opinion"], id="o2", place=2, record="r2", case=CASE)
    quoted = row(CATALOGUE["statement"], opinion="o1", record="r3")
    records = [
        record(id="r1", title="Letter", date=day("2026-03-05"), type="letter", file="x"),
        record(id="r2", title="Second letter", type="letter"),
        record(id="r3", title="Notes", state="asked", asked=day("2026-06-03")),
        record(id="r4", title="Other letter", type="letter", from_provider=DR_SHAH),
        record(id="r5", title="Of another case", type="letter", from_provider=DR_SHAH, case="x"),
    ]
    of = known(opinion=[second, first], statement=[quoted], record=records)
    assert said("letter", of) == [
        "Letter, 5 March 2026 – you have it",
        "Notes – asked for, was due 3 July 2026",
        "Other letter – you have it",
    ]
    assert [found.here for found in need("letter", of).found] == [True, False, True]


def test_a_missing_letter_is_wanted_from_the_first_doctor() -> None:
    first = row(CATALOGUE["opinion"], id="o1", place=1, provider=DR_SHAH, case=CASE)
    want = need("letter", known(opinion=[first])).want
    assert want is not None
    assert (want["type"], want["holder"], want["from_provider"]) == ("letter", DR_SHAH, DR_SHAH)


def test_results_are_counted_and_their_papers_listed() -> None:
    of_three = (("Ferritin", "12"), ("Urea", "negative"), ("Begun", ""))
    results = [
        row(CATALOGUE["result"], test=test, value=Quantity(value) if value else None)
        for test, value in of_three
    ]
    of = known(result=results, record=[record(id="r", title="Bloods", type="result")])
    assert said("results", of) == ["2 results written down", "Bloods – you have it"]
    assert need("results", of).found[0].screen == "result"


def test_none_is_an_answer_and_not_asked_is_not() -> None:
    assert said("medicines", known()) == []
    assert said("medicines", known({"takes_no_medicines": True})) == [
        "You wrote down: takes no medicines"
    ]
    of = known({"no_known_allergies": True}, allergy=[row(CATALOGUE["allergy"], substance="Latex")])
    assert said("allergies", of) == ["1 allergy written down"]


def test_what_is_only_wanted_is_not_here() -> None:
    of = known(record=[record(id="r", title="Scan", type="scan", state="wanted")])
    assert said("scans", of) == ["Scan – wanted, not asked for yet"]
    assert not need("scans", of).found[0].here


def test_a_record_says_to_whom_it_was_handed() -> None:
    told = row(CATALOGUE["told"], provider=DR_SHAH, records=("r",), date=day("2026-07-01"))
    of = known(record=[record(id="r", title="CT", type="imaging", file="x")], told=[told])
    assert need("pictures", of).found[0].given == "Given to Dr Shah, 1 July 2026"


def test_letters_written_for_the_referral_count_but_not_their_kept_versions() -> None:
    letters = [
        row(
            CATALOGUE["letter"], id="l1", type="referral", title="To my GP", sent=day("2026-05-01")
        ),
        row(CATALOGUE["letter"], id="l2", type="referral", title="Kept", version_of="l1"),
        row(CATALOGUE["letter"], id="l3", type="thanks", title="Thanks"),
    ]
    assert said("referral", known(letter=letters)) == ["To my GP – sent 1 May 2026"]
