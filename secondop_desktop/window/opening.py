"""Opening a journal for the window, and what is told of the place it lies in, once for each."""

import hashlib
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from secondop_desktop import settings
from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.lock import NotWritable
from secondop_desktop.journal.storage.shared_places import NETWORK, shared_by
from secondop_desktop.lang import _
from secondop_desktop.widgets.dialogs.messages import tell

_MOST_TOLD = 100


def opened(path: Path) -> Journal:
    """Open a journal; for reading only where its folder takes no file. Raises UserError."""
    try:
        return Journal.open(path, KINDS)
    except NotWritable:
        return Journal.look(path, KINDS)


def tell_of_place(window: QWidget, journal: Journal) -> None:
    """Say that a journal is open for reading only, or that other computers reach its folder."""
    if journal.read_only:
        _tell_read_only(window, journal.path)
        return
    service = shared_by(journal.path)
    if service and _is_new(journal.path):
        _tell_shared(window, journal.path, service)


def _tell_read_only(window: QWidget, path: Path) -> None:
    text = _(
        "{file} is in a place where nothing can be saved, such as a CD or a locked memory card. "
        "You can read everything and make PDFs. To write in it, copy the file to a folder of "
        "your own and open it there."
    )
    tell(window, _("You can read this journal, but not change it"), text.format(file=path.name))


def _tell_shared(window: QWidget, path: Path, service: str) -> None:
    if service == NETWORK:
        where = _("{file} is in a folder on another computer or on the network.")
        title = _("This journal is in a network folder")
    else:
        where = _("{file} is in a folder that {service} copies to other computers.")
        title = _("This journal is in a {service} folder").format(service=service)
    text = _(
        "Your journal and its safe copies can then be read by whoever can open that folder, and "
        "whoever runs the service keeps a copy.\n\nOpen it on one computer at a time, and wait "
        "until everything is copied before you open it on another one. If two computers write in "
        "it, Secondop stops and tells you.\n\nYou can go on. You will only be told this once."
    )
    told = where.format(file=path.name, service=service)
    tell(window, title, f"{told} {text}", _("Go on"))


def _is_new(path: Path) -> bool:
    """Tell whether it was not said of this journal yet, and remember it without its name."""
    mark = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]
    chosen = settings.load()
    if mark in chosen.told_shared:
        return False
    settings.save(replace(chosen, told_shared=(mark, *chosen.told_shared)[:_MOST_TOLD]))
    return True
