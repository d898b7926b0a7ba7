"""The passwords of files that come in: read from a file, used to open them, and kept nowhere."""

from argparse import ArgumentParser
from pathlib import Path

from secondop_desktop.cli.secret_file import first_line
from secondop_desktop.errors import UserError
from secondop_desktop.lang import _


def pdf_password_option(parser: ArgumentParser) -> None:
    """Take the file that holds the password of locked PDFs."""
    parser.add_argument(
        "--pdf-password-file",
        metavar="FILE",
        type=Path,
        help=_("its first line opens locked PDFs to read their words; they stay locked"),
    )


def password_in(file: Path | None) -> str:
    """Return the password in a file, or an empty text for no file; raises UserError without one."""
    if file is None:
        return ""
    if not file.is_file():
        raise UserError(
            _("There is no file {file}. Check its name and folder.").format(file=file.name)
        )
    return first_line(file)
