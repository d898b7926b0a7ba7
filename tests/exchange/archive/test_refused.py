"""An archive that is not as it was written: one clear sentence, and nothing is changed."""

import re
import stat
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from secondop_desktop import __version__
from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.archive import opening
from secondop_desktop.exchange.archive.writing import write_archive
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from tests.exchange.archive.filled import everything, filled, rewritten

Files = dict[str, bytes]


def refused(archive: Path) -> str:
    """Bring an archive into an empty journal and into a full one; return what both are told."""
    said = set()
    for name, make in (("empty", _empty), ("full", filled)):
        with make(archive.parent / f"{name}.secondop") as journal:
            before = everything(journal)
            with pytest.raises(UserError) as error:
                importing.apply(journal, importing.read([archive], journal))
            assert everything(journal) == before
        said.add(str(error.value))
    (sentence,) = said
    assert archive.name in sentence
    return sentence


def _empty(path: Path) -> Journal:
    return Journal.create(path, KINDS)


@pytest.mark.parametrize("left", [60, 700, 0.3, 0.6, 0.9, 0.999])
def test_cut(archive: Path, left: float) -> None:
    data = archive.read_bytes()
    archive.write_bytes(data[: int(left if left > 1 else len(data) * left)])
    assert re.match("a.zip is not whole: it was cut short", refused(archive))


@pytest.mark.parametrize("at", [0.001, 0.1, 0.5, 0.9, 0.98, 0.9999])
def test_a_flipped_byte(archive: Path, at: float) -> None:
    data = bytearray(archive.read_bytes())
    data[int(len(data) * at)] ^= 0x10
    archive.write_bytes(data)
    assert "Nothing was changed" in refused(archive)


def _change(name: str, old: bytes, new: bytes) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        assert old in files[name]
        files[name] = files[name].replace(old, new)

    return change


def _more(name: str, data: bytes = b"x") -> Callable[[Files], None]:
    return lambda files: files.__setitem__(name, data)


def _less(start: str) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        del files[next(name for name in files if name.startswith(start))]

    return change


_DATA = "journal/data/"
_NOT_WRITTEN = {
    "an entry": (_change(f"{_DATA}entries/provider.jsonl", b"Azumah", b"Azumeh"), "not as it was"),
    "the history": (_change(f"{_DATA}changes.jsonl", b"Ring", b"King"), "not as it was written"),
    "the sums": (_change("journal/manifest-sha256.txt", b"  data", b" data"), "not as it was"),
    "more": (_more(f"{_DATA}letter.txt"), "not part of the archive: journal/data/letter.txt"),
    "more above": (_more("notes.txt"), "not part of the archive: notes.txt"),
    "no file": (_less(f"{_DATA}attachments/"), "is missing in a.zip"),
    "no entries": (_less(f"{_DATA}entries/task"), r"entries/task\.jsonl is missing in"),
    "no sums": (_less("journal/tagmanifest"), r"tagmanifest-sha256\.txt is missing in"),
    "nothing said": (_less("journal/bag-info"), r"bag-info\.txt is missing in"),
}


@pytest.mark.parametrize("what", _NOT_WRITTEN)
def test_not_as_it_was_written(archive: Path, what: str) -> None:
    change, told = _NOT_WRITTEN[what]
    rewritten(archive, change, sums=False)
    assert re.search(told, refused(archive))


_INFO = "journal/bag-info.txt"


def _both_newer(files: Files) -> None:
    _change(_INFO, b"Archive: 1", b"Archive: 2")(files)
    _change(_INFO, f"Secondop {__version__}".encode(), b"Secondop 4.0")(files)


_STRANGE = {
    "newer, named": (_both_newer, "made by a newer Secondop, version 4.0. Bring"),
    "newer": (_change(_INFO, b"Archive: 1", b"Archive: 2"), "made by a newer Secondop"),
    "newer tables": (_change(_INFO, b"Schema: ", b"Schema: 9"), "made by a newer Secondop"),
    "no version": (_change(_INFO, b"Schema: ", b"Schema: x"), "does not know"),
    "a kind": (_more(f"{_DATA}entries/pet.jsonl", b'{"id": "1"}\n'), "does not know"),
    "a field": (_change(f"{_DATA}entries/task.jsonl", b'"text"', b'"sql"'), "does not know"),
    "no JSON": (_change(f"{_DATA}entries/task.jsonl", b'"text"', b"text"), "does not know"),
    "a list": (_more(f"{_DATA}entries/task.jsonl", b"[]\n"), "does not know"),
    "twice": (_more(f"{_DATA}entries/cost.jsonl", b'{"id": "1"}\n{"id": "1"}\n'), "does not know"),
}


@pytest.mark.parametrize("what", _STRANGE)
def test_whole_but_strange(archive: Path, what: str) -> None:
    change, told = _STRANGE[what]
    rewritten(archive, change, sums=True)
    assert re.search(told, refused(archive))


