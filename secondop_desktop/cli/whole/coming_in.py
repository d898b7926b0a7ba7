"""Every format comes in: small files, carried along or made here, are read into a journal."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.cli.whole.made_files import MADE
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal import entry_json
from secondop_desktop.journal.file import Journal
from secondop_desktop.paths import resource

SAMPLES: Mapping[str, tuple[str, str]] = {
    "bulk.ndjson": ("diagnosis", "Example condition in lines"),
    "bundle.json": ("diagnosis", "Example condition in JSON"),
    "bundle.xml": ("allergy", "Example allergy in XML"),
    "document.xml": ("diagnosis", "Example problem in a document"),
    "export.xml": ("result", "70.5"),
    "letter.odt": ("record", "Example letter as open text"),
    "letter.pdf": ("record", "Example letter as a PDF"),
    "letter.rtf": ("record", "Example letter as rich text"),
    "letter.txt": ("record", "Example letter as plain text"),
    "memo.amr": ("record", "1 second"),
    "memo.m4a": ("record", "1 minute"),
    "message.eml": ("record", "Example letter by e-mail"),
    "message.hl7": ("record", "Example test in HL7"),
    "message.msg": ("record", "Example message of Outlook"),
    "older.xls": ("result", "Example test in an older spreadsheet"),
    "open.ods": ("result", "Example test in an open spreadsheet"),
    "page.html": ("record", "Example page of a portal"),
    "photo.heic": ("record", "photo.heic"),
    "readings.csv": ("result", "Example test in a table"),
    "slides.pptx": ("record", "Example slide"),
    "visit.ics": ("appointment", "Example visit in another time zone"),
}
"""Files of ``resources/self_test``: the kind each becomes, and what stands in the entry then."""
OF_MADE: Mapping[str, tuple[str, str]] = {
    "all.zip": ("allergy", "Example allergy in a zip"),
    "letter.docx": ("record", "Example letter of Word"),
    "memo.wav": ("record", "1 second"),
    "packed.csv.gz": ("result", "Example test in a packed table"),
    "results.xlsx": ("result", "Example test in a spreadsheet"),
    "scan.dcm": ("record", "Example scan"),
}
"""The same of what `made_files` makes."""


def every_format(path: Path) -> bool:
    """Read each file into a new journal beside this one and see that its words are there."""
    folder = path.parent / "coming in"
    folder.mkdir()
    made = {name: resource("self_test", name).read_bytes() for name in SAMPLES}
    made |= {name: make() for name, make in MADE.items()}
    for name, data in made.items():
        (folder / name).write_bytes(data)
    with Journal.create(folder / "a.secondop", KINDS) as journal:
        with journal.change("Add") as change:
            person = change.add("person", name="Ann Example")
        wanted = {**SAMPLES, **OF_MADE}
        return all(_arrives(journal, folder / name, person, *wanted[name]) for name in made)


def _arrives(journal: Journal, file: Path, person: str, kind: str, words: str) -> bool:
    before = {row.id for row in journal.entries(kind)}
    importing.apply(journal, importing.read([file], journal, person))
    new = [row for row in journal.entries(kind) if row.id not in before]
    return any(words in _said(kind, row) for row in new)


def _said(kind: str, row: Any) -> str:
    return json.dumps(entry_json.to_json(KINDS[kind], row), ensure_ascii=False, default=str)
