"""The command that checks an installation: the sample is written, kept safe and exported."""

import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.cli.command import Command
from secondop_desktop.cli.embedded_libraries import strangers
from secondop_desktop.cli.whole import (
    carried,
    coming_in,
    going_out,
    lettering,
    listed,
    locked_up,
    pictures,
)
from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup, entry_json
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import N_, _
from secondop_desktop.parts import lacking

Step = Callable[[Path], bool]
"""Does one thing with the journal at a path and tells whether it went well."""


def _nothing(_parser: ArgumentParser) -> None:
    """Take no arguments."""


def _self_test(_args: Namespace) -> int:
    from secondop_desktop.sample import write_sample

    with tempfile.TemporaryDirectory(prefix="secondop-") as folder:
        journal = Path(folder) / "sample.secondop"
        _tried(*FIRST, journal)
        write_sample(journal, scale=1)
        for said, step in STEPS:
            _tried(said, step, journal)
    return 0


def _tried(said: str, step: Step, journal: Path) -> None:
    """Say that a step went well; raises UserError that names it where it did not."""
    well, why = _went_well(step, journal)
    if not well:
        text = _("This installation is not whole: {step}{why}. Install it again.")
        raise UserError(text.format(step=_(said), why=why))
    print(_("works: {step}").format(step=_(said)), flush=True)


def _went_well(step: Step, journal: Path) -> tuple[bool, str]:
    """Tell whether a step went well, and the kind of the fault that stopped it, if one did."""
    try:
        return step(journal), ""
    except UserError:
        raise
    except Exception as fault:
        if said := lacking(fault):
            raise UserError(said) from fault
        return False, f" ({type(fault).__name__})"


def contents(path: Path) -> dict[str, list[dict[str, object]]]:
    """Return everything a journal holds, by kind, as JSON shows it."""
    with Journal.open(path, KINDS) as journal:
        return {
            kind.name: [entry_json.to_json(kind, row) for row in journal.entries(kind.name)]
            for kind in journal.kinds.values()
        }


def _whole(path: Path) -> bool:
    with Journal.open(path, KINDS) as journal:
        return not check(journal)


def _round_trip(path: Path) -> bool:
    """Make a safe copy, change the journal, restore the copy, and compare."""
    before = contents(path)
    with Journal.open(path, KINDS) as journal:
        copy = journal.backup()
        with journal.change(_("Add: {what}").format(what=_(KINDS["person"].label))) as change:
            change.add("person", name="x")
    changed = contents(path)
    backup.restore(copy, path)
    return any(before.values()) and changed != before and contents(path) == before


def _found(path: Path) -> bool:
    """Find the person by her name."""
    with Journal.open(path, KINDS) as journal:
        person = journal.entries("person")[0]
        return any(hit.id == person.id for hit in journal.find(person.name))


def _printed(path: Path) -> bool:
    """Write the summary and see that it has pages and no letter without a shape."""
    from secondop_desktop.summary import story
    from secondop_desktop.summary.choices import Choices

    with Journal.open(path, KINDS) as journal:
        person = journal.entries("person")[0].id
        made = story.write(journal, Choices(person), path.with_suffix(".pdf"))
    return made.pages > 1 and not made.missing


def _shown(path: Path) -> bool:
    from secondop_desktop.cli.open_window import every_screen

    return every_screen(path) > 0


def _as_listed(_path: Path) -> bool:
    """See that the libraries inside the parts are the ones that were listed and tried."""
    for name, here, tested in strangers():
        raise UserError(
            _(
                "This installation holds {name} {here}, and was tested with {tested}. Install it "
                "again."
            ).format(name=name, here=here, tested=tested)
        )
    return True


FIRST: tuple[str, Step] = (N_("every file of the program is there"), listed.every_file)
"""Done before anything is made with the program, so that what lacks is called by its name."""

STEPS: tuple[tuple[str, Step], ...] = (
    (N_("the sample journal is whole"), _whole),
    (N_("the parts inside are the ones that were tested"), _as_listed),
    (N_("search finds what is there"), _found),
    (N_("the summary can be printed"), _printed),
    (N_("letters of every script can be printed"), lettering.every_script),
    (N_("pages of a PDF are drawn and read"), going_out.pages_of_a_pdf),
    (N_("pictures of every kind are shown"), pictures.every_form),
    (N_("photos from phones (HEIC) are shown"), pictures.photos_of_telephones),
    (N_("letters go out as a Word document and are read again"), going_out.letters_in_word),
    (N_("calendar, spreadsheet, FHIR document and archive go out"), going_out.every_format),
    (
        N_("a PDF and an archive are locked by a password and opened again"),
        going_out.under_a_password,
    ),
    (N_("files of every format come in"), coming_in.every_format),
    (N_("the time zones are there"), carried.time_zones),
    (N_("a passphrase locks a journal and opens it"), locked_up.a_passphrase),
    (N_("the licences of all parts are there"), carried.licences),
    (N_("every screen and the help open"), _shown),
    (N_("a safe copy comes back with nothing lost"), _round_trip),
)

COMMANDS = (Command("self-test", _nothing, _self_test),)
