"""A recording played by the computer's own player, from a private folder that is purged."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.source_files.any_file import shown_name
from secondop_desktop.exchange.source_files.recordings import is_recording
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.disk import why
from secondop_desktop.journal.storage.handed_files import lend
from secondop_desktop.lang import _

_ENDINGS = {
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/ogg": ".ogg",
    "audio/wav": ".wav",
    "audio/amr": ".amr",
    "audio/flac": ".flac",
    "audio/3gpp": ".3gp",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "video/x-msvideo": ".avi",
}
"""By what a file is, never by its own name: a recording must not start a program."""

_MUSIC = frozenset({".opus", ".oga", ".m4b", ".m4a", ".3gp", ".wma"})


def can_play(row: Any) -> bool:
    """Tell whether a record keeps a recording."""
    return bool(row.file) and is_recording(row.file_type)


def play(journal: Journal, row: Any) -> None:
    """Hand a recording to the player; raises UserError where that cannot be."""
    name = _safe_name(row)
    try:
        path = lend(lambda target: journal.extract(row.file, target), name)
    except OSError as problem:
        text = _("{name} cannot be played: {problem}.")
        raise UserError(text.format(name=name, problem=why(problem))) from None
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise UserError(
            _(
                "No program on this computer plays {name}. Save a copy, and play it elsewhere."
            ).format(name=name)
        )


def _safe_name(row: Any) -> str:
    own = Path(shown_name(Path(row.file_name or "")))
    stem = own.stem or _("Recording")
    ending = own.suffix.lower() if own.suffix.lower() in _MUSIC else ""
    return stem[:80] + (ending or _ENDINGS.get(row.file_type, ".mp3"))
