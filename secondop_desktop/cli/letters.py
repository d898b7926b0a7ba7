"""Letters from the command line: all of them as a Word document, or one as a PDF."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from secondop_desktop.cli.person_option import listed, only_person
from secondop_desktop.cli.printing import missing_lines
from secondop_desktop.cli.secret_file import first_line
from secondop_desktop.cli.selection import private_said
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.outgoing.chosen import Chosen, Selection
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.features.letters.operations.paper import current, letter
from secondop_desktop.features.letters.rules import TYPE, type_of
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import undated_last
from secondop_desktop.lang import _

_ALL = frozenset({"letter", "letters"})


def names_letters(journal: Journal, sections: Iterable[str]) -> bool:
    """Tell whether all that is asked for are letters, by their ids."""
    ids = {row.id for row in journal.entries("letter")}
    asked = set(sections)
    return bool(asked) and asked <= ids


def write_letters(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    """Write the letters of one person as one Word document, each on a page of its own.

    ``--sections`` chooses by type (``ask``, ``records``…) or by id. Returns what is to be said.
    """
    from secondop_desktop.exchange.outgoing.docx import document

    chosen, rows = _letters(journal, selection)
    rows = [row for row in rows if _wanted(row, args.sections)]
    if not rows:
        raise UserError(_("There are no letters to write. Write one first, or choose others."))
    write_whole(args.to, document([letter(journal, row) for row in rows]))
    return private_said(chosen.held_back("letter"))


def write_letter(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    """Write the one letter that ``--sections`` names by its id as a PDF."""
    from secondop_desktop.exchange.pdf.pages.letter import preview
    from secondop_desktop.summary.locked import locked

    row = _one(journal, selection, args)
    data, built = preview(letter(journal, row), large_print=args.large_print)
    if args.pdf_password_file is not None:
        data = locked(data, first_line(args.pdf_password_file))
    write_whole(args.to, data)
    return missing_lines(built.missing.count)


def _one(journal: Journal, selection: Selection, args: Namespace) -> Any:
    if len(args.sections) > 1:
        raise UserError(_("A PDF holds one letter. Name one, or write a Word document (.docx)."))
    whose = journal.get("letter", args.sections[0]).person
    _chosen, rows = _letters(journal, replace(selection, person=selection.person or whose))
    found = [row for row in rows if row.id in args.sections]
    if not found:
        raise UserError(
            _(
                "The letter {id} is left out: it is private, an earlier version, or of another "
                "person or case. There is: {letters}."
            ).format(id=args.sections[0], letters=listed(journal, rows) or _("none"))
        )
    return found[0]


def _letters(journal: Journal, selection: Selection) -> tuple[Chosen, list[Any]]:
    """Return the letters of one person, the oldest first, without their kept versions."""
    whose = selection.person or only_person(journal)
    chosen = Chosen(journal, replace(selection, person=whose))
    rows = current(chosen.of("letter"))
    return chosen, sorted(rows, key=lambda row: (undated_last(row.date), row.id))


def _wanted(row: Any, sections: Iterable[str]) -> bool:
    """Tell whether a letter was chosen; raises UserError for a choice that there is not."""
    found = [one for one in sections if one not in _ALL]
    for one in found:
        if not type_of(one) and len(one) != len(row.id):
            raise UserError(
                _("There are no letters called {name}. Choose an id, or among: {types}.").format(
                    name=one, types=", ".join(key for key, _words in TYPE)
                )
            )
    return not found or row.id in found or row.type in map(type_of, found)
