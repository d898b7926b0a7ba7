"""What goes out comes in again: the PDF and the Word document are read back, others written."""

import contextlib
import io
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.cli import exporting
from secondop_desktop.journal.file import Journal
from secondop_desktop.sandbox.process import Sandbox

_ENDINGS = ("ics", "xlsx", "json", "zip")


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
    with _sandbox() as sandbox:
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
    with _sandbox() as sandbox:
        held = HeldFile(sandbox, "pdf", data, password="")
        drawn = held.ask("render", 30.0, page=0, scale=0.5)
        words = str(held.ask("text", 30.0, page=0).head.get("text", ""))
        held.close()
    return bool(drawn.body) and name.split()[-1] in words


def photos_of_telephones(_path: Path) -> bool:
    """Decode a HEIC photo, red beside blue; there is no reader of them for Windows on ARM."""
    from secondop_desktop.paths import resource
    from secondop_desktop.sandbox.answers import NO_READER, TroubleError
    from secondop_desktop.sandbox.held_file import HeldFile

    with _sandbox() as sandbox:
        data = resource("self_test", "photo.heic").read_bytes()
        held = HeldFile(sandbox, "picture", data, phone=True)
        try:
            drawn = held.ask("page", 30.0, number=0, most=10_000_000, shown=10_000_000)
        except TroubleError as trouble:
            return trouble.trouble == NO_READER and _without_heic()
        held.close()
    return len(set(drawn.body)) > 1


def _without_heic() -> bool:
    import platform
    import sys

    return sys.platform == "win32" and platform.machine() == "ARM64"


def _exported(path: Path, name: str) -> Path:
    """Do what ``export`` does, without its words."""
    target = path.with_name(name)
    if not target.exists():
        parser = ArgumentParser()
        (command,) = exporting.COMMANDS
        command.arguments(parser)
        with contextlib.redirect_stdout(io.StringIO()):
            command.run(parser.parse_args([str(path), "--to", str(target)]))
    return target


@contextlib.contextmanager
def _sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox()
    try:
        yield sandbox
    finally:
        sandbox.end()
