"""Which files of a folder or a zip are records, and which only help a computer to show them."""

from pathlib import PurePosixPath
from typing import Final

_SYSTEM: Final = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
"""What systems leave in every folder; nobody put it there."""

_HELPS: Final = frozenset({".xsl", ".xslt", ".css", ".js", ".xsd", ".dtd", ".ico", ".woff"})
_OF_EXCHANGE: Final = frozenset({"index.htm", "index.html", "readme.txt", "metadata.xml"})
"""What IHE's exchange of documents on media (XDM) puts beside them."""


def is_noise(name: str) -> bool:
    """Tell whether a system made a file for itself."""
    path = PurePosixPath(name.replace("\\", "/"))
    own = path.name.lower()
    return own in _SYSTEM or own.startswith("._") or "__MACOSX" in path.parts


def only_helps(name: str, beside: bool) -> bool:
    """Tell whether a file only helps to show others; ``beside`` says that XML lies there too."""
    path = PurePosixPath(name)
    return beside and (path.suffix.lower() in _HELPS or path.name.lower() in _OF_EXCHANGE)
