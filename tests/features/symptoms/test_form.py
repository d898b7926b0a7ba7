"""The form of a symptom note."""

from tests.features.desk import Desk


def test_how_bad_it_is_goes_from_0_to_10_with_words_at_both_ends(desk: Desk) -> None:
    form = desk.open("symptom")
    desk.type(form.edits["what"], "Out of breath")
    names = [name for _button, name in form.edits["severity"].parts()]
    assert names[0].endswith("none at all")
    assert names[10].endswith("as bad as you can imagine")
    form.edits["severity"].parts()[6][0].click()
    assert desk.get(form).severity == 6


def test_what_was_felt_before_is_offered_once(desk: Desk) -> None:
    for _day in range(2):
        desk.add("symptom", what="Out of breath")
    assert desk.open("symptom").earlier_values("what") == ["Out of breath"]
