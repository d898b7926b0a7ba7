"""What goes out comes in again: the PDF and the Word document are read back, others written."""

import contextlib
import io
from argparse import ArgumentParser
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.cli import exporting
from secondop_desktop.cli.whole.decoding import decoding
from secondop_desktop.journal.file import Journal

_ENDINGS = ("ics", "xlsx", "json", "zip")
_PASSWORD = "four quiet words of example"


def every_format(path: Path) -> bool:
    """Write a calendar, a spreadsheet, a FHIR document and an archive; none may be empty."""
    return all(_exported(path, f"out.{ending}").stat().st_size for ending in _ENDINGS)


def letters_in_word(path: Path) -> bool:
    """Write the letters as a Word document, and read their words out of it again."""
    from secondop_desktop.journal.files.document_words import Document
    from secondop_desktop.journal.files.sniff import content_type
    from secondop_desktop.sandbox.document_types import DOCX

    with Journal.open(path, KINDS) as journal:
        names = [row.name for row in journal.entries("person")]
    data = _exported(path, "letters.docx").read_bytes()
    with decoding() as sandbox:
        document = Document(sandbox, data, DOCX)
        words = document.text(1_000_000)
        document.close()
    return content_type(data[:4096]) != "" and any(name in words for name in names)


def pages_of_a_pdf(path: Path) -> bool:
    """Draw the first page of the summary in the process that decodes, and read its words."""
    from secondop_desktop.sandbox.held_file import HeldFile

    data = _exported(path, "summary.pdf").read_bytes()
    with Journal.open(path, KINDS) as journal:
        name = journal.entries("person")[0].name
    with decoding() as sandbox:
        held = HeldFile(sandbox, "pdf", data, password="")
        drawn = held.ask("render", 30.0, page=0, scale=0.5)
        words = str(held.ask("text", 30.0, page=0).head.get("text", ""))
        held.close()
    return bool(drawn.body) and name.split()[-1] in words


def under_a_password(path: Path) -> bool:
    """Lock a PDF and an archive of the journal, and open both by their password alone."""
    word = path.with_name("password.txt")
    word.write_text(f"{_PASSWORD}\n", encoding="utf-8")
    locked = _exported(path, "locked.pdf", "--pdf-password-file", str(word)).read_bytes()
    archive = _exported(path, "locked.zip", "--zip-password-file", str(word))
    return _opens_by_password(locked) and _comes_back(archive, path)


def _opens_by_password(locked: bytes) -> bool:
    import pikepdf

    try:
        pikepdf.open(io.BytesIO(locked)).close()
    except pikepdf.PasswordError:
        with pikepdf.open(io.BytesIO(locked), password=_PASSWORD) as opened:
            return len(opened.pages) > 0
    return False


def _comes_back(archive: Path, path: Path) -> bool:
    from secondop_desktop.exchange.incoming import importing

    with (
        Journal.create(path.with_name("from archive.secondop"), KINDS) as filled,
        Journal.open(path, KINDS) as journal,
    ):
        importing.apply(filled, importing.read([archive], filled, zip_password=_PASSWORD))
        return all(_ids(filled, kind) == _ids(journal, kind) for kind in KINDS)


def _ids(journal: Journal, kind: str) -> set[str]:
    return {row.id for row in journal.entries(kind)}


def _exported(path: Path, name: str, *options: str) -> Path:
    """Do what ``export`` does, without its words."""
    target = path.with_name(name)
    if not target.exists():
        parser = ArgumentParser()
        (command,) = exporting.COMMANDS
        command.arguments(parser)
        with contextlib.redirect_stdout(io.StringIO()):
            command.run(parser.parse_args([str(path), "--to", str(target), *options]))
    return target
