"""A file packed with gzip that claims the world: told from one that is merely large."""

import zlib
from pathlib import Path

from secondop_desktop.exchange.containers.limits import MOST_TIMES, too_large
from secondop_desktop.exchange.source_files.packed import is_packed
from secondop_desktop.journal.files.attachments import CHUNK, LARGEST
from secondop_desktop.journal.storage.private_files import open_regular


def refuse_bomb(path: Path, name: str) -> None:
    """Raise UserError for a packed file that holds far more than a journal keeps.

    It is unpacked piece by piece, no further than that, and nothing of it is held. What is
    merely large, or broken, is for others to tell.
    """
    packed, read, held = zlib.decompressobj(wbits=31), 0, 0
    with open_regular(path) as stream:
        try:
            while held <= LARGEST and (piece := packed.unconsumed_tail or stream.read(CHUNK)):
                if not read and not is_packed(piece):
                    return
                before = len(piece)
                held += len(packed.decompress(piece, CHUNK))
                read += before - len(packed.unconsumed_tail)
        except zlib.error:
            return
    if held > max(LARGEST, read * MOST_TIMES):
        raise too_large(name)
