"""The libraries that lie inside the parts we stand on, and whether these are the ones listed.

``resources/embedded.json`` lists them by hand, as no installation tells: for each part its
version and licence (SPDX), and what it holds. Those that can be asked for their version are.
"""

import sys
from collections.abc import Callable, Iterator, Mapping

from secondop_desktop.parts import embedded, version_of


def strangers() -> Iterator[tuple[str, str, str]]:
    """Give each library that is not the one listed: its name, the version here, the one listed.

    The list was made of the files for Linux, in the versions of the lock; others are not judged.
    """
    for name, part in embedded().items():
        if sys.platform == "linux" and "holds" in part and version_of(name) == part["version"]:
            for one in part["holds"]:
                if "asked" in one and (here := asked(one["asked"])) != one["version"]:
                    yield one["name"], here, one["version"]


def asked(how: str) -> str:
    """Ask a library for its version."""
    where, _colon, which = how.partition(":")
    return _pillow(which) if where == "pillow" else _ASKED[where]()


def _sql(question: str) -> str:
    import sqlcipher3

    connection = sqlcipher3.connect(":memory:")
    try:
        connection.execute("PRAGMA key = 'any'")
        return str(connection.execute(question).fetchone()[0])
    finally:
        connection.close()


def _qt() -> str:
    from secondop_desktop.cli.open_window import qt_version

    return qt_version()


def _pdfium() -> str:
    import pypdfium2

    info = pypdfium2.version.PDFIUM_INFO
    return ".".join(str(number) for number in (info.major, info.minor, info.build, info.patch))


def _qpdf() -> str:
    import pikepdf

    return str(pikepdf.__libqpdf_version__)


def _heif(of: str) -> str:
    import pi_heif

    info = pi_heif.libheif_info()
    return str(info["libheif"] if of == "libheif" else info["decoders"][of].split()[-1])


def _harfbuzz() -> str:
    import uharfbuzz

    return str(uharfbuzz.version_string())


def _pillow(which: str) -> str:
    from PIL import features

    return str(features.version(which))


_ASKED: Mapping[str, Callable[[], str]] = {
    "sqlite": lambda: _sql("SELECT sqlite_version()"),
    "sqlcipher": lambda: _sql("PRAGMA cipher_version").split()[0],
    "openssl": lambda: _sql("PRAGMA cipher_provider_version").split()[1],
    "qt": _qt,
    "pdfium": _pdfium,
    "qpdf": _qpdf,
    "libheif": lambda: _heif("libheif"),
    "libde265": lambda: _heif("libde265"),
    "harfbuzz": _harfbuzz,
}
