"""The comparison printed alone: its page one is itself, upright or on its side, nothing cut."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from secondop_desktop.features.opinions.rules.aspects import ASPECTS
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import inside
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.story import write
from tests.summary.printed import EVERY, MADE_AT, TODAY, add, made, pages, person_of, solid, words
from tests.verapdf import accepted_as_ua1

ALONE = {"sections": ("opinion",), "page_one": False}
_HOSTILE = {
    "<b>not bold</b> & more": True,
    "Ŵyth gŵr, tŷ â chŵyn": True,
    "tab\tbetween": True,
    "هذا نص عربي": True,
    "漢字": False,
    "👩‍⚕️ and 🙂": False,
}
"""Texts, and whether our fonts have all their letters; others are printed by their names."""


def _opinions(journal: Journal, count: int, text: str = "Said") -> str:
    case = add(journal, "case", question="Operate now, or wait?")
    for place in range(1, count + 1):
        opinion = add(journal, "opinion", case=case, place=place, overall=f"Overall {place}")
        for aspect in ASPECTS:
            own = {"case": case, "opinion": opinion, "aspect": aspect.word}
            add(journal, "statement", **own, text=f"{text} {place} {aspect.word}", source="letter")
    add(journal, "mark", case=case, aspect="what", mark="different", note="My own note")
    return case


def _turned(data: bytes) -> set[bool]:
    """Tell of all pages whether they lie on their side."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return {page.mediabox[2] > page.mediabox[3] for page in pdf.pages}


def test_it_begins_with_what_it_is_and_the_question(sample: Journal) -> None:
    first = pages(sample, **ALONE)[0]
    assert "The opinions side by side The question: Do I need open-heart surgery" in first
    assert "Summary for a second opinion" not in words(sample, **ALONE)
    assert "The opinions side by side: Marjorie Wensleydown" in _title(made(sample, **ALONE)[0])


def _title(data: bytes) -> str:
    with pikepdf.open(BytesIO(data)) as pdf:
        return str(pdf.docinfo["/Title"])


def test_page_one_stays_unless_it_is_left_out(sample: Journal) -> None:
    assert "Summary for a second opinion" in pages(sample, sections=("opinion",))[0]
    only = pages(sample, sections=(), page_one=False)
    assert len(only) == 1
    assert "Summary for a second opinion" in only[0]


@pytest.mark.parametrize(("count", "turned"), [(1, False), (2, False), (3, True), (5, True)])
def test_three_opinions_lie_on_their_side(ann: Journal, count: int, turned: bool) -> None:
    _opinions(ann, count)
    assert _turned(made(ann, **ALONE)[0]) == {turned}
    assert _turned(made(ann, sections=("opinion",))[0]) == {False}
    assert _turned(made(ann, large_print=True, **ALONE)[0]) == {False}


def test_one_opinion_alone_is_called_by_its_name(ann: Journal) -> None:
    _opinions(ann, 2)
    second = next(row for row in ann.entries("opinion") if row.place == 2)
    others = frozenset(row.id for row in ann.entries("opinion")) - {second.id}
    first = words(ann, leave_out=others, **ALONE)
    assert "Second opinion The question:" in first
    assert "Said 2 what" in first
    assert "Said 1" not in first
    assert "My own note" not in first


def test_a_section_may_be_named_in_the_plural(sample: Journal) -> None:
    assert made(sample, sections=("Opinions",))[0] == made(sample, sections=("opinion",))[0]


def test_long_cells_are_never_cut(ann: Journal) -> None:
    case = _opinions(ann, 3)
    opinion = ann.entries("opinion")[0].id
    numbers = [f"word{number:04}" for number in range(2_000)]
    text = " ".join(numbers)
    add(ann, "statement", case=case, opinion=opinion, aspect="open", text=text)
    printed = solid(" ".join(pages(ann, **ALONE)))
    assert [one for one in numbers if one not in printed] == []


@pytest.mark.parametrize("text", _HOSTILE)
def test_absurd_texts_are_printed_and_letters_without_a_shape_are_counted(
    ann: Journal, text: str
) -> None:
    _opinions(ann, 3, text)
    _data, said = made(ann, **ALONE)
    assert (said.missing == 0) is _HOSTILE[text]


def test_nothing_of_another_case_or_person_is_in_it(ann: Journal) -> None:
    case = _opinions(ann, 2)
    with ann.change("Others") as change:
        other = change.add("person", name="Owen Evans")
        knee = change.add("case", person=person_of(ann), question="The knee?")
        for person, where in ((other, None), (person_of(ann), knee)):
            made_ = change.add("opinion", person=person, case=where, place=1, overall="Foreign")
            change.add(
                "statement", person=person, case=where, opinion=made_, aspect="what", text="Foreign"
            )
    own = words(ann, case=case, **ALONE)
    assert "What they think it is" in own
    assert "Foreign" not in own
    assert "Foreign" in words(ann, case=knee, **ALONE)


def test_the_checker_accepts_it_upright_and_turned(ann: Journal, tmp_path: Path) -> None:
    _opinions(ann, 5, "Ŵyth gŵr هذا")
    others = [row.id for row in ann.entries("opinion")][2:]
    files = []
    for number, more in enumerate(({}, {"leave_out": frozenset(others)}, {"large_print": True})):
        files.append(tmp_path / f"{number}.pdf")
        choices = Choices(person_of(ann), today=TODAY, **ALONE, **more)  # type: ignore[arg-type]
        write(ann, choices, files[-1], made_at=MADE_AT)
    accepted_as_ua1(*files)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Her daughter", "her daughter"),
        ("Daughter", "daughter"),
        ("GP", "GP"),
        ("Ruth's sister", "Ruth's sister"),
        ("Anna Lee knows her", "Anna Lee knows her"),
        ("", ""),
    ],
)
def test_words_inside_a_sentence_begin_small(text: str, said: str) -> None:
    assert inside(text) == said


def test_every_chapter_can_stand_alone(sample: Journal) -> None:
    for key in EVERY:
        assert made(sample, sections=(key,), page_one=False)[1].pages >= 1
