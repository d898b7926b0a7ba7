"""Text made to harm, or only strange, is printed as it is: whole, and nothing else."""

from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.columns import Line, Measured, PrintedRange, Prose
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range
from tests.exchange.pdf.papers import pages_of
from tests.summary.printed import EVERY, add, made, pages, person_of, solid

_MADE: dict[type, Any] = {Line: str, Prose: str, Measured: Quantity, PrintedRange: Range}
_QUIET = frozenset(
    {"code", "unit_code", "file", "file_name", "file_type", "raw", "currency"}
    | {"narrative"}  # told by other fields in a way people read
    | {"implant_card"}  # where papers lie at home
)
HOSTILE = {
    "markup": "<b>bold</b> & <img src=\"/etc/passwd\"> &amp; <para> {name} %s </para>",
    "welsh": "Llanfairpwll, ŵyr â'r tŷ, naïve café – “dyfynnod”",
    "tabs": "one\ttwo\u00a0three\u200b",
}  # fmt: skip


def _written(kind: Kind, text: str) -> dict[str, Any]:
    """Return this text, and the field's name, as the value of every field that holds text."""
    types = {one.name: type(kind.type_of(one.name)) for one in kind.fields if not one.choices}
    return {
        name: _MADE[sort](f"{text} {kind.name}-{name}")
        for name, sort in types.items()
        if sort in _MADE and name not in _QUIET
    }


def _fill(journal: Journal, text: str) -> None:
    """Write the text into every field of one entry of every kind."""
    ann = person_of(journal)
    with journal.change("Fill") as change:
        made_ones: dict[str, str] = {}
        for name, kind in KINDS.items():
            if name != "person":
                owners = {
                    one.name: made_ones[one.refers]
                    for one in kind.fields
                    if one.owner and one.refers != name
                }
                dates = {kind.when: PartialDate(2024, 3, 5)} if kind.when else {}
                values = _written(kind, text) | owners | dates
                extra = {"aspect": "what"} if name in {"statement", "mark"} else {}
                made_ones[name] = change.add(name, person=ann, **values, **extra)
        change.add("opinion", person=ann, place=2)  # marks compare two


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("large", [False, True])
def test_text_is_printed_as_it_was_typed(ann: Journal, text: str, large: bool) -> None:
    _fill(ann, text)
    data, built = made(ann, sections=EVERY, private=True, large_print=large)
    kinds = [kind for kind in KINDS.values() if kind.name != "person"]
    typed = "" if large else text  # a tall cell that is cut there has its neighbour in between
    # What was read in a file is not printed, nor the figures that find a place in it.
    assert _lost(kinds, typed, data) == ["record-text", "result-place", "statement-place"]
    assert built.missing == 0


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_person_is_printed_as_typed(ann: Journal, text: str) -> None:
    with ann.change("Edit") as change:
        change.edit("person", person_of(ann), **_written(KINDS["person"], text))
    data, built = made(ann, sections=("person",), private=True)
    assert _lost([KINDS["person"]], text, data) == []
    assert built.missing == 0


def _lost(kinds: list[Kind], text: str, data: bytes) -> list[str]:
    """Return the fields whose text is not printed; headers and footers stand in none."""
    found = "".join(
        solid(page).rpartition("AnnLeeMade")[0] or solid(page) for page in pages_of(data)
    )
    typed = text.replace("\u200b", "")
    fields = [f"{kind.name}-{name}" for kind in kinds for name in _written(kind, "")]
    return [name for name in fields if solid(f"{typed} {name}") not in found]


def test_what_no_font_can_show_is_named_and_counted(ann: Journal) -> None:
    _fill(ann, "سلام 😀 नमस्ते 漢字 \u202ereversed\u202c")
    data, built = made(ann, sections=EVERY)
    found = "".join(pages_of(data))
    assert "[text in Chinese]" in found
    assert "سلام" in found
    assert "नमस्ते" in found
    assert "[grinning face]" in found
    assert "reversed" in found
    assert "\u202e" not in found
    assert built.missing > 0


@pytest.mark.parametrize("text", ["word <b>& " * 10_000, "x" * 100_000, "line\n" * 20_000])
def test_a_field_of_100_kb_is_printed_whole(ann: Journal, text: str) -> None:
    add(ann, "symptom", what="Pain", notes=text, date=PartialDate(2024))
    add(ann, "case", question=text)
    data, built = made(ann, sections=("symptom",))
    assert built.pages > 20
    assert solid("".join(pages_of(data))).count(solid(text)[:50]) >= 1
    assert "…" in pages(ann, sections=())[0]


def test_all_of_a_long_text_is_there(ann: Journal) -> None:
    numbers = [f"n{number:05}" for number in range(12_000)]
    add(ann, "symptom", what="Pain", notes=" ".join(numbers), date=PartialDate(2024))
    found = solid("".join(pages_of(made(ann, sections=("symptom",))[0])))
    assert [one for one in numbers if one not in found] == []
