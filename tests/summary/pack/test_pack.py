"""The pack of the sample, and what a pack promises whatever is in it."""

import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.summary.pack.choices import usual
from secondop_desktop.summary.pack.making import PackMade
from tests.exchange.pack.made_files import drawn, letter, picture, tagged
from tests.exchange.pdf.papers import pages_of
from tests.summary.pack.packs import bookmarks, checked, keep, pack_of, packed
from tests.summary.printed import add, squeezed
from tests.verapdf import accepted_as


@pytest.fixture(scope="module")
def of_sample(sample: Journal) -> tuple[bytes, PackMade]:
    return packed(sample)


def words_of(data: bytes) -> list[str]:
    return [squeezed(page) for page in pages_of(data)]


def test_the_sample_tells_on_which_page_each_record_is(of_sample: tuple[bytes, PackMade]) -> None:
    pages = words_of(of_sample[0])
    (listed,) = (page for page in pages if "What is in this pack" in page)
    sheets = [n for n, page in enumerate(pages, start=1) if "Who has seen it" in page]
    assert len(sheets) == of_sample[1].records
    for number in sheets:
        assert str(number) in listed


def test_the_sample_is_whole(of_sample: tuple[bytes, PackMade]) -> None:
    data, made = of_sample
    assert checked(data) == []
    assert (made.left, made.unfit, made.missing) == ((), (), 0)
    assert "Blood tests from the new lab" in bookmarks(data)


def test_a_mention_in_the_summary_leads_to_the_record(of_sample: tuple[bytes, PackMade]) -> None:
    with pikepdf.open(BytesIO(of_sample[0])) as pdf:
        numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
        targets = {numbers[link.Dest[0].objgen] for page in pdf.pages[2:5]
                   for link in page.obj.get("/Annots", []) if "/Dest" in link}  # fmt: skip
    pages = words_of(of_sample[0])
    assert any("Record 1 of" in pages[number] for number in targets)


@pytest.mark.long  # veraPDF takes half a minute
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_it_can_be_read_aloud_and_kept(ann: Journal, tmp_path: Path, flavour: str) -> None:
    files = {"a.pdf": tagged(), "b.jpg": picture("JPEG", turn=6), "c.eml": letter(),
             "d.png": picture("PNG"), "e.tif": picture("TIFF", mode="L")}  # fmt: skip
    data, made = packed(ann, tuple(keep(ann, name, file) for name, file in files.items()))
    assert made.unfit == ()
    path = tmp_path / "pack.pdf"
    path.write_bytes(data)
    accepted_as(flavour, path)


def test_the_same_pack_is_the_same_to_the_byte(
    sample: Journal, of_sample: tuple[bytes, PackMade]
) -> None:
    assert packed(sample)[0] == of_sample[0]


def test_private_records_stay_out_unless_they_are_wanted(ann: Journal) -> None:
    open_one = keep(ann, "open.pdf", drawn(), title="Open one")
    secret = keep(ann, "secret.pdf", drawn(), title="Secret one", private=True)
    words = " ".join(words_of(packed(ann)[0]))
    assert "Open one" in words
    assert "Secret one" not in words
    with pytest.raises(UserError, match="private"):
        pack_of(ann, (open_one, secret))
    both = packed(ann, (open_one, secret), private=True)[0]
    assert "Secret one" in " ".join(words_of(both))


def test_the_order_is_the_one_asked_for(ann: Journal) -> None:
    first, second = (keep(ann, f"{n}.pdf", drawn()) for n in ("first", "second"))
    for order in ((first, second), (second, first)):
        data, _made = packed(ann, order)
        sheets = [text for text in words_of(data) if "Record 1 of 2" in text]
        assert ("first" in sheets[0]) == (order[0] == first)


def test_what_is_ticked_for_the_second_doctor_is_the_start(ann: Journal) -> None:
    scan = keep(ann, "scan.pdf", drawn(), type="scan")
    letter_of = keep(ann, "discharge.pdf", drawn(), type="discharge")
    keep(ann, "other.pdf", drawn(), type="other")
    case = add(ann, "case", question="Should I wait?")
    assert set(usual(pack_of(ann, ()).rows)) == {scan, letter_of}
    with ann.change("Tick") as change:
        change.edit("case", case, send_ready=("discharge",))
    assert usual(pack_of(ann, ()).rows) == [letter_of]


