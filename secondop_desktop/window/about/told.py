"""What *About* says of the program: facts, each with its name, and the text of all licences."""

import platform
from datetime import date

from secondop_desktop import RELEASED, __version__
from secondop_desktop.journal.storage.schema import NEWEST
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _
from secondop_desktop.parts import PROGRAM, Part, installed, licence_texts

Fact = tuple[str, str]
"""What is told, and what is told of it."""


def facts() -> list[Fact]:
    """Return version, day, format of journals, licence, and what it runs on."""
    day = PartialDate.of(date.fromisoformat(RELEASED)).words()
    schema = _("{newest} (1 to {newest} open)").format(newest=NEWEST)
    return [
        (_("Version"), _("{version}, {date}").format(version=__version__, date=day)),
        (_("Format of journals"), schema),
        (_("Licence"), _("Apache-2.0: free to use and to copy, without warranty")),
        (_("Runs on"), _system()),
    ]


def details() -> str:
    """Return the facts as lines to send to somebody who helps."""
    lines = [f"{name}: {text}" for name, text in facts()]
    return "\n".join([f"Secondop {__version__}", *lines])


def _system() -> str:
    from PySide6.QtCore import QSysInfo, qVersion

    system = QSysInfo.prettyProductName()
    return f"{system}, Python {platform.python_version()}, Qt {qVersion()}"


def parts_and_licences() -> str:
    """Return every part with its version and licence, then the text of all licences."""
    found = installed()
    lines = [line for part in found for line in _lines(part)]
    texts = [
        f"{head}\n{'=' * len(head)}\n\n{text.strip()}"
        for head, text in licence_texts([PROGRAM, *(part.name for part in found)])
    ]
    return "\n\n\n".join(["\n".join(lines), *texts]) + "\n"


def _lines(part: Part) -> list[str]:
    inside = [f"      {_said(one)}" for one in part.holds]
    return [_said(part), *inside]


def _said(part: Part) -> str:
    name = " ".join(word for word in (part.name, part.version) if word)
    return f"{name} – {part.licence}" if part.licence else name
