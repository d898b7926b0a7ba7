"""Commands that put files into the journal and get them out again."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.cli.command import Command, journal_argument, person_option
from secondop_desktop.cli.entry_arguments import id_argument
from secondop_desktop.cli.entry_input import words_kept
from secondop_desktop.cli.free_place import check_free
from secondop_desktop.cli.open_journal import reading, writing
from secondop_desktop.cli.output import plain
from secondop_desktop.cli.passphrase import say_leaves
from secondop_desktop.cli.pdf_password import password_in, pdf_password_option
from secondop_desktop.cli.person_option import chosen_person, only_person
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming.letter_patient import patient
from secondop_desktop.exchange.people.whose import check_letter
from secondop_desktop.exchange.source_files import any_file
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.private_files import open_regular, settle, work_folder
from secondop_desktop.lang import _, ngettext

_RECORD = KINDS["record"]
_TYPES = [word for word, _label in _RECORD.by_name["type"].choices]


def _attach_arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help=_("the files to keep"))
    parser.add_argument("--title", metavar="T", help=_("what to call it; else the file's name"))
    parser.add_argument(
        "--type", metavar="T", choices=_TYPES, help=_("one of: ") + ", ".join(_TYPES)
    )
    pdf_password_option(parser)
    person_option(parser)


def _attach(args: Namespace) -> int:
    told = {name: words_kept(text) for name in ("title", "type") if (text := getattr(args, name))}
    drafts = [_draft(path, password_in(args.pdf_password_file)) | told for path in args.files]
    label = ngettext("Attach {count} file", "Attach {count} files", len(drafts))
    with writing(args) as journal:
        person = chosen_person(journal, args.person) or only_person(journal)
        for draft in drafts if not args.person else ():
            told = patient(draft.get("text") or "")
            check_letter(journal, person, told, draft["file_name"])
        with journal.change(label.format(count=len(drafts))) as change:
            ids = [
                _keep(journal, change, path, draft | {"person": person})
                for path, draft in zip(args.files, drafts, strict=True)
            ]
        for entry in ids:
            print(entry)
    return 0


def _draft(path: Path, password: str) -> dict[str, Any]:
    """Return what a record says of a file; raises UserError where an import would refuse it."""
    name = any_file.shown_name(path)
    if not path.is_file():
        raise UserError(
            _("There is no file {name} to attach. Check its name and folder.").format(name=name)
        )
    found = any_file.read(path, password)
    for notice in found.notices:
        print(plain(f"secondop: {notice}"), file=sys.stderr)
    return dict(found.drafts[0].values)


def _keep(journal: Journal, change: Change, path: Path, values: dict[str, Any]) -> str:
    with open_regular(path) as stream:
        stored = journal.attach(change, stream, values["file_name"])
    about = {"file": stored.hash, "file_type": stored.type, "file_size": stored.size}
    return change.add(_RECORD.name, **(values | about))


def _extract_arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    id_argument(parser)
    parser.add_argument(
        "--out", metavar="FILE", type=Path, required=True, help=_("the file to write")
    )
    parser.add_argument(
        "--original",
        action="store_true",
        help=_("write the file from which the entry was read"),
    )


def _extract(args: Namespace) -> int:
    target: Path = args.out
    check_free(target)
    with reading(args) as journal:
        _write_out(journal, _file_of(journal, args.id, original=args.original), target)
        say_leaves(journal, target)
    return 0


def _file_of(journal: Journal, entry: str, *, original: bool) -> str:
    """Return the hash of an entry's own file, else of the one that it was read from."""
    kind = journal.kind_of(entry)
    row = journal.get(kind.name, entry)
    named = (getattr(row, field.name) for field in kind.fields if field.file)
    own = "" if original else next(filter(None, named), "")
    found = own or row.source_file
    if not found:
        raise UserError(_("The entry {id} has no file in the journal.").format(id=entry))
    return str(found)


def _write_out(journal: Journal, file_hash: str, target: Path) -> None:
    """Write the file aside first, so that only a whole one gets its name."""
    with work_folder(target.parent) as aside:
        fresh = aside / target.name
        journal.extract(file_hash, fresh)
        settle(fresh, target)


COMMANDS = (
    Command("attach", _attach_arguments, _attach),
    Command("extract", _extract_arguments, _extract),
)
