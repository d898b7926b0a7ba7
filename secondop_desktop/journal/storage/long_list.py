"""Long lists, and texts by name, of which the memory holds no more than what was asked for last."""

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Final, Generic, TypeVar, overload

from secondop_desktop.journal.storage.spool import Spool

T = TypeVar("T")

_BLOCK: Final = 256
"""Things that are written and read together, where they are small."""

_QUICK: Final = 1
"""How hard a block is packed; things of one list say much alike."""


class LongList(Sequence[T], Generic[T]):
    """A list that grows at its end and lies on the disk but for its last block.

    What is taken out is equal to what was put in, and not the same: it is read anew.
    """

    def __init__(self, spool: Spool, block: int = _BLOCK) -> None:
        """Begin an empty one; ``block`` things are written and read together."""
        self._spool, self._number, self._each = spool, spool.new_list(), block
        self._tail: list[T] = []
        self._blocks = 0
        self._read: tuple[int, list[T]] = (-1, [])

    def append(self, one: T) -> None:
        """Put one more at the end."""
        self._tail.append(one)
        if len(self._tail) == self._each:
            block = zlib.compress(pickle.dumps(self._tail, pickle.HIGHEST_PROTOCOL), _QUICK)
            self._spool.put(self._number, self._blocks, block)
            self._blocks, self._tail = self._blocks + 1, []

    def extend(self, several: Iterable[T]) -> None:
        """Put several more at the end."""
        for one in several:
            self.append(one)

    def __len__(self) -> int:
        return self._blocks * self._each + len(self._tail)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        block, place = divmod(range(len(self))[at], self._each)
        return self._block(block)[place]

    def __iter__(self) -> Iterator[T]:
        for block in range(self._blocks):
            yield from self._loaded(block)
        yield from self._tail

    def _block(self, number: int) -> list[T]:
        if number == self._blocks:
            return self._tail
        held, block = self._read  # one look, as another thread may read as well
        if held != number:
            block = self._loaded(number)
            self._read = number, block
        return block

    def _loaded(self, number: int) -> list[T]:
        packed = self._spool.block(self._number, number)
        block: list[T] = pickle.loads(zlib.decompress(packed))
        return block


class LongNames:
    """Texts by name, such as what became of which origin."""

    def __init__(self, spool: Spool) -> None:
        self._spool, self._number = spool, spool.new_list()
        self._holds_any = False

    def __setitem__(self, name: str, value: str) -> None:
        self._holds_any = True
        self._spool.name(self._key(name), value)

    def get(self, name: str) -> str | None:
        """Return the text of a name, or None."""
        return self._spool.named(self._key(name)) if self._holds_any else None

    def __bool__(self) -> bool:
        return self._holds_any

    def __contains__(self, name: str) -> bool:
        return self.get(name) is not None

    def _key(self, name: str) -> bytes:
        told = f"{self._number} {name}".encode("utf-8", "surrogatepass")
        return blake2b(told, digest_size=16).digest()
