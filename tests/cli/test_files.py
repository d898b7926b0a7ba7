"""Files in and out: every byte, and names that cannot mislead."""

import os
import struct
import zlib
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.cli.shell import Shell, sentence


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("letter.txt", "Grüße\r\n".encode(), "text/plain"),
        ("big.bin", os.urandom(600_000), "application/octet-stream"),
        ("scan.dcm", bytes(128) + b"DICM" + bytes(50), "application/dicom"),
        ("lies.pdf", b"plain words", "text/plain"),
    ],
)
def test_the_bytes_come_back(
    shell: Shell, tmp_path: Path, name: str, data: bytes, kind: str
) -> None:
    (entry,) = shell("attach", _file(tmp_path, name, data)).lines
    assert (
        shell.json("show", entry).items()
        >= {
            "title": Path(name).stem,
            "file": f"sha256:{sha256(data).hexdigest()}",
            "file_name": name,
            "file_type": kind,
            "file_size": len(data),
        }.items()
    )
    out = tmp_path / "out"
    assert shell("extract", entry, "--out", out).out == ""
    assert out.read_bytes() == data


def test_several_files_are_one_change(shell: Shell, tmp_path: Path, person: str) -> None:
    paths = [_file(tmp_path, f"{number}.txt", b"the same") for number in range(3)]
    ids = shell("attach", *paths, "--title", "Letter", "--type", "letter").lines
    found = shell.json("list", "record")
    assert [one["id"] for one in found] == ids
    assert {(one["title"], one["type"], one["person"]) for one in found} == {
        ("Letter", "letter", person)
    }
    assert shell("undo").out == "Taken back: Attach 3 files\n"
    assert shell.json("list", "record") == []


