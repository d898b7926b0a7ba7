"""Writing a bag into a zip, file after file; hashes are made while the bytes pass."""

import hashlib
import zipfile
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from typing import Any

from secondop_desktop.exchange.archive import layout

_FIRST = (1980, 1, 1, 0, 0, 0)


@dataclass
class Bag:
    """A bag in the making, in an open zip, whose kind of ``entry`` it makes.

    All files bear the time ``made_at``. Nothing else of when or where it is written gets in, so
    that one journal gives the same bytes. ``hashing`` is a thread for the sums: to hash takes as
    long as all else.
    """

    zipped: Any
    entry: Callable[..., Any]
    hashing: Executor
    made_at: tuple[int, int, int, int, int, int] = _FIRST
    size: int = 0
    _sums: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, pieces: Iterable[bytes], *, stored: bool = False) -> str:
        """Write one file of the payload and return the SHA-256 of what passed."""
        digest, size = self._write(name, pieces, stored=stored)
        self._sums[name] = digest
        self.size += size
        return digest

    def close(self, about: Mapping[str, str]) -> None:
        """Write what makes it a bag: its declaration, what is said of it, and the sums."""
        told = {
            "Payload-Oxum": f"{self.size}.{len(self._sums)}",
            **about,
        }
        tags = {
            layout.DECLARATION: layout.DECLARED,
            layout.ABOUT: "".join(f"{label}: {text}\n" for label, text in told.items()).encode(),
            layout.MANIFEST: _listed(self._sums),
        }
        sums = {name: self._write(name, [data])[0] for name, data in tags.items()}
        self._write(layout.TAG_MANIFEST, [_listed(sums)])

    def _write(
        self, name: str, pieces: Iterable[bytes], *, stored: bool = False
    ) -> tuple[str, int]:
        digest, size = hashlib.sha256(), 0
        before: Future[None] | None = None
        with self.zipped.open(self._entry(name, stored=stored), "w", force_zip64=True) as out:
            for piece in pieces:
                if before is not None:
                    before.result()
                before = self.hashing.submit(digest.update, piece)
                size += len(piece)
                out.write(piece)
        if before is not None:
            before.result()
        return digest.hexdigest(), size

    def _entry(self, name: str, *, stored: bool) -> Any:
        info = self.entry(layout.BASE + name, max(self.made_at, _FIRST))
        info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        info.create_system = 3
        info.external_attr = 0o100600 << 16
        return info


def _listed(sums: Mapping[str, str]) -> bytes:
    """Return the lines that ``sha256sum -c`` reads."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())).encode()
