"""What is written in any script stands on the paper as it is written, and can be taken out."""

import re
import shutil
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondop_desktop.exchange.outgoing.letter import Letter
from secondop_desktop.exchange.pdf.blocks.flow import (
    Block,
    Content,
    Facts,
    Heading,
    List,
    Para,
    Table,
)
from secondop_desktop.exchange.pdf.blocks.trend import Point, trend
from secondop_desktop.exchange.pdf.pages import letter
from secondop_desktop.exchange.pdf.pages.document import About, build, preview, sheet_for
from secondop_desktop.exchange.pdf.pages.header import Header
from secondop_desktop.exchange.pdf.sheet import STANDARD
from secondop_desktop.exchange.pdf.text.ordering import place_parts
from secondop_desktop.exchange.pdf.text.runs import Words, bold, link
from secondop_desktop.exchange.pdf.text.scripts import SCRIPTS
from secondop_desktop.exchange.pdf.text.shaping import script_face
from tests.effort import effort
from tests.examples import at_most
from tests.exchange.pdf.papers import ABOUT, operations, paper, tree, words_of
from tests.exchange.pdf.text.test_shaping import WRITTEN
from tests.verapdf import accepted_as, accepted_as_ua1

ARABIC = "أشعر بألم في الركبة منذ شهرين وأتناول 5 mg من الدواء كل يوم"
URDU = "مجھے دو مہینوں سے گھٹنے میں درد ہے اور ڈاکٹر نے آپریشن کہا"
HEBREW = "אני מרגיש כאב בברך כבר חודשיים"
HINDI = "मुझे दो महीने से घुटने में दर्द है।"
_EVERY = [*WRITTEN.values(), URDU, HEBREW, HINDI]
_MARKS_OF_ORDER = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u200e\u200f"))


def _story() -> list[Block]:
    rows: list[list[Content]] = [
        ["محمد", ARABIC, "5 mg"],
        ["Ann", HINDI, HEBREW],
        [bold(URDU), "English", "漢字"],
    ]
    return [
        Heading(1, f"Summary {URDU}"),
        Heading(2, HEBREW),
        *(Para(text) for text in WRITTEN.values()),
        Para(["She said: ", bold(ARABIC), " and left."]),
        Para(f"{ARABIC}\nOne line in English\n{HINDI}"),
        Table(["Name", "What", "الاسم"], rows, row_headers=True),
        Facts([("الاسم", "محمد"), ("Name", HEBREW)]),
        List([ARABIC, "English", HINDI], mark="number"),
        trend([Point(date(2026, 3, 1), 5, said="٥ ملغ")], unit="ملغ لكل لتر", alt="نتيجة واحدة"),
        Para(["مع ", link("موقع NHS هنا", "https://www.nhs.uk"), " اليوم"]),
    ]


def _lefts(data: bytes) -> list[float]:
    """Return the left edges of what is drawn on the first page, without header and footer."""
    with pikepdf.open(BytesIO(data)) as pdf:
        marked, found = False, []
        for operands, operator in operations(pdf.pages[0]):
            if operator == "BDC":
                marked = "/MCID" in operands[1]
            elif operator == "Tm" and marked:
                found.append(float(operands[4]))
        return found


def test_verapdf_accepts_every_script(tmp_path: Path) -> None:
    summary, sent = tmp_path / "summary.pdf", tmp_path / "letter.pdf"
    about = About("ملخص", "محمد علي", "ولد 1950", "Made", "Notice", author="علي")
    build(summary, _story(), about)
    text = f"{ARABIC}\n\n- {HEBREW}\n- {HINDI}\n\n{URDU}"
    sent.write_bytes(letter.preview(Letter("محمد", "د. علي", "", URDU, text))[0])
    accepted_as_ua1(summary, sent)
    accepted_as("3a", summary, sent)


@pytest.mark.parametrize(
    "text", [*_EVERY, ARABIC.replace("5 mg", "5 ملغ"), "מֻחַמָּד שָׁלוֹם", "مُحَمَّد (علي) 50 مغ"]
)
def test_the_text_can_be_taken_out_again(text: str) -> None:
    assert text in words_of(paper(text))


def test_a_dose_beside_its_unit_can_be_taken_out_word_by_word() -> None:
    """It stands as one on the paper (``bidi``), which pdfium takes for two parts of the line."""
    found = words_of(paper(ARABIC)).split()
    assert [word for word in ARABIC.split() if word not in found] == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not here")
@pytest.mark.parametrize("text", [*_EVERY, ARABIC])
def test_poppler_takes_it_out_too(text: str, tmp_path: Path) -> None:
    build(tmp_path / "a.pdf", [Para(text)], ABOUT)
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", tmp_path / "a.pdf", "-"], capture_output=True, check=True
    )
    found = " ".join(done.stdout.decode().translate(_MARKS_OF_ORDER).split())
    if re.search("[0-9٠-۹]", text):  # it asks the whole page which way a mixed line runs
        assert [word for word in text.split() if word not in found] == []
    else:
        assert text in found


def test_a_machine_that_reads_aloud_is_told_what_stands_from_right_to_left() -> None:
    data = paper(Para(["Note: ", bold(HEBREW)]), HINDI)
    with pikepdf.open(BytesIO(data)) as pdf:
        first, second = pdf.Root.StructTreeRoot.K.K
        assert [str(span.S) for span in first.K] == ["/Span"]
        assert str(first.K[0].ActualText) == f"Note: {HEBREW}"
        assert isinstance(second.K, int)
    assert "Link" in tree(paper(Para(["مع ", link("موقع", "https://www.nhs.uk"), " اليوم"])))