def test_a_letter_about_another_is_attached_only_where_it_is_said(
    shell: Shell, tmp_path: Path, person: str
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Patient: Ottoline Quill\nDOB: 04/05/1933\n")
    assert "is about Ottoline Quill" in shell.refused("attach", str(letter))
    assert shell("attach", str(letter), "--person", person).code == 0


def test_the_words_in_a_file_are_found(shell: Shell, tmp_path: Path) -> None:
    (entry,) = shell("attach", _file(tmp_path, "a.txt", b"ejection fraction")).lines
    assert [one["id"] for one in shell.json("search", "fraction")] == [entry]


@pytest.mark.parametrize(
    "name", ["..\\..\\evil\u202efdp.exe", "..\u2066\u2069..", "a\x07b\u200b.txt", "\u202e", "a:b"]
)
def test_names_that_mislead_are_made_plain(shell: Shell, tmp_path: Path, name: str) -> None:
    said = shell.run("attach", shell.journal, _file(tmp_path, name, b"x"))
    (entry,) = said.lines
    found = shell.json("show", entry)
    assert said.code == 0
    assert said.err == (
        f"secondop: A file is kept under the name {found['file_name']}, "
        "as its own name could mislead.\n"
    )
    assert found["title"] == found["title"].strip(". ")
    for text in (found["title"], found["file_name"]):
        assert text.strip(". ")
        assert not set(text) & set("/\\:\x07\u200b\u202e\u2066\u2069")


def test_a_path_with_dots_keeps_only_its_name(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    _file(tmp_path, "letter.txt", b"x")
    (entry,) = shell("attach", tmp_path / "inner" / ".." / "letter.txt").lines
    assert shell.json("show", entry)["file_name"] == "letter.txt"


def test_what_cannot_be_attached_is_refused(shell: Shell, tmp_path: Path) -> None:
    whole = _file(tmp_path, "whole.txt", b"x" * 900_000)
    drawing = _file(tmp_path, "a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(100 * 1024 * 1024 + 1)
    assert "no file none.txt" in shell.refused("attach", whole, tmp_path / "none.txt")
    assert "no file" in shell.refused("attach", whole, tmp_path)
    assert "SVG" in shell.refused("attach", whole, drawing)
    assert "empty" in shell.refused("attach", whole, _file(tmp_path, "none.bin", b""))
    assert "larger than 100 MB" in shell.refused("attach", whole, large)
    assert shell.json("list", "record") == []


@pytest.mark.parametrize("command", ["attach", "import"])
def test_what_cannot_be_shown_is_refused_by_both(
    shell: Shell, tmp_path: Path, command: str
) -> None:
    bomb = tmp_path / "bomb.png"
    Image.new("1", (1, 1)).save(bomb)
    raw = bytearray(bomb.read_bytes())
    raw[16:24] = struct.pack(">II", 60_000, 60_000)
    raw[29:33] = struct.pack(">I", zlib.crc32(raw[12:29]))
    bomb.write_bytes(raw)
    broken = _file(tmp_path, "broken.pdf", b"%PDF-1.7 and no more")
    no_picture = _file(tmp_path, "no picture.png", b"\x89PNG\r\n\x1a\nbroken")
    drawing = _file(tmp_path, "a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert "too many dots" in shell.refused(command, bomb)
    assert "not a whole PDF" in shell.refused(command, broken)
    assert "not a whole picture" in shell.refused(command, no_picture)
    assert "SVG" in shell.refused(command, drawing)
    assert shell.json("list", "record") == []


def _locked(folder: Path, password: str) -> Path:
    path = folder / "locked.pdf"
    page = Canvas(str(path), encrypt=password)
    page.drawString(72, 700, "Ferritin was low")
    page.showPage()
    page.save()
    return path


@pytest.mark.parametrize("command", ["attach", "import"])
def test_a_locked_pdf_is_kept_locked_and_the_others_come_in(
    shell: Shell, tmp_path: Path, command: str, person: str
) -> None:
    locked, other = _locked(tmp_path, "secret"), _file(tmp_path, "note.txt", b"Hello")
    said = shell.run(command, shell.journal, locked, other)
    assert "locked.pdf is locked with a password. It is kept as it is, locked" in said.err
    rows = {row["title"]: row for row in shell.json("list", "record")}
    assert set(rows) == {"locked", "note"}
    assert (rows["locked"]["pages"], rows["locked"]["text"]) == (None, "")


@pytest.mark.parametrize(("given", "pages"), [("secret\n", 1), ("another\n", None)])
def test_the_password_opens_it_for_the_search_and_is_kept_nowhere(
    shell: Shell, tmp_path: Path, person: str, given: str, pages: int | None
) -> None:
    secret = _file(tmp_path, "secret.txt", given.encode())
    locked = _locked(tmp_path, "secret")
    said = shell.run("attach", shell.journal, locked, "--pdf-password-file", secret)
    [row] = shell.json("list", "record")
    assert row["pages"] == pages
    assert bool(shell.json("search", "ferritin")) == bool(pages)
    assert ("does not open it" in said.err) == (pages is None)
    assert b"secret" not in shell.journal.read_bytes()


def test_of_several_files_a_broken_one_is_left_out_by_name(
    shell: Shell, tmp_path: Path, person: str
) -> None:
    broken, whole = _file(tmp_path, "broken.pdf", b"%PDF-1.7"), _file(tmp_path, "a.txt", b"Hello")
    said = shell("import", broken, whole)
    assert "Left out: broken.pdf: broken.pdf is not a whole PDF." in said.out
    assert [row["title"] for row in shell.json("list", "record")] == ["a"]


def test_a_title_ends_without_dots(shell: Shell, tmp_path: Path) -> None:
    (entry,) = shell("attach", _file(tmp_path, "letter...txt", b"x")).lines
    assert shell.json("show", entry)["title"] == "letter"


def test_a_named_pipe_is_not_waited_for(shell: Shell, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "no file pipe" in shell.refused("attach", tmp_path / "pipe")


def test_extracting_overwrites_nothing(shell: Shell, tmp_path: Path) -> None:
    (entry,) = shell("attach", _file(tmp_path, "a.txt", b"x")).lines
    there = _file(tmp_path, "there.txt", b"mine")
    assert "already a file there.txt" in shell.refused("extract", entry, "--out", there)
    assert there.read_bytes() == b"mine"
    assert "no folder" in shell.refused("extract", entry, "--out", tmp_path / "no" / "a.txt")
    paper = shell.add("record", "title=On paper")
    assert "has no file" in shell.refused("extract", paper, "--out", tmp_path / "b")
    question = shell.add("question", "text=Why?")
    assert "has no file" in shell.refused("extract", question, "--out", tmp_path / "b")


def test_a_damaged_file_is_not_handed_out(shell: Shell, tmp_path: Path) -> None:
    content = b"\x00as it was"
    (entry,) = shell("attach", _file(tmp_path, "a.bin", content)).lines
    raw = shell.journal.read_bytes()
    assert raw.count(content) == 1
    shell.journal.write_bytes(raw.replace(content, b"\x00as it is."))
    said = sentence(shell.run("extract", shell.journal, entry, "--out", tmp_path / "b.bin"))
    assert "b.bin is damaged" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.bin", shell.journal.name]
