"""The whole journal as an archive, from the command line."""

from argparse import Namespace

from secondop_desktop.cli.secret_file import first_line
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.outgoing.chosen import Selection
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _, ngettext


def write_whole_journal(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    """Write the archive and return what is to be said about it."""
    from secondop_desktop.exchange.archive.writing import write_archive

    if args.person or args.case or args.sections or selection.left_out:
        raise UserError(
            _(
                "An archive holds the whole journal. Leave out --person, --case, --sections and "
                "--leave-out, or choose another format."
            )
        )
    password = first_line(args.zip_password_file) if args.zip_password_file else ""
    done = write_archive(journal, args.to, password)
    text = _("{name} is damaged in the journal, so it is not in the archive.")
    return [_counted(done.entries, done.files), *(text.format(name=one) for one in done.damaged)]


def _counted(entries: int, files: int) -> str:
    said = ngettext("{count} entry", "{count} entries", entries).format(count=entries)
    kept = ngettext("{count} file", "{count} files", files).format(count=files)
    return _("{entries} and {files} were written.").format(entries=said, files=kept)
