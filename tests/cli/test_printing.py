"""The summary for the second doctor, printed without a window."""

from pathlib import Path

import pypdfium2
import pytest

from tests.cli.shell import Shell


def _text(path: Path, password: str | None = None) -> str:
    document = pypdfium2.PdfDocument(path, password=password)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return " ".join("".join(pages).split())


@pytest.fixture
def target(shell: Shell, tmp_path: Path) -> Path:
    shell.add("diagnosis", "name=Angina pectoris")
    shell.add("symptom", "what=Short of breath", "date=2024-03-05")
    shell.add("symptom", "what=Kept to myself", "date=2024-03-06", "private=yes")
    return tmp_path / "summary.pdf"


def test_a_summary(shell: Shell, target: Path) -> None:
    said = shell("export", "--to", target)
    assert said.out == "1 private entry was left out; --with-private puts it in.\n"
    text = _text(target)
    assert "Ann Lee" in text
    assert "Angina pectoris" in text
    assert "Short of breath" in text
    assert "Kept to myself" not in text


def test_private_entries_when_they_are_wanted(shell: Shell, target: Path) -> None:
    assert shell("export", "--to", target, "--with-private").out == ""
    assert "Kept to myself" in _text(target)


def test_sections_and_entries_are_chosen(shell: Shell, target: Path) -> None:
    entry = shell.json("list", "diagnosis")[0]["id"]
    shell("export", "--to", target, "--sections", "symptom,diagnosis", "--leave-out", entry)
    assert "Angina" not in _text(target)
    said = shell.refused("export", "--to", target, "--sections", "weather")
    assert "no section weather" in said


def test_large_print_needs_more_room(shell: Shell, target: Path) -> None:
    for number in range(40):
        shell.add("symptom", f"what=Pain {number}", f"date=2023-03-{number % 28 + 1:02}")
    sizes = []
    for words in ([], ["--large-print"]):
        shell("export", "--to", target, "--sections", "symptom", *words)
        with pypdfium2.PdfDocument(target) as document:
            sizes.append(len(document))
    assert sizes[0] < sizes[1]


def test_a_password_locks_it(shell: Shell, target: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("correct horse\nnot this\n", "utf-8")
    shell("export", "--to", target, "--pdf-password-file", secret)
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(target)
    assert "Ann Lee" in _text(target, "correct horse")
    secret.write_text("\nsecond line", "utf-8")
    said = shell.refused("export", "--to", target, "--pdf-password-file", secret)
    assert "holds no password" in said


def test_one_person_at_a_time(shell: Shell, target: Path) -> None:
    other = shell.add("person", "name=Bea Lee")
    assert other in shell.refused("export", "--to", target)
    shell("export", "--to", target, "--person", other)
    assert "Bea Lee" in _text(target)
    assert "Angina" not in _text(target)


def test_a_failed_print_leaves_the_old_file(shell: Shell, target: Path) -> None:
    target.write_bytes(b"the old one")
    shell.refused("export", "--to", target, "--sections", "weather")
    assert target.read_bytes() == b"the old one"
    assert "not saved" in shell.refused("export", "--to", target.parent / "no" / "a.pdf")