_STRANGE_WITHIN = {
    "a step": (_change(f"{_DATA}changes.jsonl", b'"seq": 3', b'"seq": 1'), "does not know"),
    "its parts": (_change(f"{_DATA}changes.jsonl", b'"label"', b'"lable"'), "does not know"),
    "a size": (_change(f"{_DATA}attachments.jsonl", b'"size": ', b'"size": 1'), "does not know"),
    "a link": (
        _change(f"{_DATA}entries/diagnosis.jsonl", b'"given_by": "', b'"given_by": "0'),
        "not in it",
    ),
    "no file": (_change(f"{_DATA}attachments.jsonl", b"sha256:", b"sha256:0"), "does not know"),
}


@pytest.mark.parametrize("what", _STRANGE_WITHIN)
def test_what_an_empty_journal_would_get_is_looked_at(archive: Path, what: str) -> None:
    change, told = _STRANGE_WITHIN[what]
    rewritten(archive, change, sums=True)
    with _empty(archive.parent / "empty.secondop") as journal:
        before = everything(journal)
        plan = importing.read([archive], journal)
        with pytest.raises(UserError, match=told):
            importing.apply(journal, plan)
        assert everything(journal) == before


def test_one_that_changed_between_plan_and_agreement(archive: Path) -> None:
    with _empty(archive.parent / "empty.secondop") as journal:
        plan = importing.read([archive], journal)
        data = bytearray(archive.read_bytes())
        data[len(data) // 2] ^= 1
        archive.write_bytes(data)
        with pytest.raises(UserError, match=r"a\.zip"):
            importing.apply(journal, plan)
        assert everything(journal)["person"] == []


def test_a_small_zip_that_would_be_huge(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_FREE", 1_000_000)
    rewritten(archive, _more(f"{_DATA}entries/cost.jsonl", b" " * 20_000_000), sums=True)
    assert "not whole" in refused(archive)


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "journal/data/../../evil.txt"])
def test_a_name_that_climbs(archive: Path, name: str) -> None:
    rewritten(archive, _more(name), sums=False)
    assert re.search("not part of the archive: .*evil", refused(archive))
    assert not list(archive.parent.parent.rglob("evil*"))


def test_a_name_that_climbs_and_is_in_the_sums(archive: Path) -> None:
    rewritten(archive, _more(f"{_DATA}../../evil.txt"), sums=True)
    assert "does not know" in refused(archive)


def test_a_list_that_nobody_knows_is_not_passed_over(archive: Path) -> None:
    rewritten(archive, _more(f"{_DATA}dreams.jsonl", b"{}\n"), sums=True)
    assert "does not know" in refused(archive)


def _with_one_more(archive: Path, info: zipfile.ZipInfo, data: bytes) -> None:
    with warnings.catch_warnings(), zipfile.ZipFile(archive, "a") as zipped:
        warnings.simplefilter("ignore")
        zipped.writestr(info, data)


def test_a_link_inside(archive: Path) -> None:
    """It is a file of its own words to us, and one that nobody wrote there."""
    info = zipfile.ZipInfo(f"{_DATA}attachments/link")
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    _with_one_more(archive, info, b"/etc/hostname")
    assert "not part of the archive" in refused(archive)


def test_one_name_twice(archive: Path) -> None:
    info = zipfile.ZipInfo(f"{_DATA}entries/task.jsonl")
    _with_one_more(archive, info, b'{"id": "1"}\n')
    assert "not whole" in refused(archive)


def test_a_size_that_lies(archive: Path) -> None:
    """The list at the end says of the largest file that it is small."""
    with zipfile.ZipFile(archive) as zipped:
        largest = max(zipped.infolist(), key=lambda one: one.file_size)
    data = bytearray(archive.read_bytes())
    at = data.rindex(largest.filename.encode()) - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = (5).to_bytes(4, "little")
    archive.write_bytes(data)
    assert "Nothing was changed" in refused(archive)


def test_a_harmed_name_makes_it_no_other_zip(archive: Path) -> None:
    """Its lists are no records: what begins as an archive is one, and is not whole."""
    data = archive.read_bytes()
    at = data.rindex(b"journal/bagit.txt")
    archive.write_bytes(data[:at] + b"journal/bagit.txu" + data[at + 17 :])
    assert "Nothing was changed" in refused(archive)


def test_a_locked_one_with_a_lock_that_nobody_knows(archive: Path, tmp_path: Path) -> None:
    """The extra field of WinZip's AES says how strong it is: 1, 2 or 3."""
    with filled(tmp_path / "b.secondop") as journal:
        write_archive(journal, archive, "a word")
        data = bytearray(archive.read_bytes())
        at = data.rindex(b"\x01\x99\x07\x00\x02\x00AE") + 8
        data[at] ^= 0x40
        archive.write_bytes(data)
        with pytest.raises(UserError, match=r"a\.zip is not whole"):
            importing.read([archive], journal, zip_password="a word")


def test_beside_other_files(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Nerys")
    with (
        _empty(tmp_path / "empty.secondop") as journal,
        pytest.raises(UserError, match="by itself"),
    ):
        importing.read([archive, tmp_path / "letter.txt"], journal)


def test_any_other_zip_is_no_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as zipped:
        zipped.writestr("bag/bagit.txt", "BagIt-Version: 1.0")
        zipped.writestr("bag/data/letter.txt", "Dear Nerys")
    with filled(tmp_path / "full.secondop") as journal:
        plan = importing.read([tmp_path / "b.zip"], journal)
        assert plan.whole is None
        assert {item.kind for item in plan.new} == {"record"}
