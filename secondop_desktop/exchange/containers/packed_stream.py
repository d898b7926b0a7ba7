"""A file that may be packed with gzip: unpacked once, and never one that claims the world."""

from functools import cached_property
from pathlib import Path

from secondop_desktop.exchange.containers.limits import MOST_TIMES, too_large
from secondop_desktop.journal.files.gzip_members import is_packed, unpacked_stream
from secondop_desktop.journal.storage.private_files import open_regular


class PlainFile:
    """What a file holds, however many readers look whether it is theirs."""

    def __init__(self, path: Path, name: str) -> None:
        """Take a file, and the name to call it by; it is read when it is first asked for."""
        self.path, self.name = path, name

    @cached_property
    def data(self) -> bytes:
        """Its bytes, unpacked; nothing where it is broken, or larger than a journal keeps.

        Raises UserError for a packed file that holds far more than that: it is unpacked no
        further.
        """
        with open_regular(self.path) as stream:
            start = stream.read(2)
            stream.seek(0)
            if not is_packed(start):
                return stream.read()

            return unpacked_stream(stream, self._refuse_bomb)

    def _refuse_bomb(self, held: int, packed: int) -> None:
        if held > packed * MOST_TIMES:
            raise too_large(self.name)
