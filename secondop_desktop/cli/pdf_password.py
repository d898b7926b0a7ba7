"""The password of locked PDFs: read from a file, used to read their words, and kept nowhere."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from secondop_desktop.cli.passphrase import first_line
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


def pdf_password(args: Namespace) -> str:
    """Return the password that was given, or an empty text; raises UserError without one."""
    file: Path | None = args.pdf_password_file
    if file is None:
        return ""
    if not file.is_file():
        raise UserError(
            _("There is no file {file}. Check its name and folder.").format(file=file.name)
        )
    return first_line(file)