def test_lines_of_a_long_paragraph_are_told_in_the_order_of_reading() -> None:
    long = " ".join(f"{ARABIC} {n}" for n in range(12))
    with pikepdf.open(BytesIO(paper(long))) as pdf:
        spans = list(pdf.Root.StructTreeRoot.K.K[0].K)
        assert len(spans) > 3
        assert "".join(str(span.ActualText) for span in spans) == long


def test_what_runs_from_right_to_left_stands_at_the_right() -> None:
    left, right = STANDARD.side, STANDARD.side + STANDARD.width
    assert _lefts(paper("English")) == [pytest.approx(left, abs=0.01)]
    wide = script_face(SCRIPTS[0], False).width("سلام") * STANDARD.styles["body"].size
    assert _lefts(paper("سلام")) == [pytest.approx(right - wide, abs=0.02)]
    assert min(_lefts(paper("Peace سلام"))) == pytest.approx(left, abs=0.01)
    assert min(_lefts(paper(Para("سلام", align="centre")))) < right - 2 * wide


def test_a_header_runs_from_left_to_right_whatever_the_name() -> None:
    about = About("T", "محمد علي", "born 1950", "Made", "Notice")
    sheet = sheet_for(about)
    [line] = Header(about, sheet).left
    placed = place_parts(line, 0.0)
    [born] = [left for left, (text, _ink) in placed if "born" in text]
    assert line.base == 0
    assert born == max(left for left, _part in placed)


def test_the_mark_of_an_item_stands_where_the_item_begins() -> None:
    mark, words = _lefts(paper(List(["سلام"])))
    assert mark > words
    mark, words = _lefts(paper(List(["peace"])))
    assert mark < words


def test_parts_stand_in_the_order_in_which_they_are_seen() -> None:
    with pypdfium2.PdfDocument(paper("אב 50 mg גד")) as document:
        text = document[0].get_textpage()
        boxes: dict[str, float] = {}
        for n in range(text.count_chars()):
            boxes.setdefault(text.get_text_range(n, 1), text.get_charbox(n)[0])
        text.close()
    assert boxes["ג"] < boxes["5"] < boxes["0"] < boxes["m"] < boxes["g"] < boxes["ב"] < boxes["א"]


def test_a_plain_document_holds_no_font_of_a_script() -> None:
    for data in (paper("Plain words, ŵ α 😀"), paper("漢字")):
        with pikepdf.open(BytesIO(data)) as pdf:
            assert "/S1" not in pdf.pages[0].Resources.Font


def test_the_fonts_hold_only_what_is_used() -> None:
    data, _built = preview([Para(ARABIC)], ABOUT)
    assert len(data) < 40_000
    with pikepdf.open(BytesIO(data)) as pdf:
        font = pdf.pages[0].Resources.Font["/S1"]
        below = font.DescendantFonts[0]
        assert str(font.BaseFont).endswith("+NotoSansArabic-Regular")
        widths = [float(width) for width in below.W[1]]
        assert len(widths) < 40
        assert "/FontFile2" in below.FontDescriptor


def test_it_is_drawn_in_charts_headers_and_letters_too() -> None:
    about = About("ملخص", "محمد علي", "ولد", "کیا", "ملاحظة")
    words = words_of(preview(_story(), about)[0])
    for text in ("ملغ لكل لتر", "٥ ملغ", "محمد علي", "ولد", "کیا", "ملاحظة"):
        assert text in words
    sent = Letter("محمد", "د. علي", "", URDU, HINDI)
    words = words_of(letter.preview(sent)[0])
    assert [text for text in ("محمد", "علي", URDU, HINDI) if text not in words] == []


def test_same_text_same_bytes() -> None:
    assert paper(*_story()) == paper(*_story())


@pytest.mark.parametrize("text", [f"{ARABIC} ", "مرحبا", "ฉันปวดเข่า", f"{HINDI} "])
def test_a_long_text_takes_work_in_proportion(text: str) -> None:
    paper(text)  # the fonts are read
    short, long = (_effort(text * (length // len(text))) for length in (3_000, 12_000))
    assert long < 6 * short


def _effort(text: str) -> int:
    return effort(lambda: paper(text))


_LETTERS = (
    "".join(WRITTEN.values()) + "ab 5%.,()[]-/\n\n  漢😀\u0301\u064b\u05b8\u093f\u200c\u200d\u202e"
)
_TYPED = st.text(alphabet=st.sampled_from(_LETTERS), max_size=60)


@settings(max_examples=at_most(40), deadline=None)
@given(st.lists(_TYPED, min_size=1, max_size=4))
def test_no_mixture_of_scripts_raises(texts: list[str]) -> None:
    words: Words = [bold(text) if n % 2 else text for n, text in enumerate(texts)]
    rows: list[list[Content]] = [[text, link(text, "https://www.nhs.uk")] for text in texts]
    about = About(texts[0], texts[-1], texts[0], texts[-1], "Notice")
    story = [Heading(1, texts[0]), Para(words), List(texts), Table(["a", texts[0]], rows)]
    data, _built = preview(story, about)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) >= 1


def test_piles_of_marks_do_no_harm() -> None:
    piled = "ن" + "\u064b\u0650" * 4_000 + " क" + "\u093f\u0901" * 9_000
    found = words_of(paper(piled))
    assert [found.count(mark) for mark in "\u064b\u0650\u093f\u0901"] == [4_000] * 2 + [9_000] * 2