def test_who_saw_it_and_who_was_given_it_stands_on_its_sheet(ann: Journal) -> None:
    doctor = add(ann, "provider", name="Dr Bell")
    record = keep(ann, "scan.pdf", drawn())
    add(ann, "opinion", place=1, provider=doctor, records_seen=(record,))
    add(ann, "told", provider=doctor, records=(record,))
    (sheet,) = (text for text in words_of(packed(ann)[0]) if "Record 1 of 1" in text)
    assert "Who has seen it Dr Bell" in sheet
    assert "Given to Dr Bell" in sheet


def test_a_password_locks_it(ann: Journal) -> None:
    keep(ann, "scan.pdf", drawn())
    data, _made = packed(ann, password="correct horse")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(data))
    with pikepdf.open(BytesIO(data), password="correct horse") as pdf:
        assert pdf.encryption.bits == 256


def test_large_print_keeps_every_word(ann: Journal) -> None:
    keep(ann, "scan.pdf", drawn(2), title="A scan with a rather long name " * 3)
    pages = words_of(packed(ann, large_print=True)[0])
    assert sum("its page " in text for text in pages) == 2


class _Stop(Exception):
    pass


def _stopping(after: int) -> Callable[[], None]:
    left = [after]

    def step() -> None:
        left[0] -= 1
        if left[0] < 0:
            raise _Stop

    return step


@pytest.mark.parametrize("after", [3, 6, 9, 12])
def test_a_stop_leaves_the_old_file(ann: Journal, tmp_path: Path, after: int) -> None:
    for number in range(3):
        keep(ann, f"{number}.pdf", drawn(3))
    target = tmp_path / "pack.pdf"
    target.write_bytes(b"old")
    pack = pack_of(ann)
    pack._step = _stopping(after)
    with pytest.raises(_Stop):
        pack.write(target)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir() if "work" in path.name] == []


def test_it_is_for_its_owner_alone(ann: Journal, tmp_path: Path) -> None:
    keep(ann, "scan.pdf", drawn())
    target = tmp_path / "pack.pdf"
    pack_of(ann).write(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_journal_is_never_written_over(ann: Journal) -> None:
    keep(ann, "scan.pdf", drawn())
    with pytest.raises(UserError, match="journal"):
        pack_of(ann).write(ann.path)


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secondop_desktop.summary.pack.parts.MOST_PAGES", 30)


@pytest.mark.usefixtures("small_parts")
def test_a_large_pack_comes_in_parts_that_count_on(ann: Journal, tmp_path: Path) -> None:
    for number in range(4):
        keep(ann, f"scan {number}.pdf", drawn(5))
    pack = pack_of(ann)
    made = pack.write(tmp_path / "pack.pdf")
    targets = pack.targets(tmp_path / "pack.pdf")
    assert [path.name for path in targets] == [
        f"pack, part {n} of 4.pdf" for n in range(1, len(targets) + 1)
    ]
    assert len(made.pages) == len(targets) == 4
    counted = 0
    for number, path in enumerate(targets, start=1):
        for text in words_of(path.read_bytes()):
            counted += 1
            assert f"Part {number} of 4, page {counted}" in text
    assert "part 2" in " ".join(words_of(targets[0].read_bytes()))


@pytest.mark.usefixtures("small_parts")
def test_a_large_pack_in_one_file_where_that_is_wanted(ann: Journal) -> None:
    for number in range(4):
        keep(ann, f"scan {number}.pdf", drawn(5))
    data, made = packed(ann, whole=True)
    assert made.pages == (len(words_of(data)),)


def test_what_is_shown_is_counted_without_what_is_not(ann: Journal) -> None:
    for name, data in {"a.pdf": drawn(), "b.pdf": b"%PDF-1.7 torn", "c.pdf": drawn()}.items():
        keep(ann, name, data)
    said = " ".join(words_of(packed(ann, tuple(row.id for row in ann.entries("record")))[0]))
    assert "Record 1 of 2" in said
    assert "Record 2 of 2" in said
    assert "Record 3" not in said


def test_a_record_without_a_file_is_printed_from_its_words(ann: Journal) -> None:
    record = add(ann, "record", title="Telephone call", text="She said: rest.")
    data, _made = packed(ann, (record,))
    assert "She said: rest." in " ".join(words_of(data))
