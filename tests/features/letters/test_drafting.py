"""What each letter says: with everything known, by a helper, and with next to nothing known."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.features.letters.operations.drafting import reads_as
from secondop_desktop.features.letters.operations.recipients import usual
from secondop_desktop.features.letters.rules import type_of
from secondop_desktop.journal.file import Journal
from tests.features.letters.scene import GOLDEN, TODAY, TYPES, Scene, day, filled, goldens, said

every_type = pytest.mark.parametrize("key", TYPES)
voices = pytest.mark.parametrize("helper", [False, True])


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    with Journal.create(tmp_path / "a.secondop", KINDS) as journal:
        yield filled(journal)


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Scene]:
    with Journal.create(tmp_path / "b.secondop", KINDS) as journal:
        yield Scene(journal)


def test_letters_say_what_they_said(tmp_path: Path) -> None:
    made = goldens(tmp_path)
    kept = {path.stem: path.read_text("utf-8") for path in GOLDEN.glob("*.txt")}
    assert made.keys() == kept.keys()
    for name, text in made.items():
        assert text == kept[name], name


@every_type
@voices
def test_no_gap_shows(bare: Scene, key: str, helper: bool) -> None:
    bare.edit("person", bare.person, carer="Rhys Evans")
    for text in (said(bare.letter(key, by_helper=helper)), said(bare.letter(key))):
        assert not re.search(r"None|[{}\[\]]|\(\)|  |\.\.|,\.|: *\.|\byou may choose\b", text), text


@every_type
@voices
def test_a_letter_of_one_names_nothing_of_another(scene: Scene, key: str, helper: bool) -> None:
    text = said(scene.letter(key, by_helper=helper))
    assert "BOB" not in text
    assert "Bob" not in text


@every_type
def test_what_is_private_stays_out(scene: Scene, key: str) -> None:
    for kind in ("diagnosis", "medicine", "allergy", "record", "opinion", "decision"):
        for row in scene.journal.entries(kind, person=scene.person):
            scene.edit(kind, row.id, private=True)
    text = scene.letter(key).text
    for secret in ("Gallstones", "Ramipril", "Penicillin", "CT scan", "Watch it", "scan again"):
        assert secret not in text


def test_the_doctor_who_reads_it_is_called_you(scene: Scene) -> None:
    text = scene.letter("referral").text
    assert "You told me on 5 May 2026 that it is safe to wait" in text
    assert "Mr John Shah told me this in March 2026" in text


def test_waiting_is_asked_about_until_someone_said_so(scene: Scene) -> None:
    for answer in ("", "asked", "not asked"):
        scene.edit("case", scene.case, safe_to_wait=answer)
        assert "Could you tell me if it is safe to wait" in scene.letter("ask").text
    scene.edit("case", scene.case, safe_to_wait="no")
    assert "I was told not to wait" in scene.letter("ask").text


@pytest.mark.parametrize(
    ("authority", "words"),
    [
        ("consent", "has agreed that I do this"),
        ("proxy access", "proxy access"),
        ("lpa", "lasting power of attorney"),
        ("deputy", "as her deputy"),
        ("parent", "I am her parent"),
    ],
)
def test_a_helper_says_what_lets_them_act(scene: Scene, authority: str, words: str) -> None:
    scene.edit("person", scene.person, authority=authority)
    assert words in scene.letter("ask", by_helper=True).text
    scene.edit("person", scene.person, authority_until=day("2026-07-02"))
    made = scene.letter("ask", by_helper=True)
    assert words not in made.text
    assert "authority" in [lack.name for lack in made.lacks]


def test_a_place_is_written_to_without_a_name(scene: Scene) -> None:
    text = scene.letter("records").text
    assert text.startswith("Hospital number: AH 1234.\n\nDear Sir or Madam,")
    assert text.endswith("Yours faithfully,\nMargaret Evans")


def test_records_are_those_wanted_from_this_holder(scene: Scene) -> None:
    text = scene.letter("records").text
    assert "- CT scan, February 2026\n- Clinic letter" in text
    for other in ("X-ray", "Blood test"):
        assert other not in text
    assert "X-ray" in scene.letter("records", to=scene.ids["gp"]).text


def test_what_is_lacking_leads_to_where_it_is_added(bare: Scene) -> None:
    lacks = {lack.name: lack for lack in bare.letter("ask").lacks}
    assert (lacks["born"].kind, lacks["born"].entry) == ("person", bare.person)
    assert (lacks["reason"].kind, lacks["reason"].entry) == ("case", bare.case)
    assert lacks["to"].kind == "letter"
    assert (lacks["diagnosis"].kind, lacks["diagnosis"].entry) == ("diagnosis", "")
    assert "diagnosed_by" not in lacks
    entry = bare.add("diagnosis", name="Gallstones")
    lacks = {lack.name: lack for lack in bare.letter("ask").lacks}
    assert "diagnosis" not in lacks
    assert (lacks["diagnosed_by"].kind, lacks["diagnosed_by"].entry) == ("diagnosis", entry)
    bare.add("opinion", place=1)
    second = bare.add("opinion", place=2, provider=bare.add("provider", name="Dr Hill"))
    lacks = {lack.name: lack for lack in bare.letter("tell").lacks}
    assert (lacks["second_on"].kind, lacks["second_on"].entry) == ("opinion", second)


def test_nothing_is_lacking_when_it_is_all_there(scene: Scene) -> None:
    for key in TYPES:
        assert scene.letter(key).lacks == (), key
        assert scene.letter(key, by_helper=True).lacks == (), key


def test_taking_nothing_is_an_answer(scene: Scene) -> None:
    for kind in ("medicine", "allergy"):
        for row in scene.journal.entries(kind, person=scene.person):
            with scene.journal.change("away") as change:
                change.put_away(kind, row.id)
    scene.edit("person", scene.person, takes_no_medicines=True, no_known_allergies=True)
    made = scene.letter("referral")
    assert "I take no medicines. " not in made.text
    assert "I take no medicines.\n\nI have no known allergies." in made.text
    assert made.lacks == ()


def test_whom_each_letter_usually_goes_to(scene: Scene, bare: Scene) -> None:
    ids = scene.ids
    assert [usual(scene.shelf, key) for key in TYPES] == [
        ids["first"], ids["gp"], ids["gp"], ids["gp"], ids["office"], ids["second"],
        ids["first"], ids["gp"], ids["second"], None,
    ]  # fmt: skip
    assert {usual(bare.shelf, key) for key in TYPES} == {None}


@pytest.mark.parametrize("words", ["100 KB " * 15_000, "😀 مرحبا ŵ\tb {born} {?x}", "a\n\nb"])
def test_absurd_words_stay_as_they_are(scene: Scene, words: str) -> None:
    scene.edit("case", scene.case, reasons_words=words)
    assert " ".join(words.split()) in scene.letter("ask").text


def test_other_names_of_types() -> None:
    assert [type_of(name) for name in ("request", "gp", "plain", "ask", "poem", "")] == [
        "records", "sheet", "other", "ask", "", "",
    ]  # fmt: skip


def test_who_wrote_a_letter_is_known_by_how_it_reads(scene: Scene) -> None:
    shelf, to = scene.shelf, scene.ids["first"]
    for helper in (True, False):
        row = SimpleNamespace(text=scene.letter("ask", by_helper=helper).text)
        assert reads_as(shelf, row, "ask", to, TODAY) is helper
    assert reads_as(shelf, SimpleNamespace(text="My own words"), "ask", to, TODAY) is None


def test_a_draft_is_named_as_one(bare: Scene) -> None:
    with bare.journal.change("Add") as change:
        for name, unread in (("Sotalol", {"start": "31 February"}), ("Digoxin", {})):
            values = {"name": name, "status": "taking", "unread": unread}
            change.add("medicine", person=bare.person, **values)
        change.add("medicine", person=bare.person, name="Quinine", status="entered in error")
    texts = [said(bare.letter(key)) for key in TYPES]
    assert any("Sotalol (draft)" in text for text in texts)
    assert not any("Digoxin (draft)" in text or "Quinine" in text for text in texts)


@pytest.mark.parametrize("key", ["sheet", "referral"])
def test_what_must_not_be_taken_is_told_where_medicines_are(scene: Scene, key: str) -> None:
    text = scene.letter(key).text
    assert "ust not be taken:\n- Naproxen, My stomach bled\n" in text
    assert text.index("Ramipril") < text.index("Naproxen") < text.index("Penicillin")


@pytest.mark.parametrize("key", ["sheet", "referral"])
def test_no_letter_leaves_out_how_bad_an_allergy_is_or_how_a_medicine_is_taken(
    bare: Scene, key: str
) -> None:
    worst = {"severity": "severe", "criticality": "high", "certainty": "unconfirmed"}
    bare.add("allergy", substance="Latex", reaction="Hives.", **worst)
    bare.add("allergy", substance="Eggs", reaction="Rash", status="past", severity="mild")
    bare.add("medicine", name="Senna", dose="7.5 mg", status="as needed", maximum="2 a day")
    how = {"how_taken": "one a week, never daily", "route": "by mouth"}
    bare.add("medicine", name="Methotrexate", dose="10 mg", status="on hold", **how)
    text = bare.letter(key).text
    assert "Latex, not confirmed, Hives, severe, it could do serious harm" in text
    assert "Eggs, Rash, mild, I had it in the past" in text
    assert "Senna, 7.5 mg, when needed, at most 2 a day" in text
    assert "Methotrexate, 10 mg, one a week, never daily, by mouth, on hold" in text
