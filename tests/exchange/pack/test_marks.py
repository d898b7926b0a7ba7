"""Marks of another file's structure go, and nothing else of a page does."""

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.exchange.pack.marks import without_marks


def plain(content: bytes) -> bytes:
    pdf = pikepdf.new()
    form = pikepdf.Stream(pdf, content)
    without_marks(form)
    return bytes(form.read_bytes())


def drawn(content: bytes) -> list[tuple[str, list[str]]]:
    """Return what is drawn, operator by operator, without marks."""
    pdf = pikepdf.new()
    found = pikepdf.parse_content_stream(pikepdf.Stream(pdf, content))
    marks = {"BDC", "BMC", "EMC"}
    every = [
        (
            str(one.operator),
            [
                bytes(part) if isinstance(part, pikepdf.String) else str(part)
                for part in one.operands
            ],
        )
        for one in found
        if not isinstance(one, pikepdf.ContentStreamInlineImage)
    ]
    return [(name, list(map(str, parts))) for name, parts in every if name not in marks]


@pytest.mark.parametrize(
    "content",
    [
        b"/P <</MCID 0>> BDC BT (a) Tj ET EMC",
        b"/Artifact BMC 0 0 1 1 re f EMC",
        b"/P /MC0 BDC BT (EMC \\( BMC) Tj ET EMC",
        b"/Span<</ActualText<FEFF0041>/Lang(en)>>BDC BT [(EMC (x) )] TJ ET EMC",
        b"/P <</MCID 0>> BDC BT (EMC (EMC) EMC) Tj ET EMC",
        b"% EMC is a comment\n/P <</A <</B 1>>>> BDC q Q EMC",
        b"/P BMC /P BMC 1 w EMC EMC",
    ],
)
def test_marks_go_and_what_is_drawn_stays(content: bytes) -> None:
    left = plain(content)
    assert drawn(left) == drawn(content)
    assert {"BDC", "BMC", "EMC"}.isdisjoint(_operators(left))


def _operators(content: bytes) -> set[str]:
    pdf = pikepdf.new()
    return {str(one.operator) for one in pikepdf.parse_content_stream(pikepdf.Stream(pdf, content))}


def test_a_page_without_marks_stays_byte_for_byte() -> None:
    content = b"BT  (x)\tTj\r\nET"
    assert plain(content) == content


def test_a_layer_keeps_its_mark() -> None:
    left = plain(b"/OC /MC0 BDC /P BMC 1 w EMC EMC")
    assert left.split() == b"/OC /MC0 BDC 1 w EMC".split()


def test_a_picture_in_the_line_is_not_taken_for_marks() -> None:
    content = b"/P BMC q BI /W 4 /H 1 /BPC 8 /CS /G ID EMC\x00 EI Q EMC"
    left = plain(content)
    assert b"BMC" not in left
    assert b"EMC\x00" in left


_piece = st.sampled_from(
    [
        b"(a(b)c)",
        b"<41>",
        b"/P BMC",
        b"EMC",
        b"/P <</MCID 3>> BDC",
        b"1 0 0 rg",
        b"(EMC)",
        b"q",
        b"Q",
    ]
)


@given(st.lists(_piece, max_size=12))
def test_any_row_of_pieces(pieces: list[bytes]) -> None:
    content = b" ".join(
        b"BT " + piece + b" Tj ET" if piece[:1] in {b"(", b"<"} else piece for piece in pieces
    )
    assert drawn(plain(content)) == drawn(content)
