"""A zip and a folder stand for the files in them, and neither can do harm."""

import gzip
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.containers import limits, zip_files
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import bundle, observation, patient, written
from tests.exchange.ccda.test_document import WHOLE

Members = dict[str, bytes | str]
FHIR = written(bundle(patient(), observation("hb")))
CARE = WHOLE.replace("Nora", "Margaret").replace("Dell", "Hale").replace("19480203", "19500503")
CARE = CARE.replace("9434765919", "")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A journal with nobody in it."""
    with Journal.create(tmp_path / "j.secondop", KINDS) as made:
        yield made


@pytest.fixture
def zipped(tmp_path: Path) -> Callable[..., Path]:
    """Makes a zip of these members."""

    def make(members: Members, name: str = "all.zip") -> Path:
        path = tmp_path / name
        path.write_bytes(packed(members))
        return path

    return make


def _lived_in(journal: Journal) -> Journal:
    with journal.change("Add person") as change:
        change.add("person", name="Margaret Hale")
    return journal


def packed(members: Members) -> bytes:
    """Return a zip of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()


MIXED: Members = {
    "IHE_XDM/MARGARET1/DOC0001.XML": CARE,
    "IHE_XDM/MARGARET1/STYLE.XSL": "<x/>",
    "IHE_XDM/MARGARET1/METADATA.XML": "<x/>",
    "INDEX.HTM": "<html></html>",
    "__MACOSX/._DOC0001.XML": "x",
    "bulk/Observation.ndjson": written(observation("hb")) + "\n",
    "bulk/Patient.ndjson.gz": gzip.compress(written(patient()).encode()),
    "letter.txt": "Dear Mrs Hale, your scan was clear.",
}


def test_each_file_of_a_zip_is_read_by_what_it_is(
    journal: Journal, zipped: Callable[..., Path]
) -> None:
    path = zipped(MIXED, "MyChart.zip")
    plan = importing.read([path], journal)
    kinds = [item.kind for item in plan.new]
    assert {"diagnosis", "result", "record"} <= set(kinds)
    [helps] = [one for one in plan.skipped if one.where == "MyChart.zip"]
    assert "INDEX.HTM, METADATA.XML, STYLE.XSL" in helps.why
    importing.apply(journal, plan)
    assert [row.file_name for row in journal.entries("record") if row.file] == ["letter.txt"]
    again = importing.read([path], journal)
    assert (again.new, again.changed) == ((), ())
    journal.undo()
    assert [row for kind in KINDS for row in journal.entries(kind)] == []


def test_a_folder_stands_for_its_files(journal: Journal, tmp_path: Path) -> None:
    folder = tmp_path / "from the hospital"
    (folder / "more").mkdir(parents=True)
    (folder / "more" / "care.xml").write_text(CARE)
    (folder / "results.zip").write_bytes(packed({"r.json": FHIR}))
    (folder / ".DS_Store").write_bytes(b"x")
    (folder / "link").symlink_to(tmp_path)
    plan = importing.read([folder], journal)
    assert {"diagnosis", "result"} <= {item.kind for item in plan.new}
    importing.apply(journal, plan)
    assert importing.read([folder], journal).new == ()


def test_a_zip_in_a_zip_is_opened_once_more(journal: Journal, zipped: Callable[..., Path]) -> None:
    plan = importing.read([zipped({"inner.zip": packed({"r.json": FHIR})})], journal)
    assert "result" in {item.kind for item in plan.new}


def test_names_that_lead_elsewhere_stay_in_the_folder(
    journal: Journal, zipped: Callable[..., Path], tmp_path: Path
) -> None:
    members: Members = {"../../evil.txt": "a", "/etc/evil2.txt": "b", "C:\\x\\evil3.txt": "c"}
    plan = importing.read([zipped(members)], _lived_in(journal))
    names = {item.draft.values.get("file_name") for item in plan.new if item.kind == "record"}
    assert names == {"evil.txt", "evil2.txt", "evil3.txt"}
    assert not list(tmp_path.parent.glob("evil*"))


def test_a_bomb_is_refused_in_one_sentence(
    journal: Journal, zipped: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "_SMALL", 1_000_000)
    path = zipped({"a.json": b"0" * 8_000_000, "b.json": b"0" * 8_000_000})
    with pytest.raises(UserError, match=r"all\.zip would unpack to far more") as refused:
        importing.read([path], journal)
    assert str(refused.value).count("\n") == 0


def test_too_many_files_are_refused(
    journal: Journal, zipped: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_FILES", 5)
    path = zipped({f"{number}.txt": "x" for number in range(6)})
    with pytest.raises(UserError, match="more than 5 files"):
        importing.read([path], journal)


def test_a_zip_that_is_cut_is_refused(journal: Journal, zipped: Callable[..., Path]) -> None:
    path = zipped(MIXED)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(UserError, match=r"all\.zip is not a whole packed file"):
        importing.read([path], journal)


def test_a_member_that_is_damaged_or_locked_is_named(
    journal: Journal, zipped: Callable[..., Path]
) -> None:
    path = zipped({"bad.txt": "walked ten metres today", "good.txt": "slept well"})
    data = bytearray(path.read_bytes())
    at = data.index(b"bad.txt") + 9
    data[at : at + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(bytes(data))
    plan = importing.read([path], _lived_in(journal))
    assert [one.where for one in plan.skipped] == ["bad.txt in all.zip"]


def test_nothing_to_bring_in_is_said(journal: Journal, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(UserError, match="nothing in empty that can be brought in"):
        importing.read([empty], journal)


def test_what_was_unpacked_goes_with_the_plan(
    journal: Journal, zipped: Callable[..., Path]
) -> None:
    plan = importing.read([zipped(MIXED)], journal)
    [folder] = {one.content.path.parents[1] for one in plan.files if one.content.path}
    assert folder.is_dir()
    del plan
    assert not folder.exists()


@pytest.mark.parametrize(
    "name", ["[Content_Types].xml", "mimetype", "DICOMDIR", "a/1.dcm", "apple_health_export/x"]
)
def test_what_makes_one_thing_stays_whole(zipped: Callable[..., Path], name: str) -> None:
    assert not zip_files.is_plain_zip(zipped({name: "x", "y": "z"}))


def test_names_as_other_systems_write_them(journal: Journal, zipped: Callable[..., Path]) -> None:
    """Folders as on Windows are no files; UTF-8 is read where a zip does not say that it is."""
    path = zipped({"scans\\": "", "scans\\Befund.txt": "a b", "Hoehe.txt": "c d"})
    path.write_bytes(path.read_bytes().replace(b"Hoehe", "Höhe".encode()))
    plan = importing.read([path], _lived_in(journal))
    names = {item.draft.values.get("file_name") for item in plan.new if item.kind == "record"}
    assert (names, plan.skipped) == ({"Befund.txt", "Höhe.txt"}, ())


def test_a_member_without_a_name_is_a_file(journal: Journal, zipped: Callable[..., Path]) -> None:
    path = zipped({"q": "Dear Mrs Hale, your scan was clear."})
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 26), (b"PK\x01\x02", 28)):  # its name becomes an extra field
        start = data.index(mark) + at
        data[start : start + 4] = b"\x00\x00\x01\x00"
    path.write_bytes(data)
    plan = importing.read([path], _lived_in(journal))
    assert [item.draft.values.get("file_name") for item in plan.new] == ["file"]
