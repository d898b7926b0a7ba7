"""A zip with a password in the making: AES-256 of WinZip (AE-2), as most programs for zips open it.

Source: https://www.winzip.com/en/support/aes-encryption/.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

_BITS = 256


@contextmanager
def locked_zip(out: BinaryIO, password: str) -> Iterator[tuple[Any, Callable[..., Any]]]:
    """Give a zip to write into, and what makes its entries; it is ended only where all went well.

    pyzipper would end it after a failure of the disk too, and raise an error of its own about
    that, now and once more when it is forgotten.
    """
    import pyzipper

    zipped = pyzipper.AESZipFile(out, "w", encryption=pyzipper.WZ_AES)
    zipped.setpassword(password.encode())
    zipped.setencryption(pyzipper.WZ_AES, nbits=_BITS)
    try:
        yield zipped, pyzipper.zipfile_aes.AESZipInfo
        zipped.close()
    except BaseException:
        zipped.fp = None  # for pyzipper it is closed
        raise
