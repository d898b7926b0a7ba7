"""A pack of some forty files of all kinds, opened by two programs that read PDF by themselves."""

import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.summary.pack.making import PackMade
from tests.exchange.pack.made_files import NORTH, NOT_SHOWN, SHOWN
from tests.exchange.pdf.papers import pages_of
from tests.summary.pack.packs import bookmarks, checked, keep_all, packed
from tests.summary.printed import squeezed


class Forty(NamedTuple):
    """The pack of all files."""

    data: bytes
    made: PackMade
    words: list[str]


@pytest.fixture(scope="module")
def forty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forty]:
    path = tmp_path_factory.mktemp("forty") / "ann.secondop"
    files = {name: data for name, (data, _said) in {**SHOWN, **NOT_SHOWN}.items()}
    with Journal.create(path, KINDS) as journal:
        with journal.change("Add person") as change:
            change.add("person", name="Ann Lee")
        data, made = packed(journal, keep_all(journal, files), inside=True)
        yield Forty(data, made, [squeezed(text) for text in pages_of(data)])


def test_every_page_of_every_file_is_there(forty: Forty) -> None:
    (pages,) = forty.made.pages
    assert pages == len(forty.words)
    assert sum("its page " in text for text in forty.words) == sum(n for _d, n in SHOWN.values())
    assert forty.made.records == len(SHOWN)


def test_pages_have_numbers_from_first_to_last(forty: Forty) -> None:
    for number, text in enumerate(forty.words, start=1):
        assert f"Page {number} of {len(forty.words)}" in text


def test_pages_are_upright_and_whole(forty: Forty) -> None:
    """Whatever way it lies in its file, a page has its red bar at the top, as it was made."""
    document = pypdfium2.PdfDocument(forty.data)
    for number, text in enumerate(forty.words):
        if "its page " not in text or any(f"{name} its page" in text for name in _NO_BAR):
            continue
        drawn = document[number].render(scale=0.25).to_pil().convert("RGB")
        red = [y for y in range(drawn.height) if _near(drawn.getpixel((drawn.width // 2, y)))]
        assert red, text
        assert min(red) <= 3, text
        assert max(red) < drawn.height * 0.6, text
    document.close()


_NO_BAR = ("tagged", "grey", "fax", "photo", "two photos")
"""Words, pictures without colours, and some of other colours, which other tests look at."""


def _near(colour: object) -> bool:
    return isinstance(colour, tuple) and all(
        abs(a - b) < 40 for a, b in zip(colour, NORTH, strict=True)
    )


def test_paper_is_a4_of_either_way(forty: Forty) -> None:
    document = pypdfium2.PdfDocument(forty.data)
    sizes = {tuple(round(side) for side in page.get_size()) for page in document}
    document.close()
    assert sizes == {(595, 842), (842, 595)}


def test_qpdf_finds_nothing_wrong(forty: Forty) -> None:
    assert checked(forty.data) == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not here")
def test_poppler_reads_it(forty: Forty, tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(forty.data)
    said = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
    assert said.stdout.count(b"\f") == len(forty.words)
    assert said.stderr == b""


def test_what_cannot_be_shown_is_named_with_the_reason(forty: Forty) -> None:
    assert [title for title, _why in forty.made.left] == [
        name.rpartition(".")[0] for name in NOT_SHOWN
    ]
    (listed,) = (text for text in forty.words if "could not be put on pages" in text)
    for words in ("locked – it is locked with a password", "broken – the file is damaged"):
        assert words in listed


def test_what_cannot_be_shown_lies_inside_as_it_is(forty: Forty) -> None:
    with pikepdf.open(BytesIO(forty.data)) as pdf:
        held = {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments}
    kept = {data for data, why in NOT_SHOWN.values() if why != "empty"}
    assert set(held.values()) == kept
    assert any(name.endswith("talk.wav") for name in held)


def test_records_are_found_in_the_bookmarks(forty: Forty) -> None:
    found = bookmarks(forty.data)
    assert all(name.rpartition(".")[0] in found for name in SHOWN)


def test_nothing_in_it_acts(forty: Forty) -> None:
    with pikepdf.open(BytesIO(forty.data)) as pdf:
        assert "/OpenAction" not in pdf.Root
        texts = [str(thing) for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
    assert not any("JavaScript" in text or "Launch" in text for text in texts)


def test_a_hidden_layer_stays_hidden(forty: Forty) -> None:
    number = next(
        n
        for n, text in enumerate(forty.words)
        if text.startswith("layers") or "layers its page" in text
    )
    document = pypdfium2.PdfDocument(forty.data)
    drawn = document[number].render(scale=0.5).to_pil().convert("RGB")
    document.close()
    colours = {colour for _count, colour in drawn.getcolors(1 << 20)}
    assert not any(blue > 200 and red < 60 for red, _green, blue in colours)


def test_a_photo_leaves_its_place_behind(forty: Forty) -> None:
    assert b"Camera of Ann" not in forty.data
    with pikepdf.open(BytesIO(forty.data)) as pdf:
        raw = [one.read_raw_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
    assert not any(b"Exif" in data or b"Camera of Ann" in data for data in raw)


def test_files_with_letters_that_say_nothing_are_told(forty: Forty) -> None:
    assert "letter of the hospital" in forty.made.unfit
    assert "tagged" not in forty.made.unfit
    assert b"pdfuaid:part" not in _metadata(forty.data)


def _metadata(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        return bytes(pdf.Root.Metadata.read_bytes())
