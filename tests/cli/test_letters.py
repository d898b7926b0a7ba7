"""Letters from the command line."""

from pathlib import Path

import pypdfium2
from docx import Document

from tests.cli.shell import Shell


def _words(path: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(path)).paragraphs if paragraph.text]


def _pdf(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def test_all_letters_as_one_document(shell: Shell, tmp_path: Path) -> None:
    second = shell.add("letter", "title=Thanks", "type=thanks", "text=Thank you.", "date=2026-02")
    first = shell.add("letter", "title=Please", "type=ask", "text=Please help.", "date=2026-01")
    shell.add("letter", "title=Before", "text=An older try.", f"version_of={first}")
    target = tmp_path / "letters.docx"
    assert shell("export", "--to", target).out == ""
    assert [text for text in _words(target) if text.endswith(".")] == ["Please help.", "Thank you."]
    before = target.read_bytes()
    shell("export", "--to", target)
    assert target.read_bytes() == before
    shell("export", "--to", target, "--leave-out", first)
    assert "Please help." not in _words(target)
    shell("export", "--to", target, "--sections", "thanks")
    assert "Please help." not in _words(target)
    shell("export", "--to", target, "--sections", first)
    assert "Thank you." not in _words(target)
    shell("export", "--to", target, "--sections", "letters")
    assert {"Please help.", "Thank you."} < set(_words(target))
    assert second


def test_one_letter_as_a_pdf(shell: Shell, tmp_path: Path) -> None:
    entry = shell.add("letter", "title=Thanks", "text=Thank you so much.", "subject=Thank you")
    other = shell.add("letter", "title=Other", "text=Something else.")
    target = tmp_path / "letter.pdf"
    shell("export", "--to", target, "--sections", entry)
    assert "Thank you so much." in _pdf(target)
    assert "Something else" not in _pdf(target)
    assert "Not a medical device" not in _pdf(target)
    small = target.read_bytes()
    shell("export", "--to", target, "--sections", entry, "--large-print")
    assert target.read_bytes() != small
    words = ["--to", target, "--sections", f"{entry},{other}"]
    assert "holds one letter" in shell.refused("export", *words)
    shell("export", "--to", target, "--sections", "letter")
    assert "Not a medical device" in _pdf(target)


def test_the_password_locks_a_letter_too(shell: Shell, tmp_path: Path) -> None:
    secret = tmp_path / "p.txt"
    secret.write_text("swordfish", "utf-8")
    entry = shell.add("letter", "title=Thanks", "text=Thank you.")
    target = tmp_path / "letter.pdf"
    shell("export", "--to", target, "--sections", entry, "--pdf-password-file", secret)
    with pypdfium2.PdfDocument(target, password="swordfish") as document:
        assert len(document) == 1


def test_private_letters_stay_out(shell: Shell, tmp_path: Path) -> None:
    entry = shell.add("letter", "title=Secret", "text=A secret.", "private=yes")
    target = tmp_path / "letters.docx"
    assert "no letters to write" in shell.refused("export", "--to", target)
    assert "is private" in shell.refused("export", "--to", tmp_path / "a.pdf", "--sections", entry)
    shell.add("letter", "title=Open", "text=No secret.")
    assert "1 private entry was left out" in shell("export", "--to", target).out
    assert "A secret." not in _words(target)
    shell("export", "--to", target, "--with-private")
    assert "A secret." in _words(target)


def test_letters_of_two_people_never_share_a_document(
    shell: Shell, tmp_path: Path, person: str
) -> None:
    other = shell.add("person", "name=Bea Lee")
    shell.add("letter", "title=Hers", "text=Of Ann.", f"person={person}")
    shell.add("letter", "title=Other", "text=Of Bea.", f"person={other}")
    target = tmp_path / "letters.docx"
    assert "several people" in shell.refused("export", "--to", target)
    shell("export", "--to", target, "--person", other)
    assert "Of Bea." in _words(target)
    assert "Of Ann." not in " ".join(_words(target))
    assert "Bea Lee" in " ".join(_words(target))


def test_what_is_not_there_is_refused_in_a_sentence(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "letters.docx"
    assert "no letters to write" in shell.refused("export", "--to", target)
    shell.add("letter", "title=Thanks", "text=Thank you.")
    assert "no letters called poem" in shell.refused("export", "--to", target, "--sections", "poem")
    assert not target.exists()


def test_an_earlier_version_is_refused_by_what_it_is(shell: Shell, tmp_path: Path) -> None:
    now = shell.add("letter", "title=Please", "type=ask", "text=Please help.")
    before = shell.add("letter", "title=Before", "text=An older try.", f"version_of={now}")
    said = shell.refused("export", "--to", tmp_path / "one.pdf", "--sections", before)
    assert "an earlier version" in said
    assert now in said
