"""Where our own resources lie, for what answers before ``pathlib`` would have been loaded."""

import errno
import os
import sys


def located(*parts: str) -> str:
    """Return the path of a file of ``resources/`` in a checkout, a wheel or a frozen build.

    A wheel and a frozen build carry them inside the package; a checkout and an editable
    install beside it. Raises FileNotFoundError, a packaging fault, when neither is there.
    """
    package = os.path.dirname(os.path.realpath(__file__))  # noqa: PTH120
    bundled = os.path.join(getattr(sys, "_MEIPASS", package), "secondop_desktop")  # noqa: PTH118
    for around in (package, bundled, os.path.dirname(package)):  # noqa: PTH120
        root = os.path.join(around, "resources")  # noqa: PTH118
        if os.path.isdir(root):  # noqa: PTH112
            return os.path.join(root, *parts)  # noqa: PTH118
    missing = os.path.join(bundled, "resources")  # noqa: PTH118
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), missing)
