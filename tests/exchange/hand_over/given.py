"""Things to hand over in tests."""

import hashlib
from io import BytesIO

from secondop_desktop.exchange.hand_over.items import Item, copied

HEAD = ("Ann Lee", "")


def item(place: str, data: bytes, *, sha256: str = "") -> Item:
    """Return a file of these bytes."""
    return Item(place, f"About {place}", copied(lambda: BytesIO(data)), sha256)


def unreadable(place: str) -> Item:
    """Return a file on a scratched disc, of which the beginning can be read."""

    class Scratched(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell():
                raise OSError(5, "Input/output error")
            return super().read(10)

    return Item(place, "Scratched", copied(lambda: Scratched(bytes(100))))


def sha256(data: bytes) -> str:
    """Return the hash of bytes."""
    return hashlib.sha256(data).hexdigest()
