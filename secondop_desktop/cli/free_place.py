"""A place where a new file may be written without losing an old one."""

from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _


def check_free(path: Path) -> None:
    """Raise UserError where there is a file already, or no folder for a new one."""
    if path.exists():
        raise UserError(
            _("There is already a file {file}. Choose another name.").format(file=path.name)
        )
    if not path.parent.is_dir():
        raise UserError(_("There is no folder {folder}. Make it first.").format(folder=path.parent))
